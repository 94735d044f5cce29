import { describe, expect, it } from 'vitest';
import { countLines, decodeText } from './decode-text.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe('decodeText', () => {
  it('drops the byte order mark of UTF-8', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ kind: 'text', text: 'a', replaced: false });
  });

  it('keeps everything readable of a Latin-1 source and says that bytes were replaced', () => {
    const latin1 = Buffer.from('class Caf\u00e9 { int x; }', 'latin1');
    expect(decodeText(latin1)).toEqual({ kind: 'text', text: 'class Caf\ufffd { int x; }', replaced: true });
  });

  it('believes UTF-16 where a byte order mark announces it', () => {
    const text = Buffer.concat([bytes(0xff, 0xfe), Buffer.from('class A', 'utf16le')]);
    expect(decodeText(text)).toMatchObject({ kind: 'text', text: 'class A' });
  });

  it('calls a file with a NUL byte binary', () => {
    expect(decodeText(Buffer.from('class A\0'))).toEqual({ kind: 'binary' });
  });
});

describe('countLines', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['a\r\nb\r\n', 2],
    ['a\rb', 2],
    ['\n\n', 2],
  ])('numbers %j as an editor does', (text, lines) => {
    expect(countLines(text)).toBe(lines);
  });
});
