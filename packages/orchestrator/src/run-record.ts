import {
  type Artifact,
  CAPS,
  CONTRACT_VERSION,
  clipText,
  plain,
  type RunEngine,
  type RunError,
  type RunLimits,
  type RunOutcome,
  type RunRecord,
  type RunSource,
  type RunUsage,
} from '@csqa/report';
import manifest from '../package.json' with { type: 'json' };
import type { CsqaError } from './errors.ts';
import type { Journal } from './journal.ts';
import type { Limits } from './limits.ts';
import type { AnalysedSource } from './outcome.ts';
import type { ParsedRequest } from './request.ts';
import type { AnalyzerRun } from './run/run-analyzer.ts';
import type { TreeSize } from './sources/tree-audit.ts';

/** Everything that is known about a run when its record is made. */
export interface RunFacts {
  readonly analysisId: string;
  readonly request: ParsedRequest;
  readonly limits: Limits;
  readonly journal: Journal;
  readonly source: AnalysedSource;
  readonly engine: RunEngine;
  /** Null where the analyzer never ran. */
  readonly run: AnalyzerRun | null;
  /** Null where it was not counted. */
  readonly sourceSize: TreeSize | null;
  readonly logTail: readonly string[];
}

/** How the run ended and what it left. */
export interface RunEnding {
  readonly outcome: RunOutcome;
  readonly error: CsqaError | null;
  readonly artifacts: readonly Artifact[];
}

/** Makes orchestrator.json. */
export function makeRunRecord(facts: RunFacts, ending: RunEnding): RunRecord {
  const { request, journal } = facts;
  return {
    contract: CONTRACT_VERSION,
    id: facts.analysisId,
    attempt: request.attempt,
    outcome: ending.outcome,
    error: ending.error === null ? null : recordedError(ending.error),
    mode: request.mode,
    source: recordedSource(facts.source),
    engine: recordedEngine(facts.engine),
    limits: recordedLimits(facts),
    usage: usageOf(facts),
    timings: journal.timings(),
    versions: {
      orchestrator: manifest.version,
      analyzer: facts.run?.heard.hello?.version ?? null,
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
    },
    artifacts: ending.artifacts,
    warnings: journal.warnings(),
    ...(ending.error === null ? {} : { logTail: facts.logTail }),
  };
}

/** What the run used: as the engine saw it, and where it could not see, as the analyzer itself did. */
export function usageOf(facts: RunFacts): RunUsage {
  const exit = facts.run?.exit;
  const self = facts.run?.heard.result?.usage;
  const announced = facts.run?.heard.result?.files;
  return {
    wallMs: exit?.wallMs ?? 0,
    cpuMs: highest(exit?.cpuMs, self?.cpuMs),
    peakMemoryBytes: highest(exit?.peakMemoryBytes, self?.peakMemoryBytes),
    sourceBytes: facts.sourceSize?.bytes ?? null,
    sourceFiles: facts.sourceSize?.files ?? null,
    outBytes: announced === undefined ? null : announced.reduce((sum, { bytes }) => sum + bytes, 0),
    exitCode: exit?.exitCode ?? null,
    signal: exit?.signal ?? null,
    outOfMemory: exit?.outOfMemory ?? null,
  };
}

/** The commit as reports name it; like `git describe --dirty`, it says where the files are not those of the commit. */
export function revisionText(source: AnalysedSource): string | null {
  if (source.commit === null) return null;
  return source.dirty === true ? `${source.commit}-dirty` : source.commit;
}

/** Sampling can miss the last moments of a process, and the process itself does not see its own end. */
function highest(left: number | null | undefined, right: number | null | undefined): number | null {
  if (left === null || left === undefined) return right ?? null;
  return Math.max(left, right ?? left);
}

function recordedError(error: CsqaError): RunError {
  return {
    code: error.code,
    message: plain(error.message, CAPS.text),
    hint: plain(error.hint, CAPS.text),
    retryable: error.retryable,
  };
}

/** With its keys in the order of the contract, as all of the record: it is written without its schema then. */
function recordedEngine(engine: RunEngine): RunEngine {
  const { name, requested, isolation, reason, version, image, transfer } = engine;
  const kept = image === null ? null : { reference: image.reference, id: image.id };
  return { name, requested, isolation, reason, version, image: kept, transfer };
}

function recordedSource(source: AnalysedSource): RunSource {
  const revision = revisionText(source);
  const location = clipText(source.location, CAPS.path);
  return source.kind === 'directory'
    ? { kind: 'directory', path: location, revision }
    : { kind: 'git', url: location, ref: source.ref, revision };
}

function recordedLimits({ limits, source, engine }: RunFacts): RunLimits {
  const cloned = source.kind === 'git';
  const contained = engine.isolation === 'container';
  return {
    timeoutMs: limits.timeoutSeconds * 1000,
    memoryBytes: limits.memoryBytes,
    cpus: contained ? limits.cpus : null,
    pids: contained ? limits.pids : null,
    sourceBytes: cloned ? limits.cloneBytes : null,
    sourceFiles: cloned ? limits.cloneFiles : null,
    outBytes: limits.outBytes,
    network: !contained,
  };
}
