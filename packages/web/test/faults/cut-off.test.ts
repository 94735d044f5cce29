import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/data/migrate.ts';
import { type Database, openDatabase } from '../../src/data/open-database.ts';
import { lockCounts } from '../../src/data/run-counts.ts';
import { claimRun } from '../../src/data/runs.ts';
import { type PostgresServer, postgresPackage, startPostgres } from '../postgres-server.ts';
import { at, clinic, waitingRun } from '../samples.ts';

const found = postgresPackage();
if (typeof found !== 'string' && process.env['CSQA_E2E'] === 'required') throw new Error(found.why);

describe.runIf(typeof found === 'string')('a host that falls silent while it counts runs', () => {
  let server: PostgresServer | null = null;
  const open: Database[] = [];
  beforeAll(async () => {
    if (typeof found === 'string') server = await startPostgres(found);
  });
  afterAll(async () => {
    for (const database of open) await database.close();
    await server?.stop();
  });

  it('holds up nobody who need not count, and the others until the server ends its transaction', async () => {
    const url = (await server?.newDatabase()) ?? '';
    const [silent, alive] = await Promise.all([1, 2].map(() => openDatabase({ kind: 'postgres', url })));
    if (silent === undefined || alive === undefined) throw new Error('two hosts');
    open.push(silent, alive);
    await migrate(alive.db);
    const project = await clinic(alive.db);
    const [free, capped] = [await waitingRun(alive.db, project), await waitingRun(alive.db, project)];
    const counted = Promise.withResolvers<void>();
    const reconnected = Promise.withResolvers<void>();
    const cutOff = silent.db.transaction().execute(async (transaction) => {
      await lockCounts(transaction);
      counted.resolve();
      await reconnected.promise;
      return claimRun(transaction, { id: capped.id, workerId: 'silent' }, at(1));
    });
    await counted.promise;
    const caps = { running: 5 };
    expect(await claimRun(alive.db, { id: free.id, workerId: 'alive', caps: {} }, at(2))).toBeDefined();
    const taken = await claimRun(alive.db, { id: capped.id, workerId: 'alive', caps }, at(3));
    expect(taken).toMatchObject({ attempt: 1, worker_id: 'alive' });
    reconnected.resolve();
    await expect(cutOff).rejects.toThrow();
  });
});
