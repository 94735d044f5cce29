import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { WORKFLOW_TOKEN } from '../fakes/github/github-fake.ts';
import type { ResultsFake } from '../fakes/results/results-fake.ts';
import { checkOutShallow } from '../git/clinic-remote.ts';
import { OURS, type Workflow, type WorkflowJob } from '../readme-samples.ts';
import type { OpenedClinic } from './opened-clinic.ts';
import { runStep, type StepResult } from './run-step.ts';

/** What happened to the repository, as GitHub tells a workflow of it. */
export interface Happening {
  readonly event: string;
  readonly payload: object;
  /** GITHUB_REF. */
  readonly ref: string;
  /** GITHUB_SHA. */
  readonly sha: string;
  /** The token only reads and there are no secrets, whatever the workflow grants. */
  readonly isForeign?: boolean;
  /** GITHUB_SERVER_URL; the clinic's own where it is not given. */
  readonly web?: string;
}

/** Where workflows run. */
export interface WorkflowPlace {
  /** The extracted release tree. */
  readonly action: string;
  readonly clinic: OpenedClinic;
  readonly results: ResultsFake;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Values of inputs in the sample, by those that are meant here: an address that there is. */
  readonly replaced?: Readonly<Record<string, string>>;
}

/** How the action fared in one job. */
export interface JobRun {
  /** Name of the job, and the values of its matrix. */
  readonly job: string;
  readonly step: StepResult;
  /** The post step, when the job has ended. */
  readonly post: StepResult;
  /** Standard error of the analyzer, of the checked out tree. */
  readonly analyzerLog: string;
  /** Names in RUNNER_TEMP between the two. */
  readonly left: readonly string[];
}

let lastRun = 900;

/**
 * Runs a workflow as GitHub does: only for an event that it names, with exactly the rights that it grants, each job that its
 * condition lets through once for every value of its matrix, checkouts at depth 1 over HTTP. Throws for what it cannot run.
 */
export async function runWorkflow(
  { on, permissions, jobs }: Workflow,
  happening: Happening,
  place: WorkflowPlace,
): Promise<readonly JobRun[]> {
  if (!(happening.event in on)) throw new Error(`the workflow does not start on ${happening.event}`);
  place.clinic.github.state.tokens.set(WORKFLOW_TOKEN, {
    ...{ login: 'github-actions[bot]', rights: rightsOf(permissions, happening.isForeign === true) },
  });
  place.results.beginRun();
  lastRun += 1;
  const runs: JobRun[] = [];
  for (const [name, job] of Object.entries(jobs)) {
    if (!isWanted(job, happening)) continue;
    for (const matrix of combinations(job)) runs.push(await runJob({ name, job, matrix }, happening, place));
  }
  return runs;
}

/** `pull-requests: write` as the API calls it; of a foreign run only the right to read is left. */
function rightsOf(permissions: Workflow['permissions'], isForeign: boolean): string[] {
  return Object.entries(permissions).map(
    ([name, level]) => `${name.replaceAll('-', '_')}=${isForeign ? 'read' : level}`,
  );
}

function isWanted(job: WorkflowJob, { event, payload }: Happening): boolean {
  if (job.if === undefined) return true;
  const [, path, word] = /^(github\.event(?:\.\w+)+) == '([^']*)'$/.exec(job.if) ?? [];
  if (path === undefined) throw new Error(`a condition that the test does not know: ${job.if}`);
  return valueAt(path, { github: { event: payload, event_name: event } }) === word;
}

function combinations({ strategy }: WorkflowJob): readonly Readonly<Record<string, string>>[] {
  const [axis, ...others] = Object.entries(strategy?.matrix ?? {});
  if (axis === undefined) return [{}];
  if (others.length > 0) throw new Error('a matrix of several axes is not known to the test');
  return axis[1].map((value) => ({ [axis[0]]: value }));
}

interface Job {
  readonly name: string;
  readonly job: WorkflowJob;
  readonly matrix: Readonly<Record<string, string>>;
}

async function runJob(
  { name, job, matrix }: Job,
  happening: Happening,
  place: WorkflowPlace,
): Promise<JobRun> {
  const { clinic } = place;
  // Hosted runners have the same directories in every job, which keys of the cache depend on.
  const root = join(clinic.root, 'runner');
  const workspace = join(root, 'workspace');
  await rm(root, { recursive: true, force: true });
  await mkdir(workspace, { recursive: true });
  const secrets = happening.isForeign === true ? {} : (place.secrets ?? {});
  const runs: JobRun[] = [];
  for (const { uses, with: written = {} } of job.steps) {
    const given = filled(written, { matrix, secrets, github: { ref: happening.ref } });
    if (uses?.startsWith('actions/checkout@') === true) {
      const repository = `${clinic.web}/clinic/pets`;
      await checkOutShallow(repository, happening.ref, workspace);
    } else if (uses === OURS) {
      const label = [name, ...Object.values(matrix)].join(' ');
      runs.push(
        await runAction({ label, root, workspace, given: withReplaced(given, place) }, happening, place),
      );
    } else throw new Error(`a step that the test cannot run: ${uses}`);
  }
  const [run, ...more] = runs;
  if (run === undefined || more.length > 0) throw new Error('expected the action once in a job');
  return run;
}

interface Use {
  readonly label: string;
  readonly root: string;
  readonly workspace: string;
  readonly given: Readonly<Record<string, string>>;
}

async function runAction(
  { label, root, workspace, given }: Use,
  { event, payload, ref, sha, web }: Happening,
  { action, clinic, results, secrets = {} }: WorkflowPlace,
): Promise<JobRun> {
  const step = {
    ...{ action, root, workspace, event, payload, with: given, token: WORKFLOW_TOKEN },
    secrets: [WORKFLOW_TOKEN, ...Object.values(secrets)],
    env: {
      ...results.environment,
      GITHUB_API_URL: clinic.github.api,
      GITHUB_SERVER_URL: web ?? clinic.web,
      GITHUB_SHA: sha,
      GITHUB_REF: ref,
      GITHUB_RUN_ID: String(lastRun),
    },
  };
  const done = await runStep(step);
  const left = await readdir(join(root, 'temp'));
  const analyzerLog = await logsUnder(join(root, 'temp'));
  const post = await runStep({ ...step, state: done.state }, 'post');
  return { job: label, step: done, post, left, analyzerLog };
}

/** What the analyzer said of the checked out tree. */
async function logsUnder(temp: string): Promise<string> {
  const entries = await readdir(temp, { recursive: true });
  const logs = entries.filter((name) => /csqa-head-report\/.*container\.log$/.test(name));
  const texts = await Promise.all(logs.map((name) => readFile(join(temp, name), 'utf8')));
  return texts.join('\n');
}

/** Expressions of a name alone, replaced by what they stand for. */
function filled(written: object, contexts: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [
      name,
      String(value).replaceAll(/\$\{\{ *([\w.]+) *\}\}/g, (_, path: string) =>
        String(valueAt(path, contexts) ?? ''),
      ),
    ]),
  );
}

function withReplaced(
  given: Readonly<Record<string, string>>,
  { replaced = {} }: WorkflowPlace,
): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, replaced[value] ?? value]));
}

function valueAt(path: string, contexts: object): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], contexts);
}
