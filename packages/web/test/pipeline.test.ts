import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../src/data/migrate.ts';
import { type Database, openDatabase } from '../src/data/open-database.ts';
import { findRun } from '../src/data/runs.ts';
import { type PostgresServer, postgresPackage, startPostgres } from './postgres-server.ts';
import { at, clinic, waitingRun } from './samples.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const found = postgresPackage();

/** A worker process, and all that it says. */
interface Worker {
  readonly process: ChildProcess;
  readonly said: () => string;
  end(signal: NodeJS.Signals): Promise<number | null>;
}

function startWorker(env: Readonly<Record<string, string>>): Worker {
  const child = spawn(process.execPath, ['--conditions=csqa-source', MAIN, 'pipeline'], {
    env: { PATH: process.env['PATH'], CSQA_ENGINE: 'local', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  }
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    process: child,
    said: () => text,
    end(signal) {
      child.kill(signal);
      return gone;
    },
  };
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe.runIf(typeof found === 'string')('worker processes', () => {
  let home = '';
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-pipeline-'));
    if (typeof found === 'string') server = await startPostgres(found);
  });
  afterAll(async () => {
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  });

  const open = async (): Promise<{ readonly database: Database; readonly env: Record<string, string> }> => {
    const url = (await server?.newDatabase()) ?? '';
    const database = await openDatabase({ kind: 'postgres', url });
    await migrate(database.db);
    return { database, env: { DATABASE_URL: url, CSQA_DATA_DIR: home } };
  };

  it('share the runs that wait, end each with a reason, and stop when they are told to', async () => {
    const { database, env } = await open();
    const { db } = database;
    // A host that is not on the list: the run ends there, with the reason.
    const project = await clinic(db);
    const runs = await Promise.all(Array.from({ length: 6 }, (_, i) => waitingRun(db, project, at(i))));
    const workers = [startWorker(env), startWorker(env)];
    const states = async () => Promise.all(runs.map(async ({ id }) => (await findRun(db, id))?.state));
    await until(async () => (await states()).every((state) => state === 'failed'));
    const ended = await Promise.all(runs.map(({ id }) => findRun(db, id)));
    expect(ended.map((run) => [run?.attempt, run?.error?.code])).toEqual(
      runs.map(() => [1, 'CLONE_FORBIDDEN_URL']),
    );
    await until(() => workers.every(({ said }) => said().includes('working on runs, 1 at a time')));
    expect(await Promise.all(workers.map((worker) => worker.end('SIGTERM')))).toEqual([0, 0]);
    expect(workers[0]?.said()).toContain('SIGTERM: no more runs are taken');
    await database.close();
  });

  it('that are killed leave nothing that another cannot go on with', async () => {
    const { database, env } = await open();
    const { db } = database;
    const first = startWorker(env);
    await until(() => first.said().includes('working on runs'));
    await first.end('SIGKILL');
    const { id } = await waitingRun(db, await clinic(db));
    const second = startWorker(env);
    await until(async () => (await findRun(db, id))?.state === 'failed');
    expect(await second.end('SIGINT')).toBe(0);
    await database.close();
  });
});
