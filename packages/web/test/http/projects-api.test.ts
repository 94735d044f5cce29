import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleReport } from '../../../report/test/sample-report.ts';
import { changeSettings } from '../../src/data/project-settings.ts';
import { createToken } from '../../src/data/tokens.ts';
import { describeEmbedded } from '../databases.ts';
import { at, clinic } from '../samples.ts';
import { newTestApp, type TestApp } from '../web-app.ts';
import { combinedOf, finishedRun } from './finished-run.ts';

describeEmbedded('the API of projects', (databases) => {
  let test: TestApp;
  let app: FastifyInstance;
  beforeAll(async () => {
    test = await newTestApp(databases, { limits: { reportBytes: 1024 * 1024 } });
    app = test.app;
  });
  afterAll(() => test.close());

  const get = (url: string) => app.inject({ url: `/api/v1${url}`, headers: test.operator });
  const send = (method: 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
    app.inject({ method, url: `/api/v1${url}`, headers: test.operator, ...(payload ? { payload } : {}) });

  it('shows each with its figures, its trend and a badge that needs no token', async () => {
    const run = await finishedRun(test.database, { project: 'shown' });
    const id = run.project_id;
    const listed = (await get('/projects?text=SHOW&order=index&descending=true')).json();
    expect(listed).toMatchObject({ total: 1, projects: [{ id, name: 'shown', index: expect.any(Number) }] });
    const project = (await get(`/projects/${id}`)).json<{ badge: string; index: number }>();
    expect(project).toEqual(listed.projects[0]);
    const { points } = (await get(`/projects/${id}/trend`)).json<{ points: { metrics: object }[] }>();
    expect(points).toMatchObject([{ runId: run.id, index: project.index }]);
    expect(Object.keys(points[0]?.metrics ?? {})).toHaveLength(15);
    const badge = await app.inject({ url: project.badge });
    expect(badge.headers['content-type']).toBe('image/svg+xml');
    expect(badge.headers['cross-origin-resource-policy']).toBe('cross-origin');
    const shields = await app.inject({ url: project.badge.replace('.svg', '.json') });
    expect(shields.json()).toMatchObject({ schemaVersion: 1 });
    const unknown = await app.inject({ url: '/badges/00000000-0000-4000-8000-000000000000.svg' });
    expect(unknown.statusCode).toBe(404);
  });

  it('changes settings, keeps secrets to itself, and notes who did', async () => {
    const { id } = await clinic(test.database.db, 'set');
    const pushSecret = 'a-secret-of-pushes';
    const changed = await send('PATCH', `/projects/${id}/settings`, {
      ...{ defaultRef: 'main', pushSecret, gate: { failOn: 'high' } },
      schedule: { cron: '0 3 * * *' },
    });
    expect(changed.json()).toMatchObject({
      defaultRef: 'main',
      hasPushSecret: true,
      schedule: { timeZone: 'UTC' },
    });
    expect((await get(`/projects/${id}/settings`)).body).not.toContain(pushSecret);
    expect(
      (await send('PATCH', `/projects/${id}/settings`, { schedule: { cron: 'often' } })).json(),
    ).toMatchObject({
      ...{ status: 400, code: 'SETTING_INVALID' },
    });
    expect((await get('/audit?limit=1')).json()).toMatchObject({
      acts: [{ actor: 'operator', action: 'project.settings', subject: 'set' }],
    });
  });

  it('takes a report of CI, plain or packed, and the same commit once', async () => {
    const document = combinedOf(sampleReport());
    const key = encodeURIComponent('https://git.example.org/ci/billing.git');
    const hand = (payload: string | Buffer, headers: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: `/api/v1/projects/${key}/reports`,
        payload,
        headers: { ...test.operator, ...headers },
      });
    const first = await hand(document, { 'content-type': 'application/json' });
    expect(first.statusCode, first.body).toBe(201);
    const run = first.json<{ id: string; projectId: string }>();
    expect(run).toMatchObject({
      state: 'succeeded',
      source: { kind: 'ingested' },
      index: expect.any(Number),
    });
    const packed = gzipSync(document);
    const again = await hand(packed, { 'content-type': 'application/gzip' });
    expect(again).toMatchObject({ statusCode: 200 });
    expect(again.json()).toMatchObject({ id: run.id });
    const encoded = await hand(packed, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    expect(encoded.json()).toMatchObject({ id: run.id });
    expect((await get(`/runs/${run.id}/artifacts/combined`)).body).toBe(document);
    expect((await get(`/projects/${run.projectId}`)).json()).toMatchObject({ name: 'ci/billing' });
  });

  it('refuses a report that is none, too large, or without a commit', async () => {
    const { id } = await clinic(test.database.db, 'refused');
    const hand = async (payload: string | Buffer, type = 'application/json') => {
      const headers = { ...test.operator, 'content-type': type };
      const answer = await app.inject({
        method: 'POST',
        url: `/api/v1/projects/${id}/reports`,
        payload,
        headers,
      });
      return answer.json<{ code: string }>().code;
    };
    expect(await hand('{"contract":1}')).toBe('REPORT_UNREADABLE');
    expect(await hand('not json')).toBe('REPORT_UNREADABLE');
    expect(await hand(gzipSync('x'.repeat(8 * 1024 * 1024)), 'application/gzip')).toBe('BODY_TOO_LARGE');
    expect(await hand(Buffer.from([1, 2, 3]), 'application/gzip')).toBe('REPORT_UNREADABLE');
    expect(await hand('x'.repeat(2 * 1024 * 1024))).toBe('BODY_TOO_LARGE');
    for (const key of ['javascript:alert(1)', 'archive:x', 'https://user:hunter2@git.example.org/x', 'x']) {
      const url = `/api/v1/projects/${encodeURIComponent(key)}/reports`;
      const headers = { ...test.operator, 'content-type': 'application/json' };
      const answer = await app.inject({ method: 'POST', url, payload: combinedOf(sampleReport()), headers });
      expect(answer.json()).toMatchObject({ code: 'REQUEST_INVALID' });
    }
    expect(await hand('<x/>', 'application/xml')).toBe('MEDIA_TYPE_UNSUPPORTED');
    expect((await get(`/runs?project=${id}`)).json()).toMatchObject({ runs: [] });
  });

  it('runs again on a push that is signed, to the branch that it is judged by', async () => {
    const { db } = test.database;
    const { id } = await clinic(db, 'pushed');
    const secret = 'a-secret-of-pushes';
    await changeSettings(db, { projectId: id, pushSecret: secret, defaultRef: 'main' }, at(0));
    interface How {
      readonly signature?: string;
      readonly event?: string;
      readonly project?: string;
      readonly asForm?: true;
    }
    const push = async (body: object, how: How = {}) => {
      const json = JSON.stringify(body);
      const payload = how.asForm ? `payload=${encodeURIComponent(json)}` : json;
      const signature =
        how.signature ?? `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`;
      const answer = await app.inject({
        ...{ method: 'POST', url: `/hooks/github/${how.project ?? id}`, payload },
        headers: {
          'content-type': how.asForm ? 'application/x-www-form-urlencoded' : 'application/json',
          'x-hub-signature-256': signature,
          'x-github-event': how.event ?? 'push',
        },
      });
      return { status: answer.statusCode, ...answer.json<{ run?: string; why?: string; code?: string }>() };
    };
    const taken = await push({ ref: 'refs/heads/main', repository: { clone_url: 'https://evil.example/x' } });
    expect(taken.status).toBe(202);
    expect((await get(`/runs/${taken.run}`)).json()).toMatchObject({
      source: { url: 'https://git.example.org/pushed', ref: 'main' },
      requestedBy: `webhook ${id}`,
    });
    const asForm = await push({ ref: 'refs/heads/main' }, { asForm: true });
    expect(asForm).toMatchObject({ status: 202, run: expect.any(String) });
    expect(await push({ other: 1 }, { asForm: true })).toMatchObject({
      status: 400,
      code: 'REQUEST_INVALID',
    });
    expect(await push({ ref: 'refs/heads/topic' })).toMatchObject({ status: 200, run: null });
    expect(await push({ ref: 'refs/tags/v1' })).toMatchObject({ status: 200, run: null });
    expect(await push({ ref: 'refs/heads/main', deleted: true })).toMatchObject({ status: 200, run: null });
    expect(await push({ zen: 'x' }, { event: 'ping' })).toMatchObject({ status: 200, run: null });
    expect(await push({ other: 1 })).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
    const wrong = { status: 401, code: 'SIGNATURE_WRONG' };
    expect(await push({ ref: 'refs/heads/main' }, { signature: 'sha256=00' })).toMatchObject(wrong);
    const empty = `sha256=${createHmac('sha256', '').update('{"ref":"refs/heads/main"}').digest('hex')}`;
    const { id: without } = await clinic(db, 'without-secret');
    expect(await push({ ref: 'refs/heads/main' }, { signature: empty, project: without })).toMatchObject(
      wrong,
    );
  });

  it('takes no webhook that could never be called, and says why when it is set', async () => {
    const { id } = await clinic(test.database.db, 'told');
    const set = async (url: string) => {
      const answer = await send('PATCH', `/projects/${id}/settings`, { webhook: { url } });
      return [answer.statusCode, answer.json<{ code?: string }>().code];
    };
    expect(await set('https://hooks.example.org/csqa')).toEqual([200, undefined]);
    for (const url of [
      'http://hooks.example.org/',
      'https://169.254.169.254/',
      'https://u:p@hooks.example.org/',
      'x',
    ])
      expect([url, ...(await set(url))]).toEqual([url, 400, 'SETTING_INVALID']);
    expect((await get(`/projects/${id}/settings`)).json()).toMatchObject({
      webhook: { url: 'https://hooks.example.org/csqa' },
    });
  });

  it('makes tokens that work until they are ended, and shows each once', async () => {
    const made = await send('POST', '/tokens', { name: 'ci', scope: 'read' });
    expect(made.statusCode).toBe(201);
    const { id, token } = made.json<{ id: string; token: string }>();
    const look = () => app.inject({ url: '/api/v1/runs', headers: { authorization: `Bearer ${token}` } });
    expect((await look()).statusCode).toBe(200);
    const listed = await get('/tokens');
    expect(listed.body).not.toContain(token);
    expect(listed.json()).toMatchObject({ tokens: [{ id, lastUsedAt: expect.any(String) }] });
    expect((await send('DELETE', `/tokens/${id}`)).statusCode).toBe(204);
    expect((await look()).statusCode).toBe(401);
    expect((await send('DELETE', `/tokens/${id}`)).statusCode).toBe(404);
    expect(test.log()).not.toContain(token);
  });

  it('shares one report by a link, until it expires or is ended', async () => {
    const run = await finishedRun(test.database, { project: 'shared' });
    const share = async (days: number) =>
      (await send('POST', `/runs/${run.id}/share-links`, { days })).json<{ id: string; url: string }>();
    const follow = async (url: string) => (await app.inject({ url: new URL(url).pathname })).statusCode;
    const [short, long] = [await share(1), await share(30)];
    expect(await follow(short.url)).toBe(200);
    expect(await follow(`${short.url.slice(0, -1)}_`)).toBe(404);
    test.wait(2 * 24 * 3600);
    expect(await follow(short.url)).toBe(410);
    expect(await follow(long.url)).toBe(200);
    expect((await send('DELETE', `/share-links/${long.id}`)).statusCode).toBe(204);
    expect(await follow(long.url)).toBe(410);
    expect((await get(`/runs/${run.id}/share-links`)).json<{ links: object[] }>().links).toHaveLength(2);
  });

  it('tells what waits and runs, and its figures to Prometheus, by route and never by address', async () => {
    expect((await get('/queue')).json()).toMatchObject({
      queued: expect.any(Number),
      waiting: expect.any(Array),
    });
    expect((await get('/workers')).json()).toEqual({ workers: [] });
    await get('/runs?state=failed');
    const metrics = await app.inject({ url: '/metrics', headers: test.operator });
    expect(metrics.body).toMatch(/^csqa_runs\{state="queued"\} \d+$/mu);
    expect(metrics.body).toContain('route="/api/v1/runs"');
    expect(metrics.body).not.toContain('failed"}');
    expect((await app.inject({ url: '/metrics' })).statusCode).toBe(401);
  });

  it('describes itself, on a page that loads nothing from elsewhere', async () => {
    const { secret } = await createToken(test.database.db, { name: 'docs', scope: 'read' }, at(0));
    const headers = { authorization: `Bearer ${secret}` };
    const described = (await app.inject({ url: '/api/v1/docs/json', headers })).json();
    expect(described).toMatchObject({ openapi: '3.1.0', info: { title: 'CSQA' } });
    const paths = Object.keys(described.paths);
    expect(paths).toContain('/api/v1/runs/{id}/events');
    expect(paths.filter((path) => !path.startsWith('/api/v1/') && !path.startsWith('/hooks/'))).toEqual([]);
    const page = await app.inject({ url: '/api/v1/docs', headers: { ...headers, accept: 'text/html' } });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/u);
  });
});
