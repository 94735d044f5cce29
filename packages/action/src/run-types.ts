import type { Comparison, GateConditions, GateJudgement, Language, Report, RunRecord } from '@csqa/report';

/** Events whose meaning the action knows; any other is analysed without a baseline, as `workflow_dispatch` is. */
export const KNOWN_EVENTS = [
  'pull_request',
  'pull_request_target',
  'workflow_run',
  'merge_group',
  'push',
  'schedule',
  'workflow_dispatch',
  'release',
] as const;

/** Name of an event whose meaning the action knows. */
export type KnownEvent = (typeof KNOWN_EVENTS)[number];

/** A repository on the server that runs the workflow. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** The pull request that a run is about. */
export interface PullRequest {
  readonly number: number;
  /** Full commit id. */
  readonly headSha: string;
  /** `owner/name`; null where the fork is gone. */
  readonly headRepository: string | null;
  /** Branch that it wants to be merged into. */
  readonly baseRef: string;
}

/** Where the servers of one GitHub are, without a slash at the end. */
export interface Servers {
  /** `https://github.com` */
  readonly web: string;
  /** `https://api.github.com` */
  readonly api: string;
  /** GitHub Enterprise Server, where artifacts of this kind do not exist; `*.ghe.com` is not one. */
  readonly isEnterprise: boolean;
}

/** Which run of which workflow this is. */
export interface WorkflowRun {
  readonly id: number;
  /** Grows by one with every run of the workflow. */
  readonly number: number;
  /** Grows by one with every repetition of a run. */
  readonly attempt: number;
  readonly workflow: string;
  readonly job: string;
}

/**
 * Why a token may only read, whatever `permissions:` says: the change comes from a fork, or Dependabot made it. `null`
 * where the workflow's own permissions hold.
 */
export type ReadOnlyReason = 'fork' | 'dependabot' | null;

/** What is known before anything is analysed; it does not change during a run. */
export interface RunContext {
  readonly event: KnownEvent | 'other';
  /** As GitHub names it. */
  readonly eventName: string;
  readonly repository: Repository;
  readonly isPrivate: boolean | null;
  /** Full id of the commit that is tested: of a pull request, the merge commit. */
  readonly sha: string;
  /** GITHUB_REF: `refs/heads/main`, `refs/pull/7/merge` … */
  readonly ref: string;
  readonly pullRequest: PullRequest | null;
  readonly readOnly: ReadOnlyReason;
  readonly servers: Servers;
  readonly run: WorkflowRun;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Absolute path of a directory outside of the checkout, emptied when the job ends. */
  readonly tempDir: string;
  readonly language: Language;
  /** Masked in the log; empty where there is none. */
  readonly token: string;
}

/** One analysed part of the repository: all of it, or one module of many. */
export interface Project {
  /** Lower-case letters, digits and hyphens; the same in every run. Category, marker, cache key and file names use it. */
  readonly slug: string;
  /** Relative to the repository, with `/`; empty for all of it. */
  readonly path: string;
}

/** Why there is nothing to compare with. */
export type BaselineAbsence =
  | 'not-asked'
  | 'no-earlier-state'
  /** It is known that nothing was there: the first commit, or a directory that the change adds. */
  | 'nothing-there'
  | 'commit-unreachable'
  | 'analysis-failed'
  | 'file-unreadable'
  | 'not-git';

/** The state that the tested one is held against. */
export type BaseReport =
  | {
      readonly status: 'there';
      readonly report: Report;
      /** Full commit id; null for a report that was given as a file. */
      readonly sha: string | null;
      readonly from: 'analysed' | 'cache' | 'file';
    }
  | {
      readonly status: 'absent';
      readonly sha: string | null;
      readonly reason: BaselineAbsence;
      /** One sentence with the way out, in the language of the run. */
      readonly text: string;
    };

/** Whose configuration sets the gate. */
export type GatePolicy =
  /** That of what is judged, as of a push: it is what holds from now on. */
  | { readonly of: 'head' }
  /** That of the state before a change, which must not loosen what it is judged by. */
  | {
      readonly of: 'base';
      readonly gate: GateConditions;
      /** Keys of the configuration that the change sets otherwise, sorted. */
      readonly changedKeys: readonly string[];
    }
  /** The state before cannot be read: the change may not waive what that means. */
  | { readonly of: 'unknown' };

/** What analysis found out about one project. */
export interface AnalysisOutcome {
  readonly project: Project;
  /** As it is to be judged today: suppressions that have run out do not count. */
  readonly head: Report;
  readonly base: BaseReport;
  /** null where there is no baseline. */
  readonly comparison: Comparison | null;
  readonly policy: GatePolicy;
  /** How the report of the head came about. */
  readonly record: RunRecord;
  /** Absolute paths of the files that the run leaves. */
  readonly files: ReportFiles;
}

/** Files of a report, by absolute path. */
export interface ReportFiles {
  readonly directory: string;
  readonly json: string;
  /** combined.json: the report with how it came about, as a self-hosted CSQA takes it. */
  readonly combined: string;
  readonly html: string;
  readonly sarif: string;
}

/** The word of the output `outcome`. */
export type OutcomeWord = 'passed' | 'gate-failed' | 'error' | 'skipped' | 'cancelled';

/** What the gate says of one project; publishing never changes it. */
export interface GateVerdict {
  readonly outcome: Extract<OutcomeWord, 'passed' | 'gate-failed' | 'error'>;
  /** Every condition with what was expected and what there is; null where no condition is set. */
  readonly judgement: GateJudgement | null;
  /** One line for a person: count, worst, first place; or what could not be told and how to mend it. */
  readonly sentence: string;
}

/** One project with its verdict: all that the comment, the summary, annotations and outputs are made from. */
export interface JudgedProject {
  readonly analysis: AnalysisOutcome;
  readonly verdict: GateVerdict;
}

/** What is published, by the name it has in the output `degraded`. */
export type PublishName =
  | 'annotations'
  | 'artifact'
  | 'cache'
  | 'comment'
  | 'report-bundle'
  | 'sarif-upload'
  | 'server'
  | 'summary';

/** How one publication went. */
export type PublishOutcome =
  | {
      readonly name: PublishName;
      readonly status: 'published';
      /** Where a person can look at it. */
      readonly url: string | null;
      /** Its id at the service that has it: of an artifact, an uploaded SARIF file, a comment. */
      readonly id: string | null;
    }
  | {
      readonly name: PublishName;
      readonly status: 'degraded';
      /** One sentence, in the language of the run. */
      readonly reason: string;
      /** The one line of the workflow that would enable it; null where none would. */
      readonly yamlLine: string | null;
    }
  | {
      /** Not asked for, or nothing to publish: no loss. */
      readonly name: PublishName;
      readonly status: 'skipped';
      readonly reason: string;
      /** It was asked for, and there is no such thing here: a notice says so. */
      readonly isNotice?: true;
    };
