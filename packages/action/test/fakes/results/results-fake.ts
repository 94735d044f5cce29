import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import { artifactService, type FakeArtifact } from './artifact-calls.ts';
import { blobStore } from './blob-store.ts';
import { cacheService, type FakeCacheEntry } from './cache-calls.ts';

/** The services of a run for artifacts and caches, over HTTP, with the storage behind them. */
export interface ResultsFake extends AsyncDisposable {
  /** What a runner gives to the steps of a job. */
  readonly environment: Readonly<Record<string, string>>;
  readonly artifacts: readonly FakeArtifact[];
  readonly caches: readonly FakeCacheEntry[];
  /** Artifacts are of one run; caches stay. */
  readonly beginRun: () => void;
  /** No storage is left for artifacts. */
  isFull: boolean;
  /** Caches may be read only. */
  isReadOnly: boolean;
}

/** Starts the services with a token of their own. */
export async function startResults(): Promise<ResultsFake> {
  const app = fastify({ logger: false, bodyLimit: 200_000_000 });
  const token = runtimeToken();
  const [artifacts, caches]: [FakeArtifact[], FakeCacheEntry[]] = [[], []];
  const blobs = blobStore(app);
  const state = { isFull: false, isReadOnly: false };
  artifactService(app, { token, blobs, artifacts, isFull: () => state.isFull });
  cacheService(app, { token, blobs, entries: caches, isReadOnly: () => state.isReadOnly });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return Object.assign(state, {
    environment: {
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_RUNTIME_TOKEN: token,
      ACTIONS_CACHE_SERVICE_V2: 'true',
    },
    ...{ artifacts, caches },
    beginRun: () => void artifacts.splice(0),
    [Symbol.asyncDispose]: () => app.close(),
  });
}

/** A token whose claims name the run and the job, as clients read them; nobody checks its signature. */
function runtimeToken(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const scp = `Actions.GenericRead:x Actions.Results:${randomUUID()}:${randomUUID()}`;
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp })}.x`;
}
