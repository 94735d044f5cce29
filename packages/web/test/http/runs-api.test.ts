import { WRITERS } from '@csqa/report';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listActs } from '../../src/data/audit.ts';
import { createToken } from '../../src/data/tokens.ts';
import { describeEmbedded } from '../databases.ts';
import { at, clinic, waitingRun } from '../samples.ts';
import { newTestApp, type TestApp } from '../web-app.ts';
import { finishedRun } from './finished-run.ts';

describeEmbedded('the API of runs', (databases) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await newTestApp(databases, { jobs: { waiting: { waitingPerRequester: 3 } } });
  });
  afterAll(() => test.close());

  const get = (url: string) => test.app.inject({ url: `/api/v1${url}`, headers: test.operator });
  const post = (url: string, payload: object = {}) =>
    test.app.inject({ method: 'POST', url: `/api/v1${url}`, headers: test.operator, payload });

  it('takes a repository, shows the run, and ends it when asked', async () => {
    const asked = await post('/runs', { url: 'https://git.example.org/shop/billing', ref: 'main' });
    expect(asked.statusCode).toBe(202);
    const run = asked.json<{ id: string; projectId: string }>();
    expect(run).toMatchObject({ state: 'queued', mode: 'fast', requestedBy: 'operator', index: null });
    expect((await get(`/runs/${run.id}`)).json()).toEqual(run);
    const again = await post('/runs', { url: 'https://git.example.org/shop/billing.git/' });
    expect(again.json()).toMatchObject({ projectId: run.projectId });
    expect((await post(`/runs/${run.id}/cancel`)).json()).toMatchObject({ state: 'cancelled' });
    expect((await post(`/runs/${run.id}/cancel`)).json()).toMatchObject({ code: 'RUN_ENDED', status: 409 });
    await post(`/runs/${again.json<{ id: string }>().id}/cancel`);
  });

  it('takes no more than its share of the queue', async () => {
    const url = 'https://git.example.org/shop/queue';
    const answers = await Promise.all([1, 2, 3, 4].map(() => post('/runs', { url })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 202, 202, 429]);
    const refused = answers.find(({ statusCode }) => statusCode === 429);
    expect(refused?.json()).toMatchObject({ code: 'REQUESTER_QUEUE_FULL' });
    expect(refused?.headers['retry-after']).toBe('30');
    for (const { json } of answers) {
      const { id } = json<{ id?: string }>();
      if (id !== undefined) await post(`/runs/${id}/cancel`);
    }
  });

  it('deletes what has ended, by an administrator only, and notes who did', async () => {
    const run = await finishedRun(test.database, { project: 'deleted' });
    const { secret } = await createToken(test.database.db, { name: 'ci', scope: 'submit' }, at(0));
    const remove = (headers: Record<string, string>, id: string) =>
      test.app.inject({ method: 'DELETE', url: `/api/v1/runs/${id}`, headers });
    expect((await remove({ authorization: `Bearer ${secret}` }, run.id)).statusCode).toBe(403);
    expect((await remove(test.operator, run.id)).statusCode).toBe(204);
    expect((await get(`/runs/${run.id}`)).json()).toMatchObject({ code: 'NOT_FOUND' });
    const [act] = await listActs(test.database.db, { limit: 1 });
    expect(act).toMatchObject({ actor: 'operator', action: 'run.delete', subject: run.id });
    const waiting = await waitingRun(test.database.db, await clinic(test.database.db, 'waits'));
    expect((await remove(test.operator, waiting.id)).json()).toMatchObject({ code: 'RUN_NOT_ENDED' });
  });

  it('lists runs page by page, of a project and in a state', async () => {
    const { db } = test.database;
    const project = await clinic(db, 'listed');
    const runs = await Promise.all([10, 11, 12].map((second) => waitingRun(db, project, at(second))));
    interface Page {
      readonly runs: readonly { readonly id: string }[];
      readonly next: string | null;
    }
    const first = (await get(`/runs?project=${project.id}&limit=2`)).json<Page>();
    expect(first.runs.map(({ id }) => id)).toEqual([runs[2]?.id, runs[1]?.id]);
    const second = (await get(`/runs?project=${project.id}&limit=2&after=${first.next}`)).json<Page>();
    expect(second).toMatchObject({ runs: [{ id: runs[0]?.id }], next: null });
    expect((await get(`/runs?project=${project.id}&state=failed`)).json<Page>().runs).toEqual([]);
  });

  it('gives a report in every format, the page in a sandbox and the rest as files', async () => {
    const run = await finishedRun(test.database, { project: 'formats' });
    const { formats } = (await get(`/runs/${run.id}/artifacts`)).json<{ formats: { format: string }[] }>();
    expect(formats.map(({ format }) => format)).toEqual(['combined', ...Object.keys(WRITERS)]);
    for (const [name, { mediaType, fileName }] of Object.entries(WRITERS)) {
      const answer = await get(`/runs/${run.id}/artifacts/${name}?lang=ru`);
      expect(answer.statusCode, `${name} ${answer.body.slice(0, 300)}`).toBe(200);
      expect(answer.headers['content-type']).toBe(mediaType);
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toMatch(/default-src 'none'.*sandbox/u);
      expect(policy).not.toContain('allow-same-origin');
      if (name === 'html') expect(policy).toContain('sandbox allow-scripts');
      else expect(answer.headers['content-disposition']).toBe(`attachment; filename="${fileName}"`);
    }
    expect((await get(`/runs/${run.id}/artifacts/markdown?lang=ru`)).body).toMatch(/[а-я]/u);
    const combined = (await get(`/runs/${run.id}/artifacts/combined`)).json();
    expect(combined).toMatchObject({ contract: 1, orchestrator: { outcome: 'succeeded' } });
    const waiting = await waitingRun(test.database.db, await clinic(test.database.db, 'formats'));
    expect((await get(`/runs/${waiting.id}/artifacts/sarif`)).json()).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('holds two runs of one project against each other, and no others', async () => {
    const base = await finishedRun(test.database, { project: 'compared', second: 1 });
    const head = await finishedRun(test.database, {
      project: 'compared',
      second: 2,
      changes: { findings: [] },
    });
    const other = await finishedRun(test.database, { project: 'another' });
    const compared = (await get(`/compare?base=${base.id}&head=${head.id}`)).json();
    expect(compared).toMatchObject({ counts: { new: 0, fixed: expect.any(Number) } });
    expect((await get(`/compare?base=${base.id}&head=${head.id}&format=markdown&lang=ru`)).body).toMatch(
      /[а-я]/u,
    );
    expect((await get(`/compare?base=${base.id}&head=${other.id}`)).json()).toMatchObject({
      code: 'NOT_COMPARABLE',
    });
  });
});
