import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createOrchestrator, type Orchestrator } from '@csqa/orchestrator';
import { createFakeEngine, type FakeEngineScript } from '@csqa/orchestrator/testing';
import type { AnalyzerEvent } from '@csqa/report';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, waitingRun, wantedRun } from '../../test/samples.ts';
import { zipOf } from '../../test/zip.ts';
import { changeSettings } from '../data/project-settings.ts';
import type { Project } from '../data/projects.ts';
import { loadReport, trendOf } from '../data/reports.ts';
import { eventsAfter } from '../data/run-events.ts';
import { findRun, requestCancel, takeFromDead } from '../data/runs.ts';
import { submitRun } from '../data/submit-run.ts';
import { attachUpload, storeUpload } from '../data/uploads.ts';
import { ProjectCaches } from './kept/project-caches.ts';
import { type WorkerParts, workOn } from './worker.ts';

const CONTROLLER = `
package org.clinic;
import org.springframework.web.bind.annotation.*;
@RestController class Visits {
  @PostMapping("/visits") String open(@RequestBody Object visit) { return visit.toString(); }
}`;

/** The same without what is found in it. */
const BETTER = CONTROLLER.replace('Object visit', 'long visit').replace('visit.toString()', '"" + visit');

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
      ...{ db, workerId: 'w1', workDir: join(home, 'work'), caps: {} },
      caches: new ProjectCaches({
        ...{ directory: join(home, 'cache'), mostBytes: 1e9 },
        log: (line) => expect.unreachable(line),
      }),
      orchestrator: overDirectory(orchestrator, join(home, 'tree')),
      now: () => new Date(),
      log: (line) => expect.unreachable(line),
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
    await writeFile(join(home, 'tree/Visits.java'), BETTER);
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

  it('analyses what was uploaded, and says what is wrong with an archive that it cannot use', async () => {
    const { db, parts, project } = await worker();
    const upload = async (content: Buffer) => {
      const source = { kind: 'archive', name: 'clinic.zip' } as const;
      const run = await submitRun(db, { ...wantedRun(project), source }, at(0));
      const limits = { bytes: 1e6, allBytes: 1e6 };
      const sent = { name: 'clinic.zip', content: Readable.from([content]), limits };
      expect(await attachUpload(db, (await storeUpload(db, sent, at(0))).id, run.id)).toBe(true);
      const own = {
        ...parts,
        orchestrator: createOrchestrator({ engine: 'local', tempDir: join(home, 'jobs') }),
      };
      expect(await workOn(own, run.id)).toBe('ended');
      return { run: await findRun(db, run.id), document: await loadReport(db, run.id) };
    };
    const good = await upload(zipOf([{ name: 'clinic/src/Visits.java', content: CONTROLLER }]));
    expect(good.run).toMatchObject({ state: 'succeeded', error: null });
    expect(good.document).toContain('"src/Visits.java"');
    const bad = await upload(zipOf([{ name: '../Visits.java', content: CONTROLLER }]));
    expect(bad.run).toMatchObject({
      ...{ state: 'failed', error: { code: 'UPLOAD_UNUSABLE', ru: expect.stringMatching(/^[А-Я]/u) } },
    });
    expect(await readdir(join(home, 'work'))).toEqual([]);
  });

  it('gives the runs of a project one directory to keep what was read in, and no other project the same', async () => {
    const { db, parts, project } = await worker();
    const other = await clinic(db, 'other');
    await writeFile(join(home, 'tree/Visits.java'), CONTROLLER);
    /** What an analysis of the tree went through. */
    const phasesFor = async ({ id: projectId }: Project, second: number) => {
      const before = await readdir(join(home, 'cache', projectId)).catch(() => []);
      const { id } = await submitRun(db, { ...wantedRun(project), projectId }, at(second));
      expect(await workOn(parts, id)).toBe('ended');
      const events = await eventsAfter(db, { runId: id, seq: 0, limit: 1000 });
      const said = events.map(({ body }) => body['event'] as AnalyzerEvent | undefined);
      const phases = said.flatMap((event) => (event?.type === 'phase' ? [event.phase] : []));
      return { isNew: before.length === 0, phases };
    };
    const whole = { isNew: true, phases: expect.arrayContaining(['inventory', 'facts', 'link']) };
    expect(await phasesFor(project, 0)).toEqual(whole);
    expect(await phasesFor(project, 1)).toEqual({ isNew: false, phases: ['inventory'] });
    expect(await phasesFor(other, 2)).toEqual(whole);
    expect(await readdir(join(home, 'cache'))).toEqual(expect.arrayContaining([project.id, other.id]));
  });

  it('judges by the gate of the project, against the last success on the default ref', async () => {
    const { db, parts, project } = await worker();
    await changeSettings(db, { projectId: project.id, gate: { maxRisk: 1 }, defaultRef: 'main' }, at(0));
    const analysed = async (second: number, ref: string | null, text: string) => {
      await writeFile(join(home, 'tree/Visits.java'), text);
      const run = await submitRun(db, wantedRun(project, ref), at(second));
      expect(await workOn(parts, run.id)).toBe('ended');
      return await findRun(db, run.id);
    };
    expect(await analysed(1, null, BETTER)).toMatchObject({ gate: 'passed', source: { ref: 'main' } });
    const branch = await analysed(2, 'experiment', CONTROLLER);
    expect(branch?.findings?.fresh).toBeGreaterThan(0);
    await changeSettings(db, { projectId: project.id, gate: { maxRiskIncrease: 0 } }, at(3));
    // Held against main, where the finding is new, and not against the branch, where it is not.
    expect(await analysed(4, null, CONTROLLER)).toMatchObject({ gate: 'failed' });
    expect(await analysed(5, null, CONTROLLER)).toMatchObject({ gate: 'passed', findings: { fresh: 0 } });
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

  it('names the directory that it may not write to, and tells its log of what is a defect', async () => {
    const { db, parts, project } = await worker();
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const failed = async (error: Error, second: number) => {
      const { id } = await submitRun(db, wantedRun(project), at(second));
      const orchestrator = { analyze: () => Promise.reject(error) };
      expect(await workOn({ ...parts, orchestrator, log }, id)).toBe('ended');
      return (await findRun(db, id))?.error;
    };
    const place = { path: '/app/out/runs/1' };
    for (const [second, code] of ['EACCES', 'EPERM', 'EROFS'].entries()) {
      const error = Object.assign(new Error(`${code}: mkdir`), { code, ...place });
      expect(await failed(error, second)).toMatchObject({
        code: 'PATH_NOT_WRITABLE',
        message: 'the worker may not write to /app/out/runs/1',
      });
    }
    expect(lines).toEqual([]);
    expect(await failed(new Error('odd'), 9)).toMatchObject({ code: 'INTERNAL' });
    expect(lines).toEqual([expect.stringMatching(/^run \S+ met a defect: Error: odd\n +at /u)]);
  });
});
