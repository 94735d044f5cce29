import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { argumentsFromInput } from './arguments-from-input.ts';

const saying = (...parts: readonly string[]) =>
  argumentsFromInput(Readable.from(parts.map((part) => Buffer.from(part))));

describe('arguments on standard input', () => {
  it('are one line, in pieces of any size, and what follows it is not read', async () => {
    const path = '/src/größe "x"\n';
    const line = `${JSON.stringify(['analyze', '--source', path])}\n`;
    expect(await saying(line)).toEqual(['analyze', '--source', path]);
    expect(await saying(...line, 'more')).toEqual(['analyze', '--source', path]);
  });

  it.each([
    ['an input that ends before', '["analyze"'],
    ['nothing', ''],
    ['an object', '{"0":"analyze"}\n'],
    ['numbers', '["analyze",1]\n'],
    ['no JSON', 'analyze\n'],
    ['a line without an end', 'x'.repeat(2_000_000)],
  ])('are not there in %s', async (_, text) => {
    expect(await saying(text)).toBeNull();
  });
});
