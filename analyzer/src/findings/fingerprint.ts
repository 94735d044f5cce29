import { createHash } from 'node:crypto';

/** Hex digits of a fingerprint: 128 bits. */
const LENGTH = 32;

/**
 * Identity of a finding across versions of the code: rule, file, symbol and its number among equal ones in the file's order.
 * Line numbers take no part, so that code may move.
 */
export function fingerprintOf(
  rule: string,
  place: { readonly file: string; readonly symbol: string },
  ordinal: number,
): string {
  const hash = createHash('sha256');
  for (const part of [rule, place.file, place.symbol, String(ordinal)])
    hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.digest('hex').slice(0, LENGTH);
}
