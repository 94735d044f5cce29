import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/data/migrate.ts';
import { type Database, openDatabase } from '../../src/data/open-database.ts';
import { ENDED } from '../../src/data/run-states.ts';
import { findRun, requestCancel } from '../../src/data/runs.ts';
import { type AppProcess, startApp, until } from '../faults/app-process.ts';
import { serviceOf, submitArchive } from '../faults/long-analysis.ts';
import { type PostgresServer, postgresPackage, startPostgres } from '../postgres-server.ts';

const IMAGE = 'csqa-metrics:fast';
const run = promisify(execFile);
const found = postgresPackage();

/** What is missing for runs in containers; null where nothing is. */
async function missing(): Promise<string | null> {
  if (typeof found !== 'string') return found.why;
  const image = await run('docker', ['image', 'inspect', IMAGE]).catch(() => null);
  return image === null ? `no Docker Engine with the image ${IMAGE} (npm run image:fast)` : null;
}

const why = await missing();
if (why !== null) {
  if (process.env['CSQA_E2E'] === 'required') throw new Error(why);
  process.stdout.write(`skipped runs in containers: ${why}\n`);
}

describe.runIf(why === null)('a run in a container', () => {
  const instance = `web-test-${randomBytes(4).toString('hex')}`;
  const started: AppProcess[] = [];
  let home = '';
  let server: PostgresServer | null = null;
  let database: Database | null = null;
  let env: Record<string, string> = {};
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-containers-'));
    if (typeof found !== 'string') return;
    server = await startPostgres(found);
    const url = await server.newDatabase();
    database = await openDatabase({ kind: 'postgres', url });
    await migrate(database.db);
    env = { DATABASE_URL: url, CSQA_DATA_DIR: home, CSQA_ENGINE: 'docker', CSQA_INSTANCE: instance };
  });
  afterAll(async () => {
    for (const worker of started) await worker.end('SIGKILL');
    for (const name of await containers()) await run('docker', ['rm', '--force', name]);
    await database?.close();
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  });

  const containers = async (which: readonly string[] = ['--all']): Promise<readonly string[]> => {
    const asked = ['ps', '--quiet', ...which, '--filter', `label=csqa.instance=${instance}`];
    const { stdout } = await run('docker', asked);
    return stdout.split('\n').filter((line) => line !== '');
  };

  const begin = async () => {
    if (database === null) throw new Error('there is no database');
    const submitted = await submitArchive(database.db, serviceOf(1_500));
    const worker = startApp('pipeline', env);
    started.push(worker);
    await until(async () => (await containers([])).length > 0);
    const { db } = database;
    const hasEnded = async () => ENDED.includes((await findRun(db, submitted.run.id))?.state ?? 'queued');
    return { db, worker, id: submitted.run.id, hasEnded };
  };

  it('that is cancelled ends its container', async () => {
    const { db, worker, id, hasEnded } = await begin();
    const asked = performance.now();
    expect(await requestCancel(db, id, new Date())).toBe('cancelling');
    await until(async () => (await containers([])).length === 0);
    const ms = Math.round(performance.now() - asked);
    process.stdout.write(`the container had ended ${ms} ms after the wish to cancel\n`);
    await until(hasEnded);
    expect(await findRun(db, id)).toMatchObject({ state: 'cancelled' });
    expect(await worker.end('SIGTERM')).toBe(0);
    expect(await containers()).toEqual([]);
  });

  it('whose worker is killed leaves no container when the next one is there', async () => {
    const { db, worker, id, hasEnded } = await begin();
    const [orphan] = await containers([]);
    await worker.end('SIGKILL');
    const next = startApp('pipeline', env);
    started.push(next);
    await until(async () => !(await containers()).includes(orphan ?? ''));
    await until(hasEnded);
    expect(await findRun(db, id)).toMatchObject({ state: 'succeeded', attempt: 2 });
    expect(await next.end('SIGTERM')).toBe(0);
    expect(await containers()).toEqual([]);
  });
});
