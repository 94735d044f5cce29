import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, waitingRun } from '../../test/samples.ts';
import { claimRun, findRun, finishRun } from '../data/runs.ts';
import { createPgBossQueue } from './pg-boss-queue.ts';
import { reconcile } from './reconcile.ts';

describeDatabases('the queue', (places) => {
  it('hands out every waiting run once, however often it is woken, also one whose job was never sent', async () => {
    const { db, store } = await places.newDatabase();
    const project = await clinic(db);
    const runs = await Promise.all(Array.from({ length: 12 }, (_, i) => waitingRun(db, project, at(i))));
    const errors: Error[] = [];
    const queue = createPgBossQueue(store, (error) => errors.push(error));
    await queue.start();
    const begun: string[] = [];
    await queue.work(3, async (id) => {
      if ((await claimRun(db, { id, workerId: 'w' }, new Date())) === undefined) return;
      begun.push(id);
      await finishRun(
        db,
        { id, workerId: 'w', attempt: 1 },
        { state: 'succeeded', revision: null, error: null, at: new Date() },
      );
    });
    for (const { id } of runs.slice(0, 6)) {
      await queue.wake(id);
      await queue.wake(id);
    }
    await reconcile({ db, queue, caps: {} }, new Date());
    const isDone = async () => {
      for (const { id } of runs) if ((await findRun(db, id))?.state !== 'succeeded') return false;
      return true;
    };
    while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 100));
    await queue.stop();
    expect(begun.sort()).toEqual(runs.map(({ id }) => id).sort());
    expect(errors).toEqual([]);
  });

  it('gives a run of a worker that died to another', async () => {
    const { db, store } = await places.newDatabase();
    const { id } = await waitingRun(db, await clinic(db));
    await claimRun(db, { id, workerId: 'dead' }, new Date(Date.now() - 60_000));
    const queue = createPgBossQueue(store, () => undefined);
    await queue.start();
    expect(await reconcile({ db, queue, caps: {} }, new Date())).toMatchObject([{ id, state: 'queued' }]);
    const taken = new Promise<string>((resolve) => {
      queue.work(1, (runId) => Promise.resolve(resolve(runId))).catch(() => undefined);
    });
    expect(await taken).toBe(id);
    await queue.stop();
  });
});
