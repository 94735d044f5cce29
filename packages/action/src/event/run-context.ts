import type { Environment, Inputs } from '../inputs/inputs.ts';
import {
  KNOWN_EVENTS,
  type KnownEvent,
  type PullRequest,
  type ReadOnlyReason,
  type Repository,
  type RunContext,
  type Servers,
} from '../run-types.ts';
import { ActionError } from '../text/action-error.ts';
import type { EventPayload } from './event-payload.ts';

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** What a runner says of the run that it carries out: the variables, the payload of the event, and the inputs. */
export interface RunnerFacts {
  readonly environment: Environment;
  readonly payload: EventPayload;
  readonly inputs: Pick<Inputs, 'language' | 'token'>;
}

/** Puts together what is known before anything is analysed. Throws an ActionError where this is no run of a workflow. */
export function runContextOf({ environment, payload, inputs }: RunnerFacts): RunContext {
  const need = (name: string): string => {
    const value = environment[name] ?? '';
    if (value === '') throw notARun(name);
    return value;
  };
  const eventName = need('GITHUB_EVENT_NAME');
  const repository = repositoryOf(need('GITHUB_REPOSITORY'));
  const sha = need('GITHUB_SHA');
  if (!SHA.test(sha)) throw notARun('GITHUB_SHA');
  return {
    event: KNOWN_EVENTS.find((known) => known === eventName) ?? 'other',
    eventName,
    repository,
    isPrivate: payload.repository?.private ?? null,
    sha,
    ref: environment.GITHUB_REF ?? '',
    pullRequest: pullRequestOf(payload),
    readOnly: readOnlyReason(eventName, payload, environment),
    servers: serversOf(environment),
    run: {
      ...{ id: count(environment.GITHUB_RUN_ID), number: count(environment.GITHUB_RUN_NUMBER) },
      attempt: count(environment.GITHUB_RUN_ATTEMPT),
      ...{ workflow: environment.GITHUB_WORKFLOW ?? '', job: environment.GITHUB_JOB ?? '' },
    },
    ...{ workspace: need('GITHUB_WORKSPACE'), tempDir: need('RUNNER_TEMP') },
    ...{ language: inputs.language, token: inputs.token },
  };
}

function repositoryOf(written: string): Repository {
  const [owner, name, ...rest] = written.split('/');
  if (!owner || !name || rest.length > 0) throw notARun('GITHUB_REPOSITORY');
  return { owner, name };
}

function pullRequestOf({ pull_request: pull }: EventPayload): PullRequest | null {
  if (pull === undefined) return null;
  const { number, head, base } = pull;
  return {
    ...{ number, headSha: head.sha, baseRef: base.ref },
    headRepository: head.repo?.full_name ?? null,
  };
}

const OF_PULL_REQUESTS: ReadonlySet<string> = new Set<KnownEvent>(['pull_request', 'pull_request_target']);

/** A fork's run has a token that only reads, and so has Dependabot's, on its pull requests and on its pushes. */
function readOnlyReason(
  eventName: string,
  { pull_request: pull }: EventPayload,
  { GITHUB_ACTOR, GITHUB_REPOSITORY }: Environment,
): ReadOnlyReason {
  if (eventName === 'pull_request' && pull !== undefined) {
    const head = pull.head.repo?.full_name.toLowerCase();
    if (head !== GITHUB_REPOSITORY?.toLowerCase()) return 'fork';
  }
  const isItsRun = eventName === 'push' || OF_PULL_REQUESTS.has(eventName);
  return GITHUB_ACTOR === 'dependabot[bot]' && isItsRun ? 'dependabot' : null;
}

function serversOf({ GITHUB_SERVER_URL, GITHUB_API_URL }: Environment): Servers {
  const web = withoutSlash(GITHUB_SERVER_URL ?? 'https://github.com');
  return {
    web,
    api: withoutSlash(GITHUB_API_URL ?? 'https://api.github.com'),
    isEnterprise: isEnterprise(web),
  };
}

/** The test that the toolkit makes before it refuses artifacts: anything but github.com, ghe.com and this machine. */
function isEnterprise(web: string): boolean {
  const host = URL.canParse(web) ? new URL(web).hostname.toLowerCase() : '';
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

function count(written: string | undefined): number {
  const value = Number(written ?? '0');
  return Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function notARun(name: string): ActionError {
  return new ActionError('tool', {
    en: `${name} is not what a runner sets: run this as a step of a workflow.`,
    ru: `Значение ${name} не такое, какое задаёт runner: запускайте действие шагом рабочего процесса.`,
  });
}
