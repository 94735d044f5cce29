import { CsqaError, systemErrorCode } from '../errors.ts';
import type { JobDirectory } from '../jobs/job-directory.ts';
import { childEnvironment } from '../processes/child-environment.ts';
import { outputTail } from '../processes/output-tail.ts';
import { runChild } from '../processes/run-child.ts';
import { type GitSettings, settingsAsEnvironment } from './git-settings.ts';

/** Bytes kept of what git says on either stream: its errors are at the end. */
const KEPT_OUTPUT_BYTES = 64 * 1024;

/** How git is run in one job; the same for all of its commands. */
export interface GitSession {
  readonly gitBin: string;
  readonly job: JobDirectory;
  /** Names that git may inherit are taken from here. */
  readonly environment: Readonly<Record<string, string>>;
  /** An empty directory that serves as home. */
  readonly home: string;
  readonly settings: GitSettings;
  /** Variables beside those that are always set. */
  readonly variables: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** One command of git. */
export interface GitCommand {
  readonly cwd: string;
  readonly args: readonly string[];
  readonly onStdout?: (chunk: Uint8Array) => void;
  readonly onStderr?: (chunk: Uint8Array) => void;
  /** Read by the password helper from file descriptor 3. */
  readonly secret?: Uint8Array;
}

/** How a command ended. */
export interface GitResult {
  /** 0 for success; null where a signal ended it. */
  readonly exitCode: number | null;
  /** The end of its standard output. */
  readonly stdout: string;
  /** The end of its standard error, in English. */
  readonly stderr: string;
}

/** Runs one command of git. Throws GIT_UNAVAILABLE where there is no git. */
export async function runGit(session: GitSession, command: GitCommand): Promise<GitResult> {
  const stdout = outputTail(KEPT_OUTPUT_BYTES);
  const stderr = outputTail(KEPT_OUTPUT_BYTES);
  const exit = await runChild({
    file: session.gitBin,
    args: command.args,
    cwd: command.cwd,
    env: {
      ...childEnvironment(session.environment, session.home),
      ...settingsAsEnvironment(session.settings),
      ...session.variables,
    },
    job: session.job,
    onStdout: command.onStdout ?? stdout.push,
    onStderr: (chunk) => {
      stderr.push(chunk);
      command.onStderr?.(chunk);
    },
    signal: session.signal,
    ...(command.secret === undefined ? {} : { secret: command.secret }),
  });
  if (exit.startError !== null) throw gitUnavailable(session.gitBin, exit.startError);
  return { exitCode: exit.exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

/** The version of git as numbers, or null for a text that is none: `git version 2.39.5` is [2, 39, 5]. */
export function readGitVersion(text: string): readonly number[] | null {
  const match = /^git version (\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return match === null ? null : match.slice(1).map((part) => Number(part ?? 0));
}

/** The oldest git whose `http.curloptResolve` can pin an address. */
export const OLDEST_GIT = [2, 37, 0] as const;

/** True for a git that can do what a clone needs. */
export function isRecentEnough(version: readonly number[]): boolean {
  const [major = 0, minor = 0] = version;
  return major > OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor >= OLDEST_GIT[1]);
}

function gitUnavailable(gitBin: string, cause: Error): CsqaError {
  const missing = systemErrorCode(cause) === 'ENOENT';
  return new CsqaError(
    'GIT_UNAVAILABLE',
    `git could not be started as "${gitBin}"${missing ? ': not found' : ''}.`,
    {
      ru: `git не запустился как «${gitBin}»${missing ? ': его нет' : ''}.`,
      hint: `Install git ${OLDEST_GIT.join('.')} or later and put it on the PATH.`,
      cause,
    },
  );
}
