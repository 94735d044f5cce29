import type { RunContext } from '../run-types.ts';
import { type EventPayload, isZero } from './event-payload.ts';

/** One way to find the state to compare with; they are tried in order. */
export type BaselineStep =
  /** The first parent of the tested merge commit: what the change would be merged into. */
  | { readonly by: 'first-parent'; readonly headSha: string; readonly baseRef: string }
  | { readonly by: 'commit'; readonly sha: string }
  /** A branch, a tag or a commit, as a person wrote it. */
  | { readonly by: 'ref'; readonly ref: string }
  /** The last commit that two histories share, which only GitHub knows from a shallow checkout. */
  | { readonly by: 'merge-base'; readonly with: string }
  /** The newest report of this branch that is in the cache. */
  | { readonly by: 'last-of-branch'; readonly ref: string }
  /** A report.json that the workflow brings along, by its path in the checkout. */
  | { readonly by: 'file'; readonly path: string };

/** Where the state to compare with comes from. */
export interface BaselinePlan {
  readonly steps: readonly BaselineStep[];
  /** Whether conditions on new findings are asked; of a schedule they are not, for there is no change to blame. */
  readonly isJudged: boolean;
}

const NO_BASELINE: BaselinePlan = { steps: [], isJudged: false };

/** The table of events: what each is compared with. No arithmetic on HEAD, and never `pull_request.base.sha`, which is stale. */
export function baselinePlan(context: RunContext, payload: EventPayload, asked: string): BaselinePlan {
  if (asked === 'none') return NO_BASELINE;
  if (asked !== 'auto') return { steps: [stepFor(asked)], isJudged: true };
  switch (context.event) {
    case 'pull_request':
      return ofPullRequest(context);
    case 'merge_group':
      return ofMergeGroup(payload);
    case 'push':
      return { steps: ofPush(context, payload), isJudged: true };
    case 'schedule':
    case 'workflow_dispatch':
    case 'release':
    case 'workflow_run':
    case 'pull_request_target':
    case 'other':
      return { steps: [{ by: 'last-of-branch', ref: context.ref }], isJudged: false };
  }
}

/** A report is named by a path that ends in `.json`; everything else is a commit or a ref. */
function stepFor(asked: string): BaselineStep {
  if (/\.json$/i.test(asked)) return { by: 'file', path: asked };
  return /^[0-9a-f]{40}$/.test(asked) ? { by: 'commit', sha: asked } : { by: 'ref', ref: asked };
}

function ofPullRequest({ pullRequest }: RunContext): BaselinePlan {
  if (pullRequest === null) return { steps: [], isJudged: true };
  const { headSha, baseRef } = pullRequest;
  return {
    steps: [
      { by: 'first-parent', headSha, baseRef },
      { by: 'merge-base', with: baseRef },
    ],
    isJudged: true,
  };
}

function ofMergeGroup({ merge_group: group }: EventPayload): BaselinePlan {
  return { steps: group === undefined ? [] : [{ by: 'commit', sha: group.base_sha }], isJudged: true };
}

/** A new branch has no commit before, and after a forced push that commit is no ancestor. */
function ofPush({ ref }: RunContext, { before, forced, repository }: EventPayload): BaselineStep[] {
  const isUsable = before !== undefined && !isZero(before) && forced !== true;
  const branch = repository?.default_branch;
  const isOther = branch !== undefined && ref !== `refs/heads/${branch}`;
  return [
    ...(isUsable ? [{ by: 'commit', sha: before } as const] : []),
    { by: 'last-of-branch', ref },
    ...(isOther ? [{ by: 'merge-base', with: branch } as const] : []),
  ];
}
