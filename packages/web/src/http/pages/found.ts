import { z } from 'zod';
import { findProject, type Project } from '../../data/projects.ts';
import { hasReport } from '../../data/run-neighbours.ts';
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

/** A run that has a report. Throws NOT_FOUND where it has none. */
export async function foundMeasured(parts: AppParts, id: string): Promise<Run> {
  const run = await foundRun(parts, id);
  if (!(await hasReport(parts.database.db, run.id))) throw notFound('report');
  return run;
}
