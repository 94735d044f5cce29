import { rm } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { readCombined } from '@csqa/report';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { git } from '../../../orchestrator/test/repositories.ts';
import { startResults } from '../fakes/results/results-fake.ts';
import { samplesIn, type Workflow, workflowOf } from '../readme-samples.ts';
import { guardedClinic, withoutGuard } from './guarded-clinic.ts';
import { type OpenedClinic, openClinic } from './opened-clinic.ts';
import { extractReleaseTree } from './release-tree.ts';
import { type Happening, type JobRun, runWorkflow, type WorkflowPlace } from './run-workflow.ts';

const samples = await samplesIn('README.md');

let action: string;

beforeAll(async () => {
  action = await extractReleaseTree();
});

afterAll(() => rm(action, { recursive: true, force: true }));

/** The sample that the README keeps in that file. */
function workflow(file: string): Workflow {
  const found = samples.find(({ path }) => path === `.github/workflows/${file}`);
  if (found === undefined) throw new Error(`the README has no ${file}`);
  return workflowOf(found);
}

type Files = Parameters<typeof openClinic>[1];

/** A repository with an open pull request, and the services around it. */
async function open(files?: Files): Promise<WorkflowPlace> {
  const clinic = await openClinic([], files);
  onTestFinished(() => clinic[Symbol.asyncDispose]());
  const results = await startResults();
  onTestFinished(() => results[Symbol.asyncDispose]());
  return { action, clinic, results };
}

const HARMLESS: Files = {
  main: guardedClinic(),
  branch: { 'src/main/java/org/clinic/Vet.java': 'class Vet {}\n' },
};
const repository = { private: false, default_branch: 'main' };

function pullRequest({ remote, github }: OpenedClinic, from = 'clinic/pets'): Happening {
  github.state.pulls.splice(0, 1, {
    ...{ number: 7, state: 'open', headSha: remote.head, headBranch: 'feature' },
    ...{ headRepository: from, baseRef: 'main' },
  });
  const head = { sha: remote.head, repo: { full_name: from } };
  return {
    event: 'pull_request',
    payload: { repository, pull_request: { number: 7, head, base: { ref: 'main' } } },
    ...{ ref: 'refs/pull/7/merge', sha: remote.merge, isForeign: from !== 'clinic/pets' },
  };
}

/** The queue tests the merge of the pull request in a branch of its own. */
async function mergeGroup({ remote }: OpenedClinic): Promise<Happening> {
  const ref = `refs/heads/gh-readonly-queue/main/pr-7-${remote.main}`;
  await git(remote.bare, 'update-ref', ref, remote.merge);
  const payload = { repository, merge_group: { base_sha: remote.main, head_sha: remote.merge } };
  return { event: 'merge_group', payload, ref, sha: remote.merge };
}

function onMain(event: string, { remote }: OpenedClinic, before = remote.fork): Happening {
  const payload = event === 'push' ? { repository, before } : { repository };
  return { event, payload, ref: 'refs/heads/main', sha: remote.main };
}

/** The pull request was merged: main is its merge commit now. */
async function pushOfMerge({ remote }: OpenedClinic): Promise<Happening> {
  await git(remote.bare, 'update-ref', 'refs/heads/main', remote.merge);
  const payload = { repository, before: remote.main };
  return { event: 'push', payload, ref: 'refs/heads/main', sha: remote.merge };
}

function only(runs: readonly JobRun[]): JobRun {
  const [run, ...more] = runs;
  if (run === undefined || more.length > 0) throw new Error(`expected one job, got ${runs.length}`);
  expect(run.step.stderr).toBe('');
  expect(run.post).toMatchObject({ exitCode: 0, outputs: {}, stderr: '' });
  return run;
}

function degradedIn({ step }: JobRun): readonly (readonly [name: string, yaml: string])[] {
  const listed = JSON.parse(step.outputs.degraded ?? '') as { name: string; yaml: string }[];
  return listed.map(({ name, yaml }) => [name, yaml]);
}

/** The last error is why the job failed. */
function failureOf({ step }: JobRun): string | undefined {
  return step.log.annotations.findLast(({ command }) => command === 'error')?.message;
}

const comments = ({ clinic }: WorkflowPlace): string[] =>
  clinic.github.state.comments.map(({ body }) => body);
const artifacts = ({ results }: WorkflowPlace): string[] => results.artifacts.map(({ name }) => name);

/** Events that a test below has run, by workflow. */
const shown = new Set<string>();

