import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { containerAccess, scopedFilters } from './container-access.ts';
import { judgeCreate } from './create-request.ts';
import { type KnownRequest, knownRequest } from './engine-routes.ts';
import { askBriefly, askEngine, type EngineRequest } from './engine-socket.ts';
import type { ProxyPolicy } from './proxy-policy.ts';

/** What a proxy stands between. */
export interface ProxyParts {
  readonly policy: ProxyPolicy;
  /** The engine's own socket. */
  readonly socket: string;
  /** Gets a line for every request that is refused. */
  readonly log: (line: string) => void;
}

/** Bytes of the description of a container; one of ours has four thousand. */
const LARGEST_BODY = 256 * 1024;

/** Headers of the engine's answers that clients read. */
const PASSED_BACK = [
  'api-version',
  'builder-version',
  'content-length',
  'content-type',
  'docker-experimental',
  'ostype',
  'server',
  'swarm',
  'x-docker-container-path-stat',
] as const;

/** A request that gets an answer of the proxy's own. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/**
 * A server that hands requests on to the engine's socket if an analysis needs them, and refuses all others with a sentence.
 * It hands on what it understood and wrote anew, never what it was sent. It ends no request that takes its time: logs are
 * followed for as long as an analysis runs.
 */
export function createEngineProxy(parts: ProxyParts): Server {
  const server = createServer({ requestTimeout: 0, headersTimeout: 10_000 }, (request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      complain(parts, { request, response }, error);
    });
  });
  // Whoever wants another protocol over the connection could not be listened to any more.
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n'));
  return server;
}

async function answer(parts: ProxyParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const known = knownRequest(request.method ?? '', request.url ?? '');
  if (typeof known === 'string') throw new Refusal(403, known);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const asked = await translated(parts, known, request);
  if ('described' in asked) {
    response.setHeader('content-type', 'application/json').end(asked.described);
    return;
  }
  const reply = await askEngine(parts.socket, { ...asked, signal: gone.signal });
  response.statusCode = reply.statusCode ?? 502;
  for (const name of PASSED_BACK) {
    const value = reply.headers[name];
    if (value !== undefined) response.setHeader(name, value);
  }
  response.flushHeaders();
  await pipeline(reply, response);
}

type Translated = EngineRequest | { readonly described: string };

/** What the engine is asked instead. Throws Refusal. */
async function translated(
  parts: ProxyParts,
  known: KnownRequest,
  request: IncomingMessage,
): Promise<Translated> {
  const { policy } = parts;
  const { method, version, name, action } = known;
  switch (known.subject) {
    case 'engine':
      return { method, path: `${version}${action}` };
    case 'image':
      if (!policy.images.has(name))
        throw new Refusal(403, `the image ${name} is not one of CSQA_IMAGE_FAST, CSQA_IMAGE_FULL`);
      return { method, path: `${version}/images/${name}/json` };
    case 'containers': {
      const filters = scopedFilters(known.query.get('filters'), policy);
      if (filters === null)
        throw new Refusal(403, 'containers can be listed by their labels, and by nothing else');
      known.query.set('filters', filters);
      return { method, path: `${version}/containers/json?${known.query}` };
    }
    case 'new container': {
      const verdict = judgeCreate(await bodyOf(request), policy);
      if ('refused' in verdict) throw new Refusal(verdict.status, verdict.refused);
      const headers = {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(verdict.body)),
      };
      return { method, path: `${version}/containers/create?${known.query}`, headers, body: verdict.body };
    }
    case 'container':
      return translatedForContainer(parts, known, request);
  }
}

async function translatedForContainer(
  { policy, socket }: ProxyParts,
  { method, version, name, action, query }: KnownRequest,
  request: IncomingMessage,
): Promise<Translated> {
  const { status, body } = await askBriefly(socket, `${version}/containers/${name}/json`);
  // The engine's own words: clients know them.
  if (status === 404) throw new Refusal(404, `No such container: ${name}`);
  if (status !== 200) throw new Refusal(502, `the engine cannot describe ${name}: it answered ${status}`);
  const access = containerAccess(body, policy);
  if (access.kind === 'neighbour' && action === '/json') return { described: access.described };
  if (access.kind !== 'own') throw new Refusal(403, `the container ${name} was not made through this proxy`);
  const search = query.size === 0 ? '' : `?${query}`;
  // By its id: a name may belong to another container a moment later.
  const path = `${version}/containers/${access.id}${action}${search}`;
  if (method !== 'PUT') return { method, path };
  return { method, path, headers: { 'content-type': 'application/x-tar' }, body: request };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Refusal(413, `the body has more than ${LARGEST_BODY} bytes`);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw notText(error);
  }
}

function notText(cause: unknown): Refusal {
  return new Refusal(400, 'the body is not UTF-8', { cause });
}

function complain(
  { log }: ProxyParts,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  error: unknown,
): void {
  if (response.headersSent || response.destroyed) {
    // Either side has left in the middle of an answer.
    response.destroy();
    return;
  }
  const what = `${request.method} ${(request.url ?? '').slice(0, 200)}`;
  const { status, message } = toldAs(error);
  if (status !== 404) log(`refused with ${status}: ${JSON.stringify(what)}: ${message}`);
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  // What is left of the request is not read.
  response.setHeader('connection', 'close');
  response.end(JSON.stringify({ message }));
}

function toldAs(error: unknown): { readonly status: number; readonly message: string } {
  if (!(error instanceof Refusal)) {
    const message = `Cannot connect to the Docker daemon behind the engine proxy: ${(error as Error).message}`;
    return { status: 502, message };
  }
  const { status, message } = error;
  return { status, message: status === 403 ? `refused by the engine proxy: ${message}` : message };
}
