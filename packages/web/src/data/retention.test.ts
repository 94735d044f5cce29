import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, endedRun, keepReport, reportOf, waitingRun } from '../../test/samples.ts';
import { portfolio } from './portfolio.ts';
import { trendOf } from './reports.ts';
import { removeOldEvents, removeOldRuns, removeRun } from './retention.ts';
import { appendEvents, eventsAfter } from './run-events.ts';
import { claimRun, listRuns } from './runs.ts';

describeDatabases('runs', (places) => {
  it('are removed by age and by number, but never the newest that passed, nor what runs', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const passed = await endedRun(db, project, { at: at(1) });
    await keepReport(db, passed.id, reportOf(0.2));
    const running = await waitingRun(db, project, at(2));
    await claimRun(db, { id: running.id, workerId: 'w' }, at(2));
    const old = await endedRun(db, project, { at: at(3), state: 'failed' });
    const failing = await endedRun(db, project, { at: at(50) });
    await keepReport(db, failing.id, reportOf(0.6, 'failed'));
    const newest = await endedRun(db, project, { at: at(60), state: 'failed' });
    expect(await removeOldRuns(db, { since: at(10), newest: 100 })).toEqual([old.id]);
    expect(await removeOldRuns(db, { since: at(10), newest: 1 })).toEqual([failing.id]);
    const left = await listRuns(db, { projectId: project.id, limit: 9 });
    expect(left.map(({ id }) => id)).toEqual([newest.id, running.id, passed.id]);
    expect(await trendOf(db, project.id, 10)).toHaveLength(1);
  });

  it('are removed one by one when they have ended, and the table of projects forgets them', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const first = await endedRun(db, project, { at: at(1) });
    await keepReport(db, first.id, reportOf(0.2));
    const second = await endedRun(db, project, { at: at(2) });
    await keepReport(db, second.id, reportOf(0.7));
    const waiting = await waitingRun(db, project, at(3));
    expect(await removeRun(db, waiting.id)).toBe(false);
    expect(await removeRun(db, second.id)).toBe(true);
    expect(await removeRun(db, second.id)).toBe(false);
    const { rows } = await portfolio(db, { limit: 9, offset: 0 });
    expect(rows).toMatchObject([{ index: 0.2, measuredRunId: first.id, trend: [0.2] }]);
  });

  it('keep their report when their steps are removed', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const old = await endedRun(db, project, { at: at(1) });
    await keepReport(db, old.id, reportOf(0.2));
    const running = await waitingRun(db, project, at(2));
    for (const { id } of [old, running]) await appendEvents(db, id, [{ at: at(2), body: { type: 'phase' } }]);
    expect(await removeOldEvents(db, at(100))).toBe(1);
    expect(await eventsAfter(db, { runId: running.id, seq: 0, limit: 9 })).toHaveLength(1);
    expect(await trendOf(db, project.id, 9)).toHaveLength(1);
  });
});
