import { gzipSync } from 'node:zlib';
import { WRITERS } from '@csqa/report';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleReport } from '../../../../report/test/sample-report.ts';
import { PULL } from '../../github-sample.ts';
import { startGitHub, WORKFLOW_TOKEN } from './github-fake.ts';

type Fake = Awaited<ReturnType<typeof startGitHub>>;

async function github(rights?: readonly string[]): Promise<Fake> {
  const fake = await startGitHub(rights === undefined ? {} : { rights });
  onTestFinished(() => fake[Symbol.asyncDispose]());
  fake.state.pulls.push(PULL);
  return fake;
}

/** Asks the fake without any library in between. */
async function ask(
  fake: Fake,
  request: string,
  { body, token = WORKFLOW_TOKEN }: { body?: object; token?: string } = {},
) {
  const [method = '', path = ''] = request.split(' ');
  const reply = await fetch(`${fake.api}/repos/clinic/owners${path}`, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

const THREAD = 'POST /issues/7/comments';

describe('the strict GitHub', () => {
  it('refuses strangers, and hides what is not there', async () => {
    const fake = await github();
    expect((await ask(fake, THREAD, { body: { body: 'x' }, token: '' })).status).toBe(401);
    expect((await ask(fake, THREAD, { body: { body: 'x' }, token: 'other' })).status).toBe(401);
    expect((await ask(fake, 'POST /issues/8/comments', { body: { body: 'x' } })).status).toBe(404);
    expect((await ask(fake, 'GET /nothing')).status).toBe(404);
  });

  it('names the rights that would do, and lets who may write read', async () => {
    const fake = await github(['pull_requests=read']);
    const reply = await ask(fake, THREAD, { body: { body: 'x' } });
    expect(reply.status).toBe(403);
    expect(reply.headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write');
    expect(reply.text).toContain('Resource not accessible by integration');
    expect((await ask(fake, 'GET /issues/7/comments')).status).toBe(200);
    expect((await ask(await github(['issues=write']), 'GET /issues/7/comments')).status).toBe(200);
  });

  it('takes comments of 65,536 characters and no more, and none that are blank', async () => {
    const fake = await github();
    expect((await ask(fake, THREAD, { body: { body: 'я'.repeat(65_536) } })).status).toBe(201);
    const reply = await ask(fake, THREAD, { body: { body: 'я'.repeat(65_537) } });
    expect([reply.status, reply.text.includes('maximum is 65536')]).toEqual([422, true]);
    expect((await ask(fake, THREAD, { body: { body: ' ' } })).status).toBe(422);
  });

  it('gives lists in pages of at most 100, with links to the others', async () => {
    const fake = await github();
    for (let index = 0; index < 230; index += 1)
      fake.state.comments.push({ id: index, issue: 7, login: 'x', body: 'y', isLocked: false });
    const second = await ask(fake, 'GET /issues/7/comments?per_page=500&page=2');
    expect(JSON.parse(second.text)).toHaveLength(100);
    const links = second.headers.get('link') ?? '';
    for (const rel of ['prev', 'first', 'next', 'last']) expect(links).toContain(`rel="${rel}"`);
    expect((await ask(fake, 'GET /issues/7/comments?per_page=100&page=3')).headers.get('link')).not.toContain(
      'next',
    );
    expect(JSON.parse((await ask(fake, 'GET /issues/7/comments')).text)).toHaveLength(30);
  });

  it('takes 50 annotations at once and texts of 65,535 characters', async () => {
    const fake = await github();
    const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'm' };
    const check = (annotations: number, summary: string): object => ({
      ...{ name: 'csqa', head_sha: 'a'.repeat(40) },
      output: { title: 't', summary, annotations: Array.from({ length: annotations }, () => annotation) },
    });
    expect((await ask(fake, 'POST /check-runs', { body: check(50, 's') })).status).toBe(201);
    expect((await ask(fake, 'POST /check-runs', { body: check(51, 's') })).status).toBe(422);
    expect((await ask(fake, 'POST /check-runs', { body: check(1, 'x'.repeat(65_536)) })).status).toBe(422);
    const [{ id } = { id: 0 }] = fake.state.checkRuns;
    const more = { output: { title: 't', summary: 's', annotations: [annotation] } };
    expect((await ask(fake, `PATCH /check-runs/${id}`, { body: more })).status).toBe(200);
    expect(fake.state.checkRuns).toMatchObject([{ annotations: 51 }]);
  });

  it('takes SARIF packed as it must be, and only then', async () => {
    const fake = await github();
    const good = WRITERS.sarif.render(sampleReport(), { lang: 'en' });
    const upload = (sarif: string, changes: object = {}) =>
      ask(fake, 'POST /code-scanning/sarifs', {
        body: { commit_sha: 'c'.repeat(40), ref: 'refs/heads/main', sarif, ...changes },
      });
    const packed = gzipSync(good).toString('base64');
    expect((await upload(packed)).status).toBe(202);
    expect((await upload(Buffer.from(good).toString('base64'))).status).toBe(400);
    expect((await upload('not base64!')).status).toBe(422);
    expect((await upload(packed, { ref: 'main' })).status).toBe(422);
    expect((await upload(packed, { commit_sha: 'c0ffee' })).status).toBe(422);
    expect((await upload(gzipSync('{').toString('base64'))).status).toBe(400);
  });

  it('fails as it is told to, once, before or after the work is done', async () => {
    const fake = await github();
    const requests = { method: 'POST', path: /comments/ };
    fake.fail({ kind: 'status', status: 500, message: 'oops' }, requests);
    expect((await ask(fake, THREAD, { body: { body: 'x' } })).status).toBe(500);
    expect(fake.state.comments).toHaveLength(0);
    fake.fail({ kind: 'status', status: 502, message: 'late', afterWork: true }, requests);
    expect((await ask(fake, THREAD, { body: { body: 'x' } })).status).toBe(502);
    expect(fake.state.comments).toHaveLength(1);
    fake.fail({ kind: 'secondary-limit', retryAfterSeconds: 5 }, requests);
    expect((await ask(fake, THREAD, { body: { body: 'x' } })).headers.get('retry-after')).toBe('5');
    fake.fail({ kind: 'primary-limit', resetsInSeconds: 5 }, requests);
    expect((await ask(fake, THREAD, { body: { body: 'x' } })).headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await ask(fake, THREAD, { body: { body: 'x' } })).status).toBe(201);
  });
});
