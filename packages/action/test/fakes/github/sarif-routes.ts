import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { githubObjections } from '../../../../report/test/github-sarif.ts';
import type { GitHubState } from './github-state.ts';
import { askerOf, Refusal, require } from './refuse.ts';

/** Bytes of a log at most, compressed. */
const MOST_GZIP = 10_000_000;

const uploadSchema = z.object({
  commit_sha: z.string().regex(/^[0-9a-fA-F]{40}$/),
  ref: z.string().regex(/^refs\/(?:heads|tags|pull)\/.+$/),
  sarif: z.base64().min(1),
  started_at: z.iso.datetime().optional(),
  tool_name: z.string().optional(),
  checkout_uri: z.string().optional(),
  validate: z.boolean().optional(),
});

/** Uploads to code scanning: taken at once where they can be read, processed some time later. */
export function sarifRoutes(app: FastifyInstance, state: GitHubState): void {
  const all = '/repos/:owner/:repo/code-scanning/sarifs';
  app.post(all, { bodyLimit: 40_000_000 }, (request, reply) => {
    require(askerOf(state, request), ['security_events=write']);
    needsCodeScanning(state);
    const parsed = uploadSchema.safeParse(request.body);
    if (!parsed.success)
      throw new Refusal(422, `Invalid request.\n\n${parsed.error.issues[0]?.path.join('.')}`);
    const { sarif: packed, ref, commit_sha: commit } = parsed.data;
    const sarif = unpacked(Buffer.from(packed, 'base64'));
    const id = randomUUID();
    const errors = githubObjections(sarif);
    state.uploads.push({ id, ref, commit, sarif, errors, pendingLooks: state.looksUntilProcessed });
    return reply.code(202).send({ id, url: `${request.url}/${id}` });
  });
  app.get(`${all}/:id`, (request) => {
    require(askerOf(state, request), ['security_events=read']);
    const upload = state.uploads.find(({ id }) => id === (request.params as { id: string }).id);
    if (upload === undefined) throw new Refusal(404, 'Not Found');
    upload.pendingLooks -= 1;
    if (upload.pendingLooks >= 0) return { processing_status: 'pending' };
    if (upload.errors.length > 0) return { processing_status: 'failed', errors: upload.errors.slice(0, 20) };
    return { processing_status: 'complete', analyses_url: `${request.url}/analyses` };
  });
}

function needsCodeScanning(state: GitHubState): void {
  if (state.hasCodeScanning) return;
  throw new Refusal(403, 'Code Security must be enabled for this repository to use code scanning.');
}

function unpacked(gzip: Buffer): string {
  if (gzip.length > MOST_GZIP) throw new Refusal(413, 'Payload too large');
  const text = jsonIn(gzip);
  if (text === null) throw new Refusal(400, 'Invalid SARIF. It could not be unpacked, or is no JSON.');
  return text;
}

function jsonIn(gzip: Buffer): string | null {
  try {
    const text = gunzipSync(gzip).toString('utf8');
    JSON.parse(text);
    return text;
  } catch {
    return null;
  }
}
