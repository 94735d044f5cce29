import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { AnalyzerAhead } from '../ahead/analyzer-ahead.ts';
import type { DoctorCheck } from '../doctor-report.ts';
import { asCsqaError, CsqaError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { ParsedOptions } from '../options.ts';
import { type ChildExit, runChild } from '../processes/run-child.ts';
import { analyzerArguments, CALLS_FILE } from './analyzer-arguments.ts';
import { findAnalyzer } from './analyzer-bin.ts';
import type { AnalyzerEngine, EngineDescription, EngineExit, EngineJob } from './engine.ts';
import { listenForFullHeap } from './heap-exhaustion.ts';
import { localCommand, WAIT } from './local-command.ts';

/**
 * Runs the analyzer as a child process of this Node: no container, an environment of its own, a process group of its own,
 * limited memory. It is for `fast`, which only reads files; `full` executes build tools and needs a container.
 */
export function createLocalEngine(options: ParsedOptions): AnalyzerEngine {
  return {
    name: 'local',
    isolation: 'process',
    modes: ['fast'],
    describe: async () => {
      await findAnalyzer(options.analyzerBin);
      return description;
    },
    run: (job) => runLocally(options, job),
    fits: (ahead, limits) => isTheSame(options, ahead, limits),
    checks: () => checkAnalyzer(options.analyzerBin),
  };
}

const description: EngineDescription = {
  name: 'local',
  isolation: 'process',
  version: process.version,
  image: null,
  transfer: 'none',
};

/** True where a process that was started ahead is what this engine would start now, and where. */
async function isTheSame(
  { analyzerBin, environment, tempDir }: ParsedOptions,
  ahead: AnalyzerAhead,
  { memoryBytes }: Limits,
): Promise<boolean> {
  const { path: script } = await findAnalyzer(analyzerBin);
  const home = ahead.command.cwd;
  const wanted = localCommand({ script, home, memoryBytes, environment }, [WAIT]);
  return ahead.tempDir === tempDir && isDeepStrictEqual(ahead.command, wanted);
}

async function runLocally(options: ParsedOptions, job: EngineJob): Promise<EngineExit> {
  const { path } = await findAnalyzer(options.analyzerBin);
  const home = job.ahead?.command.cwd ?? (await job.directory.makeDirectory('home'));
  const call = analyzerArguments({
    ...job,
    callsPath: job.dumpCalls ? join(job.outDir, CALLS_FILE) : null,
    timeoutSeconds: job.limits.timeoutSeconds,
    cacheDir: job.cacheDir ?? (options.cacheDir === undefined ? null : resolve(options.cacheDir)),
    threads: options.threads ?? null,
    maven: null,
  });
  const heap = listenForFullHeap();
  const exit = await runChild({
    ...localCommand(
      { script: path, home, memoryBytes: job.limits.memoryBytes, environment: options.environment },
      call,
    ),
    running: job.ahead?.take(call) ?? null,
    job: job.directory,
    onStdout: job.onStdout,
    onStderr: (chunk) => {
      heap.hear(chunk);
      job.onStderr(chunk);
    },
    signal: AbortSignal.any([job.signal, job.overdue]),
    memoryBytes: job.limits.memoryBytes,
  });
  job.onEnded();
  if (exit.startError !== null) throw neverStarted(exit.startError);
  return engineExit(exit, heap.wasFull(exit.exitCode));
}

function engineExit(exit: ChildExit, heapWasFull: boolean): EngineExit {
  return {
    exitCode: exit.exitCode,
    signal: exit.signal,
    outOfMemory: heapWasFull ? true : exit.overMemory,
    wallMs: exit.wallMs,
    cpuMs: exit.usage?.cpuMs ?? null,
    peakMemoryBytes: exit.usage?.peakRssBytes ?? null,
  };
}

function neverStarted(cause: Error): CsqaError {
  return new CsqaError('START_FAILED', `The analyzer could not be started by ${process.execPath}.`, {
    hint: 'Check that this Node can be executed and that processes are left.',
    ru: `Запустить анализатор с помощью ${process.execPath} не удалось.`,
    cause,
  });
}

async function checkAnalyzer(named: string | undefined): Promise<readonly DoctorCheck[]> {
  try {
    const { path, version } = await findAnalyzer(named);
    const detail = `${path}, ${version === null ? 'version not known' : `version ${version}`}`;
    const ru = {
      detail: `${path}, ${version === null ? 'версия неизвестна' : `версия ${version}`}`,
      fix: null,
    };
    return [{ id: 'analyzer', status: 'ok', detail, fix: null, ru }];
  } catch (error) {
    const { message, hint, localized } = asCsqaError(error);
    const ru = { detail: localized.ru ?? message, fix: 'Переустановите csqa.' };
    return [{ id: 'analyzer', status: 'fail', detail: message, fix: hint, ru }];
  }
}
