import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/data/migrate.ts';
import { type Database, openDatabase } from '../../src/data/open-database.ts';
import { loadReport } from '../../src/data/reports.ts';
import { ENDED } from '../../src/data/run-states.ts';
import { findRun, requestCancel } from '../../src/data/runs.ts';
import { type PostgresServer, postgresPackage, startPostgres } from '../postgres-server.ts';
import { type AppProcess, processesAt, startApp, until } from './app-process.ts';
import { serviceOf, submitArchive } from './long-analysis.ts';
import { smallDisk } from './small-disk.ts';

const found = postgresPackage();
if (typeof found !== 'string' && process.env['CSQA_E2E'] === 'required') throw new Error(found.why);

/** Seconds of analysis on one core. */
const LONG = serviceOf(1_500);
const SHORT = serviceOf(2);

describe.runIf(typeof found === 'string')('when something dies', () => {
  let home = '';
  let count = 0;
  let server: PostgresServer | null = null;
  const started: AppProcess[] = [];
  const open: Database[] = [];
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-faults-'));
    if (typeof found === 'string') server = await startPostgres(found);
  });
  afterAll(async () => {
    for (const app of started) await app.end('SIGKILL');
    for (const database of open) await database.close();
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  });

  const start = (command: string, env: Readonly<Record<string, string>>) => {
    const app = startApp(command, env);
    started.push(app);
    return app;
  };

  /** A database on the server, and a data directory of its own. */
  const place = async () => {
    const url = (await server?.newDatabase()) ?? '';
    const dataDir = join(home, String(++count));
    await mkdir(dataDir);
    const database = await openDatabase({ kind: 'postgres', url });
    open.push(database);
    await migrate(database.db);
    return { db: database.db, dataDir, env: { DATABASE_URL: url, CSQA_DATA_DIR: dataDir } };
  };

  const isAnalysed = async (dataDir: string) => (await processesAt(join(dataDir, 'jobs'))).length > 0;
  const hasEnded = async (db: Database['db'], id: string) =>
    ENDED.includes((await findRun(db, id))?.state ?? 'queued');
  const leftIn = async (dataDir: string) => {
    const names = await Promise.all(
      ['jobs', 'runs'].map((name) => readdir(join(dataDir, name)).catch(() => [])),
    );
    return names.flat().filter((name) => !name.startsWith('csqa-instance'));
  };

  it('a worker in the middle of a run, another does the run and clears away what was left', async () => {
    const { db, dataDir, env } = await place();
    const { run } = await submitArchive(db, LONG);
    const first = start('pipeline', env);
    await until(() => isAnalysed(dataDir));
    const orphans = await processesAt(join(dataDir, 'jobs'));
    await first.end('SIGKILL');
    const second = start('pipeline', env);
    await until(() => hasEnded(db, run.id));
    expect(await findRun(db, run.id)).toMatchObject({ state: 'succeeded', attempt: 2, error: null });
    expect(await loadReport(db, run.id)).toContain('Visits1.java');
    await until(async () => (await leftIn(dataDir)).length === 0);
    const alive = await processesAt(join(dataDir, 'jobs'));
    expect(alive.filter((pid) => orphans.includes(pid))).toEqual([]);
    expect(await second.end('SIGTERM')).toBe(0);
    expect(await processesAt(dataDir)).toEqual([]);
  });

  it('the app with its embedded database, the next one goes on where it was', async () => {
    const dataDir = join(home, String(++count));
    const target = { kind: 'embedded', directory: join(dataDir, 'database') } as const;
    const before = await openDatabase(target);
    await migrate(before.db);
    const { run } = await submitArchive(before.db, LONG);
    await before.close();
    const env = { CSQA_DATA_DIR: dataDir };
    const first = start('serve', env);
    await until(() => isAnalysed(dataDir));
    await first.end('SIGKILL');
    const second = start('serve', env);
    await second.hears(new RegExp(`run ${run.id} has ended`, 'u'));
    await until(async () => (await leftIn(dataDir)).length === 0);
    expect(await second.end('SIGTERM')).toBe(0);
    expect(await processesAt(dataDir)).toEqual([]);
    const after = await openDatabase(target);
    open.push(after);
    expect(await findRun(after.db, run.id)).toMatchObject({ state: 'succeeded', attempt: 2 });
    expect(await loadReport(after.db, run.id)).toContain('Visits1.java');
  });

  it('PostgreSQL, the run that was at work ends, and the next one is taken', async () => {
    const { db, dataDir, env } = await place();
    const { run } = await submitArchive(db, LONG);
    const worker = start('pipeline', env);
    await until(() => isAnalysed(dataDir));
    await server?.stop('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await server?.start();
    await until(() => hasEnded(db, run.id));
    expect(await findRun(db, run.id)).toMatchObject({ state: 'succeeded', error: null });
    const next = await submitArchive(db, SHORT, 'short.zip');
    await until(() => hasEnded(db, next.run.id));
    expect(await findRun(db, next.run.id)).toMatchObject({ state: 'succeeded' });
    await until(async () => (await leftIn(dataDir)).length === 0);
    expect(await worker.end('SIGTERM')).toBe(0);
  });

  it('a worker, the wish to cancel is heard by the next one', async () => {
    const { db, dataDir, env } = await place();
    const { run } = await submitArchive(db, LONG);
    const first = start('pipeline', env);
    await until(() => isAnalysed(dataDir));
    await first.end('SIGKILL');
    expect(await requestCancel(db, run.id, new Date())).toBe('cancelling');
    const second = start('pipeline', env);
    await until(() => hasEnded(db, run.id));
    expect(await findRun(db, run.id)).toMatchObject({ state: 'cancelled', attempt: 1 });
    await until(async () => (await processesAt(join(dataDir, 'jobs'))).length === 0);
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('nothing, a run that is cancelled ends its analyzer long before it would have ended', async () => {
    const { db, dataDir, env } = await place();
    const { run } = await submitArchive(db, LONG);
    const worker = start('pipeline', env);
    await until(() => isAnalysed(dataDir));
    const asked = performance.now();
    await requestCancel(db, run.id, new Date());
    await until(async () => !(await isAnalysed(dataDir)));
    const ms = Math.round(performance.now() - asked);
    process.stdout.write(`the analyzer was gone ${ms} ms after the wish to cancel\n`);
    await until(() => hasEnded(db, run.id));
    expect(await findRun(db, run.id)).toMatchObject({ state: 'cancelled', error: { code: 'CANCELLED' } });
    expect(await worker.end('SIGTERM')).toBe(0);
  });

  it('the room on the disk, the run fails with that reason, and the worker goes on', async (context) => {
    const { db, env } = await place();
    const dataDir = join(home, String(++count));
    const disk = await smallDisk(dataDir, 4);
    if (typeof disk !== 'function') {
      process.stdout.write(`skipped the full disk: ${disk.why}\n`);
      return context.skip();
    }
    try {
      const worker = start('pipeline', { ...env, CSQA_DATA_DIR: dataDir });
      const { run } = await submitArchive(db, LONG);
      await until(() => hasEnded(db, run.id));
      expect(await findRun(db, run.id)).toMatchObject({ state: 'failed', error: { code: 'DISK_FULL' } });
      const next = await submitArchive(db, SHORT, 'short.zip');
      await until(() => hasEnded(db, next.run.id));
      expect(await findRun(db, next.run.id)).toMatchObject({ state: 'succeeded' });
      expect(await worker.end('SIGTERM')).toBe(0);
    } finally {
      await disk();
    }
  });
});
