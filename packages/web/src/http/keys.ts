import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const KEY_BYTES = 32;

/** Keys by secret and purpose: every request with a cookie asks for one. */
const known = new WeakMap<Buffer, Map<string, Buffer>>();

/** A key for one purpose, so that what is signed for one is worth nothing for another. */
export function keyFor(secret: Buffer, purpose: string): Buffer {
  const keys = known.get(secret) ?? new Map<string, Buffer>();
  known.set(secret, keys);
  const key =
    keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', `csqa-web ${purpose}`, KEY_BYTES));
  keys.set(purpose, key);
  return key;
}

/** The signature of a text. */
export function signatureOf(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Whether two texts are the same, in a time that tells nothing of where they differ nor of how long the secret one is. */
export function isSameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
