import { gunzipSync } from 'node:zlib';

/** Content of a file of our own, which whoever carries the analyzer in a bundle may have packed with gzip. */
export function unpacked(content: Buffer): Buffer {
  return content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : content;
}
