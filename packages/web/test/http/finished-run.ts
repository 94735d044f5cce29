import type { Report } from '@csqa/report';
import { sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
import type { Database } from '../../src/data/open-database.ts';
import { type Project, projectFor } from '../../src/data/projects.ts';
import type { Run } from '../../src/data/runs.ts';
import { newReportOf } from '../../src/jobs/new-report.ts';
import { at, clinic, endedRun, keepReport } from '../samples.ts';

/** combined.json of a report. */
export function combinedOf(report: Report): string {
  return JSON.stringify({ contract: report.contract, report, orchestrator: sampleRunRecord() });
}

/** A run that has ended with a report, as a worker leaves it. */
export async function finishedRun(
  { db }: Database,
  how: { readonly project?: string; readonly second?: number; readonly changes?: Partial<Report> } = {},
): Promise<Run> {
  const project: Project = await clinic(db, how.project);
  const run = await endedRun(db, project, { at: at(how.second ?? 1) });
  const report = sampleReport(how.changes);
  await keepReport(db, run.id, await newReportOf(db, run, { report, document: combinedOf(report) }));
  return run;
}

/** A project whose name was chosen by somebody who means harm. */
export function hostileProject({ db }: Database, name: string): Promise<Project> {
  return projectFor(db, { key: `archive:${name}`, name }, at(0));
}
