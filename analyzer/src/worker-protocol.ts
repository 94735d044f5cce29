import type { MessagePort } from 'node:worker_threads';
import type { AnalysisErrorCode } from './base/errors.ts';
import type { RelativePath } from './base/ids.ts';
import type { FactSource } from './facts/file-reading.ts';
import type { PackedReadings } from './facts/packed/packed-readings.ts';
import type { ConfinedPlace } from './inventory/confined-bytes.ts';
import type { LinkInput } from './link/program.ts';
import type { AnalysisOptions } from './pipeline.ts';
import type { JudgedTests } from './stages/judge-tests.ts';
import type {
  GroundOfTests,
  LinkingOutcome,
  PackedTests,
  ReadForBench,
  ReadTest,
  TestSource,
} from './stages/reading-beside.ts';

/** What the worker is told. */
export interface WorkerTask
  extends Omit<
    AnalysisOptions,
    | 'keptReadings'
    | 'openCrew'
    | 'ahead'
    | 'signal'
    | 'onStage'
    | 'onTestsJudged'
    | 'onRest'
    | 'onProgress'
    | 'onLog'
    | 'onProgram'
  > {
  /** File that call sites are written to; null for none. */
  readonly callsFile: string | null;
  /** Directory of what earlier runs have kept: results, and facts of files; null for none. */
  readonly cacheDirectory: string | null;
  /** Threads that may work on it at a time, this one among them. */
  readonly threads: number;
}

/** Files that were read, one after the other in the bytes. */
export interface FilesRead {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of each; `NOT_READ` for one that is left to whoever asked. */
  readonly lengths: Int32Array<ArrayBuffer>;
  /** SHA-256 of each that was read, as hex digits, one after the other. */
  readonly digests: string;
}

export const NOT_READ = -1;

/** What the worker tells. */
export type WorkerMessage =
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null; readonly unit: string }
  /** Has files read in their order; they come as `FilesRead` by the port, and the memory of those that were looked at goes back. */
  | {
      readonly kind: 'read-ahead';
      readonly place: ConfinedPlace;
      /** In UTF-8, with a NUL between two. */
      readonly paths: Uint8Array<ArrayBuffer>;
      readonly port: MessagePort;
    }
  /** The next bytes of report.json. */
  | { readonly kind: 'report'; readonly part: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'done';
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

/** What a thread that reads files beside the analysis is told when it starts. */
export interface FactsTask {
  /** Where facts of test files are kept, and the code that reads them by its content; null for nowhere. */
  readonly kept: { readonly directory: string; readonly code: string } | null;
}

/** What it is asked for, one thing after the other. */
export type FactsRequest =
  | { readonly kind: 'read'; readonly sources: readonly FactSource[] }
  | { readonly kind: 'read-for-bench'; readonly sources: readonly TestSource[] }
  | BenchRequest;

/** What only the thread that judges tests is asked for. */
export type BenchRequest =
  | { readonly kind: 'find'; readonly sources: readonly TestSource[] }
  | { readonly kind: 'read-tests'; readonly sources: readonly TestSource[] }
  | { readonly kind: 'take'; readonly tests: PackedTests }
  | { readonly kind: 'link'; readonly ground: GroundOfTests }
  | { readonly kind: 'facts'; readonly paths: readonly RelativePath[] }
  | { readonly kind: 'judge'; readonly outcome: LinkingOutcome }
  | { readonly kind: 'save' };

/** What it answers: one reply to each request but `take` and `link`, in their order. */
export type FactsReply =
  | { readonly kind: 'read'; readonly packed: PackedReadings }
  | { readonly kind: 'read-for-bench'; readonly read: ReadForBench }
  | { readonly kind: 'find'; readonly found: readonly (ReadTest | null)[] }
  | { readonly kind: 'read-tests'; readonly tests: readonly ReadTest[] }
  | { readonly kind: 'facts'; readonly inputs: readonly LinkInput[] }
  | { readonly kind: 'judge'; readonly judged: JudgedTests }
  | { readonly kind: 'save'; readonly log: readonly string[] };
