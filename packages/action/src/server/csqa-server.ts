import { Readable } from 'node:stream';
import { HttpClient } from '@actions/http-client';
import { BearerCredentialHandler } from '@actions/http-client/lib/auth';
import type { ServerAccess } from '../inputs/inputs.ts';

/** Tries in all; a server that is restarted needs a moment. */
const MOST_TRIES = 4;
/** Longest silence on a connection. */
const REQUEST_MS = 120_000;
/** Longest wait that a server may ask for. */
const MOST_WAIT_MS = 60_000;

/** How long a run waits for a server, and by which clock. */
export interface ServerPatience {
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Unit of the growing pauses after failures on the server's side: 1, 4 and 9 of it. */
  readonly retryMs: number;
}

/** What a server is asked. */
export interface ServerRequest {
  /** Below /api/v1, with the slash that it begins with. */
  readonly path: string;
  /** Absent for a request that only looks. */
  readonly body?: { readonly type: string; readonly bytes: Buffer };
  /** Ends the waiting; what was sent may have been done. */
  readonly signal?: AbortSignal;
}

/** What it answered. */
export interface ServerReply {
  readonly status: number;
  readonly text: string;
}

/** A self-hosted CSQA, as one run may use it. */
export interface CsqaServer extends Disposable {
  /** Rejects where nobody answers, and where the signal ends it. */
  readonly ask: (request: ServerRequest) => Promise<ServerReply>;
}

/**
 * Opens a self-hosted CSQA, through the proxy of the runner. What fails on the server's side (5xx, 429, a connection that
 * breaks) is asked again, up to four times in all; no redirect is followed with the token.
 */
export function openServer({ url, token }: ServerAccess, { sleep, retryMs }: ServerPatience): CsqaServer {
  const client = new HttpClient('csqa-action', [new BearerCredentialHandler(token)], {
    ...{ allowRedirects: false, socketTimeout: REQUEST_MS },
  });
  const again = async (request: ServerRequest): Promise<ServerReply> => {
    for (let tries = 1; tries < MOST_TRIES; tries += 1) {
      const reply = await once(client, `${url}/api/v1${request.path}`, request.body).catch(() => null);
      if (reply !== null && reply.status < 500 && reply.status !== 429) return reply;
      request.signal?.throwIfAborted();
      await sleep(Math.min(reply?.waitMs ?? retryMs * tries ** 2, MOST_WAIT_MS));
      request.signal?.throwIfAborted();
    }
    return once(client, `${url}/api/v1${request.path}`, request.body);
  };
  return {
    ask: (request) => withSignal(again(request), request.signal),
    [Symbol.dispose]: () => client.dispose(),
  };
}

async function once(client: HttpClient, address: string, body: ServerRequest['body']) {
  const { message, readBody } = await send(client, address, body);
  const after = Number(message.headers['retry-after']);
  return {
    status: message.statusCode ?? 0,
    text: await readBody(),
    waitMs: after > 0 ? after * 1_000 : null,
  };
}

async function send(client: HttpClient, address: string, body: ServerRequest['body']) {
  const response =
    body === undefined
      ? await client.get(address)
      : await client.sendStream('POST', address, Readable.from([body.bytes]), {
          'content-type': body.type,
          'content-length': body.bytes.length,
        });
  return { message: response.message, readBody: () => response.readBody() };
}

/** The client knows no signals: whoever waits is let go, and the connection ends with the process. */
function withSignal<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work;
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', onAbort));
}

/** What application/problem+json says, its hint included; the text itself where it is none. */
export function problemText(text: string): string {
  const { message, detail, title, hint } = objectIn(text);
  const said = [message, detail, title].find((part) => typeof part === 'string');
  const parts = [said, hint].filter((part): part is string => typeof part === 'string');
  return parts.length === 0 ? text : parts.join('; ');
}

/** The object that a text is as JSON; an empty one where it is none. */
export function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
