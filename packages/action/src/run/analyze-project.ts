import { join } from 'node:path';
import { compareReports, reportAsOf } from '@csqa/report';
import type { AnalysedTree, AnalyzeTree } from '../analysis/analyze-tree.ts';
import type { ConfigInForce } from '../analysis/config-in-force.ts';
import { type BaseSources, findBase } from '../baseline/find-base.ts';
import type { BaselinePlan } from '../event/baseline-plan.ts';
import type { AnalysisOutcome, BaseReport, GatePolicy, Project } from '../run-types.ts';
import { isProposed, policyOf } from '../verdict/gate-policy.ts';

/** What the two sides of a comparison are made with. */
export interface ProjectTools {
  readonly analyze: AnalyzeTree;
  readonly base: BaseSources;
  readonly plan: BaselinePlan;
  readonly configOf: (project: Project) => Promise<ConfigInForce>;
  /** The report of exactly this tree that an earlier run left; null where there is none. */
  readonly known: (project: Project) => Promise<AnalysedTree | null>;
  readonly workspace: string;
  /** Full commit id that is checked out. */
  readonly sha: string;
  readonly tempDir: string;
  /** `YYYY-MM-DD` by which suppressions are judged. */
  readonly day: string;
  readonly signal: AbortSignal;
}

/** A project before its files are written: the head as the analyzer left it, and as it is judged today. */
export interface AnalysedProject {
  readonly outcome: Omit<AnalysisOutcome, 'files'>;
  readonly asMade: AnalysedTree;
}

/** Analyses a project and what it is held against, both at once. Throws an ActionError where the head has no whole report. */
export async function analyzeProject(project: Project, tools: ProjectTools): Promise<AnalysedProject> {
  const [head, base] = await Promise.allSettled([
    analyzeHead(project, tools),
    findBase(project, tools.plan, tools.base),
  ]);
  if (head.status === 'rejected') throw head.reason;
  if (base.status === 'rejected') throw base.reason;
  const today = reportAsOf(head.value.report, tools.day);
  const before = ofDay(base.value, tools.day);
  return {
    asMade: head.value,
    outcome: {
      ...{ project, head: today, base: before, record: head.value.record },
      comparison: before.status === 'there' ? compareReports(before.report, today) : null,
      policy: await policyFor(project, before, tools),
    },
  };
}

async function policyFor(project: Project, before: BaseReport, tools: ProjectTools): Promise<GatePolicy> {
  const { context, repository } = tools.base;
  if (!isProposed(context)) return { of: 'head' };
  const sha = before.sha ?? repository?.head.parents[0];
  if (repository === null || sha === undefined) return { of: 'unknown' };
  if ((await repository.obtain(sha)).sha === null) return { of: 'unknown' };
  const { path, text } = await tools.configOf(project);
  return policyOf({ base: await repository.textOf(sha, path), head: text });
}

async function analyzeHead(project: Project, tools: ProjectTools): Promise<AnalysedTree> {
  const { workspace, tempDir, sha, analyze, signal } = tools;
  const known = await tools.known(project);
  if (known !== null) return known;
  const config = await tools.configOf(project);
  const tree = {
    directory: join(workspace, project.path),
    configFile: config.text === null ? null : config.file,
    ...{ revision: sha, outDir: join(tempDir, 'csqa-head-report', project.slug) },
  };
  return analyze(tree, signal);
}

function ofDay(base: BaseReport, day: string): BaseReport {
  return base.status === 'there' ? { ...base, report: reportAsOf(base.report, day) } : base;
}
