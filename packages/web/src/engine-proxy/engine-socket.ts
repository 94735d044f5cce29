import { type IncomingMessage, request } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** A request as the engine gets it. */
export interface EngineRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text, or a stream that is passed on as it comes. */
  readonly body?: string | Readable;
  /** Ends the request. */
  readonly signal?: AbortSignal;
}

/** Asks the engine behind a socket; gives the answer when its head is there. Rejects where the engine does not answer. */
export function askEngine(socketPath: string, asked: EngineRequest): Promise<IncomingMessage> {
  const { method, path, headers = {}, body, signal } = asked;
  return new Promise((resolve, reject) => {
    const sent = request(
      // The engine looks at no name; a client of it names this one.
      {
        socketPath,
        method,
        path,
        headers: { host: 'docker', ...headers },
        ...(signal === undefined ? {} : { signal }),
      },
      resolve,
    );
    sent.on('error', reject);
    if (body === undefined || typeof body === 'string') sent.end(body);
    else pipeline(body, sent).catch(reject);
  });
}

/** An answer of the engine that was read to its end. */
export interface EngineReply {
  readonly status: number;
  readonly body: string;
}

/** Asks for something short. */
export async function askBriefly(socketPath: string, path: string): Promise<EngineReply> {
  const reply = await askEngine(socketPath, { method: 'GET', path, signal: AbortSignal.timeout(30_000) });
  return { status: reply.statusCode ?? 0, body: await text(reply) };
}
