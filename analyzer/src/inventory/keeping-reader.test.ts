import { describe, expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
import { keeping } from './keeping-reader.ts';
import type { SourceContent, SourceReader } from './source-reader.ts';

const path = relativePath('src/Visit.java');
const other = relativePath('src/Owner.java');

/** A file whose text is how often it was read. */
function counting(): SourceReader {
  let reads = 0;
  const text = (): SourceContent => ({ kind: 'text', text: `${++reads}`, bytes: 1, diagnostics: [] });
  return { read: () => Promise.resolve(text()) };
}

describe('a text that is kept', () => {
  it('is given to the second reader as the first one saw it, and read anew for the third', async () => {
    const reader = keeping(counting(), { isKept: () => true });
    const texts = [await reader.read(path), await reader.read(path), await reader.read(path)];
    expect(texts.map((content) => content.kind === 'text' && content.text)).toEqual(['1', '1', '2']);
  });

  it('leaves no room for another one, until somebody took it', async () => {
    const reader = keeping(counting(), { isKept: () => true, mostKept: 1 });
    const order = [path, other, other, path, other, other];
    const texts: unknown[] = [];
    for (const each of order) {
      const content = await reader.read(each);
      texts.push(content.kind === 'text' && content.text);
    }
    expect(texts).toEqual(['1', '2', '3', '1', '4', '4']);
  });

  it('is one that is asked for again', async () => {
    const reader = keeping(counting(), { isKept: (each) => each === path });
    const texts = [await reader.read(other), await reader.read(other)];
    expect(texts.map((content) => content.kind === 'text' && content.text)).toEqual(['1', '2']);
  });

  it('is text: what could not be read is asked for again', async () => {
    let reads = 0;
    const unreadable: SourceReader = {
      read: () => {
        reads += 1;
        return Promise.resolve({ kind: 'unreadable', bytes: 0, diagnostics: [] });
      },
    };
    const reader = keeping(unreadable, { isKept: () => true });
    await reader.read(path);
    await reader.read(path);
    expect(reads).toBe(2);
  });
});
