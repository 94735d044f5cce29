import { lstat, readFile, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { readReport } from '@csqa/report';
import type { BaselinePlan, BaselineStep } from '../event/baseline-plan.ts';
import type { BaseReport, Project, RunContext } from '../run-types.ts';
import type { Said } from '../text/said.ts';
import { absenceText } from './absence-text.ts';
import type { BaseRepository } from './base-repository.ts';
import type { BaseTrees } from './base-trees.ts';

/** What the search for the state to compare with may ask. */
export interface BaseSources {
  readonly context: Pick<RunContext, 'language' | 'workspace' | 'event'>;
  /** null where the workspace is no checkout of git. */
  readonly repository: BaseRepository | null;
  readonly trees: BaseTrees;
  /** The last commit that two commits share; null where GitHub cannot tell. */
  readonly mergeBase: (base: string, head: string) => Promise<string | null>;
}

type Absent = Extract<BaseReport, { status: 'absent' }>;

/** Finds and, where it is not in the cache, analyses the state to compare with: the first step of the plan that leads to one. */
export async function findBase(
  project: Project,
  plan: BaselinePlan,
  sources: BaseSources,
): Promise<BaseReport> {
  const { language } = sources.context;
  if (plan.steps.length === 0) return absent('not-asked', language);
  let why: Absent | null = null;
  for (const step of plan.steps) {
    const found = await take(step, project, sources);
    if (found.status === 'there' || found.reason === 'nothing-there') return found;
    // What kept the first commit from being compared with is the news; that the cache has nothing to offer is none.
    if (why === null || why.reason === 'no-earlier-state') why = found;
  }
  if (!isNamed(plan) && sources.repository?.head.parents.length === 0)
    return absent('nothing-there', language);
  return why ?? absent('no-earlier-state', language);
}

/** Whether somebody said what to compare with: where that is not there, it is missing, first commit or not. */
function isNamed({ steps }: BaselinePlan): boolean {
  return steps.some(({ by }) => by === 'ref' || by === 'file');
}

async function take(step: BaselineStep, project: Project, sources: BaseSources): Promise<BaseReport> {
  const { language } = sources.context;
  switch (step.by) {
    case 'file':
      return readFromFile(step.path, sources);
    case 'last-of-branch':
      return (await sources.trees.lastOf(project, step.ref)) ?? absent('no-earlier-state', language);
    case 'first-parent': {
      if (sources.repository === null) return absent('not-git', language);
      const parent = firstParent(sources.repository, step.headSha);
      return parent === null ? absent('commit-unreachable', language) : ofCommit(parent, project, sources);
    }
    case 'merge-base': {
      if (sources.repository === null) return absent('not-git', language);
      const shared = await sources.mergeBase(step.with, sources.repository.head.sha);
      return shared === null ? absent('commit-unreachable', language) : ofCommit(shared, project, sources);
    }
    case 'commit':
      return ofCommit(step.sha, project, sources);
    case 'ref':
      return ofCommit(step.ref, project, sources);
  }
}

/** Of the merge of this head into its target; null where something else is checked out, as the head itself. */
function firstParent({ head }: BaseRepository, headSha: string): string | null {
  const [first, ...merged] = head.parents;
  return first !== undefined && merged.includes(headSha) ? first : null;
}

async function ofCommit(wanted: string, project: Project, sources: BaseSources): Promise<BaseReport> {
  const { repository, trees, context } = sources;
  if (repository === null) return absent('not-git', context.language);
  const { sha, said } = await repository.obtain(wanted);
  if (sha === null)
    return absent('commit-unreachable', context.language, { sha: null, why: firstLine(said) });
  const tree = await repository.treeOf(sha, project.path);
  if (tree === null) return absent('nothing-there', context.language, { sha });
  const found = await trees.analysed({ project, sha, tree });
  if ('report' in found) return { status: 'there', sha, ...found };
  return absent(found.isEmpty ? 'nothing-there' : 'analysis-failed', context.language, {
    sha,
    why: found.why,
  });
}

const MOST_BYTES = 256 * 1024 * 1024;

async function readFromFile(path: string, { context }: BaseSources): Promise<BaseReport> {
  const unreadable = (why: Said): Absent =>
    absent('file-unreadable', context.language, { sha: null, why: why[context.language] });
  try {
    const file = await realpath(resolve(context.workspace, path));
    const inside = relative(await realpath(context.workspace), file);
    if (inside.startsWith('..') || isAbsolute(inside))
      return unreadable({ en: 'it lies outside of the checkout', ru: 'он вне рабочей копии' });
    if ((await lstat(file)).size > MOST_BYTES)
      return unreadable({ en: 'it is larger than 256 MiB', ru: 'он больше 256 МиБ' });
    const read = readReport(await readFile(file));
    if (!read.ok) return unreadable({ en: read.message, ru: read.message });
    return { status: 'there', report: read.value, sha: read.value.meta.revision, from: 'file' };
  } catch {
    return unreadable({ en: 'it is not there', ru: 'его нет' });
  }
}

function absent(
  reason: Absent['reason'],
  language: RunContext['language'],
  { sha, why }: { readonly sha: string | null; readonly why?: string | undefined } = { sha: null },
): Absent {
  return { status: 'absent', sha, reason, text: absenceText(reason, why ?? '')[language] };
}

function firstLine(text: string): string {
  return (
    text
      .split('\n')
      .map((line) => line.replace(/^(?:fatal|error|remote): /, '').trim())
      .find((line) => line !== '') ?? ''
  );
}
