import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIPv6 } from 'node:net';
import type { ResolveHost } from '@csqa/orchestrator';
import { SIGNATURE_HEADER, signatureOf, TIMESTAMP_HEADER } from './webhook-signature.ts';
import { addressesOf, readTarget, type TargetRules } from './webhook-target.ts';

/** What to send, and where. */
export interface WebhookMessage {
  readonly id: string;
  readonly url: string;
  readonly secret: string | null;
  readonly body: string;
}

/** How to send it. */
export interface Sending {
  readonly rules: TargetRules;
  readonly resolveHost: ResolveHost;
  readonly now: Date;
}

/** Milliseconds for the whole exchange. */
const TIMEOUT_MS = 10_000;

/**
 * Sends a message and gives the HTTP status of the answer. No redirect is followed, no body is read, and the connection
 * goes to an address that was looked at. Throws where there was no answer.
 */
export async function sendWebhook(message: WebhookMessage, sending: Sending): Promise<number> {
  const url = readTarget(message.url, sending.rules);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const addresses = await inTime(addressesOf(url, sending.rules, sending.resolveHost), signal);
  const options: RequestOptions = {
    ...{ method: 'POST', signal, agent: false, headers: headersOf(message, sending.now) },
    lookup: pinned(addresses),
  };
  return await new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secureRequest : plainRequest;
    const sent = send(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    sent.on('error', reject);
    sent.end(message.body);
  });
}

function headersOf({ id, secret, body }: WebhookMessage, now: Date): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1000);
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'csqa',
    'x-csqa-event': 'run.finished',
    'x-csqa-delivery': id,
    [TIMESTAMP_HEADER]: String(timestamp),
    ...(secret === null ? {} : { [SIGNATURE_HEADER]: signatureOf(secret, timestamp, body) }),
  };
}

/** A look-up that knows one answer only. */
function pinned(addresses: readonly string[]): NonNullable<RequestOptions['lookup']> {
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  const [first] = found;
  return (_host, { all }, tell) => {
    if (all === true) tell(null, found);
    else tell(null, first?.address ?? '', first?.family);
  };
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
