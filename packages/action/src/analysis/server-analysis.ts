import { copyFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { plain, readCombined } from '@csqa/report';
import { create } from 'tar';
import { z } from 'zod';
import type { Inputs, ServerAccess } from '../inputs/inputs.ts';
import { ActionError } from '../text/action-error.ts';
import type { AnalysedTree, AnalyzeTree, Tree } from './analyze-tree.ts';

/** What an analysis on a server needs. */
export interface ServerSetting {
  readonly server: ServerAccess;
  readonly inputs: Pick<Inputs, 'analysis' | 'limits'>;
  /** Name of the project there, apart from the one whose history is kept. */
  readonly project: string;
  /** Directories below it are ours to write to. */
  readonly tempDir: string;
  /** Milliseconds between two looks at a run. */
  readonly pollMs: number;
}

const REQUEST_MS = 10 * 60_000;

const runSchema = z.object({
  id: z.uuid(),
  state: z.enum(['queued', 'running', 'cancelling', 'succeeded', 'incomplete', 'failed', 'cancelled']),
  error: z.object({ message: z.string(), hint: z.string() }).nullable(),
});

type ServerRun = z.infer<typeof runSchema>;

const UNDER_WAY: ReadonlySet<ServerRun['state']> = new Set(['queued', 'running', 'cancelling']);

/** Has a self-hosted CSQA analyse a tree: sends it as an archive without `.git`, waits, and takes the report. */
export function serverAnalysis(setting: ServerSetting): AnalyzeTree {
  return async (tree, signal) => {
    await placeConfig(tree, setting.tempDir);
    const form = new FormData();
    form.set('project', setting.project.slice(0, 200));
    form.set('mode', setting.inputs.analysis);
    form.set('archive', new Blob([await archiveOf(tree.directory)]), 'tree.tar.gz');
    const submitted = await ask(setting, { path: '/runs/archive', signal, form });
    const run = await ended(runOf(submitted), setting, signal);
    if (run.state !== 'succeeded') throw notSucceeded(run);
    return reportOf(await ask(setting, { path: `/runs/${run.id}/artifacts/combined`, signal }), tree);
  };
}

/** A server reads the configuration of the tree: the base gets that of the head, and another one cannot be sent. */
async function placeConfig({ directory, configFile }: Tree, tempDir: string): Promise<void> {
  const own = join(directory, '.csqa.yml');
  if (configFile === null || configFile === own) return;
  if (!relative(tempDir, directory).startsWith('..')) {
    await copyFile(configFile, own);
    return;
  }
  throw new ActionError('input', {
    en: 'config cannot be sent to a server: put it into the project as .csqa.yml, or use another engine.',
    ru: 'config нельзя передать серверу: положите его в проект под именем .csqa.yml или выберите другой engine.',
  });
}

async function archiveOf(directory: string): Promise<Uint8Array<ArrayBuffer>> {
  const archive = create(
    {
      ...{ cwd: directory, gzip: true, portable: true, follow: false },
      filter: (path) => !/(?:^|\/)\.git(?:\/|$)/.test(path),
    },
    ['.'],
  );
  return new Uint8Array(await buffer(archive));
}

async function ended(started: ServerRun, setting: ServerSetting, signal: AbortSignal): Promise<ServerRun> {
  // Waiting in line is not part of the time of an analysis; twice as much is enough for both.
  const end = Date.now() + 2_000 * setting.inputs.limits.timeoutSeconds;
  let run = started;
  while (UNDER_WAY.has(run.state)) {
    if (Date.now() > end) throw tooLate(setting);
    await new Promise((resolve) => setTimeout(resolve, setting.pollMs));
    run = runOf(await ask(setting, { path: `/runs/${run.id}`, signal }));
  }
  return run;
}

interface Question {
  readonly path: string;
  readonly signal: AbortSignal;
  /** Absent for a request that only asks. */
  readonly form?: FormData;
}

async function ask({ server }: ServerSetting, { path, signal, form }: Question): Promise<string> {
  try {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      ...(form === undefined ? {} : { method: 'POST', body: form }),
      headers: { authorization: `Bearer ${server.token}` },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]),
    });
    const text = await response.text();
    if (response.ok) return text;
    throw refusedBy(response.status, text);
  } catch (error) {
    if (error instanceof ActionError) throw error;
    throw unreachable(error);
  }
}

function runOf(text: string): ServerRun {
  const parsed = runSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw refusedBy(200, text);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reportOf(text: string, { revision }: Tree): AnalysedTree {
  const read = readCombined(text);
  if (!read.ok || read.value.report === null) throw refusedBy(200, text);
  const { report, orchestrator } = read.value;
  return { report: { ...report, meta: { ...report.meta, revision } }, record: orchestrator };
}

const problemSchema = z.object({ detail: z.string() });

function refusedBy(status: number, text: string): ActionError {
  const problem = problemSchema.safeParse(jsonOf(text));
  const why = plain(problem.success ? problem.data.detail : text, 200);
  return new ActionError('tool', {
    en: `The self-hosted CSQA answered ${status}: ${why}; check server-url, and that server-token may submit.`,
    ru: `Свой сервер CSQA ответил ${status}: ${why}; проверьте server-url и право server-token отправлять.`,
  });
}

function unreachable(error: unknown): ActionError {
  const why = plain(error instanceof Error ? error.message : String(error), 200);
  return new ActionError(
    'tool',
    {
      en: `The self-hosted CSQA cannot be reached (${why}): check server-url and the network of the runner.`,
      ru: `Свой сервер CSQA недоступен (${why}): проверьте server-url и сеть раннера.`,
    },
    error,
  );
}

function notSucceeded({ state, error }: ServerRun): ActionError {
  const why = error === null ? state : plain(`${error.message} ${error.hint}`, 400);
  return new ActionError('tool', {
    en: `The self-hosted CSQA has no whole report: ${why}`,
    ru: `У своего сервера CSQA нет полного отчёта: ${why}`,
  });
}

function tooLate({ inputs }: ServerSetting): ActionError {
  const minutes = Math.ceil((2 * inputs.limits.timeoutSeconds) / 60);
  return new ActionError('tool', {
    en: `The self-hosted CSQA was not done after ${minutes} minutes: raise timeout-minutes, or look at its queue.`,
    ru: `Свой сервер CSQA не закончил за ${minutes} мин: увеличьте timeout-minutes или посмотрите на его очередь.`,
  });
}
