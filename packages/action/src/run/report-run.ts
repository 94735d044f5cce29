import { join, posix } from 'node:path';
import { compareReports, reportAsOf } from '@csqa/report';
import { absenceText } from '../baseline/absence-text.ts';
import { fetchBundles } from '../bundle/fetch-bundles.ts';
import { type BundledProject, type ForkBundle, readBundle } from '../bundle/fork-bundle.ts';
import type { EventPayload } from '../event/event-payload.ts';
import { type GitHub, openGitHub } from '../github/open-github.ts';
import { fileTextAt, pullRequestOf } from '../github/read-repository.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { REPORTS } from '../outputs/own-directories.ts';
import type { BaseReport, GatePolicy, JudgedProject, PullRequest, RunContext } from '../run-types.ts';
import { ActionError } from '../text/action-error.ts';
import { policyOf } from '../verdict/gate-policy.ts';
import type { AnalysedRun } from './analyze-run.ts';
import { conclude } from './conclude.ts';

/** What the trusted stage starts from. */
export interface ReportSetting {
  readonly context: RunContext;
  readonly inputs: Inputs;
  readonly payload: EventPayload;
  /** `YYYY-MM-DD` by which suppressions are judged. */
  readonly day: string;
}

/** What a run for a fork found, to be published for its pull request. */
export interface ReportedRun extends AnalysedRun {
  /** The same run, of the pull request that GitHub itself says the bundle is of. */
  readonly context: RunContext;
}

/**
 * The trusted stage: reads what the run of a fork left, as the work of somebody hostile, and judges it anew. Nothing is checked
 * out and nothing is executed; which pull request it is of is GitHub's word, not the bundle's. Null where that pull request has
 * a newer head or is closed. Throws an ActionError for a run without a bundle and for a bundle that is refused.
 */
export async function reportRun(setting: ReportSetting): Promise<ReportedRun | null> {
  const { context, inputs, payload } = setting;
  const { workflow_run: run } = payload;
  if (run === undefined || run.head_repository === null || context.token === '') throw notFollowing();
  const github = openGitHub(context);
  const pullRequest = await pullRequestOf(github, context.repository, {
    ...{ sha: run.head_sha, repository: run.head_repository.full_name, branch: run.head_branch ?? '' },
  });
  if (pullRequest === null) return null;
  const bundles = await bundlesOf(github, { context, run: run.id, pullRequest });
  const reportDir = join(context.tempDir, REPORTS);
  const projects: JudgedProject[] = [];
  const of = reportedContext(context, pullRequest, bundles);
  for (const project of bundles.flatMap((bundle) => bundle.projects)) {
    const policy = await policyFor(github, project, { ...setting, context: of });
    projects.push(await judge({ ...project, policy }, { ...setting, context: of, reportDir }));
  }
  assertDistinct(projects);
  return { projects, reportDir, isCompared: inputs.baseline !== 'none', context: of };
}

function reportedContext(
  context: RunContext,
  pullRequest: PullRequest,
  [first]: readonly ForkBundle[],
): RunContext {
  return { ...context, pullRequest, sha: first?.testedSha ?? pullRequest.headSha, readOnly: null };
}

interface Following {
  readonly context: RunContext;
  readonly run: number;
  readonly pullRequest: PullRequest;
}

async function bundlesOf(
  github: GitHub,
  { context, run, pullRequest }: Following,
): Promise<readonly ForkBundle[]> {
  const packed = await fetchBundles(github, context.repository, run);
  if (packed.length === 0) throw noBundle();
  return packed.map((bytes) => {
    const read = readBundle(bytes);
    if (!read.ok) throw refused(`${read.where}: ${read.refusal}`);
    if (read.bundle.headSha !== pullRequest.headSha) throw refused('headSha');
    return read.bundle;
  });
}

/** The gate is that of the branch which the pull request is for, by GitHub's own word: the bundle could bring any. */
async function policyFor(
  github: GitHub,
  { project }: BundledProject,
  { context: { repository, pullRequest }, inputs }: ReportSetting,
): Promise<GatePolicy> {
  if (pullRequest === null) return { of: 'unknown' };
  const path = inputs.config ?? posix.join(project.path, '.csqa.yml');
  const textAt = (ref: string): Promise<string | null> => fileTextAt(github, repository, { path, ref });
  return policyOf({ base: await textAt(pullRequest.baseRef), head: await textAt(pullRequest.headSha) });
}

function judge(
  { project, head, record, base, policy }: BundledProject & { readonly policy: GatePolicy },
  { context, inputs, day, reportDir }: ReportSetting & { readonly reportDir: string },
): Promise<JudgedProject> {
  const today = reportAsOf(head, day);
  const before: BaseReport =
    base.status === 'there'
      ? { ...base, report: reportAsOf(base.report, day), from: 'file' }
      : { ...base, text: absenceText(base.reason, '')[context.language] };
  const comparison = before.status === 'there' ? compareReports(before.report, today) : null;
  return conclude(
    {
      outcome: { project, head: today, base: before, comparison, record, policy },
      asMade: { report: head, record },
    },
    { context, inputs, isJudged: true, reportDir },
  );
}

function assertDistinct(projects: readonly JudgedProject[]): void {
  const slugs = new Set(projects.map(({ analysis }) => analysis.project.slug));
  if (slugs.size < projects.length) throw refused('projects');
}

function notFollowing(): ActionError {
  return new ActionError('input', {
    en: 'mode report needs the event workflow_run and a token: start its workflow on workflow_run of the one that analyses.',
    ru: 'Режиму report нужны событие workflow_run и токен: запускайте его рабочий процесс по workflow_run того, который анализирует.',
  });
}

function noBundle(): ActionError {
  return new ActionError('tool', {
    en: 'The run that this one follows left no bundle: check that its job uses the same version of this action, and permissions: actions: read here.',
    ru: 'Запуск, за которым следует этот, не оставил данных: проверьте, что его задание использует ту же версию действия, а здесь есть permissions: actions: read.',
  });
}

function refused(where: string): ActionError {
  return new ActionError('tool', {
    en: `What the run of the fork left was refused (${where}): nothing of it is published; run the workflow of the pull request again.`,
    ru: `Данные запуска форка отклонены (${where}): из них ничего не опубликовано; перезапустите рабочий процесс запроса на слияние.`,
  });
}
