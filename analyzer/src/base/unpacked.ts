import { zstdDecompressSync } from 'node:zlib';

/** How every Zstandard frame begins (RFC 8878, 3.1.1). */
const MAGIC = 0xfd2fb528;

/** Content of a file of our own, which whoever carries the analyzer in a bundle may have packed with Zstandard. */
export function unpacked(content: Buffer): Buffer {
  return content.length >= 4 && content.readUInt32LE() === MAGIC ? zstdDecompressSync(content) : content;
}
