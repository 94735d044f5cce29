import { devNull } from 'node:os';
import { getExecOutput } from '@actions/exec';
import { type GitSettings, settingsAsEnvironment } from '@csqa/orchestrator';
import type { Environment } from '../inputs/inputs.ts';

/** How git is run for one run of the action. */
export interface GitSetting {
  /** Names that git may inherit are taken from here. */
  readonly environment: Environment;
  /** Settings as `[name, value]`; they outrank every file and are in no argument list. */
  readonly settings: GitSettings;
  /** Also read what the machine and the user have set: only where one of their settings is asked for. */
  readonly readsMachine?: boolean;
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

/** Runs git without a shell. Resolves however it ended; a git that is not there has ended badly, too. */
export async function runGit(args: readonly string[], setting: GitSetting): Promise<GitResult> {
  const names = setting.readsMachine === true ? [...PASSED_ON, ...HOMES] : PASSED_ON;
  const passed = names.flatMap((name) => {
    const value = setting.environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  try {
    const { exitCode, stdout, stderr } = await getExecOutput('git', [...args], {
      env: {
        ...Object.fromEntries(passed),
        ...settingsAsEnvironment([...INERT, ...setting.settings], setting.readsMachine),
      },
      ...{ silent: true, ignoreReturnCode: true },
    });
    return { ok: exitCode === 0, stdout, stderr };
  } catch (error) {
    return { ok: false, stdout: '', stderr: error instanceof Error ? error.message : String(error) };
  }
}
