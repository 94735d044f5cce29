import { zstdCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unpacked } from './unpacked.ts';

it('reads a file alike, packed or not, and an empty one', () => {
  for (const text of ['{"a":1}', '\0asm', 'пакет', '(\xb5', '']) {
    const plain = Buffer.from(text);
    expect(unpacked(plain)).toEqual(plain);
    expect(unpacked(zstdCompressSync(plain))).toEqual(plain);
  }
});
