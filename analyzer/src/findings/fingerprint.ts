import { createHash } from 'node:crypto';

/** Hex digits of a fingerprint: 128 bits. */
const LENGTH = 32;
/** Parts type and member in the id of a method. */
const MEMBER_MARK = '#';

/** Where a finding is, as far as it takes part in who the finding is. */
export interface Identity {
  readonly rule: string;
  /** Null where the symbol says enough: a method is the same in a file of another name. */
  readonly file: string | null;
  readonly symbol: string;
}

/** What identifies a finding of a rule at a place: the method, or the file where no method is at fault. */
export function identityOf(
  rule: string,
  { file, symbol }: { readonly file: string; readonly symbol: string },
): Identity {
  return { rule, symbol, file: symbol.includes(MEMBER_MARK) ? null : file };
}

/**
 * Fingerprint of a finding across versions of the code: its identity and its number among equal ones in the order of the
 * code. Line numbers take no part, so that code may move, nor does the name of the file that a method is in.
 */
export function fingerprintOf({ rule, file, symbol }: Identity, ordinal: number): string {
  const hash = createHash('sha256');
  for (const part of [rule, file ?? '', symbol, String(ordinal)])
    hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.digest('hex').slice(0, LENGTH);
}
