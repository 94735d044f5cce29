import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { WebAppError } from '../failures/web-app-error.ts';
import type { WebAppTexts } from '../text/catalogue.ts';
import type { World } from '../world.ts';
import { findWebApp } from './find-web-app.ts';

/** What the web app answers to a command with `--json`. */
export interface WebAnswer {
  /** The file as it was named. */
  readonly file: string;
  /** Rows by table, in the order of the backup. */
  readonly rows: Readonly<Record<string, number>>;
}

interface Asking {
  readonly world: World;
  readonly texts: WebAppTexts;
  /** Arguments of the web app's own program. */
  readonly args: readonly string[];
  /** Ends the command. */
  readonly signal: AbortSignal;
}

/**
 * Runs a command of the web app with our environment, which says where its database is. What it has to say meanwhile goes to
 * standard error. Throws WebAppError.
 */
export async function askWebApp({ world, texts, args, signal }: Asking): Promise<WebAnswer> {
  const script = await findWebApp(texts);
  const child = spawn(process.execPath, [script, ...args], {
    cwd: world.cwd,
    env: world.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  child.stderr.setEncoding('utf8').on('data', (line: string) => world.stderr.write(line));
  const ended = new Promise<void>((done, fail) => {
    child.once('error', fail);
    child.once('close', () => done());
  });
  const [out] = await Promise.all([text(child.stdout), ended]);
  return answerIn(out, texts);
}

function answerIn(out: string, texts: WebAppTexts): WebAnswer {
  const said = parsed(out);
  if (isAnswer(said)) return said;
  if (isFailure(said)) {
    const { code, message, hint } = said.error;
    const { title, fix } = texts.failure(code);
    throw new WebAppError(code, title === undefined ? message : `${title}: ${message}`, { fix: fix ?? hint });
  }
  throw new WebAppError('WEB_APP_FAILED', texts.brokeOff, { fix: texts.brokeOffFix });
}

function parsed(out: string): unknown {
  try {
    return JSON.parse(out);
  } catch {
    return undefined;
  }
}

function isAnswer(said: unknown): said is WebAnswer {
  return isObject(said) && typeof said['file'] === 'string' && isObject(said['rows']);
}

interface ToldFailure {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}

function isFailure(said: unknown): said is ToldFailure {
  if (!isObject(said)) return false;
  const { error } = said;
  return isObject(error) && ['code', 'message', 'hint'].every((key) => typeof error[key] === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
