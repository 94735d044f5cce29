import { devNull } from 'node:os';
import { type GitSettings, settingsAsEnvironment } from '@csqa/orchestrator';
import { execa } from 'execa';
import type { Environment } from '../inputs/inputs.ts';

/** How git is run for one run of the action. */
export interface GitSetting {
  /** Names that git may inherit are taken from here. */
  readonly environment: Environment;
  /** Settings as `[name, value]`; they outrank every file and are in no argument list. */
  readonly settings: GitSettings;
  /** Also read what the machine and the user have set: only where one of their settings is asked for. */
  readonly readsMachine?: boolean;
  /** Ends git, and whatever it has started. */
  readonly signal?: AbortSignal | undefined;
}

/** How a command ended. */
export interface GitResult {
  readonly ok: boolean;
  readonly stdout: string;
  /** In English. */
  readonly stderr: string;
}

/** What git needs to find itself, a proxy and certificates; everything else, tokens above all, stays here. */
const PASSED_ON = [
  ...['PATH', 'Path', 'PATHEXT', 'SystemRoot', 'SYSTEMROOT', 'windir', 'ComSpec', 'TMPDIR', 'TMP', 'TEMP'],
  ...[
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'all_proxy',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'ALL_PROXY',
  ],
  ...['GIT_SSL_CAINFO', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'CURL_CA_BUNDLE'],
];

/** Nothing that a repository or a machine brings along is run, and a checkout of another user is read all the same. */
const INERT: GitSettings = [
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['core.attributesFile', devNull],
  ['credential.helper', ''],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['http.followRedirects', 'false'],
  ['http.lowSpeedLimit', '1'],
  ['http.lowSpeedTime', '30'],
  ['protocol.allow', 'never'],
  ...['https', 'http', 'file'].map((protocol) => [`protocol.${protocol}.allow`, 'always'] as const),
  ['safe.directory', '*'],
];

/** Where settings of the machine are found. */
const HOMES = ['HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'ProgramFiles', 'PROGRAMDATA'];

/**
 * Runs git without a shell. Resolves however it ended; a git that is not there has ended badly, too. Where the signal comes or this
 * process ends, it is killed with all of its process group: the helper that talks to a server would wait for it otherwise.
 */
export async function runGit(args: readonly string[], setting: GitSetting): Promise<GitResult> {
  const names = setting.readsMachine === true ? [...PASSED_ON, ...HOMES] : PASSED_ON;
  const passed = names.flatMap((name) => {
    const value = setting.environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  if (setting.signal?.aborted === true) return CANCELLED;
  const child = execa('git', [...args], {
    env: {
      ...Object.fromEntries(passed),
      ...settingsAsEnvironment([...INERT, ...setting.settings], setting.readsMachine),
    },
    ...{ extendEnv: false, reject: false, stripFinalNewline: false, stdin: 'ignore', windowsHide: true },
    ...{ detached: HAS_GROUPS, maxBuffer: MOST_OUTPUT },
  });
  const kill = (): void => killGroup(child.pid);
  setting.signal?.addEventListener('abort', kill, { once: true });
  process.once('exit', kill);
  try {
    const ended = await child;
    const words = ended instanceof Error && !ended.stderr ? ended.shortMessage : ended.stderr;
    return { ok: ended.exitCode === 0, stdout: ended.stdout ?? '', stderr: words ?? '' };
  } finally {
    setting.signal?.removeEventListener('abort', kill);
    process.removeListener('exit', kill);
  }
}

const CANCELLED: GitResult = { ok: false, stdout: '', stderr: 'cancelled' };
/** UTF-16 units of output that are kept. */
const MOST_OUTPUT = 64 * 1024 * 1024;
const HAS_GROUPS = process.platform !== 'win32';

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(HAS_GROUPS ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended in this moment.
  }
}
