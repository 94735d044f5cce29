import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request as pass, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readReport, renderCombined } from '@csqa/report';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
import { publishToServer } from '../../src/publishers/publish-to-server.ts';
import { sampleContext } from '../comment-sample.ts';
import { quickPatience } from '../github-sample.ts';
import { clinicStep, runOnClinic } from '../runner/clinic-job.ts';
import { type OpenedClinic, openClinic } from '../runner/opened-clinic.ts';
import { extractReleaseTree } from '../runner/release-tree.ts';
import { runStep, type StepResult } from '../runner/run-step.ts';
import { startWeb, type WebProcess } from './web-process.ts';

let action: string;
let clinic: OpenedClinic;
let web: WebProcess;
let token: string;

beforeAll(async () => {
  [action, clinic, web] = await Promise.all([extractReleaseTree(), openClinic(), startWeb()]);
  token = await web.token('submit');
});

afterAll(async () => {
  await web[Symbol.asyncDispose]();
  await clinic[Symbol.asyncDispose]();
  await rm(action, { recursive: true, force: true });
});

interface Run {
  readonly id: string;
  readonly projectId: string;
  readonly state: string;
  readonly revision: string | null;
  readonly index: number | null;
  readonly requestedBy: string;
  readonly source: { readonly kind: string };
}

async function runsOf(name: string): Promise<readonly Run[]> {
  const { projects } = await web.api<{ projects: { id: string; name: string }[] }>('/projects');
  const project = projects.find((one) => one.name === name);
  if (project === undefined) return [];
  return (await web.api<{ runs: Run[] }>(`/runs?project=${project.id}`)).runs;
}

/** What the action was given, with the server as its last word. */
function on(event: 'push' | 'pull_request', inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  return runOnClinic(clinic, event, {
    ...{ action, secrets: [token] },
    with: { 'server-url': web.url, 'server-token': token, ...inputs },
  });
}

