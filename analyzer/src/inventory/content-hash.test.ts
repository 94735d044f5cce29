import { describe, expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
import { contentHash, digestOf, hashOfDigest, isContent, remembering } from './content-hash.ts';
import type { SourceContent } from './source-reader.ts';

const text = (content: string): SourceContent => ({
  ...{ kind: 'text', text: content, bytes: content.length, diagnostics: [] },
});

describe('the hash of a content', () => {
  it('is the same for both kinds of line ends, and for nothing else', () => {
    expect(contentHash('a\r\nb\r\n')).toBe(contentHash('a\nb\n'));
    expect(contentHash('a\nb')).not.toBe(contentHash('a\nb\n'));
    expect(contentHash('')).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('the hash of bytes', () => {
  it.each([
    ['plain text', 'class A {}\n'],
    ['text beyond ASCII', '// © Größe 日本 🦉\n'],
    ['nothing', ''],
  ])('is that of the text: %s', (_, written) => {
    const bytes = Buffer.from(written);
    expect(isContent(bytes, written)).toBe(true);
    expect(hashOfDigest(digestOf(bytes))).toBe(contentHash(written));
  });

  it('is not told where the bytes are more than the text', () => {
    expect(isContent(Buffer.from('a\r\n'), 'a\r\n')).toBe(false);
    expect(isContent(Buffer.from('\ufeffa'), 'a')).toBe(false);
    expect(isContent(Buffer.from('\ufeffa', 'utf16le'), 'a')).toBe(false);
  });
});

describe('a remembering reader', () => {
  it('tells every text that went through it by path, once each, and no file that is none', async () => {
    const contents: Readonly<Record<string, SourceContent>> = {
      'b.java': text('class B {}'),
      'a.java': text('class A {}'),
      'logo.png': { kind: 'binary', bytes: 4, diagnostics: [] },
    };
    const reader = remembering({ read: (path) => Promise.resolve(contents[path] ?? text('')) });
    for (const path of ['b.java', 'logo.png', 'a.java', 'b.java']) await reader.read(relativePath(path));
    expect(reader.filesRead()).toEqual([
      { file: 'a.java', hash: contentHash('class A {}') },
      { file: 'b.java', hash: contentHash('class B {}') },
    ]);
  });
});
