import { type Combined, type Report, readCombined, reportAsOf } from '@csqa/report';
import { z } from 'zod';
import { findProject, type Project } from '../../data/projects.ts';
import { loadReport } from '../../data/reports.ts';
import { findRun, type Run } from '../../data/runs.ts';
import type { AppParts } from '../app-parts.ts';
import { notFound } from '../problem.ts';

/** Ids as they stand in addresses; anything else is nothing that could be found. */
const idSchema = z.uuid();

/** A run by what stands in an address. Throws NOT_FOUND. */
export async function foundRun({ database }: AppParts, id: string): Promise<Run> {
  const run = idSchema.safeParse(id).success ? await findRun(database.db, id) : undefined;
  if (run === undefined) throw notFound('run');
  return run;
}

/** A project by what stands in an address. Throws NOT_FOUND. */
export async function foundProject({ database }: AppParts, id: string): Promise<Project> {
  const project = idSchema.safeParse(id).success ? await findProject(database.db, id) : undefined;
  if (project === undefined) throw notFound('project');
  return project;
}

/** A report with the record of its run, judged by the day. */
export interface FoundReport {
  readonly report: Report;
  readonly record: Combined['orchestrator'];
}

/** The report of a run. Throws NOT_FOUND where it has none, and an Error where what is stored is none. */
export async function foundReport({ database, clock }: AppParts, runId: string): Promise<FoundReport> {
  const document = await loadReport(database.db, runId);
  if (document === undefined) throw notFound('report');
  const read = readCombined(document);
  if (!read.ok) throw new Error(`the stored report of run ${runId} cannot be read: ${read.code}`);
  const { report, orchestrator } = read.value;
  if (report === null) throw notFound('report');
  return { report: reportAsOf(report, clock().toISOString().slice(0, 10)), record: orchestrator };
}
