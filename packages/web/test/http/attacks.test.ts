import { once } from 'node:events';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportSaying } from '../../../report/test/hostile-report.ts';
import { appendEvents } from '../../src/data/run-events.ts';
import { submitRun } from '../../src/data/submit-run.ts';
import { describeEmbedded } from '../databases.ts';
import { at } from '../samples.ts';
import { newTestApp, OPERATOR_TOKEN, type TestApp } from '../web-app.ts';
import { finishedRun, hostileProject } from './finished-run.ts';

/** What somebody puts in the place of an id. */
const FALSE_IDS = [
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '....%2f%2f....%2f%2fetc%2fpasswd',
  '..%5c..%5cwindows%5cwin.ini',
  '%00',
  '%c0%ae%c0%ae%c0%af',
  "' or 1=1 --",
  "1'; drop table run; --",
  '00000000-0000-4000-8000-000000000000',
  '00000000-0000-4000-8000-00000000000g',
  '__proto__',
  'constructor',
  'a'.repeat(4_000),
];

/** What somebody puts into a filter, an order, a page. */
const INJECTED = [
  "'; drop table run; --",
  "' or '1'='1",
  '1); select pg_sleep(9); --',
  'name, (select secret from app_secret)',
  '-1',
  '1e309',
  '0x10',
  '\u0000',
  '%',
  'a'.repeat(3_000),
  '[]',
  '__proto__',
];

/** Addresses that lead inside, or are more than an address. */
const FORBIDDEN_URLS = [
  'http://127.0.0.1:8080/x',
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'https://[::ffff:169.254.169.254]/latest',
  'https://169.254.169.254/latest/meta-data',
  'https://2130706433/x',
  'https://0x7f.1/x',
  'https://localhost/x',
  'https://git.example.org.evil.example/x',
  'https://git.example.org@evil.example/x',
  'https://user:hunter2@git.example.org/x',
  'https://git.example.org:22/x',
  'https://git.example.org/x?y=1',
  'https://git.example.org/x#y',
  'http://git.example.org/x',
  'file:///etc/passwd',
  '/etc/passwd',
  'ssh://git@git.example.org/x',
  'git@git.example.org:x/y',
  'ext::sh -c touch% /tmp/x',
  '--upload-pack=touch /tmp/x',
  'gopher://git.example.org/x',
  ' javascript:alert(1)',
];

const FALSE_REFS = [
  '-x',
  '--upload-pack=x',
  'a..b',
  'a b',
  'a\u0000b',
  '../../x',
  'a:b',
  '@{1}',
  'x.lock',
  '+x',
];

const SCRIPT = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';

interface Parameter {
  readonly name: string;
  readonly in: string;
}
interface Described {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>
  >;
}

