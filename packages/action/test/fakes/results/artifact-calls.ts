import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { BlobStore } from './blob-store.ts';
import { type TwirpCall, TwirpError, textOf, twirpService } from './twirp.ts';

/** An artifact of a run. */
export interface FakeArtifact {
  readonly id: number;
  readonly name: string;
  /** Days until it is deleted; null for the setting of the repository. */
  readonly retentionDays: number | null;
  /** A zip; empty until the upload is finished. */
  readonly content: Buffer;
}

interface Pending {
  readonly blob: string;
  readonly retentionDays: number | null;
}

const DAY_MS = 86_400_000;

/** What the service is told. */
export interface ArtifactSetting {
  readonly token: string;
  readonly blobs: BlobStore;
  readonly artifacts: FakeArtifact[];
  readonly isFull: () => boolean;
}

/** The service of artifacts as @actions/artifact speaks to it: make one, write its blob, finish it. Names are unique in a run. */
export function artifactService(
  app: FastifyInstance,
  { token, blobs, artifacts, isFull }: ArtifactSetting,
): void {
  const pending = new Map<string, Pending>();
  twirpService(
    app,
    { service: 'github.actions.results.api.v1.ArtifactService', token },
    {
      CreateArtifact: ({ message, origin }: TwirpCall) => {
        const name = textOf(message, 'name');
        for (const key of ['workflow_run_backend_id', 'workflow_job_run_backend_id']) textOf(message, key);
        if (isFull())
          throw new TwirpError(403, 'resource_exhausted', 'insufficient usage to create artifact');
        if (artifacts.some((one) => one.name === name)) {
          const said = 'an artifact with this name already exists on the workflow run';
          throw new TwirpError(409, 'already_exists', said);
        }
        const { id, url } = blobs.make(origin);
        const expires = typeof message.expires_at === 'string' ? Date.parse(message.expires_at) : null;
        const retentionDays = expires === null ? null : Math.round((expires - Date.now()) / DAY_MS);
        pending.set(name, { blob: id, retentionDays });
        return { ok: true, signed_upload_url: url };
      },
      FinalizeArtifact: ({ message }: TwirpCall) => {
        const name = textOf(message, 'name');
        const begun = pending.get(name);
        const content = begun === undefined ? null : blobs.contentOf(begun.blob);
        if (begun === undefined || content === null)
          throw new TwirpError(404, 'not_found', 'nothing was uploaded');
        checkHash(String(message.hash ?? ''), content);
        const id = 4_000 + artifacts.length + 1;
        artifacts.push({ id, name, content, retentionDays: begun.retentionDays });
        return { ok: true, artifact_id: String(id) };
      },
    },
  );
}

function checkHash(hash: string, content: Buffer): void {
  const real = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  if (hash !== '' && hash !== real)
    throw new TwirpError(400, 'invalid_argument', 'the hash is not that of the blob');
}
