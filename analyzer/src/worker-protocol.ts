import type { AnalysisErrorCode } from './base/errors.ts';
import type { AnalysisOptions } from './pipeline.ts';

/** What the worker is told. */
export interface WorkerTask
  extends Omit<
    AnalysisOptions,
    'keptReadings' | 'signal' | 'onStage' | 'onProgress' | 'onLog' | 'onProgram'
  > {
  /** File that call sites are written to; null for none. */
  readonly callsFile: string | null;
  /** Directory of what earlier runs have kept: results, and facts of files; null for none. */
  readonly cacheDirectory: string | null;
}

/** What the worker tells. */
export type WorkerMessage =
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null; readonly unit: string }
  | {
      readonly kind: 'done';
      /** The text of report.json. */
      readonly report: string;
      readonly metrics: readonly {
        readonly id: string;
        readonly status: 'measured' | 'notApplicable';
        readonly value: number | null;
      }[];
      readonly diagnostics: readonly {
        readonly code: string;
        readonly message: string;
        readonly file?: string;
        readonly line?: number;
      }[];
    }
  | {
      readonly kind: 'failed';
      readonly code: AnalysisErrorCode;
      readonly message: string;
      readonly hint: string;
      readonly ru: string;
      readonly detail: string;
    };
