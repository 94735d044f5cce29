import { describe, expect, it } from 'vitest';
import { postgresPackage, startPostgres } from '../../test/postgres-server.ts';
import { openDatabase } from './open-database.ts';
import { explainFailure, waitForDatabase } from './wait-for-database.ts';

const found = postgresPackage();

describe('what a database answers', () => {
  it.each([
    ['ECONNREFUSED', 'DATABASE_REFUSED'],
    ['ENOTFOUND', 'DATABASE_HOST_UNKNOWN'],
    ['EAI_AGAIN', 'DATABASE_HOST_UNKNOWN'],
    ['28P01', 'DATABASE_AUTH'],
    ['3D000', 'DATABASE_MISSING'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'DATABASE_TLS'],
    ['XX000', 'DATABASE_UNUSABLE'],
  ])('by %s is told as %s', (code, expected) => {
    expect(explainFailure(Object.assign(new Error('secret-password'), { code })).code).toBe(expected);
  });

  it('never repeats a text of the server that has a code', () => {
    const failure = explainFailure(Object.assign(new Error('password "hunter2"'), { code: '28P01' }));
    expect(`${failure.message} ${failure.hint}`).not.toContain('hunter2');
  });
});

describe.runIf(typeof found === 'string')('waiting for PostgreSQL', () => {
  const directory = typeof found === 'string' ? found : '';

  it('goes on while the server is not there, and ends when it is', async () => {
    const server = await startPostgres(directory);
    const url = await server.newDatabase();
    await server.stop('SIGKILL');
    const database = await openDatabase({ kind: 'postgres', url });
    const failures: string[] = [];
    let started: Promise<void> | null = null;
    await waitForDatabase(database.db, {
      seconds: 60,
      onRetry: ({ code }) => {
        failures.push(code);
        started ??= server.start();
      },
    });
    // Whoever started it still asks whether it answers, and would be cut off by its end.
    await started;
    expect(new Set(failures)).toEqual(new Set(['DATABASE_REFUSED']));
    await database.close();
    await server.stop();
  });

  it('fails at once where waiting cannot help, and in time where it did not', async () => {
    const server = await startPostgres(directory);
    const url = await server.newDatabase();
    const missing = await openDatabase({ kind: 'postgres', url: url.replace(/\/\w+$/u, '/nothing') });
    await expect(waitForDatabase(missing.db, { seconds: 60 })).rejects.toMatchObject({
      code: 'DATABASE_MISSING',
    });
    const elsewhere = await openDatabase({
      kind: 'postgres',
      url: url.replace('127.0.0.1', 'no.such.host.invalid'),
    });
    await expect(waitForDatabase(elsewhere.db, { seconds: 0 })).rejects.toMatchObject({
      code: 'DATABASE_HOST_UNKNOWN',
    });
    for (const database of [missing, elsewhere]) await database.close();
    await server.stop();
  });
});
