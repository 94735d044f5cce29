import type { Artifact, Report, RunEngine, RunRecord, RunUsage } from '@csqa/report';
import type { CsqaError } from './errors.ts';

/** A file that the run left in the out directory. */
export interface PublishedFile extends Artifact {
  /** Absolute path. */
  readonly path: string;
}

/** What is in the out directory after the run; `files` is empty where nothing could be written. */
export interface Artifacts {
  /** Absolute path of the out directory. */
  readonly directory: string;
  readonly files: readonly PublishedFile[];
}

/** Which tree was analysed. */
export interface AnalysedSource {
  readonly kind: 'directory' | 'git';
  /** Absolute path of the directory, or the URL without credentials. */
  readonly location: string;
  /** The ref asked for; null for the default branch and for a directory. */
  readonly ref: string | null;
  /** Full commit id; null where the tree is not under git or git could not tell. */
  readonly commit: string | null;
  /** True where the files differ from the commit; null where that is not known. A fresh clone is never dirty. */
  readonly dirty: boolean | null;
}

/** What every ending has in common. */
export interface OutcomeFacts {
  readonly analysisId: string;
  readonly attempt: number;
  readonly source: AnalysedSource;
  /** Which engine ran, how isolated it is and why it was chosen. */
  readonly engine: RunEngine;
  readonly usage: RunUsage;
  readonly artifacts: Artifacts;
  /** orchestrator.json, as an object. */
  readonly record: RunRecord;
}

/** The analyzer finished and its report is valid. */
export interface SucceededOutcome extends OutcomeFacts {
  readonly status: 'succeeded';
  readonly report: Report;
}

/** There is a valid report, but the run did not end well: it must not be taken for a clean pass. */
export interface IncompleteOutcome extends OutcomeFacts {
  readonly status: 'incomplete';
  readonly report: Report;
  readonly error: CsqaError;
}

/** There is no report. */
export interface FailedOutcome extends OutcomeFacts {
  readonly status: 'failed';
  readonly error: CsqaError;
}

/** The caller aborted. */
export interface CancelledOutcome extends OutcomeFacts {
  readonly status: 'cancelled';
  readonly error: CsqaError;
}

/** How an analysis ended. */
export type AnalysisOutcome = SucceededOutcome | IncompleteOutcome | FailedOutcome | CancelledOutcome;
