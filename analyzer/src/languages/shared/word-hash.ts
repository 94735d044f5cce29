/** What a hash begins with: an integer to the engine, as it would not be without a sign. */
export const HASH_START = 0x811c9dc5 | 0;

/** A hash with one more value in it (xorshift). Shifts alone: for a product of 32 bits the engine calls a function. */
export function hashWith(hash: number, value: number): number {
  let mixed = hash ^ value;
  mixed ^= mixed << 13;
  mixed ^= mixed >>> 17;
  return mixed ^ (mixed << 5);
}

/** What stands for a word in hashes of statements. */
export function hashOfWord(text: string, start: number, end: number): number {
  let hash = HASH_START;
  for (let at = start; at < end; at++) hash = hashWith(hash, text.charCodeAt(at));
  return hash;
}
