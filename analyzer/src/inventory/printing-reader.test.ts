import { describe, expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
import { printing } from './printing-reader.ts';
import type { SourceContent } from './source-reader.ts';

const text = (written: string, digest?: string): SourceContent => ({
  ...{ kind: 'text', text: written, bytes: written.length, diagnostics: [] },
  ...(digest === undefined ? {} : { digest }),
});

/** Prints of contents that are read one after the other, each in a file of its own. */
async function printsOf(contents: readonly SourceContent[]): Promise<readonly string[]> {
  const left = [...contents];
  const reader = printing({ read: () => Promise.resolve(left.shift() ?? text('')) });
  for (const index of contents.keys()) await reader.read(relativePath(`${10 + index}.java`));
  return reader.prints().map(([, print]) => print);
}

describe('a printing reader', () => {
  it('tells contents apart, with their digests and without', async () => {
    const contents: readonly SourceContent[] = [
      ...[text('a'), text('b'), text('a', '0a'), text('b', '0b'), text('text 0a')],
      { kind: 'binary', bytes: 1, diagnostics: [] },
      { kind: 'too-large', bytes: 1, diagnostics: [] },
    ];
    const prints = await printsOf(contents);
    expect(new Set(prints).size).toBe(contents.length);
    expect(await printsOf(contents)).toEqual(prints);
  });

  it('is not steady once a file was read twice and was not the same', async () => {
    const contents = [text('a', '0a'), text('a', '0a'), text('b', '0b')];
    const reader = printing({ read: () => Promise.resolve(contents.shift() ?? text('')) });
    const steady: boolean[] = [];
    for (let round = 0; round < 3; round += 1) {
      await reader.read(relativePath('A.java'));
      steady.push(reader.isSteady());
    }
    expect(steady).toEqual([true, true, false]);
  });
});
