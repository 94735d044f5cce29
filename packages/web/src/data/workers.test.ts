import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, endedRun, waitingRun } from '../../test/samples.ts';
import { listActs, noteAct } from './audit.ts';
import { claimRun } from './runs.ts';
import { createShareLink, listShareLinks, revokeShareLink, usableShareLink } from './share-links.ts';
import { listWorkers, queueState, removeSilentWorkers, removeWorker, showWorker } from './workers.ts';

describeDatabases('workers', (places) => {
  it('are listed with what they run until they end, or fall silent', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const worker = (id: string) => ({ id, host: 'alpha', version: '0.1.0', engine: 'local', concurrency: 2 });
    await showWorker(db, worker('a'), at(0));
    await showWorker(db, worker('b'), at(1));
    await showWorker(db, worker('a'), at(20));
    const { id } = await waitingRun(db, project, at(2));
    await claimRun(db, { id, workerId: 'b' }, at(3));
    expect(await listWorkers(db)).toMatchObject([
      { ...worker('a'), startedAt: at(0), seenAt: at(20), runs: [] },
      { id: 'b', seenAt: at(1), runs: [{ id, projectName: 'clinic', state: 'running', startedAt: at(3) }] },
    ]);
    expect(await removeSilentWorkers(db, at(10))).toBe(1);
    await removeWorker(db, 'a');
    expect(await listWorkers(db)).toEqual([]);
  });

  it('leave a queue that says what waits, since when, and what runs', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    expect(await queueState(db, 5)).toEqual({
      ...{ queued: 0, running: 0, cancelling: 0, waitingSince: null, waiting: [] },
    });
    const [first, second, third] = [
      await waitingRun(db, project, at(1)),
      await waitingRun(db, project, at(2)),
      await waitingRun(db, project, at(3)),
    ];
    await endedRun(db, project, { at: at(0) });
    await claimRun(db, { id: second.id, workerId: 'w' }, at(4));
    expect(await queueState(db, 1)).toMatchObject({
      ...{ queued: 2, running: 1, cancelling: 0, waitingSince: at(1), waiting: [{ id: first.id }] },
    });
    expect((await queueState(db, 9)).waiting.map(({ id }) => id)).toEqual([first.id, third.id]);
  });
});

describeDatabases('administrative acts', (places) => {
  it('are listed newest first, page by page', async () => {
    const { db } = await places.newDatabase();
    for (const second of [1, 2, 2, 3])
      await noteAct(db, { actor: 'root', action: 'token.revoke', subject: String(second) }, at(second));
    const first = await listActs(db, { limit: 2 });
    const last = first.at(-1);
    const rest = await listActs(db, { limit: 9, ...(last === undefined ? {} : { after: last }) });
    expect([...first, ...rest].map(({ subject }) => subject)).toEqual(['3', '2', '2', '1']);
    expect(new Set([...first, ...rest].map(({ id }) => id)).size).toBe(4);
  });
});

describeDatabases('a link to a report', (places) => {
  it('works until it expires or is revoked', async () => {
    const { db } = await places.newDatabase();
    const run = await endedRun(db, await clinic(db));
    const wanted = { runId: run.id, createdBy: 'token ci', expiresAt: at(100) };
    const link = await createShareLink(db, wanted, at(0));
    const other = await createShareLink(db, wanted, at(1));
    expect(await usableShareLink(db, link.id, at(99))).toEqual(link);
    expect(await usableShareLink(db, link.id, at(100))).toBeUndefined();
    expect(await revokeShareLink(db, link.id, at(2))).toBe(true);
    expect(await revokeShareLink(db, link.id, at(3))).toBe(false);
    expect(await usableShareLink(db, link.id, at(4))).toBeUndefined();
    expect((await listShareLinks(db, run.id)).map(({ id }) => id)).toEqual([other.id, link.id]);
  });
});
