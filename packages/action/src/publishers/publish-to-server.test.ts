import { gunzipSync } from 'node:zlib';
import { readCombined, renderCombined } from '@csqa/report';
import fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
import { sampleContext } from '../../test/comment-sample.ts';
import { quickPatience } from '../../test/github-sample.ts';
import type { Project } from '../run-types.ts';
import { publishToServer } from './publish-to-server.ts';

const COMBINED = renderCombined({ contract: 1, report: sampleReport(), orchestrator: sampleRunRecord() });
const RUN = '018f0000-0000-7000-8000-000000000001';

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server that answers as given, one after another and then the last for ever, and keeps what it was sent. */
async function server(...answers: readonly Answer[]) {
  const app = fastify();
  const got: { url: string; token: string | undefined; body: Buffer }[] = [];
  app.addContentTypeParser('application/gzip', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.post('/api/v1/projects/:project/reports', (request, reply) => {
    const {
      status,
      body,
      headers = {},
    } = answers[Math.min(got.length, answers.length - 1)] ?? { status: 500 };
    const { project } = request.params as { project: string };
    got.push({ url: project, token: request.headers.authorization, body: request.body as Buffer });
    reply
      .code(status)
      .headers(headers)
      .send(body ?? {});
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  return { url, got };
}

function publish(
  url: string,
  { token = 'csqa_token', project = { slug: 'owners', path: '' } as Project } = {},
) {
  const patience = quickPatience();
  const report = { project, combined: COMBINED };
  return publishToServer({ url, token }, sampleContext(), { report, patience });
}

describe('a report for a self-hosted CSQA', () => {
  it('arrives whole, under the address of the repository', async () => {
    const { url, got } = await server({ status: 201, body: { id: RUN } });
    expect(await publish(url)).toEqual({
      name: 'server',
      status: 'published',
      url: `${url}/runs/${RUN}`,
      id: RUN,
    });
    expect(got).toMatchObject([{ url: 'https://github.com/clinic/owners.git', token: 'Bearer csqa_token' }]);
    expect(readCombined(gunzipSync(got[0]?.body ?? '').toString('utf8'))).toMatchObject({ ok: true });
  });

  it('is of a project of its own where it is of a module', async () => {
    const { url, got } = await server({ status: 200, body: { id: RUN } });
    await publish(url, { project: { slug: 'billing', path: 'services/billing' } });
    expect(got[0]?.url).toBe('https://github.com/clinic/owners.git#billing');
  });

  it('is sent again where the server fails or is busy, for it is one run there', async () => {
    const { url, got } = await server(
      { status: 503 },
      { status: 429, headers: { 'retry-after': '3' } },
      {
        status: 200,
        body: { id: RUN },
      },
    );
    expect(await publish(url)).toMatchObject({ status: 'published' });
    expect(got).toHaveLength(3);
  });

  it('is told of as lost after four tries', async () => {
    const { url, got } = await server({ status: 503, body: { title: 'down', hint: 'wait' } });
    expect(await publish(url)).toMatchObject({
      status: 'degraded',
      reason: 'The report could not be sent to the self-hosted CSQA: it answered 503 (down; wait).',
    });
    expect(got).toHaveLength(4);
  });

  it.each([401, 403])(
    'says how to get a token where it is refused with %i, and asks once',
    async (status) => {
      const { url, got } = await server({ status });
      expect(await publish(url)).toMatchObject({
        status: 'degraded',
        reason: expect.stringContaining('scope "submit"'),
        yamlLine: expect.stringContaining('secrets.CSQA_TOKEN'),
      });
      expect(got).toHaveLength(1);
    },
  );

  it('takes the token nowhere else', async () => {
    const other = await server({ status: 200, body: { id: RUN } });
    const { url } = await server({
      status: 302,
      headers: { location: `${other.url}/api/v1/projects/x/reports` },
    });
    expect(await publish(url)).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('redirects'),
    });
    expect(other.got).toEqual([]);
  });

  it('is not sent without a token, nor to where nobody listens', async () => {
    expect(await publish('http://127.0.0.1:9', { token: '' })).toMatchObject({
      reason: expect.stringContaining('there is no token'),
    });
    expect(await publish('http://127.0.0.1:9')).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('it cannot be reached'),
    });
  });
});
