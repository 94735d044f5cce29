import type { AnalysisMode, IsolationLevel, RunEngine } from '@csqa/report';
import type { AnalyzerAhead } from '../ahead/analyzer-ahead.ts';
import type { DoctorCheck } from '../doctor-report.ts';
import type { JobDirectory } from '../jobs/job-directory.ts';
import type { Limits } from '../limits.ts';
import type { IsLive, ReapReport } from '../reap-report.ts';

/** One run of the analyzer over a tree that is already on this machine. */
export interface EngineJob {
  readonly analysisId: string;
  readonly attempt: number;
  readonly directory: JobDirectory;
  /** Absolute path of the tree; read only. */
  readonly sourceDir: string;
  /** Absolute path of an empty directory. What the analyzer leaves must be in it when `run` resolves. */
  readonly outDir: string;
  readonly mode: AnalysisMode;
  /** Absolute path of a configuration that replaces the one of the tree, or null. */
  readonly configPath: string | null;
  /** Absolute path of a directory of advisories, or null. */
  readonly advisoriesDir: string | null;
  readonly dumpCalls: boolean;
  /** Absolute path of a directory in which what was read of the project is kept for its next analysis; null for none. */
  readonly cacheDir: string | null;
  readonly limits: Limits;
  /** Standard output, as it comes: NDJSON in pieces of any size. */
  readonly onStdout: (chunk: Uint8Array) => void;
  /** Standard error, as it comes: the analyzer's log. */
  readonly onStderr: (chunk: Uint8Array) => void;
  /** An analyzer that waits for its arguments in the job directory, where the engine said that it fits. */
  readonly ahead?: AnalyzerAhead | null;
  /** Ends the run: TERM, ten seconds of grace, KILL. `run` still resolves, with how it ended. */
  readonly signal: AbortSignal;
  /** Ends the analyzer in the same way, which has told its result before: what it left is brought as ever. */
  readonly overdue: AbortSignal;
  /** Is told that the analyzer has ended, before what it left is brought. */
  readonly onEnded: () => void;
}

/** How an analyzer ended, as its engine saw it. What that means is decided elsewhere, alike for every engine. */
export interface EngineExit {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** True where the memory limit ended the analyzer or a part of it; null where the engine cannot tell. */
  readonly outOfMemory: boolean | null;
  readonly wallMs: number;
  readonly cpuMs: number | null;
  readonly peakMemoryBytes: number | null;
  /** How files reached the analyzer, where that is only known once it ran. */
  readonly transfer?: RunEngine['transfer'];
}

/** What an engine is; the rest of the run record's engine is the choice that was made. */
export type EngineDescription = Omit<RunEngine, 'requested' | 'reason'>;

/**
 * Runs an analyzer that keeps the analyzer contract. A further engine is one file that implements this and one line in
 * the map of engines; sources, events, limits, verdicts, intake and artifacts do not know which one ran.
 */
export interface AnalyzerEngine {
  readonly name: string;
  readonly isolation: IsolationLevel;
  /** Modes that it may run. The local engine leaves `full` to engines that contain what it executes. */
  readonly modes: readonly AnalysisMode[];
  /** What would run now in this mode. Rejects with a CsqaError where it cannot run. */
  readonly describe: (mode: AnalysisMode) => Promise<EngineDescription>;
  /** Runs the analyzer to its end. Rejects with a CsqaError (START_FAILED …) only where it never started. */
  readonly run: (job: EngineJob) => Promise<EngineExit>;
  /** True where it can run under these limits what was started ahead; absent where it never can. */
  readonly fits?: (ahead: AnalyzerAhead, limits: Limits) => Promise<boolean>;
  /** What `doctor` says about it. */
  readonly checks: () => Promise<readonly DoctorCheck[]>;
  /** Removes what it left behind outside of job directories, as containers are; absent where there is no such thing. */
  readonly reap?: (isLive: IsLive) => Promise<ReapReport>;
}