describeEmbedded('attacks on the app', (databases) => {
  let test: TestApp;
  let app: FastifyInstance;
  let described: Described;
  beforeAll(async () => {
    test = await newTestApp(databases, {
      jobs: { uploadBytes: 200_000 },
      limits: { requestsPerMinute: 1_000_000 },
    });
    app = test.app;
    described = (await app.inject({ url: '/api/v1/docs/json', headers: test.operator })).json<Described>();
  });
  afterAll(() => test.close());

  const tables = async () => {
    const { rows } = await sql<{ n: string }>`select count(*) as n from run`.execute(test.database.db);
    return Number(rows[0]?.n);
  };

  it('by false ids: nothing is found, nothing breaks, whatever the route', async () => {
    const api = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() as 'GET' })),
    );
    const pages = [
      '/projects/{id}',
      '/projects/{id}/settings',
      '/runs/{id}',
      '/runs/{id}/report',
      '/runs/{id}/report.html',
    ];
    const open = ['/badges/{id}.svg', '/badges/{id}', '/share/{id}', '/assets/{id}', '/files/{id}'];
    const routes = [...api, ...[...pages, ...open].map((path) => ({ path, method: 'GET' as const }))];
    const withIds = routes.filter(({ path }) => path.includes('{'));
    expect(withIds.length).toBeGreaterThan(15);
    for (const { path, method } of withIds) {
      for (const id of FALSE_IDS) {
        const url = path.replaceAll(/\{\w+\}/gu, encodeIfNeeded(id));
        const answer = await app.inject({
          method,
          url,
          headers: { ...test.operator, accept: 'text/html' },
          payload: '{}',
        });
        expect(answer.statusCode, `${method} ${url} ${answer.body.slice(0, 200)}`).toBeGreaterThanOrEqual(
          400,
        );
        expect(answer.statusCode, `${method} ${url} ${answer.body.slice(0, 200)}`).toBeLessThan(500);
        expect(answer.body).not.toMatch(/root:|\[fonts\]/u);
      }
    }
  });

  it('by SQL in every filter, order and page: it is text, or refused', async () => {
    await finishedRun(test.database);
    const before = await tables();
    const asked = Object.entries(described.paths).flatMap(([path, methods]) =>
      (methods['get']?.parameters ?? [])
        .filter((parameter) => parameter.in === 'query')
        .map(({ name }) => ({
          path: path.replaceAll(/\{\w+\}/gu, '00000000-0000-4000-8000-000000000000'),
          name,
        })),
    );
    expect(asked.length).toBeGreaterThan(12);
    const pages = ['q', 'band', 'sort', 'page'].map((name) => ({ path: '/projects', name }));
    for (const { path, name } of [...asked, ...pages, { path: '/audit', name: 'after' }]) {
      for (const value of INJECTED) {
        const url = `${path}?${name}=${encodeURIComponent(value)}`;
        const answer = await app.inject({ url, headers: test.operator });
        expect([200, 400, 404], `${url} ${answer.statusCode} ${answer.body.slice(0, 200)}`).toContain(
          answer.statusCode,
        );
      }
    }
    expect(await tables()).toBe(before);
  });

  it.each(FORBIDDEN_URLS)('by an address that leads elsewhere: %s', async (url) => {
    const before = await tables();
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/runs',
      headers: test.operator,
      payload: { url },
    });
    expect(answer.json()).toMatchObject({ status: 400, code: 'SOURCE_REFUSED' });
    expect(answer.body).not.toContain('hunter2');
    expect(await tables()).toBe(before);
  });

  it('by an address that two readers could read differently: it is kept as it was checked', async () => {
    const payload = { url: 'https://git.example.org\\@evil.example/x' };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/runs', headers: test.operator, payload });
    const { source } = answer.json<{ source: { url: string } }>();
    expect(new URL(source.url)).toMatchObject({
      host: 'git.example.org',
      username: '',
      pathname: '/@evil.example/x',
    });
  });

  it('by signs that cannot be stored: they are refused', async () => {
    const { id } = await hostileProject(test.database, 'settings');
    const url = `/api/v1/projects/${id}/settings`;
    for (const payload of [{ pushSecret: `sixteen-letters\u0000-x` }, { defaultRef: 'a\u0000' }]) {
      const answer = await app.inject({ method: 'PATCH', url, headers: test.operator, payload });
      expect(answer.json()).toMatchObject({ status: 400 });
    }
  });

  it.each(FALSE_REFS)('by a ref that is none: %j', async (ref) => {
    const payload = { url: 'https://git.example.org/x', ref };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/runs', headers: test.operator, payload });
    expect(answer.json()).toMatchObject({ status: 400, code: 'SOURCE_REFUSED' });
  });

  it('by markup in names, refs, errors, logs and findings: pages show it as text', async () => {
    const { db } = test.database;
    const project = await hostileProject(test.database, SCRIPT);
    const source = { kind: 'git', url: `https://x/${SCRIPT}`, ref: SCRIPT } as const;
    const wanted = { projectId: project.id, mode: 'fast', requestedBy: `token ${SCRIPT}`, source } as const;
    const { id } = await submitRun(db, wanted, at(0));
    const says = { type: 'warning', code: 'x', message: SCRIPT, phase: SCRIPT };
    await appendEvents(db, id, [
      { at: at(1), body: says },
      { at: at(1), body: { type: 'analyzer', event: { type: 'log', level: 'info', message: SCRIPT } } },
    ]);
    const report = reportSaying(SCRIPT);
    const ended = await finishedRun(test.database, { project: 'says', changes: report });
    const urls = [
      ...[
        '/',
        '/projects',
        '/queue',
        `/projects/${project.id}`,
        `/runs/${id}`,
        `/projects?q=${encodeURIComponent(SCRIPT)}`,
      ],
      ...[
        `/runs/${ended.id}`,
        `/runs/${ended.id}/report`,
        `/runs/${ended.id}/report.html`,
        `/projects/${ended.project_id}`,
      ],
    ];
    for (const url of urls) {
      const answer = await app.inject({ url, headers: { ...test.operator, accept: 'text/html' } });
      expect(answer.statusCode, url).toBe(200);
      expect(answer.headers['content-type'], url).toContain('text/html');
      expect(answer.body, url).not.toContain('<script>alert');
      expect(answer.body, url).not.toContain('<img src=x');
      expect(answer.headers['content-security-policy'], url).not.toMatch(/script-src[^;]*'unsafe-inline'/u);
    }
    const badge = await app.inject({ url: `/badges/${ended.project_id}.svg` });
    expect(badge.body).not.toContain('<script');
  });

  it('by bodies that are too large, or are not what they say', async () => {
    const post = (payload: string | Buffer, headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: '/api/v1/runs', payload, headers: { ...test.operator, ...headers } });
    const large = await post(JSON.stringify({ url: 'x'.repeat(100_000) }), {
      'content-type': 'application/json',
    });
    expect(large.json()).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    const form = await post(`url=${'x'.repeat(100_000)}`, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.statusCode).toBe(413);
    expect((await post('<x/>', { 'content-type': 'text/xml' })).json()).toMatchObject({
      code: 'MEDIA_TYPE_UNSUPPORTED',
    });
    expect((await post('{', { 'content-type': 'application/json' })).json()).toMatchObject({
      code: 'REQUEST_INVALID',
    });
    const polluted = await post('{"__proto__":{"scope":"admin"},"url":"x"}', {
      'content-type': 'application/json',
    });
    expect(polluted.statusCode).toBe(400);
    const deep = await post(`${'['.repeat(30_000)}`, { 'content-type': 'application/json' });
    expect(deep.statusCode).toBe(400);
  });

  it('by uploads: too large, of another kind, with a path for a name, without the token of the session', async () => {
    const upload = async (parts: readonly Part[], headers: Record<string, string> = test.operator) => {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/runs/archive',
        ...multipart(parts, headers),
      });
      return answer.json<{ code?: string; source?: { name: string } }>();
    };
    const file = (filename: string, content = 'PK') => ({ name: 'archive', filename, content });
    expect(await upload([file('a.zip', 'x'.repeat(300_000))])).toMatchObject({ code: 'UPLOAD_TOO_LARGE' });
    expect(await upload([file('a.exe')])).toMatchObject({ code: 'MEDIA_TYPE_UNSUPPORTED' });
    expect(await upload([{ name: 'other', filename: 'a.zip', content: 'PK' }])).toMatchObject({
      code: 'REQUEST_INVALID',
    });
    expect(await upload([{ name: 'mode', content: 'evil' }, file('a.zip')])).toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringMatching(/^mode: .*"fast"\|"full"$/u),
    });
    expect(await upload([{ name: 'project', content: 'p'.repeat(201) }, file('a.zip')])).toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringMatching(/^project: .*200 characters$/u),
    });
    expect(
      await upload(Array.from({ length: 40 }, (_, i) => ({ name: `f${i}`, content: 'x' }))),
    ).toMatchObject({
      code: expect.any(String),
    });
    expect(await upload([file('../../etc/cron.d/x.zip')])).toMatchObject({ source: { name: 'x.zip' } });
    const page = await app.inject({ url: `/${OPERATOR_TOKEN}/`, headers: { accept: 'text/html' } });
    const cookie = String(page.headers['set-cookie']).split(';')[0] ?? '';
    expect(await upload([file('a.zip')], { cookie })).toMatchObject({ code: 'CSRF_REJECTED' });
    const { rows } = await sql<{ n: string }>`select count(*) as n from upload where run_id is null`.execute(
      test.database.db,
    );
    expect(Number(rows[0]?.n)).toBe(0);
  });

  it('by a name in another case, a double slash, a bad escape: no way around the door', async () => {
    for (const url of [
      '//runs',
      '/RUNS',
      '/api//v1/runs',
      '/api/v1/runs/',
      '/%61pi/v1/runs',
      '/api/v1/runs%00',
      '/%',
      '/;/api/v1/runs',
      '/api/v1/../v1/runs',
    ]) {
      const answer = await app.inject({ url, remoteAddress: `10.1.0.${url.length}` });
      expect([400, 401, 404], `${url} ${answer.statusCode}`).toContain(answer.statusCode);
      expect(answer.body, url).not.toContain('projectId');
    }
  });
});

