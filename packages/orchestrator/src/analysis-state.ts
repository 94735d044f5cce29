import type { AnalyzerAhead } from './ahead/analyzer-ahead.ts';
import type { AnalyzerEngine } from './engines/engine.ts';
import type { AnalysisProgress } from './events.ts';
import type { Limits } from './limits.ts';
import type { ParsedOptions } from './options.ts';
import type { OrchestratorPorts } from './ports.ts';
import type { ParsedRequest } from './request.ts';
import type { RunFacts } from './run-record.ts';

/** One analysis to run, with all that it needs. */
export interface Analysis {
  readonly request: ParsedRequest;
  readonly limits: Limits;
  readonly options: ParsedOptions;
  readonly ports: OrchestratorPorts;
  readonly engines: ReadonlyMap<string, AnalyzerEngine>;
  readonly signal: AbortSignal;
  /** Started before the request was read; null where nothing was. */
  readonly ahead: AnalyzerAhead | null;
  readonly onEvent: (event: AnalysisProgress) => void;
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** What is known so far. Steps fill it in, so that a failure in the middle is recorded with all that came before. */
export interface Known extends Mutable<RunFacts> {
  /** `YYYY-MM-DD` by which suppressions are judged. */
  readonly today: string;
  /** Absolute path, or null. */
  readonly configPath: string | null;
}
