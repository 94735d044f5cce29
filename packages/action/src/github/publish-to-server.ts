import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { HttpClient } from '@actions/http-client';
import { BearerCredentialHandler } from '@actions/http-client/lib/auth';
import { plain } from '@csqa/report';
import type { ServerAccess } from '../inputs/inputs.ts';
import type { Project, PublishOutcome, RunContext } from '../run-types.ts';
import type { Said } from '../text/said.ts';
import type { Patience } from './open-github.ts';

const pack = promisify(gzip);

/** Tries in all; a server that is restarted needs a moment. */
const MOST_TRIES = 4;
const REQUEST_MS = 120_000;
/** Longest wait that a server may ask for. */
const MOST_WAIT_MS = 60_000;

/** A finished report for a server. */
export interface ReportToPublish {
  readonly project: Project;
  /** combined.json. */
  readonly combined: string;
}

const NO_TOKEN: Said = {
  en: 'The report could not be sent to the self-hosted CSQA: there is no token; runs for forks are given no secrets.',
  ru: 'Отправить отчёт на свой сервер CSQA не удалось: нет токена; запускам для форков секреты не передаются.',
};

/**
 * Hands a finished report to a self-hosted CSQA, which keeps its history; the same commit twice is one run there. Repeats what
 * failed on the server's side, follows no redirect with the token, and never throws: what goes wrong is told in the outcome.
 */
export async function publishToServer(
  { url, token }: ServerAccess,
  context: Pick<RunContext, 'servers' | 'repository' | 'language'>,
  {
    report,
    patience,
  }: { readonly report: ReportToPublish; readonly patience: Pick<Patience, 'sleep' | 'retryMs'> },
): Promise<PublishOutcome> {
  const name = 'server';
  const { language } = context;
  const lost = (said: Said, yamlLine: string | null): PublishOutcome => ({
    ...{ name, status: 'degraded', reason: said[language], yamlLine },
  });
  if (token === '') return lost(NO_TOKEN, SECRET_LINE);
  const address = `${url}/api/v1/projects/${encodeURIComponent(keyOf(context, report.project))}/reports`;
  try {
    const reply = await send(address, { token, body: report.combined }, patience);
    if (reply.status !== 200 && reply.status !== 201) return lost(...refusal(reply));
    const id = idIn(reply.text);
    return { name, status: 'published', url: id === null ? null : `${url}/runs/${id}`, id };
  } catch (error) {
    const why = plain(error instanceof Error ? error.message : String(error), 200);
    const said = {
      en: `The report could not be sent to the self-hosted CSQA: it cannot be reached (${why}); check "server-url" and the network of the runner.`,
      ru: `Отправить отчёт на свой сервер CSQA не удалось: он недоступен (${why}); проверьте «server-url» и сеть раннера.`,
    };
    return lost(said, null);
  }
}

/** The dollar and the braces are an expression of a workflow. */
const SECRET_LINE = ['server-token: $', '{{ secrets.CSQA_TOKEN }}'].join('');

/** The address that the repository is cloned from; a module of it is a project of its own. */
function keyOf(
  { servers, repository }: Pick<RunContext, 'servers' | 'repository'>,
  { path, slug }: Project,
): string {
  const address = `${servers.web}/${repository.owner}/${repository.name}.git`;
  return path === '' ? address : `${address}#${slug}`;
}

interface Reply {
  readonly status: number;
  readonly text: string;
  /** Milliseconds that the server asks to wait; null where it does not say. */
  readonly waitMs: number | null;
}

async function send(
  address: string,
  { token, body }: { readonly token: string; readonly body: string },
  { sleep, retryMs }: Pick<Patience, 'sleep' | 'retryMs'>,
): Promise<Reply> {
  const client = new HttpClient('csqa-action', [new BearerCredentialHandler(token)], {
    ...{ allowRedirects: false, socketTimeout: REQUEST_MS },
  });
  const packed = await pack(body);
  try {
    for (let tries = 1; tries < MOST_TRIES; tries += 1) {
      const reply = await once(client, address, packed).catch(() => null);
      if (reply !== null && reply.status < 500 && reply.status !== 429) return reply;
      await sleep(Math.min(reply?.waitMs ?? retryMs * tries ** 2, MOST_WAIT_MS));
    }
    return await once(client, address, packed);
  } finally {
    client.dispose();
  }
}

async function once(client: HttpClient, address: string, packed: Buffer): Promise<Reply> {
  const headers = { 'content-type': 'application/gzip', 'content-length': packed.length };
  const response = await client.sendStream('POST', address, Readable.from([packed]), headers);
  const after = Number(response.message.headers['retry-after']);
  return {
    status: response.message.statusCode ?? 0,
    text: await response.readBody(),
    waitMs: after > 0 ? after * 1_000 : null,
  };
}

function refusal({ status, text }: Reply): [said: Said, yamlLine: string | null] {
  const why = plain(problemIn(text), 200);
  const begin = {
    en: 'The report could not be sent to the self-hosted CSQA',
    ru: 'Отправить отчёт на свой сервер CSQA не удалось',
  };
  if (status === 401 || status === 403) {
    return [
      {
        en: `${begin.en}: it does not accept the token (${status}); make one with the scope "submit" in its settings.`,
        ru: `${begin.ru}: он не принимает токен (${status}); создайте в его настройках токен с областью «submit».`,
      },
      SECRET_LINE,
    ];
  }
  if (status >= 300 && status < 400) {
    return [
      {
        en: `${begin.en}: it redirects elsewhere, and the token is not sent there; give its final address.`,
        ru: `${begin.ru}: он перенаправляет на другой адрес, и токен туда не отправляется; укажите конечный адрес.`,
      },
      'server-url: https://csqa.example.org',
    ];
  }
  return [
    { en: `${begin.en}: it answered ${status} (${why}).`, ru: `${begin.ru}: он ответил ${status} (${why}).` },
    null,
  ];
}

/** What application/problem+json says; the text itself where it is none. */
function problemIn(text: string): string {
  const { title, detail, hint } = objectIn(text);
  const parts = [detail ?? title, hint].filter((part): part is string => typeof part === 'string');
  return parts.length === 0 ? text : parts.join('; ');
}

function idIn(text: string): string | null {
  const { id } = objectIn(text);
  return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? id : null;
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
