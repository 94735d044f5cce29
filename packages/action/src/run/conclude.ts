import { join } from 'node:path';
import { writeReportFiles } from '../analysis/report-files.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { JudgedProject, RunContext } from '../run-types.ts';
import { judgeProject } from '../verdict/gate-verdict.ts';
import type { AnalysedProject } from './analyze-project.ts';

/** What a verdict is reached by, and where the files of a project go. */
export interface Conclusion {
  readonly context: RunContext;
  readonly inputs: Inputs;
  /** Whether there is a change to judge. */
  readonly isJudged: boolean;
  /** Absolute path of the directory that holds one directory a project. */
  readonly reportDir: string;
}

/** Judges a project and writes its files down. */
export async function conclude(
  { outcome, asMade }: AnalysedProject,
  { context, inputs, isJudged, reportDir }: Conclusion,
): Promise<JudgedProject> {
  const verdict = judgeProject(outcome, { ...inputs, isJudged });
  const { servers, repository, pullRequest, language } = context;
  const commit = pullRequest?.headSha ?? context.sha;
  const sourceUrl = `${servers.web}/${repository.owner}/${repository.name}/blob/${commit}/`;
  const directory = join(reportDir, outcome.project.slug);
  const files = await writeReportFiles({ asMade, outcome, verdict, language, sourceUrl }, directory);
  return { analysis: { ...outcome, files }, verdict };
}
