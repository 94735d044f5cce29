import { expect, it } from 'vitest';
import { hasWord, wordNumber, wordsOf } from './words.ts';

it('finds every name of a text, also one that is written with escapes, and no number', () => {
  const words = wordsOf('int größe = a.b_1(\\u0041bc, "in text") + $x; // 42 and more');
  for (const name of ['int', 'größe', 'a', 'b_1', 'Abc', 'text', '$x', 'more'])
    expect([name, hasWord(words, wordNumber(name))]).toEqual([name, true]);
  for (const other of ['gr', '42', 'abc', 'b', ''])
    expect([other, hasWord(words, wordNumber(other))]).toEqual([other, false]);
});

it('gives them rising, each once', () => {
  const words = [...wordsOf('b a b\tc\n\na')];
  expect(words).toEqual([...new Set(words)].sort((left, right) => left - right));
  expect(words).toHaveLength(3);
  expect([...wordsOf('')]).toEqual([]);
});
