import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, waitingRun } from '../../test/samples.ts';
import { appendEvents, eventsAfter } from './run-events.ts';
import { ENDED, NEXT_STATES, statesBefore } from './run-states.ts';
import {
  beat,
  claimRun,
  findRun,
  finishRun,
  listRuns,
  requestCancel,
  requeueRun,
  takeFromDead,
} from './runs.ts';
import type { RunState } from './schema.ts';

describe('the states of a run', () => {
  const states = Object.keys(NEXT_STATES) as RunState[];

  it('lead from every state to an end, and from an end nowhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
        (start, choices) => {
          const reached = new Set<RunState>([start]);
          let state = start;
          for (const choice of choices) {
            const next = NEXT_STATES[state];
            if (next.length === 0) break;
            state = next[choice % next.length] ?? state;
            reached.add(state);
          }
          const ends = (from: RunState): boolean => NEXT_STATES[from].some((next) => ENDED.includes(next));
          return [...reached].every((each) => ENDED.includes(each) || ends(each));
        },
      ),
    );
    expect(ENDED).toEqual(['succeeded', 'incomplete', 'failed', 'cancelled']);
  });

  it('name the states before each', () => {
    expect(statesBefore('running')).toEqual(['queued']);
    expect(statesBefore('cancelled')).toEqual(['queued', 'running', 'cancelling']);
  });
});

describeDatabases('runs', (places) => {
  it('are taken by one worker only, however many try at once', async () => {
    const { db } = await places.newDatabase();
    const { id } = await waitingRun(db, await clinic(db));
    const workers = ['a', 'b', 'c', 'd', 'e'];
    const claims = await Promise.all(workers.map((workerId) => claimRun(db, { id, workerId }, at(1))));
    const taken = claims.filter((claim) => claim !== undefined);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ state: 'running', attempt: 1, started_at: at(1) });
  });

  it('end once: what a worker finds that lost its run is not kept', async () => {
    const { db } = await places.newDatabase();
    const { id } = await waitingRun(db, await clinic(db));
    await claimRun(db, { id, workerId: 'slow' }, at(1));
    expect(await takeFromDead(db, at(100), at(101))).toMatchObject([{ id, state: 'queued', attempt: 1 }]);
    await claimRun(db, { id, workerId: 'quick' }, at(102));
    const end = { state: 'succeeded', revision: 'abc', error: null, at: at(103) } as const;
    expect(await finishRun(db, { id, workerId: 'slow', attempt: 1 }, end)).toBeUndefined();
    expect(await beat(db, { id, workerId: 'slow', attempt: 1, phase: 'link' }, at(103))).toBeUndefined();
    const own = { id, workerId: 'quick', attempt: 2 };
    expect(await finishRun(db, own, end)).toMatchObject({ state: 'succeeded', attempt: 2 });
    expect(await finishRun(db, own, { ...end, state: 'failed' })).toBeUndefined();
  });

  it('are not ended by what a worker found before it lost the run and was given it again', async () => {
    const { db } = await places.newDatabase();
    const { id } = await waitingRun(db, await clinic(db));
    await claimRun(db, { id, workerId: 'cut off' }, at(1));
    await takeFromDead(db, at(100), at(101));
    expect(await claimRun(db, { id, workerId: 'cut off' }, at(102))).toMatchObject({ attempt: 2 });
    const [stale, held] = [1, 2].map((attempt) => ({ id, workerId: 'cut off', attempt }));
    if (stale === undefined || held === undefined) throw new Error('two attempts');
    const end = { state: 'succeeded', revision: 'abc', error: null, at: at(103) } as const;
    expect(await beat(db, { ...stale, phase: 'link' }, at(103))).toBeUndefined();
    expect(await requeueRun(db, stale)).toBeUndefined();
    expect(await finishRun(db, stale, end)).toBeUndefined();
    expect(await beat(db, { ...held, phase: 'link' }, at(103))).toBe('running');
    expect(await finishRun(db, held, end)).toMatchObject({ state: 'succeeded' });
  });

  it('are cancelled at once while they wait, and by their worker while they run', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const [waiting, running] = [await waitingRun(db, project), await waitingRun(db, project)];
    const own = { id: running.id, workerId: 'w', attempt: 1 };
    await claimRun(db, own, at(1));
    expect(await requestCancel(db, waiting.id, at(2))).toBe('cancelled');
    expect(await requestCancel(db, running.id, at(2))).toBe('cancelling');
    expect(await requestCancel(db, running.id, at(3))).toBe('cancelling');
    expect(await beat(db, { ...own, phase: 'facts' }, at(3))).toBe('cancelling');
    await finishRun(db, own, { state: 'cancelled', revision: null, error: null, at: at(4) });
    expect(await requestCancel(db, running.id, at(5))).toBeUndefined();
    expect(await claimRun(db, { id: waiting.id, workerId: 'w' }, at(5))).toBeUndefined();
  });

  it('go back in line when their worker dies, and fail with a reason the third time', async () => {
    const { db } = await places.newDatabase();
    const { id } = await waitingRun(db, await clinic(db));
    const ends: RunState[] = [];
    for (const attempt of [1, 2, 3]) {
      await claimRun(db, { id, workerId: `w${attempt}` }, at(attempt * 100));
      const [lost] = await takeFromDead(db, at(attempt * 100 + 50), at(attempt * 100 + 60));
      if (lost !== undefined) ends.push(lost.state);
    }
    expect(ends).toEqual(['queued', 'queued', 'failed']);
    expect((await findRun(db, id))?.error?.code).toBe('WORKER_LOST');
  });

  it('stay with a worker that shows that it lives', async () => {
    const { db } = await places.newDatabase();
    const { id } = await waitingRun(db, await clinic(db));
    await claimRun(db, { id, workerId: 'w' }, at(0));
    await beat(db, { id, workerId: 'w', attempt: 1, phase: 'link' }, at(50));
    expect(await takeFromDead(db, at(40), at(60))).toEqual([]);
    expect(await findRun(db, id)).toMatchObject({ state: 'running', phase: 'link' });
  });

  it('are listed newest first in pages that new runs do not move', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const other = await clinic(db, 'other');
    const ids: string[] = [];
    for (const second of [1, 2, 2, 3]) ids.unshift((await waitingRun(db, project, at(second))).id);
    await waitingRun(db, other, at(2));
    const first = await listRuns(db, { projectId: project.id, limit: 2 });
    await waitingRun(db, project, at(9));
    const last = first.at(-1);
    if (last === undefined) throw new Error('no run');
    const after = { createdAt: last.created_at, id: last.id };
    const rest = await listRuns(db, { projectId: project.id, after, limit: 9 });
    expect([...first, ...rest].map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(await listRuns(db, { limit: 50 })).toHaveLength(6);
  });

  it('number their events on, and give those that somebody missed', async () => {
    const { db } = await places.newDatabase();
    const { id } = await waitingRun(db, await clinic(db));
    const event = (phase: string) => ({ at: at(1), body: { type: 'phase', phase } });
    await Promise.all([
      appendEvents(db, id, [event('facts'), event('link')]),
      appendEvents(db, id, [event('flow')]),
    ]);
    expect((await eventsAfter(db, { runId: id, seq: 0, limit: 10 })).map(({ seq }) => seq)).toEqual([
      1, 2, 3,
    ]);
    expect(await eventsAfter(db, { runId: id, seq: 2, limit: 10 })).toHaveLength(1);
    expect(await appendEvents(db, id, [])).toEqual([]);
  });
});
