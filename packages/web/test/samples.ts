import type { Kysely } from 'kysely';
import { type Project, projectFor } from '../src/data/projects.ts';
import { type NewReport, packReport, storeReport } from '../src/data/reports.ts';
import { claimRun, finishRun, type Run } from '../src/data/runs.ts';
import type { WebTables } from '../src/data/schema.ts';
import { type NewRun, submitRun } from '../src/data/submit-run.ts';

type Db = Kysely<WebTables>;

/** A moment of a test day, by seconds after noon. */
export function at(seconds: number): Date {
  return new Date(Date.UTC(2026, 10, 26, 12, 0, 0) + seconds * 1000);
}

export function clinic(db: Db, name = 'clinic'): Promise<Project> {
  return projectFor(db, { key: `https://git.example.org/${name}`, name }, at(0));
}

export function waitingRun(db: Db, project: Project, created = at(0)): Promise<Run> {
  return submitRun(db, wantedRun(project), created);
}

/** A run as somebody asks for it. */
export function wantedRun(project: Project, ref: string | null = null, requestedBy = 'token ci'): NewRun {
  return {
    ...{ projectId: project.id, mode: 'fast', requestedBy },
    source: { kind: 'git', url: project.key, ref },
  };
}

/** A run that a worker has ended. */
export async function endedRun(
  db: Db,
  project: Project,
  how: { readonly at?: Date; readonly state?: 'succeeded' | 'failed'; readonly ref?: string } = {},
): Promise<Run> {
  const { id } = await submitRun(db, wantedRun(project, how.ref ?? null), how.at ?? at(0));
  const own = { id, workerId: 'worker', attempt: 1 };
  await claimRun(db, own, how.at ?? at(1));
  const end = { state: how.state ?? 'succeeded', revision: 'abc', error: null, at: how.at ?? at(2) } as const;
  const run = await finishRun(db, own, end);
  if (run === undefined) throw new Error('the run was taken away');
  return run;
}

/** A report with the figures that are kept of it. */
export function reportOf(index: number, gate: NewReport['gate'] = 'passed'): NewReport {
  return {
    document: JSON.stringify({ index, text: 'визит 日本' }),
    report: {
      aggregate: {
        model: 'csqa-2',
        index,
        band: 'moderate',
        csqa1: index,
        csqa2: index,
        confidence: 1,
        groups: [{ id: 'A', name: 'Attack surface', value: index }],
        measured: ['A1'],
        models: {},
      } as unknown as NewReport['report']['aggregate'],
      files: { analysed: 2 } as NewReport['report']['files'],
      metrics: [
        { id: 'A1', value: index },
        { id: 'E1', value: null },
      ] as unknown as NewReport['report']['metrics'],
    },
    findings: { open: { high: 2 }, fresh: 1, fixed: 0 },
    gate,
  };
}

/** Stores a report as a worker does. */
export async function keepReport(db: Db, runId: string, report: NewReport): Promise<void> {
  const packed = await packReport(report);
  await db.transaction().execute((transaction) => storeReport(transaction, runId, packed));
}