function run(file: string, happening: Happening, place: WorkflowPlace): Promise<readonly JobRun[]> {
  shown.add(`${file} on ${happening.event}`);
  return runWorkflow(workflow(file), happening, place);
}

describe('the workflow that stops new findings', () => {
  it('fails the pull request, comments on it, keeps the reports, and names the line that code scanning needs', async () => {
    const place = await open();
    const { remote } = place.clinic;
    const done = only(await run('csqa.yml', pullRequest(place.clinic), place));
    expect(done.step).toMatchObject({ conclusion: 'failure' });
    expect(done.step.outputs).toMatchObject({ outcome: 'gate-failed', 'baseline-sha': remote.main });
    expect(failureOf(done)).toMatch(/^The CSQA gate failed: 2 new or worse/);
    expect(comments(place)).toEqual([expect.stringContaining('## ❌ CSQA: failed')]);
    expect(artifacts(place)).toEqual(['csqa-pets']);
    expect(done.left).toContain('csqa-base');
    expect(degradedIn(done)).toEqual([['sarif-upload', 'security-events: write']]);
    expect(place.clinic.github.state.uploads).toEqual([]);
  });

  it('fails nothing for what was there before', async () => {
    const place = await open(HARMLESS);
    const done = only(await run('csqa.yml', pullRequest(place.clinic), place));
    expect(done.step).toMatchObject({ conclusion: 'success', outputs: { outcome: 'passed' } });
    expect(Number(done.step.outputs['total-count'])).toBeGreaterThan(0);
    expect(comments(place)).toEqual([expect.stringContaining('## ✅ CSQA: passed')]);
  });

  it('fills with a push to main the caches: of the report that pull requests are compared with, and of facts of files that they leave alone', async () => {
    const place = await open();
    const push = only(await run('csqa.yml', onMain('push', place.clinic), place));
    expect(push.step.outputs).toMatchObject({ outcome: 'passed', 'baseline-sha': place.clinic.remote.fork });
    const warm = only(await run('csqa.yml', pullRequest(place.clinic), place));
    expect(warm.left).not.toContain('csqa-base');
    const [, kept = 0, all = 0] = /facts of (\d+) of (\d+) files were kept/.exec(warm.analyzerLog) ?? [];
    expect(Number(kept)).toBeGreaterThan(0);
    expect(Number(kept)).toBeLessThan(Number(all));
    expect(warm.step.outputs).toMatchObject({ outcome: 'gate-failed', 'new-count': '3' });
  });

  it('judges the queue by the base that the queue names', async () => {
    const place = await open();
    const done = only(await run('csqa.yml', await mergeGroup(place.clinic), place));
    expect(done.step.outputs).toMatchObject({
      ...{ outcome: 'gate-failed', 'baseline-sha': place.clinic.remote.main },
    });
    expect(comments(place)).toEqual([]);
  });
});

describe('the workflow for code scanning', () => {
  it('uploads what a pull request brings, for the commit that was tested, and comments on nothing', async () => {
    const place = await open();
    const done = only(await run('csqa-code-scanning.yml', pullRequest(place.clinic), place));
    const { uploads } = place.clinic.github.state;
    expect(uploads).toMatchObject([
      { ref: 'refs/pull/7/merge', commit: place.clinic.remote.merge, errors: [] },
    ]);
    expect(done.step.outputs).toMatchObject({
      outcome: 'gate-failed',
      'sarif-id': uploads[0]?.id,
      degraded: '[]',
    });
    expect(comments(place)).toEqual([]);
  });

  it('uploads what main has, and fails where the repository has no code scanning', async () => {
    const place = await open(HARMLESS);
    const done = only(await run('csqa-code-scanning.yml', onMain('push', place.clinic), place));
    expect(done.step.conclusion).toBe('success');
    expect(place.clinic.github.state.uploads).toMatchObject([{ ref: 'refs/heads/main', errors: [] }]);
    place.clinic.github.state.hasCodeScanning = false;
    const off = only(await run('csqa-code-scanning.yml', onMain('push', place.clinic), place));
    expect(off.step).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'passed' } });
    expect(failureOf(off)).toMatch(/^sarif-upload is required and did not happen:/);
  });
});

