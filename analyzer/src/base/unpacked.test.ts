import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unpacked } from './unpacked.ts';

it('reads a file alike, packed or not, and an empty one', () => {
  for (const text of ['{"a":1}', '\0asm', 'пакет', '']) {
    const plain = Buffer.from(text);
    expect(unpacked(plain)).toEqual(plain);
    expect(unpacked(gzipSync(plain))).toEqual(plain);
  }
});
