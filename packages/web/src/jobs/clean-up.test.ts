import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, endedRun, keepReport, reportOf } from '../../test/samples.ts';
import { listActs, noteAct } from '../data/audit.ts';
import { appendEvents } from '../data/run-events.ts';
import { findRun } from '../data/runs.ts';
import { createShareLink, listShareLinks, revokeShareLink } from '../data/share-links.ts';
import { storeUpload } from '../data/uploads.ts';
import { showWorker } from '../data/workers.ts';
import { cleanUp } from './clean-up.ts';

const DAY = 86_400;

describeDatabases('cleaning up', (places) => {
  it('removes what is old of every kind, and keeps the newest green run', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const green = await endedRun(db, project, { at: at(1) });
    await keepReport(db, green.id, reportOf(0.2));
    const old = await endedRun(db, project, { at: at(2), state: 'failed' });
    const fresh = await endedRun(db, project, { at: at(40 * DAY), state: 'failed' });
    for (const { id } of [green, fresh]) await appendEvents(db, id, [{ at: at(1), body: { type: 'phase' } }]);
    await showWorker(db, { id: 'w', host: 'a', version: '1', engine: 'local', concurrency: 1 }, at(1));
    const content = Readable.from([randomBytes(10)]);
    await storeUpload(db, { name: 'x', content, limits: { bytes: 99, allBytes: 99 } }, at(1));
    const policy = { keepDays: 30, keepRuns: 100 };
    const removed = await cleanUp(db, policy, at(41 * DAY));
    expect(removed).toEqual({
      ...{ runs: 1, events: 1, deliveries: 0, uploads: 1, workers: 1 },
      ...{ shareLinks: 0, acts: 0 },
    });
    expect(await findRun(db, old.id)).toBeUndefined();
    expect(await findRun(db, green.id)).toBeDefined();
    expect(await cleanUp(db, policy, at(41 * DAY))).toMatchObject({ runs: 0, events: 0 });
  });

  it('removes links a month after their end, and acts after two years, but nothing that is younger', async () => {
    const { db } = await places.newDatabase();
    const { id: runId } = await endedRun(db, await clinic(db), { at: at(0) });
    const link = (expiresAt: Date) => createShareLink(db, { runId, createdBy: 'lead', expiresAt }, at(0));
    const [lasting, over, revoked] = [
      await link(at(900 * DAY)),
      await link(at(2 * DAY)),
      await link(at(900 * DAY)),
    ];
    await revokeShareLink(db, revoked.id, at(5 * DAY));
    await noteAct(db, { actor: 'lead', action: 'share', subject: 'first' }, at(0));
    await noteAct(db, { actor: 'lead', action: 'share', subject: 'later' }, at(40 * DAY));
    const policy = { keepDays: 10_000, keepRuns: 100 };
    const left = async () => (await listShareLinks(db, runId)).map(({ id }) => id);
    expect(await cleanUp(db, policy, at(31 * DAY))).toMatchObject({ shareLinks: 0, acts: 0 });
    expect(await cleanUp(db, policy, at(33 * DAY))).toMatchObject({ shareLinks: 1, acts: 0 });
    expect(await left()).not.toContain(over.id);
    expect(await cleanUp(db, policy, at(36 * DAY))).toMatchObject({ shareLinks: 1, acts: 0 });
    expect(await left()).toEqual([lasting.id]);
    expect(await cleanUp(db, policy, at(731 * DAY))).toMatchObject({ shareLinks: 0, acts: 1 });
    expect((await listActs(db, { limit: 9 })).map(({ subject }) => subject)).toEqual(['later']);
  });

  it('is done by one process at a time', async () => {
    const { db, store } = await places.newDatabase();
    const policy = { keepDays: 30, keepRuns: 100 };
    expect(await cleanUp(db, policy, at(0))).not.toBeNull();
    // The embedded database has one connection, and with it one that cleans up.
    if (store.kind === 'embedded') return;
    await db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(1668509025, 2)`.execute(transaction);
      expect(await cleanUp(db, policy, at(0))).toBeNull();
    });
    expect(await cleanUp(db, policy, at(0))).not.toBeNull();
  });
});
