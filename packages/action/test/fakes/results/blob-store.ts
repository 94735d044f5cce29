import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Names that Azure's client expects of an account at an address of numbers. */
const ROOT = '/account/container';

interface Blob {
  readonly signature: string;
  readonly blocks: Map<string, Buffer>;
  content: Buffer | null;
}

/** Blobs that are written and read by signed addresses, in the protocol of Azure's block blobs. */
export interface BlobStore {
  /** A new blob: its id, and the address that it may be written at. */
  readonly make: (origin: string) => { readonly id: string; readonly url: string };
  /** The address that a blob may be read at. */
  readonly urlOf: (origin: string, id: string) => string;
  /** null before it is written. */
  readonly contentOf: (id: string) => Buffer | null;
}

/** Adds a store of blobs to a server. */
export function blobStore(app: FastifyInstance): BlobStore {
  const blobs = new Map<string, Blob>();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 200_000_000 }, (_, body, done) =>
    done(null, body),
  );
  app.put(`${ROOT}/:id`, (request, reply) => write(blobOf(blobs, request), request, reply));
  app.get(`${ROOT}/:id`, (request, reply) => read(blobOf(blobs, request), request, reply));
  return {
    make: (origin) => {
      const [id, signature] = [randomUUID(), randomUUID()];
      blobs.set(id, { signature, blocks: new Map(), content: null });
      return { id, url: `${origin}${ROOT}/${id}?sig=${signature}` };
    },
    urlOf: (origin, id) => `${origin}${ROOT}/${id}?sig=${blobs.get(id)?.signature}`,
    contentOf: (id) => blobs.get(id)?.content ?? null,
  };
}

function blobOf(blobs: ReadonlyMap<string, Blob>, request: FastifyRequest): Blob | null {
  const blob = blobs.get((request.params as { id: string }).id);
  return blob?.signature === (request.query as { sig?: string }).sig ? (blob ?? null) : null;
}

/** A blob comes in one piece, or as blocks and then the list of them. */
function write(blob: Blob | null, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (blob === null) return reply.code(403).send('AuthenticationFailed');
  const { comp, blockid = '' } = request.query as { comp?: string; blockid?: string };
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (comp === 'block') {
    blob.blocks.set(blockid, body);
  } else if (comp === 'blocklist') {
    const ids = [...body.toString('utf8').matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(
      ([, id]) => id ?? '',
    );
    blob.content = Buffer.concat(ids.map((id) => blob.blocks.get(id) ?? Buffer.alloc(0)));
  } else if (request.headers['x-ms-blob-type'] === 'BlockBlob') {
    blob.content = body;
  } else {
    return reply.code(400).send('InvalidHeaderValue');
  }
  return reply.code(201).headers(headersOf(blob)).send('');
}

function read(blob: Blob | null, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (blob === null) return reply.code(403).send('AuthenticationFailed');
  const { content } = blob;
  if (content === null) return reply.code(404).send('BlobNotFound');
  const range = String(request.headers['x-ms-range'] ?? request.headers.range ?? '');
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  reply.headers({ ...headersOf(blob), 'content-type': 'application/octet-stream', 'accept-ranges': 'bytes' });
  if (from === undefined) return reply.send(content);
  const end = Math.min(content.length, to ? Number(to) + 1 : content.length);
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${end - 1}/${content.length}`)
    .send(content.subarray(Number(from), end));
}

function headersOf({ content }: Blob): Record<string, string> {
  const hash = createHash('sha256')
    .update(content ?? '')
    .digest('hex');
  return {
    etag: `"${hash.slice(0, 16)}"`,
    'last-modified': new Date(0).toUTCString(),
    'x-ms-request-id': randomUUID(),
    'x-ms-version': '2025-11-05',
    'x-ms-blob-type': 'BlockBlob',
  };
}
