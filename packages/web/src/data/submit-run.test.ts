import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, wantedRun } from '../../test/samples.ts';
import { countRuns } from './run-counts.ts';
import { claimRun, finishRun, listRuns } from './runs.ts';
import { submitRun } from './submit-run.ts';

describeDatabases('limits', (places) => {
  it('of what waits hold, however many ask at once', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const askers = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 24 });
    const caps = fc.record({
      waiting: fc.integer({ min: 1, max: 12 }),
      waitingPerRequester: fc.integer({ min: 1, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(askers, caps, async (names, limits) => {
        await db.deleteFrom('run').execute();
        const asked = await Promise.allSettled(
          names.map((name) => submitRun(db, { ...wantedRun(project, null, name), caps: limits }, at(0))),
        );
        const taken = asked.filter(({ status }) => status === 'fulfilled').length;
        const reasons = asked.flatMap((each) =>
          each.status === 'rejected' ? [(each.reason as { code: string }).code] : [],
        );
        let most = 0;
        for (const name of ['a', 'b', 'c']) {
          const wanted = names.filter((each) => each === name).length;
          const { ofRequester } = await countRuns(db, ['queued'], name);
          expect(ofRequester).toBeLessThanOrEqual(limits.waitingPerRequester);
          most += Math.min(wanted, limits.waitingPerRequester);
        }
        expect(taken).toBe(Math.min(most, limits.waiting));
        expect(reasons.every((code) => code === 'QUEUE_FULL' || code === 'REQUESTER_QUEUE_FULL')).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('of what runs hold, however many workers take at once', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const caps = fc.record({
      running: fc.integer({ min: 1, max: 6 }),
      runningPerRequester: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(caps, async (limits) => {
        await db.deleteFrom('run').execute();
        for (const name of ['a', 'a', 'a', 'a', 'b', 'b', 'c', 'c']) {
          await submitRun(db, wantedRun(project, null, name), at(0));
        }
        const runs = await listRuns(db, { limit: 20 });
        const claims = await Promise.all(
          runs.map(({ id }) => claimRun(db, { id, workerId: `w ${id}`, caps: limits }, at(1))),
        );
        const of = (name: string) => claims.filter((run) => run?.requested_by === name).length;
        const most = ['aaaa', 'bb', 'cc'].map((each) => Math.min(each.length, limits.runningPerRequester));
        expect(of('a') + of('b') + of('c')).toBe(
          Math.min(
            limits.running,
            most.reduce((sum, each) => sum + each, 0),
          ),
        );
        for (const name of ['a', 'b', 'c']) expect(of(name)).toBeLessThanOrEqual(limits.runningPerRequester);
      }),
      { numRuns: 15 },
    );
  });

  it('let in the next when one has ended', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const caps = { waiting: 1, running: 1 };
    const first = await submitRun(db, { ...wantedRun(project), caps }, at(0));
    await expect(submitRun(db, { ...wantedRun(project), caps }, at(1))).rejects.toMatchObject({
      code: 'QUEUE_FULL',
    });
    expect(await claimRun(db, { id: first.id, workerId: 'w', caps }, at(2))).toBeDefined();
    const second = await submitRun(db, { ...wantedRun(project), caps }, at(3));
    expect(await claimRun(db, { id: second.id, workerId: 'v', caps }, at(4))).toBeUndefined();
    await finishRun(
      db,
      { id: first.id, workerId: 'w', attempt: 1 },
      { state: 'succeeded', revision: null, error: null, at: at(5) },
    );
    expect(await claimRun(db, { id: second.id, workerId: 'v', caps }, at(6))).toBeDefined();
  });
});
