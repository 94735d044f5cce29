import fc from 'fast-check';
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

  it('gives what a decoder of UTF-8 gives, whichever characters there are and however many', () => {
    const character = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\u0080',
      '©',
      '¿',
      'À',
      'é',
      'ÿ',
      'Ā',
      '—',
      '\u{1f600}',
    );
    const text = fc.array(character, { size: 'large' }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, (written) => {
        expect(decodeText(Buffer.from(written))).toEqual({ kind: 'text', text: written, replaced: false });
      }),
    );
    const byte = fc.constantFrom(0x61, 0x0a, 0x80, 0xa9, 0xbf, 0xc0, 0xc2, 0xc3, 0xc4, 0xe2, 0xf0, 0xff);
    fc.assert(
      fc.property(fc.uint8Array({ max: 255 }), fc.array(byte), (any, chosen) => {
        for (const read of [any.filter((unit) => unit !== 0), Uint8Array.from(chosen)]) {
          const [first] = read;
          if (first === 0xff || first === 0xfe || first === 0xef) continue;
          expect(decodeText(read)).toMatchObject({ text: new TextDecoder('utf-8').decode(read) });
        }
      }),
    );
  });

  it('reads a text in which a sign of two bytes stands at the very end, and one that is cut off there', () => {
    expect(decodeText(Buffer.from('a ©'))).toMatchObject({ text: 'a ©', replaced: false });
    expect(decodeText(bytes(0x61, 0xc2))).toEqual({ kind: 'text', text: 'a\ufffd', replaced: true });
    const large = `${'x'.repeat(300_000)}©`;
    expect(decodeText(Buffer.from(large))).toMatchObject({ text: large });
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
    ['\r', 1],
    ['\r\r\n\n', 3],
    ['a\n\rb', 3],
    ['a\r\nb\r', 2],
  ])('numbers %j as an editor does', (text, lines) => {
    expect(countLines(text)).toBe(lines);
  });
});