describe('a workflow for pull requests, in the merge queue', () => {
  it('judges by the base that the queue names, and comments on nothing', async () => {
    const place = await open();
    for (const file of ['csqa-code-scanning.yml', 'csqa-ghes.yml']) {
      const web = file === 'csqa-ghes.yml' ? { web: `${place.clinic.server.origin}/plain` } : {};
      const done = only(await run(file, { ...(await mergeGroup(place.clinic)), ...web }, place));
      expect(done.step.outputs, file).toMatchObject({
        ...{ outcome: 'gate-failed', 'baseline-sha': place.clinic.remote.main, degraded: '[]' },
      });
    }
    const queued = { ref: expect.stringMatching(/^refs\/heads\/gh-readonly-queue\//), errors: [] };
    expect(place.clinic.github.state.uploads).toMatchObject([queued]);
    expect(comments(place)).toEqual([]);
  });
});

describe('the two workflows for pull requests from forks', () => {
  it('give the verdict with a token that only reads, and then the comment and the upload', async () => {
    const place = await open();
    const { github, remote } = place.clinic;
    const fork = pullRequest(place.clinic, 'stranger/pets');
    const first = only(await run('csqa.yml', fork, place));
    expect(first.step).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'gate-failed' } });
    expect(first.step.summary).toContain('CSQA-B2-privileged-near-public');
    expect(first.step.log.annotations[0]?.properties).toMatchObject({ line: '17' });
    expect(comments(place)).toEqual([]);
    expect(artifacts(place)).toEqual(expect.arrayContaining([expect.stringMatching(/^csqa-bundle-/)]));
    const left = place.results.artifacts.map(({ id, name, content }) => ({ id, name, content, runId: 5 }));
    github.state.artifacts.push(...left);

    const second = only(await run('csqa-report.yml', following(place.clinic), place));
    expect(second.step).toMatchObject({ conclusion: 'success', outputs: { outcome: 'gate-failed' } });
    expect(comments(place)).toEqual([expect.stringContaining('## ❌ CSQA: failed')]);
    expect(github.state.uploads).toMatchObject([
      { ref: 'refs/pull/7/head', commit: remote.head, errors: [] },
    ]);
  });

  it('belong together by name, and the second has no job for what no pull request started', async () => {
    const { on } = workflow('csqa-report.yml');
    expect(on.workflow_run).toMatchObject({ workflows: [workflow('csqa.yml').name] });
    const place = await open(HARMLESS);
    const { payload, ...push } = following(place.clinic);
    const ofPush = { ...payload, workflow_run: { ...payload.workflow_run, event: 'push' } };
    expect(await runWorkflow(workflow('csqa-report.yml'), { ...push, payload: ofPush }, place)).toEqual([]);
  });
});

/** The run for the fork has ended. */
function following({ remote }: OpenedClinic) {
  const run = { id: 5, head_sha: remote.head, event: 'pull_request', head_branch: 'feature' };
  const payload = { repository, workflow_run: { ...run, head_repository: { full_name: 'stranger/pets' } } };
  return { event: 'workflow_run', payload, ref: 'refs/heads/main', sha: remote.main };
}

describe('the workflow for the merge queue', () => {
  it('judges the pull request and the queue alike, each by its own base, and comments on neither', async () => {
    const place = await open();
    const request = only(await run('csqa-queue.yml', pullRequest(place.clinic), place));
    const queue = only(await run('csqa-queue.yml', await mergeGroup(place.clinic), place));
    for (const { step } of [request, queue]) {
      expect(step.outputs).toMatchObject({
        ...{ outcome: 'gate-failed', 'baseline-sha': place.clinic.remote.main, 'new-count': '3' },
      });
    }
    expect(comments(place)).toEqual([]);
    expect(degradedIn(request)).toEqual([['sarif-upload', 'security-events: write']]);
    expect(degradedIn(queue)).toEqual([]);
  });
});

