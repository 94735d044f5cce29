import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { execa } from 'execa';
import { CsqaError, systemErrorCode } from '../errors.ts';
import { outputTail } from '../processes/output-tail.ts';
import { dockerEnvironment } from './docker-environment.ts';

/** How one call of the command line ended. What its exit code means is for the caller to say. */
export interface CliResult {
  /** Null where it was ended by its time limit or by the caller. */
  readonly exitCode: number | null;
  /** The end of its standard output, at most `KEPT_OUTPUT_BYTES`; empty where somebody else read it. */
  readonly stdout: string;
  /** The end of its standard error. */
  readonly stderr: string;
  readonly timedOut: boolean;
}

/** What accompanies a call. */
interface CliCall {
  /** Milliseconds after which the call is ended; no call waits for ever. */
  readonly timeoutMs?: number;
  /** Ends the call, not what it asked the engine to do. */
  readonly signal?: AbortSignal;
  readonly onStdout?: (chunk: Uint8Array) => void;
  readonly onStderr?: (chunk: Uint8Array) => void;
  /** Becomes its standard input. */
  readonly input?: Readable;
}

/** The command line of a container engine. */
export interface DockerCli {
  readonly bin: string;
  /** Podman takes the same verbs, but not all of the same options. */
  readonly isPodman: boolean;
  /** Runs one call without a shell. Rejects with ENGINE_UNAVAILABLE where there is no such program, and for nothing else. */
  readonly call: (args: readonly string[], call?: CliCall) => Promise<CliResult>;
}

/** Enough for `inspect` of a container with many mounts. */
const KEPT_OUTPUT_BYTES = 4 * 1024 * 1024;

/** Most calls take a tenth of a second; an engine that is busy or just starting needs longer. */
const USUAL_TIMEOUT_MS = 60_000;

/** Makes the command line of an engine. It inherits only what says where the engine is. */
export function createDockerCli(bin: string, environment: Readonly<Record<string, string>>): DockerCli {
  const env = dockerEnvironment(environment);
  return {
    bin,
    isPodman: /(?:^|[\\/])podman(?:-remote)?(?:\.exe)?$/.test(bin),
    call: (args, call = {}) => run({ bin, env, args, call }),
  };
}

interface Run {
  readonly bin: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly call: CliCall;
}

async function run({ bin, env, args, call }: Run): Promise<CliResult> {
  const stdout = outputTail(KEPT_OUTPUT_BYTES);
  const stderr = outputTail(KEPT_OUTPUT_BYTES);
  const child = execa(bin, [...args], {
    env,
    extendEnv: false,
    reject: false,
    buffer: false,
    encoding: 'buffer',
    cleanup: true,
    forceKillAfterDelay: 2_000,
    timeout: call.timeoutMs ?? USUAL_TIMEOUT_MS,
    windowsHide: true,
    stdin: call.input === undefined ? 'ignore' : 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
    ...(call.signal === undefined ? {} : { cancelSignal: call.signal }),
  });
  child.stdout.on('data', call.onStdout ?? stdout.push);
  child.stderr.on('data', (chunk: Uint8Array) => {
    stderr.push(chunk);
    call.onStderr?.(chunk);
  });
  const fed = feed(call.input, child.stdin);
  const result = await child;
  const inputError = await fed;
  if (inputError !== null) throw inputError;
  if (
    result.failed &&
    result.exitCode === undefined &&
    systemErrorCode(result.cause ?? result) === 'ENOENT'
  ) {
    throw notInstalled(bin, result);
  }
  return {
    exitCode: result.exitCode ?? null,
    stdout: stdout.text(),
    stderr: stderr.text(),
    timedOut: result.timedOut,
  };
}

/** Gives the reason why the input could not be made; a reader that leaves early says so by its own exit code. */
async function feed(
  input: Readable | undefined,
  stdin: NodeJS.WritableStream | null | undefined,
): Promise<unknown> {
  if (input === undefined || stdin === null || stdin === undefined) return null;
  try {
    await pipeline(input, stdin);
    return null;
  } catch (error) {
    return LEFT_EARLY.has(systemErrorCode(error) ?? '') ? null : error;
  }
}

const LEFT_EARLY: ReadonlySet<string> = new Set(['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET']);

function notInstalled(bin: string, cause: unknown): CsqaError {
  const isPath = /[\\/]/.test(bin);
  return new CsqaError('ENGINE_UNAVAILABLE', `There is no program "${bin}"${isPath ? '' : ' on the PATH'}.`, {
    ru: `Программы «${bin}» нет${isPath ? '' : ' в PATH'}.`,
    hint: 'Install the Docker command line 27 or later, or use CSQA_DOCKER_BIN=podman, or --engine local.',
    ruHint: 'Установите клиент Docker 27 или новее, либо задайте CSQA_DOCKER_BIN=podman или --engine local.',
    cause,
  });
}
