import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrchestrator, type Orchestrator } from '@csqa/orchestrator';
import { createFakeEngine, type FakeEngineScript } from '@csqa/orchestrator/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, waitingRun } from '../../test/samples.ts';
import { loadReport, trendOf } from '../data/reports.ts';
import { eventsAfter } from '../data/run-events.ts';
import { findRun, requestCancel, takeFromDead } from '../data/runs.ts';
import { type WorkerParts, workOn } from './worker.ts';

const CONTROLLER = `
package org.clinic;
import org.springframework.web.bind.annotation.*;
@RestController class Visits {
  @PostMapping("/visits") String open(@RequestBody Object visit) { return visit.toString(); }
}`;

/** The orchestrator as it is, but what would be cloned lies in a directory here. */
function overDirectory(orchestrator: Orchestrator, path: string): Pick<Orchestrator, 'analyze'> {
  return {
    analyze: (request, context) =>
      orchestrator.analyze({ ...request, source: { kind: 'directory', path } }, context),
  };
}

describeDatabases('a worker', (places) => {
  let home = '';
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-worker-'));
    await mkdir(join(home, 'tree'));
    await writeFile(join(home, 'tree/Visits.java'), CONTROLLER);
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  const worker = async (script?: FakeEngineScript) => {
    const { db } = await places.newDatabase();
    const ports = script === undefined ? {} : { engines: { local: createFakeEngine(script) } };
    const orchestrator = createOrchestrator({ engine: 'local', tempDir: join(home, 'jobs') }, ports);
    const parts: WorkerParts = {
      ...{ db, workerId: 'w1', workDir: join(home, 'work') },
      orchestrator: overDirectory(orchestrator, join(home, 'tree')),
      now: () => new Date(),
    };
    return { db, parts, project: await clinic(db) };
  };

  it('keeps the report with its figures, its events and what changed since the run before', async () => {
    const { db, parts, project } = await worker();
    const first = await waitingRun(db, project, at(0));
    expect(await workOn(parts, first.id)).toBe('ended');
    const run = await findRun(db, first.id);
    expect(run).toMatchObject({ state: 'succeeded', attempt: 1, error: null, gate: null, phase: null });
    const document = JSON.parse((await loadReport(db, first.id)) ?? '') as {
      report: { entryPoints: object[] };
    };
    expect(document.report.entryPoints).toHaveLength(1);
    const events = await eventsAfter(db, { runId: first.id, seq: 0, limit: 1000 });
    expect(events.map(({ body }) => body['phase'])).toContain('analyse');
    await writeFile(
      join(home, 'tree/Visits.java'),
      CONTROLLER.replace('Object visit', 'long visit').replace('visit.toString()', '"" + visit'),
    );
    const second = await waitingRun(db, project, at(1));
    expect(await workOn(parts, second.id)).toBe('ended');
    expect((await findRun(db, second.id))?.findings?.fixed).toBeGreaterThan(0);
    expect(await trendOf(db, project.id, 5)).toHaveLength(2);
    expect(await readdir(join(home, 'work'))).toEqual([]);
  });

  it('ends a run that somebody cancels, and leaves one alone that was cancelled before', async () => {
    const { db, parts, project } = await worker({ report: null, takesMs: 600_000 });
    const { id } = await waitingRun(db, project);
    const working = workOn(parts, id);
    while ((await findRun(db, id))?.phase !== 'analyse')
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await requestCancel(db, id, new Date())).toBe('cancelling');
    expect(await working).toBe('ended');
    expect(await findRun(db, id)).toMatchObject({ state: 'cancelled', error: { code: 'CANCELLED' } });
    const other = await waitingRun(db, project);
    await requestCancel(db, other.id, new Date());
    expect(await workOn(parts, other.id)).toBe('lost');
  });

  it('drops what it found for a run that was taken away from it', async () => {
    const { db, parts, project } = await worker({ report: null, takesMs: 600_000 });
    const { id } = await waitingRun(db, project);
    const working = workOn(parts, id);
    while ((await findRun(db, id))?.state !== 'running')
      await new Promise((resolve) => setTimeout(resolve, 50));
    await takeFromDead(db, new Date(Date.now() + 60_000), new Date());
    expect(await working).toBe('lost');
    expect(await findRun(db, id)).toMatchObject({ state: 'queued', error: null });
  });

  it('says why an analysis failed', async () => {
    const { db, parts, project } = await worker({ report: null, exit: { exitCode: 1 } });
    const { id } = await waitingRun(db, project);
    expect(await workOn(parts, id)).toBe('ended');
    const run = await findRun(db, id);
    expect(run).toMatchObject({ state: 'failed', attempt: 1 });
    expect(run?.error?.hint).not.toBe('');
    expect(await loadReport(db, id)).toBeUndefined();
  });
});
