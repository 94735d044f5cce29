import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrchestrator } from '@csqa/orchestrator';
import { type GitServer, startGitServer } from '../../../orchestrator/test/git-server.ts';
import { migrate } from '../../src/data/migrate.ts';
import { type Database, openDatabase } from '../../src/data/open-database.ts';
import { createApp } from '../../src/http/app.ts';
import { httpConfigFrom } from '../../src/http-config.ts';
import { createPgBossQueue } from '../../src/jobs/pg-boss-queue.ts';
import { startPipeline } from '../../src/jobs/pipeline.ts';
import { jobsConfigFrom } from '../../src/jobs-config.ts';

/** Token of the operator. */
export const TOKEN = 'correct-horse-battery-staple';
const BASE_PATH = '/csqa';

/** The whole app on a port of this machine: embedded database, workers with the real analyzer, and a git server to clone from. */
export interface RunningApp {
  /** Where it is, base path and all, without a closing slash. */
  readonly url: string;
  readonly database: Database;
  readonly git: GitServer;
  /** Where repositories lie that the git server serves, as `<name>.git`. */
  readonly repositories: string;
  /** Streams of events that were asked for, each with the last event that its asker had; a cut breaks the connection. */
  readonly streams: readonly { readonly after: string | undefined; cut(): void }[];
  /** Moves the clock of the pages on. */
  wait(seconds: number): void;
  stop(): Promise<void>;
}

export async function startApp(): Promise<RunningApp> {
  const home = await mkdtemp(join(tmpdir(), 'csqa-app-'));
  const git = await startGitServer({ directory: home, protocol: 'http' });
  const database = await openDatabase({ kind: 'embedded', directory: join(home, 'database') });
  await migrate(database.db);
  const queue = createPgBossQueue(database.store, () => undefined);
  await queue.start();
  let ahead = 0;
  const checkout = {
    ...{ allowedHosts: [`localhost:${git.port}`], allowPrivateAddresses: true },
    allowProtocols: ['http' as const],
  };
  const jobs = jobsConfigFrom(() => undefined);
  const app = await createApp({
    ...{ database, queue, checkout, jobs, secret: Buffer.alloc(32, 5) },
    config: { ...httpConfigFrom(() => undefined), token: TOKEN, basePath: BASE_PATH },
    clock: () => new Date(Date.now() + ahead),
    log: { write: () => undefined },
  });
  const streams: { readonly after: string | undefined; cut(): void }[] = [];
  app.server.on('request', ({ url = '', headers, socket }) => {
    if (!url.includes('/events')) return;
    streams.push({ after: headers['last-event-id']?.toString(), cut: () => socket.destroy() });
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const orchestrator = createOrchestrator({ engine: 'local', checkout, tempDir: join(home, 'jobs') });
  const pipeline = await startPipeline({
    ...{ database, orchestrator, jobs, workDir: join(home, 'runs'), cacheDir: join(home, 'cache') },
    worker: { id: 'here:1', host: 'here', version: '0.1.0', engine: 'local', concurrency: 2 },
    log: () => undefined,
  });
  const { port } = app.server.address() as AddressInfo;
  return {
    ...{ url: `http://localhost:${port}${BASE_PATH}`, database, git, streams, repositories: home },
    wait(seconds) {
      ahead += seconds * 1000;
    },
    async stop() {
      await app.close();
      await pipeline.stop();
      await queue.stop();
      await database.close();
      await git.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
