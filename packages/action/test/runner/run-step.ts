import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { parse } from 'yaml';
import { type RunnerCommand, type RunnerLog, readLog } from './runner-log.ts';

/** A step `uses: <release tree>` as a workflow has it, and the run that it belongs to. */
export interface Step {
  /** The extracted release tree. */
  readonly action: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly event: string;
  readonly payload: object;
  readonly workspace: string;
  /** An existing directory: RUNNER_TEMP and the files of the runner are made in it. */
  readonly root: string;
  /** Over the variables of a hosted runner. */
  readonly env?: Readonly<Record<string, string>>;
  /** Secrets that the workflow has: the log shows none of them. */
  readonly secrets?: readonly string[];
  /** What `github.token` stands for. */
  readonly token?: string;
  /** Of the main step, for the post step. */
  readonly state?: Readonly<Record<string, string>>;
  /** Ends the step as a cancelled job does; with the reason `SIGKILL`, as a runner out of memory. */
  readonly cancelled?: AbortSignal;
  /** Where the program runs; on this machine unless it is given. */
  readonly start?: StartProgram;
}

/** Starts a file of the action with exactly these variables. */
export type StartProgram = (
  main: string,
  env: Readonly<Record<string, string>>,
) => ChildProcessByStdio<null, Readable, Readable>;

/** What a runner makes of a step. */
export interface StepResult {
  readonly exitCode: number | null;
  readonly conclusion: 'success' | 'failure';
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** The summary, as it is shown: null where it was too large and is dropped. */
  readonly summary: string | null;
  /** What anybody sees: without secrets, ten annotations of a kind at most. */
  readonly log: RunnerLog;
  readonly stderr: string;
}

/** The runner drops the whole summary of a step above this. */
const MAX_SUMMARY_BYTES = 1024 * 1024;

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
}

/** Runs the main file of an action, or its post file, with the files, the variables and the rules of a runner. */
export async function runStep(step: Step, phase: 'main' | 'post' = 'main'): Promise<StepResult> {
  const { inputs, runs } = parse(await readFile(join(step.action, 'action.yml'), 'utf8')) as ActionFile;
  if (runs.using !== 'node24') throw new Error(`expected node24, got ${runs.using}`);
  const files = await makeFiles(step);
  const start = step.start ?? startHere;
  const program = start(join(step.action, runs[phase]), {
    ...hostedRunner(step),
    ...inputVariables(step, inputs),
    ...Object.fromEntries(Object.entries(step.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    ...files,
    ...step.env,
  });
  const child = await untilEnded(program, step.cancelled);
  const log = readLog(child.stdout, step.secrets ?? []);
  const summary = await summaryOf(files.GITHUB_STEP_SUMMARY);
  const tooLarge: RunnerCommand = {
    command: 'error',
    properties: {},
    message: '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k',
  };
  return {
    exitCode: child.exitCode,
    conclusion: child.exitCode === 0 ? 'success' : 'failure',
    outputs: readFileCommands(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    state: readFileCommands(await readFile(files.GITHUB_STATE, 'utf8')),
    summary,
    log: summary === null ? { ...log, annotations: [...log.annotations, tooLarge] } : log,
    stderr: child.stderr,
  };
}

/** A hosted runner's variables; the server is one that nobody answers at. */
function hostedRunner({ event, workspace, root, payload }: Step): Record<string, string> {
  const { pull_request: pull } = payload as { pull_request?: { number: number } };
  return {
    PATH: process.env.PATH ?? '',
    HOME: join(root, 'home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_REPOSITORY: 'clinic/pets',
    GITHUB_REF: pull === undefined ? 'refs/heads/main' : `refs/pull/${pull.number}/merge`,
    GITHUB_ACTOR: 'ada',
    GITHUB_SERVER_URL: 'http://127.0.0.1:9',
    GITHUB_API_URL: 'http://127.0.0.1:9/api',
    GITHUB_RUN_ID: '900',
    GITHUB_RUN_NUMBER: '31',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'CI',
    GITHUB_JOB: 'csqa',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: join(root, 'temp'),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
  };
}

/** Upper case, spaces to underscores, hyphens kept; defaults of action.yml where the workflow says nothing. */
function inputVariables(step: Step, inputs: ActionFile['inputs']): Record<string, string> {
  const token = step.token ?? '';
  const defaults = Object.entries(inputs).map(([name, input]) => [
    name,
    (input.default ?? '').replaceAll(/\$\{\{ *github\.token *\}\}/g, token),
  ]);
  const given = { ...(Object.fromEntries(defaults) as Record<string, string>), ...step.with };
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

async function makeFiles({ root, payload }: Step) {
  const directory = join(root, 'files', randomUUID());
  await mkdir(directory, { recursive: true });
  await mkdir(join(root, 'temp'), { recursive: true });
  await mkdir(join(root, 'home'), { recursive: true });
  const file = async (name: string, text = ''): Promise<string> => {
    await writeFile(join(directory, name), text);
    return join(directory, name);
  };
  return {
    GITHUB_EVENT_PATH: await file('event.json', JSON.stringify(payload)),
    GITHUB_OUTPUT: await file('output'),
    GITHUB_STATE: await file('state'),
    GITHUB_ENV: await file('env'),
    GITHUB_PATH: await file('path'),
    GITHUB_STEP_SUMMARY: await file('summary'),
  };
}

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** On this machine. */
export const startHere: StartProgram = (main, env) =>
  spawn(process.execPath, [main], { cwd: env.GITHUB_WORKSPACE, env, stdio: ['ignore', 'pipe', 'pipe'] });

function untilEnded(child: ReturnType<StartProgram>, cancelled?: AbortSignal): Promise<Ended> {
  const timers: NodeJS.Timeout[] = [];
  const onAbort = (): void => {
    if (cancelled?.reason === 'SIGKILL') child.kill('SIGKILL');
    else
      for (const [signal, afterMs] of ASKED_TO_END)
        timers.push(setTimeout(() => child.kill(signal), afterMs));
  };
  cancelled?.addEventListener('abort', onAbort, { once: true });
  child.once('exit', () => timers.forEach(clearTimeout));
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** How a runner ends a step of a cancelled job, with milliseconds from the first time. */
const ASKED_TO_END = [
  ['SIGINT', 0],
  ['SIGTERM', 7_500],
  ['SIGKILL', 10_000],
] as const satisfies readonly (readonly [NodeJS.Signals, number])[];

async function summaryOf(file: string): Promise<string | null> {
  return (await stat(file)).size > MAX_SUMMARY_BYTES ? null : readFile(file, 'utf8');
}

/** `name=value` and `name<<end`, lines, `end`; anything else is an error of the step, as it is for a runner. */
function readFileCommands(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/);
  const read: Record<string, string> = {};
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string;
    if (line === '') continue;
    const [, heredoc, end] = /^([^=<]+)<<(.+)$/.exec(line) ?? [];
    const [, name, value] = /^([^=<]+)=(.*)$/.exec(line) ?? [];
    if (heredoc !== undefined) {
      const close = lines.indexOf(end as string, at + 1);
      if (close === -1) throw new Error(`Matching delimiter not found '${end}'`);
      read[heredoc] = lines.slice(at + 1, close).join('\n');
      at = close;
    } else if (name !== undefined) read[name] = value ?? '';
    else throw new Error(`Invalid format '${line}'`);
  }
  return read;
}
