import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { plain } from '@csqa/report';
import type { ServerAccess } from '../inputs/inputs.ts';
import type { Project, PublishOutcome, RunContext } from '../run-types.ts';
import {
  objectIn,
  openServer,
  problemText,
  type ServerPatience,
  type ServerReply,
} from '../server/csqa-server.ts';
import type { Said } from '../text/said.ts';

const pack = promisify(gzip);

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
  { report, patience }: { readonly report: ReportToPublish; readonly patience: ServerPatience },
): Promise<PublishOutcome> {
  const name = 'server';
  const { language } = context;
  const lost = (said: Said, yamlLine: string | null): PublishOutcome => ({
    ...{ name, status: 'degraded', reason: said[language], yamlLine },
  });
  if (token === '') return lost(NO_TOKEN, SECRET_LINE);
  const path = `/projects/${encodeURIComponent(keyOf(context, report.project))}/reports`;
  using server = openServer({ url, token }, patience);
  try {
    const body = { type: 'application/gzip', bytes: await pack(report.combined) };
    const reply = await server.ask({ path, body });
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

function refusal({ status, text }: ServerReply): [said: Said, yamlLine: string | null] {
  const why = plain(problemText(text), 200);
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
  if (why.includes('unsupported-contract')) {
    return [
      {
        en: `${begin.en}: it and this action are of different versions (${why}); bring both to the same one.`,
        ru: `${begin.ru}: версии сервера и этого действия не подходят друг другу (${why}); обновите их до одной.`,
      },
      null,
    ];
  }
  return [
    { en: `${begin.en}: it answered ${status} (${why}).`, ru: `${begin.ru}: он ответил ${status} (${why}).` },
    null,
  ];
}

function idIn(text: string): string | null {
  const { id } = objectIn(text);
  return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? id : null;
}