describe('the workflow for several projects', () => {
  it('gives each its own verdict and comment, in one job and in a matrix', async () => {
    const services = ['orders', 'billing', 'stock', 'delivery'].map((name) => `services/${name}/`);
    const main = Object.assign({}, ...services.map((directory) => guardedClinic(directory))) as Files &
      object;
    const branch = { ...withoutGuard('services/orders/'), ...withoutGuard('services/stock/') };
    const place = await open({ main: main as Record<string, string>, branch });
    const runs = await run('csqa-monorepo.yml', pullRequest(place.clinic), place);
    expect(runs.map(({ job, step }) => [job, step.outputs.outcome])).toEqual([
      ['one-job', 'gate-failed'],
      ['matrix stock', 'gate-failed'],
      ['matrix delivery', 'passed'],
    ]);
    const projects = JSON.parse(runs[0]?.step.outputs.projects ?? '') as object[];
    expect(projects).toMatchObject([
      { project: 'orders', outcome: 'gate-failed' },
      { project: 'billing', outcome: 'passed' },
    ]);
    const titles = comments(place).map((body) => /^## (.*)$/m.exec(body)?.[1]);
    expect(titles).toEqual([
      '❌ CSQA · `orders`: failed',
      '✅ CSQA · `billing`: passed',
      '❌ CSQA · `stock`: failed',
      '✅ CSQA · `delivery`: passed',
    ]);
    const queued = await run('csqa-monorepo.yml', await mergeGroup(place.clinic), place);
    expect(queued.map(({ step }) => step.outputs.outcome)).toEqual(['gate-failed', 'gate-failed', 'passed']);
    expect(comments(place)).toHaveLength(titles.length);
  });
});

describe('the workflow for the trend', () => {
  it('hands every report to the server, and judges by the limit alone', async () => {
    const server = await receiver();
    const place = {
      ...(await open()),
      secrets: { CSQA_TOKEN: 'csqa_secret' },
      replaced: { 'https://csqa.example.org': server.url },
    };
    const { clinic } = place;
    const push = only(await run('csqa-trend.yml', await pushOfMerge(clinic), place));
    const merged = { ref: 'refs/heads/main', sha: clinic.remote.merge };
    const schedule = only(await run('csqa-trend.yml', { ...onMain('schedule', clinic), ...merged }, place));
    const manual = only(
      await run('csqa-trend.yml', { ...onMain('workflow_dispatch', clinic), ...merged }, place),
    );
    expect(server.got.map(({ token }) => token)).toEqual(Array(3).fill('Bearer csqa_secret'));
    for (const { project, body } of server.got) {
      expect(project).toBe(`${clinic.web}/clinic/pets.git`);
      const read = readCombined(gunzipSync(body).toString('utf8'));
      expect(read).toMatchObject({
        ok: true,
        value: { report: { meta: { revision: clinic.remote.merge } } },
      });
    }
    for (const { step } of [push, schedule, manual]) {
      expect(step.outputs.outcome).toBe('passed');
      expect(Number(step.outputs.risk)).toBeLessThan(0.5);
      expect(step.log.text).not.toContain('csqa_secret');
    }
    expect(push.step.outputs).toMatchObject({ 'new-count': '3', 'baseline-sha': clinic.remote.main });
  });
});

/** A server that takes what it is sent. */
async function receiver() {
  const app = fastify({ bodyLimit: 40_000_000 });
  const got: { project: string; token: string | undefined; body: Buffer }[] = [];
  app.addContentTypeParser('application/gzip', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.post('/api/v1/projects/:project/reports', (request, reply) => {
    const { project } = request.params as { project: string };
    got.push({ project, token: request.headers.authorization, body: request.body as Buffer });
    return reply.code(201).send({ id: '018f0000-0000-7000-8000-000000000001' });
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  return { url, got };
}

describe('the workflow for GitHub Enterprise Server', () => {
  it('gives verdict and comment, and asks for nothing that is not known there', async () => {
    const place = await open();
    const web = `${place.clinic.server.origin}/plain`;
    const done = only(await run('csqa-ghes.yml', { ...pullRequest(place.clinic), web }, place));
    expect(done.step.outputs).toMatchObject({ outcome: 'gate-failed', degraded: '[]' });
    expect(comments(place)).toEqual([expect.stringContaining('## ❌ CSQA: failed')]);
    expect(artifacts(place)).toEqual([]);
    expect(place.clinic.github.state.uploads).toEqual([]);
  });

  it('says by a notice that artifacts are not known there, where they are asked for', async () => {
    const place = { ...(await open(HARMLESS)), replaced: { false: 'true' } };
    const web = `${place.clinic.server.origin}/plain`;
    const { step } = only(await run('csqa-ghes.yml', { ...pullRequest(place.clinic), web }, place));
    expect(step).toMatchObject({ conclusion: 'success', outputs: { degraded: '[]', 'artifact-id': '' } });
    expect(step.log.annotations).toMatchObject([
      { command: 'notice', message: expect.stringMatching(/^GitHub Enterprise Server has no artifacts/) },
    ]);
  });
});

describe('every workflow of the README', () => {
  it('was run above for every event that it names', () => {
    const named = samples.flatMap((sample) =>
      Object.keys(workflowOf(sample).on).map((event) => `${sample.path.split('/').at(-1)} on ${event}`),
    );
    expect([...shown].toSorted()).toEqual(named.toSorted());
  });
});
