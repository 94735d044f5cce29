import { plain } from '@csqa/report';
import type { Said } from '../text/said.ts';
import { limitWait, PATIENT, requestFailure } from './open-github.ts';

/** Why something could not be published, and the line of the workflow that would enable it. */
export interface Loss {
  readonly said: Said;
  readonly yamlLine: string | null;
}

/** What was tried. */
export interface Attempt {
  /** Half a sentence: "the comment could not be written". */
  readonly said: Said;
  /** The right that it needs, as `permissions:` names it. */
  readonly permission: string;
}

/** Longest part of a message of a server that is repeated. */
const MAX_MESSAGE = 200;

/**
 * Says of a failed request in one sentence what was wrong and what mends it, by the class of the failure: a right that the token
 * lacks, a token that is wrong or gone, a rate limit, a failure on GitHub's side, no connection, a request that was refused.
 */
export function lossOf(error: unknown, attempt: Attempt): Loss {
  const failure = requestFailure(error);
  if (failure === null) return unreachable(error, attempt);
  const { status, message, headers } = failure;
  if (limitWait(error, PATIENT) !== null) return limited(attempt);
  if (status === 401) return unauthorized(attempt);
  if (status === 403) return forbidden(attempt, String(headers['x-accepted-github-permissions'] ?? ''));
  if (status === 404) return hidden(attempt);
  if (status >= 500)
    return Object.keys(headers).length === 0 ? unreachable(error, attempt) : broken(attempt, status);
  return refused(attempt, status, message);
}

function sentence({ said }: Attempt, rest: Said): Said {
  return { en: `${said.en}: ${rest.en}`, ru: `${said.ru}: ${rest.ru}` };
}

function forbidden(attempt: Attempt, accepted: string): Loss {
  const permission = lacking(accepted, attempt.permission);
  return {
    said: sentence(attempt, {
      en: `the token of this run lacks a right; add the line under "permissions:" of the workflow.`,
      ru: 'у токена этого запуска нет нужного права; добавьте строку в раздел «permissions:» рабочего процесса.',
    }),
    yamlLine: permission,
  };
}

/**
 * The rights that would do, in the words of a workflow. GitHub names alternatives apart by semicolons, each of one or more rights apart by
 * commas; the one that we documented is named where it is among them, or where GitHub names none.
 */
export function lacking(accepted: string, documented: string): string {
  const alternatives = accepted
    .split(';')
    .map((one) =>
      one
        .split(',')
        .map(inWorkflow)
        .filter((right) => right !== ''),
    )
    .filter((one) => one.length > 0);
  const [first] = alternatives;
  // Who may write may read.
  const enough = [documented, documented.replace(/: write$/, ': read')];
  if (first === undefined || alternatives.some((one) => one.length === 1 && enough.includes(one[0] ?? '')))
    return documented;
  return first.join(', ');
}

function inWorkflow(right: string): string {
  const [, name, level] = /^\s*([a-z_]+)\s*=\s*(read|write|admin)\s*$/.exec(right) ?? [];
  return name === undefined ? '' : `${name.replaceAll('_', '-')}: ${level}`;
}

function unauthorized(attempt: Attempt): Loss {
  return {
    said: sentence(attempt, {
      en: 'GitHub does not accept the token; it has run out, or "github-token" holds another secret.',
      ru: 'GitHub не принимает токен: он истёк, или в «github-token» другой секрет.',
    }),
    // The dollar and the braces are an expression of a workflow.
    yamlLine: ['github-token: $', '{{ github.token }}'].join(''),
  };
}

function hidden(attempt: Attempt): Loss {
  return {
    said: sentence(attempt, {
      en: 'GitHub shows the token nothing of that name; it is gone, or the token may not see it.',
      ru: 'GitHub ничего такого этому токену не показывает: этого уже нет, или токену это не видно.',
    }),
    yamlLine: attempt.permission,
  };
}

function limited(attempt: Attempt): Loss {
  return {
    said: sentence(attempt, {
      en: 'the rate limit of GitHub is used up and does not end soon; run the job again later.',
      ru: 'лимит запросов GitHub исчерпан и восстановится не скоро; запустите задание позже.',
    }),
    yamlLine: null,
  };
}

function broken(attempt: Attempt, status: number): Loss {
  return {
    said: sentence(attempt, {
      en: `GitHub failed with ${status} several times; run the job again.`,
      ru: `GitHub несколько раз ответил ошибкой ${status}; запустите задание ещё раз.`,
    }),
    yamlLine: null,
  };
}

function unreachable(error: unknown, attempt: Attempt): Loss {
  const why = plain(error instanceof Error ? error.message : String(error), MAX_MESSAGE);
  return {
    said: sentence(attempt, {
      en: `the server cannot be reached (${why}); check the network of the runner.`,
      ru: `сервер недоступен (${why}); проверьте сеть раннера.`,
    }),
    yamlLine: null,
  };
}

function refused(attempt: Attempt, status: number, message: string): Loss {
  const why = plain(message, MAX_MESSAGE);
  return {
    said: sentence(attempt, {
      en: `GitHub refused it with ${status} (${why}).`,
      ru: `GitHub отказал с кодом ${status} (${why}).`,
    }),
    yamlLine: null,
  };
}