describeEmbedded('attacks on the wire', (databases) => {
  let test: TestApp;
  let port = 0;
  beforeAll(async () => {
    test = await newTestApp(databases, {
      routes: (bare) => {
        bare.post('/quick', { config: { access: 'public', bodySeconds: 1 } }, () => ({}));
      },
    });
    port = Number(new URL(await test.app.listen({ host: '127.0.0.1', port: 0 })).port);
  });
  afterAll(() => test.close());

  /** Sends bytes and gives all that comes back until the server closes. */
  async function exchange(text: string): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.write(text);
    await once(socket, 'close');
    return answer;
  }

  it('by a body that never comes: the connection is closed', async () => {
    const answer = await exchange(
      'POST /quick HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    expect(answer).toMatch(/^$|^HTTP\/1\.1 4/u);
    const chunked = await exchange(
      'POST /quick HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
    );
    expect(chunked).toMatch(/^$|^HTTP\/1\.1 4/u);
  });

  it('by headers without an end, two lengths, and a length with chunks', async () => {
    expect(await exchange(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`)).toContain(
      'HTTP/1.1 431',
    );
    const two = 'POST /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab';
    expect(await exchange(two)).toContain('HTTP/1.1 400');
    const both =
      'POST /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await exchange(both)).toContain('HTTP/1.1 400');
  });
});

interface Part {
  readonly name: string;
  readonly filename?: string;
  readonly content: string;
}

function multipart(parts: readonly Part[], headers: Record<string, string>) {
  const boundary = '----csqa-test';
  const body = parts
    .map(({ name, filename, content }) => {
      const file =
        filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: application/octet-stream`;
      return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`;
    })
    .join('');
  return {
    payload: `${body}--${boundary}--\r\n`,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

function encodeIfNeeded(id: string): string {
  return id.includes('%') ? id : encodeURIComponent(id);
}
