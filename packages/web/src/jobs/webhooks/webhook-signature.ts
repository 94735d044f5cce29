import { createHmac } from 'node:crypto';

/** Seconds since 1970 at which a message was signed. A receiver refuses what is minutes old, so that nobody can send it again. */
export const TIMESTAMP_HEADER = 'x-csqa-timestamp';
/** `sha256=` and the HMAC-SHA256, in hexadecimal, of the timestamp, a full stop and the body. */
export const SIGNATURE_HEADER = 'x-csqa-signature-256';

/** The signature of a message. */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
