import { copyFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { plain, type ReadFailure, readCombined } from '@csqa/report';
import { create } from 'tar';
import { z } from 'zod';
import type { Inputs, ServerAccess } from '../inputs/inputs.ts';
import {
  type CsqaServer,
  objectIn,
  openServer,
  problemText,
  type ServerPatience,
  type ServerReply,
  type ServerRequest,
} from '../server/csqa-server.ts';
import { ActionError } from '../text/action-error.ts';
import type { Said } from '../text/said.ts';
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
  readonly patience: ServerPatience;
  /** Is told, in one line, what the server is at. */
  readonly tell: (line: string) => void;
}

/** Time to tell a server that nobody waits any more; a cancelled job has few seconds. */
const FAREWELL_MS = 3_000;

const STATES = ['queued', 'running', 'cancelling', 'succeeded', 'incomplete', 'failed', 'cancelled'] as const;

/** A newer server may tell more of a run, which is nothing to us. */
const runSchema = z.object({
  id: z.uuid(),
  state: z.enum(STATES),
  phase: z.string().nullable(),
  error: z.object({ message: z.string(), hint: z.string() }).nullable(),
});

type ServerRun = z.infer<typeof runSchema>;

const UNDER_WAY: ReadonlySet<ServerRun['state']> = new Set(['queued', 'running', 'cancelling']);

/**
 * Has a self-hosted CSQA analyse a tree: sends it as an archive without `.git`, waits, and takes the report. A run that nobody
 * waits for any more, because the signal came or the time is over, is cancelled there.
 */
export function serverAnalysis(setting: ServerSetting): AnalyzeTree {
  return async (tree, signal) => {
    if (setting.server.token === '') throw new ActionError('input', NO_TOKEN);
    await placeConfig(tree, setting.tempDir);
    using server = openServer(setting.server, setting.patience);
    const submitted = runOf(
      await answered(server, { path: '/runs/archive', signal, body: await formOf(tree, setting) }),
    );
    const run = await ended(submitted, { server, setting, signal }).catch(async (error: unknown) => {
      await cancelRun(server, submitted.id);
      throw error;
    });
    if (run.state !== 'succeeded') throw notSucceeded(run);
    return reportOf(await answered(server, { path: `/runs/${run.id}/artifacts/combined`, signal }), tree);
  };
}

/** Fields come before the file. */
async function formOf(tree: Tree, { project, inputs }: ServerSetting) {
  const form = new FormData();
  form.set('project', project.slice(0, 200));
  form.set('mode', inputs.analysis);
  form.set('archive', new Blob([await archiveOf(tree.directory)]), 'tree.tar.gz');
  const packed = new Response(form);
  const type = packed.headers.get('content-type') ?? '';
  return { type, bytes: Buffer.from(await packed.arrayBuffer()) };
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

interface Waiting {
  readonly server: CsqaServer;
  readonly setting: ServerSetting;
  readonly signal: AbortSignal;
}

async function ended(started: ServerRun, { server, setting, signal }: Waiting): Promise<ServerRun> {
  // Waiting in line is not part of the time of an analysis; twice as much is enough for both.
  const end = Date.now() + 2_000 * setting.inputs.limits.timeoutSeconds;
  let run = started;
  let told = '';
  while (UNDER_WAY.has(run.state)) {
    const now = run.phase === null ? run.state : `${run.state}, ${run.phase}`;
    if (now !== told) setting.tell(plain(`${setting.server.url}/runs/${run.id}: ${now}`, 300));
    told = now;
    if (Date.now() > end) throw tooLate(setting);
    await sleep(setting.pollMs, undefined, { signal }).catch(() => undefined);
    run = runOf(await answered(server, { path: `/runs/${run.id}`, signal }));
  }
  return run;
}

/** Best effort: whoever cancels a job does not wait for a server that is away. */
async function cancelRun(server: CsqaServer, id: string): Promise<void> {
  const body = { type: 'application/json', bytes: Buffer.from('{}') };
  const signal = AbortSignal.timeout(FAREWELL_MS);
  await server.ask({ path: `/runs/${id}/cancel`, body, signal }).catch(() => undefined);
}

async function answered(server: CsqaServer, request: ServerRequest): Promise<string> {
  if (request.signal?.aborted === true) throw new ActionError('tool', CANCELLED);
  const reply = await server.ask(request).catch((error: unknown) => {
    throw request.signal?.aborted === true ? new ActionError('tool', CANCELLED, error) : unreachable(error);
  });
  if (reply.status >= 200 && reply.status < 300) return reply.text;
  throw refusedBy(reply);
}

function runOf(text: string): ServerRun {
  const parsed = runSchema.safeParse(objectIn(text));
  if (parsed.success) return parsed.data;
  const { state } = objectIn(text);
  if (typeof state !== 'string' || (STATES as readonly string[]).includes(state))
    throw refusedBy({ status: 200, text });
  throw otherVersion(`expected a run that is ${STATES.join(', ')}, got ${plain(state, 50)}`);
}

function reportOf(text: string, { revision }: Tree): AnalysedTree {
  const read = readCombined(text);
  if (!read.ok) throw unreadable(read);
  const { report, orchestrator } = read.value;
  if (report === null) throw refusedBy({ status: 200, text });
  return { report: { ...report, meta: { ...report.meta, revision } }, record: orchestrator };
}

function unreadable({ code, message }: ReadFailure): ActionError {
  if (code !== 'unsupported-contract') return refusedBy({ status: 200, text: message });
  return otherVersion(message);
}

function otherVersion(how: string): ActionError {
  return new ActionError('tool', {
    en: `The self-hosted CSQA and this action are of different versions (${how}): bring both to the same one.`,
    ru: `Версии своего сервера CSQA и этого действия не подходят друг другу (${how}): обновите их до одной.`,
  });
}

function refusedBy({ status, text }: ServerReply): ActionError {
  const why = plain(problemText(text), 300);
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

const CANCELLED: Said = {
  en: 'The job was cancelled, and the analysis on the self-hosted CSQA with it.',
  ru: 'Задание отменено, и анализ на своём сервере CSQA вместе с ним.',
};

const NO_TOKEN: Said = {
  en: 'engine server needs server-token, and there is none: runs for forks are given no secrets; use engine local for them.',
  ru: 'Движку server нужен server-token, а его нет: запускам для форков секреты не передаются; поставьте для них engine: local.',
};

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
