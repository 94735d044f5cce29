import { gzipSync } from 'node:zlib';
import { plain } from '@csqa/report';
import { lossOf } from '../github/failure-text.ts';
import { type GitHub, type Patience, requestFailure } from '../github/open-github.ts';
import type { PublishOutcome, RunContext } from '../run-types.ts';
import type { Said } from '../text/said.ts';

/** A SARIF log and what it is of. */
export interface SarifToPublish {
  /** SARIF 2.1.0 with one run. */
  readonly sarif: string;
  /** Full commit id that was analysed. */
  readonly commit: string;
  /** `refs/heads/main`, `refs/pull/7/merge` … */
  readonly ref: string;
}

/** Milliseconds before the second look at an upload, twice as many before each next one up to the most, and until none is taken any more. */
const POLLING = { firstMs: 1_000, mostMs: 8_000, endMs: 120_000 };

const ATTEMPT = {
  said: {
    en: 'SARIF could not be uploaded to code scanning',
    ru: 'Загрузить SARIF в code scanning не удалось',
  },
  permission: 'security-events: write',
};

/** A run that may only read leaves the upload to the second stage. */
export const READ_ONLY_SARIF: Said = {
  en: `${ATTEMPT.said.en}: a run for a fork or for Dependabot may only read; a second workflow with "mode: report" uploads it.`,
  ru: `${ATTEMPT.said.ru}: запуск для форка или Dependabot может только читать; его загрузит второй рабочий процесс с «mode: report».`,
};
const NOT_ENABLED: Said = {
  en: `${ATTEMPT.said.en}: code scanning is not enabled for this repository; enable Code Security in its settings, or do without.`,
  ru: `${ATTEMPT.said.ru}: в этом репозитории code scanning не включён; включите Code Security в настройках или обойдитесь без загрузки.`,
};
const NOT_PROCESSED: Said = {
  en: 'GitHub took the SARIF upload and had not processed it after two minutes; it may still appear in code scanning.',
  ru: 'GitHub принял SARIF, но за две минуты его не обработал; результаты ещё могут появиться в code scanning.',
};

/**
 * Uploads a log to code scanning and waits until GitHub has processed it, at most two minutes. Never throws: a right that is
 * lacking, code scanning that is not enabled and a log that GitHub does not take are told in the outcome, GitHub's own words verbatim.
 */
export async function publishSarif(
  github: GitHub,
  context: Pick<RunContext, 'repository' | 'servers' | 'language'>,
  { log, patience }: { readonly log: SarifToPublish; readonly patience: Pick<Patience, 'now' | 'sleep'> },
): Promise<PublishOutcome> {
  const name = 'sarif-upload';
  const { repository, servers, language } = context;
  const lost = (said: Said, yamlLine: string | null): PublishOutcome => ({
    ...{ name, status: 'degraded', reason: said[language], yamlLine },
  });
  const place = { owner: repository.owner, repo: repository.name };
  try {
    const id = await upload(github, place, log);
    const errors = await processed(github, { ...place, id }, patience);
    if (errors === null) return lost(NOT_PROCESSED, null);
    if (errors.length > 0) return lost(rejected(errors), null);
    const query = encodeURIComponent(`tool:CSQA ${queryOf(log.ref)}`);
    const url = `${servers.web}/${place.owner}/${place.repo}/security/code-scanning?query=${query}`;
    return { name, status: 'published', url, id };
  } catch (error) {
    if (isNotEnabled(error)) return lost(NOT_ENABLED, 'sarif-upload: never');
    const { said, yamlLine } = lossOf(error, ATTEMPT);
    return lost(said, yamlLine);
  }
}

interface Place {
  readonly owner: string;
  readonly repo: string;
}

async function upload(github: GitHub, place: Place, log: SarifToPublish): Promise<string> {
  const { data } = await github.rest.codeScanning.uploadSarif({
    ...place,
    commit_sha: log.commit,
    ref: log.ref,
    sarif: gzipSync(log.sarif).toString('base64'),
    tool_name: 'CSQA',
  });
  return data.id ?? '';
}

/** What GitHub has against the log; null where it has not said so in time. */
async function processed(
  github: GitHub,
  { owner, repo, id }: Place & { readonly id: string },
  { now, sleep }: Pick<Patience, 'now' | 'sleep'>,
): Promise<readonly string[] | null> {
  const end = now() + POLLING.endMs;
  for (let pause = POLLING.firstMs; now() < end; pause = Math.min(2 * pause, POLLING.mostMs)) {
    const state = await stateOf(github, { owner, repo, id });
    if (state.status === 'complete') return [];
    if (state.status === 'failed') return state.errors.length === 0 ? ['no reason given'] : state.errors;
    await sleep(pause);
  }
  return null;
}

/** An upload that was just taken may not be found yet. */
async function stateOf(
  github: GitHub,
  { owner, repo, id }: Place & { readonly id: string },
): Promise<{ readonly status: string; readonly errors: readonly string[] }> {
  try {
    const { data } = await github.rest.codeScanning.getSarif({ owner, repo, sarif_id: id });
    return { status: data.processing_status ?? 'pending', errors: data.errors ?? [] };
  } catch (error) {
    if (requestFailure(error)?.status === 404) return { status: 'pending', errors: [] };
    throw error;
  }
}

function isNotEnabled(error: unknown): boolean {
  const failure = requestFailure(error);
  return (
    (failure?.status === 403 || failure?.status === 404) &&
    /\b(?:must be enabled|is not enabled|no analysis found|not available for)\b/i.test(failure.message)
  );
}

function rejected(errors: readonly string[]): Said {
  const why = plain(errors.join('; '), 600);
  return {
    en: `GitHub took the SARIF upload and rejected it when processing: ${why}`,
    ru: `GitHub принял SARIF и отклонил его при обработке: ${why}`,
  };
}

/** `pr:7` of a pull request, `ref:…` of anything else. */
function queryOf(ref: string): string {
  const pull = /^refs\/pull\/(\d+)\//.exec(ref);
  return pull === null ? `ref:${ref}` : `pr:${pull[1]}`;
}