/** Something between us and the app, which may answer in its stead. */
async function between(
  answer: (request: IncomingMessage, response: ServerResponse) => boolean,
): Promise<string> {
  const server = createServer((incoming, response) => {
    if (answer(incoming, response)) return;
    const { method, headers, url = '' } = incoming;
    const onward = pass(`${new URL(web.url).origin}${url}`, { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(response);
    });
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/csqa`;
}

describe('the engine server, on the web app as it is built', () => {
  it('gives a pull request the verdict of the local engine, and tells on its way what the app is at', async () => {
    const [there, here] = [
      await on('pull_request', { engine: 'server' }),
      await runOnClinic(clinic, 'pull_request', { action }),
    ];
    expect(there.stderr).toBe('');
    expect(there.outputs).toMatchObject({ outcome: 'gate-failed', 'diff-status': 'available' });
    const same = ['outcome', 'risk', 'risk-delta', 'new-count', 'fixed-count', 'total-count', 'baseline-sha'];
    for (const name of same) expect([name, there.outputs[name]]).toEqual([name, here.outputs[name]]);
    const report = readReport(await readFile(there.outputs['json-file'] ?? ''));
    expect(report).toMatchObject({ ok: true, value: { meta: { revision: clinic.remote.merge } } });
    const runs = await runsOf('ci/clinic/pets');
    expect(runs.map(({ state, requestedBy }) => [state, requestedBy])).toEqual([
      ['succeeded', 'token ci submit'],
      ['succeeded', 'token ci submit'],
    ]);
    for (const { id } of runs) expect(there.log.text).toContain(`${web.url}/runs/${id}: queued`);
    expect(there.log.text).not.toContain(token);
  });

  it('says in one sentence what is wrong with a token, and which scope one lacks', async () => {
    const wrong = await on('push', { engine: 'server', 'server-token': 'not-a-token-of-ours' });
    expect(wrong.outputs.outcome).toBe('error');
    expect(wrong.log.annotations.at(-1)?.message).toMatch(
      /^CSQA could not run: The self-hosted CSQA answered 401: .*check server-url, and that server-token may submit/,
    );
    const reader = await on('push', { engine: 'server', 'server-token': await web.token('read') });
    expect(reader.log.annotations.at(-1)?.message).toMatch(/answered 403: .*submit/);
  });

  it('ends the run there when the job is cancelled', async () => {
    let asked = '';
    const job = new AbortController();
    const url = await between(({ method, url: path = '' }, response) => {
      if (path.endsWith('/cancel')) asked = `${method} ${path}`;
      if (method !== 'GET' || !/\/runs\/[0-9a-f-]+$/.test(path)) return false;
      job.abort();
      const id = path.slice(path.lastIndexOf('/') + 1);
      response.end(JSON.stringify({ id, state: 'running', phase: null, error: null }));
      return true;
    });
    const step = await clinicStep(clinic, 'push', {
      ...{ action, cancelled: job.signal },
      with: { engine: 'server', 'server-url': url, 'server-token': token },
    });
    const { outputs, log } = await runStep(step);
    expect(outputs.outcome).toBe('cancelled');
    expect(log.annotations.at(-1)?.message).toMatch(/^CSQA was cancelled before it was done/);
    expect(asked).toMatch(/^POST \/csqa\/api\/v1\/runs\/[0-9a-f-]+\/cancel$/);
  });
});

describe('a report that is published to the web app', () => {
  it('is there as a run of the project, once a commit, however often the workflow is run again', async () => {
    const first = await on('push', {});
    expect(first.outputs).toMatchObject({ outcome: 'passed', degraded: '[]' });
    const again = await on('push', {});
    expect(again.outputs).toMatchObject({ outcome: 'passed', degraded: '[]' });
    const runs = await runsOf('clinic/pets');
    expect(runs).toMatchObject([
      { state: 'succeeded', revision: clinic.remote.main, source: { kind: 'ingested' } },
    ]);
    expect(runs[0]?.index).toBeCloseTo(Number(first.outputs.risk), 2);
    expect(first.log.text).toContain(`server: ${web.url}/runs/${runs[0]?.id}`);
  });

  it('is none of a pull request, whose changes are not merged', async () => {
    const before = (await runsOf('clinic/pets')).length;
    const step = await on('pull_request', {});
    expect(step.outputs).toMatchObject({ outcome: 'gate-failed', degraded: '[]' });
    expect(await runsOf('clinic/pets')).toHaveLength(before);
  });

  it('changes no verdict where the token is wrong, and the line that mends it is named', async () => {
    const step = await on('push', { 'server-token': 'not-a-token-of-ours' });
    expect(step).toMatchObject({ conclusion: 'success', outputs: { outcome: 'passed' } });
    expect(JSON.parse(step.outputs.degraded ?? '')).toMatchObject([
      { name: 'server', reason: expect.stringMatching(/does not accept the token \(401\)/) },
    ]);
  });

  it('changes no verdict where nobody answers', async () => {
    const step = await on('push', { 'server-url': 'http://127.0.0.1:9' });
    expect(step).toMatchObject({ conclusion: 'success', outputs: { outcome: 'passed' } });
    expect(JSON.parse(step.outputs.degraded ?? '')).toMatchObject([
      { name: 'server', reason: expect.stringMatching(/it cannot be reached/) },
    ]);
  });

  it('of a contract that the app does not know yet is told as what it is', async () => {
    const combined = renderCombined({ contract: 1, report: sampleReport(), orchestrator: sampleRunRecord() });
    const newer = combined.replace(/"contract": 1/, '"contract": 2');
    const report = { project: { slug: 'pets', path: '' }, combined: newer };
    const outcome = await publishToServer({ url: web.url, token }, sampleContext(), {
      ...{ report, patience: quickPatience() },
    });
    expect(outcome).toMatchObject({
      status: 'degraded',
      reason: expect.stringMatching(/different versions .*expected contract 1, got 2/),
    });
  });
});
