import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
import { packReport, storeReport } from '../../src/data/reports.ts';
import { createToken } from '../../src/data/tokens.ts';
import { describeDatabases } from '../databases.ts';
import { at, clinic, endedRun, keepReport, waitingRun } from '../samples.ts';
import { newTestApp, OPERATOR_TOKEN, type TestApp } from '../web-app.ts';

const PAGE = { accept: 'text/html' } as const;

describeDatabases('pages', (places) => {
  let web: TestApp;
  const ids = { project: '', first: '', second: '', waiting: '' };
  const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    web.app.inject({ url, headers: { ...PAGE, ...web.operator, ...headers } });
  const post = (url: string, payload: Readonly<Record<string, string>>, headers = {}) =>
    web.app.inject({
      ...{ method: 'POST', url, payload: new URLSearchParams(payload).toString() },
      headers: { ...PAGE, ...web.operator, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });

  const withReport = async (index: number, seconds: number): Promise<string> => {
    const { db } = web.database;
    const run = await endedRun(db, await clinic(db), { at: at(seconds) });
    const report = sampleReport();
    const document = JSON.stringify({ contract: 1, report, orchestrator: sampleRunRecord() });
    const packed = await packReport({
      ...{ document, gate: null, findings: { open: { high: 1 }, fresh: 1, fixed: 0 } },
      report: { ...report, aggregate: { ...report.aggregate, index } },
    });
    await db.transaction().execute((transaction) => storeReport(transaction, run.id, packed));
    return run.id;
  };

  beforeAll(async () => {
    web = await newTestApp(places);
    const { db } = web.database;
    ids.first = await withReport(0.42, 10);
    ids.second = await withReport(0.36, 20);
    ids.waiting = (await waitingRun(db, await clinic(db), at(30))).id;
    ids.project = (await clinic(db)).id;
  });
  afterAll(() => web.close());

  it('answer with a page for every place, in the language that the browser asks for', async () => {
    const paths = [
      ...['/', '/projects', '/queue', '/tokens', '/audit', '/sign-in'],
      ...[`/projects/${ids.project}`, `/projects/${ids.project}/settings`],
      ...[`/runs/${ids.first}`, `/runs/${ids.waiting}`, `/runs/${ids.first}/report`],
      `/compare?base=${ids.first}&head=${ids.second}`,
    ];
    for (const path of paths) {
      const answer = await get(path, { 'accept-language': 'ru-RU, en;q=0.5' });
      expect([path, answer.statusCode]).toEqual([path, 200]);
      expect(answer.body, path).toContain('<html lang="ru"');
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });

  it('say what is not there in both languages, with the status that it has', async () => {
    const missing = [
      '/nowhere',
      '/runs/nonsense',
      '/runs/00000000-0000-4000-8000-000000000000',
      '/projects/%27%3B--',
      '/share/x.y',
    ];
    for (const path of missing) {
      const answer = await get(path);
      expect([path, answer.statusCode]).toEqual([path, 404]);
      expect(answer.body).toContain('Nothing is here');
    }
    expect((await get('/nowhere', { cookie: 'csqa_language=ru' })).body).toContain('Здесь ничего нет');
  });

  it('keep a choice of language and colours in a cookie, and lead back to a place of the app only', async () => {
    const chosen = await get('/preferences?language=ru&theme=dark&back=%2Fqueue');
    expect(chosen.headers.location).toBe('/queue');
    expect(chosen.cookies.map(({ name, value }) => [name, value])).toEqual([
      ['csqa_language', 'ru'],
      ['csqa_theme', 'dark'],
    ]);
    expect((await get('/preferences?back=%2F%2Fevil.example')).headers.location).toBe('/');
    const page = await get('/queue', { cookie: 'csqa_theme=dark' });
    expect(page.body).toContain('data-theme="dark"');
  });

  it('say in the language of the page why a repository is refused, and what to give instead', async () => {
    const refused = async (language: string) => {
      const answer = await web.app.inject({
        ...{ method: 'POST', url: '/runs', payload: 'url=https%3A%2F%2F127.0.0.1%2Fa%2Fb.git' },
        headers: {
          ...{ ...PAGE, ...web.operator, cookie: `csqa_language=${language}` },
          'content-type': 'application/x-www-form-urlencoded',
        },
      });
      expect(answer.statusCode).toBe(422);
      return /<p class="refused"[^>]*>(.*?)<\/p>/su.exec(answer.body)?.[1]?.replaceAll(/<[^>]*>/gu, '') ?? '';
    };
    expect(await refused('ru')).toMatch(
      /[а-яё].*https:\/\/host\/owner\/repo\.git, доступный с этого сервера/u,
    );
    expect(await refused('en')).toMatch(/^[^а-яё]+$/u);
  });

  it('show a wrong token on the page where it was given, and never repeat it', async () => {
    const answer = await web.app.inject({
      ...{ method: 'POST', url: '/sign-in', payload: 'token=csqa_guess-guess-guess&next=%2Fqueue' },
      headers: { ...PAGE, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('This token is unknown or revoked.');
    expect(answer.body).toContain('name="next" value="/queue"');
    expect(answer.body).not.toContain('guess-guess');
  });

  it('load files of the app alone, which may be kept for ever, and none that is not theirs', async () => {
    const page = await get('/');
    const files = [...page.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/gu)].map(([, path]) => path ?? '');
    expect(files).toHaveLength(3);
    for (const file of files) {
      const answer = await web.app.inject({ url: file });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    const [some = ''] = files;
    expect((await web.app.inject({ url: some.replace(/[0-9a-f]{16}/u, '0'.repeat(16)) })).statusCode).toBe(
      404,
    );
    expect(
      (await web.app.inject({ url: some.replace(/[^/]+$/u, '..%2f..%2fpackage.json') })).statusCode,
    ).toBe(404);
  });

  it('give a report no origin, and let no other site frame it', async () => {
    const answer = await get(`/runs/${ids.first}/report.html?lang=ru`);
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-/u);
    expect(policy).toContain("frame-ancestors 'self'; sandbox allow-scripts");
    expect(policy).not.toContain('allow-same-origin');
    expect(answer.body).toContain('<html lang="ru">');
  });

  it('share one report by a link that works without a token until it expires or is revoked', async () => {
    const made = await post(`/runs/${ids.first}/share`, { days: '7' });
    const page = await get(String(made.headers.location));
    const address = /value="(http[^"]*\/share\/[^"]+)"/u.exec(page.body)?.[1] ?? '';
    const open = () => web.app.inject({ url: new URL(address).pathname, headers: PAGE });
    expect((await open()).statusCode).toBe(200);
    const { pathname } = new URL(address);
    expect((await web.app.inject({ url: `${pathname.slice(0, -1)}_`, headers: PAGE })).statusCode).toBe(404);
    web.wait(8 * 86_400);
    const over = await open();
    expect([over.statusCode, over.body.includes('This link is over')]).toEqual([410, true]);
    web.wait(-8 * 86_400);
    const id = /share\/([0-9a-f-]{36})\/revoke/u.exec(page.body)?.[1] ?? '';
    await post(`/runs/${ids.first}/share/${id}/revoke`, {});
    expect((await open()).statusCode).toBe(410);
    expect((await get('/audit')).body).toContain('share.revoke');
  });

  it('make a token that is shown once, and end it', async () => {
    const made = await post('/tokens', { name: 'ci <b>', scope: 'read' });
    const secret = /value="(csqa_[^"]+)"/u.exec(made.body)?.[1] ?? '';
    const asReader = () =>
      web.app.inject({ url: '/projects', headers: { ...PAGE, authorization: `Bearer ${secret}` } });
    expect((await asReader()).statusCode).toBe(200);
    const listed = await get('/tokens');
    expect(listed.body).not.toContain(secret);
    expect(listed.body).toContain('ci &lt;b');
    const id = /tokens\/([0-9a-f-]{36})\/revoke/u.exec(listed.body)?.[1] ?? '';
    await post(`/tokens/${id}/revoke`, {});
    expect((await asReader()).statusCode).toBe(401);
  });

  it('let a reader look, and refuse what changes something', async () => {
    const { secret } = await createToken(web.database.db, { name: 'reader', scope: 'read' }, at(0));
    const headers = { ...PAGE, authorization: `Bearer ${secret}` };
    expect((await web.app.inject({ url: `/runs/${ids.first}`, headers })).statusCode).toBe(200);
    for (const url of ['/tokens', '/audit', `/projects/${ids.project}/settings`]) {
      const answer = await web.app.inject({ url, headers });
      expect([url, answer.statusCode]).toEqual([url, 403]);
      expect(answer.body).toContain('Not allowed');
    }
    const cancelling = { ...{ method: 'POST', url: `/runs/${ids.waiting}/cancel` }, headers } as const;
    expect((await web.app.inject(cancelling)).statusCode).toBe(403);
  });

  it('save settings, and show a refused form with what was given', async () => {
    const path = `/projects/${ids.project}/settings`;
    const fields = {
      defaultRef: '',
      cron: '0 3 * * 1',
      timeZone: 'Europe/Berlin',
      failOn: 'high',
      failOnNew: '',
      maxRisk: '0.3',
      webhookUrl: '',
    };
    expect((await post(path, fields)).headers.location).toBe(`${path}?saved=1`);
    const saved = await get(`${path}?saved=1`);
    expect(saved.body).toContain('value="0 3 * * 1"');
    expect(saved.body).toContain('value="0.3"');
    for (const [field, value] of [
      ['cron', 'every "day"'],
      ['maxRisk', 'much'],
      ['timeZone', 'Nowhere'],
    ] as const) {
      const refused = await post(path, { ...fields, [field]: value });
      expect([field, refused.statusCode]).toEqual([field, 422]);
      expect(refused.body).toContain(`value="${value.replaceAll('"', '&quot;')}"`);
      expect(refused.body).toMatch(new RegExp(`name="${field}"[^>]*aria-invalid="true"`, 'u'));
    }
    for (const [field, value] of [
      ...[
        ['defaultRef', '-x'],
        ['cron', 'daily'],
        ['cron', '0 0 31 2 *'],
        ['timeZone', 'Nowhere'],
      ],
      ...[
        ['maxRisk', '7'],
        ['webhookUrl', 'x'],
        ['webhookUrl', 'http://example.org'],
        ['pushSecret', 'short'],
      ],
    ] as const) {
      const changed = { ...fields, [field as string]: value, webhookSecret: 'long-enough-for-all' };
      const refused = await post(path, changed, { 'accept-language': 'ru' });
      const [, told = ''] = /<b class="wrong">([^<]*)</u.exec(refused.body) ?? [];
      expect(told, `${field} ${value}`).toMatch(/^[А-ЯЁ]/u);
    }
  });

  it('cancel a run that waits', async () => {
    expect((await get(`/runs/${ids.waiting}`)).body).toContain('/cancel');
    await post(`/runs/${ids.waiting}/cancel`, {});
    const page = await get(`/runs/${ids.waiting}`);
    expect(page.body).toContain('The run was cancelled');
    expect(page.body).not.toContain('http-equiv="refresh"');
  });

  it('find projects by what is asked, and take nonsense in an address for nothing asked', async () => {
    const names = async (query: string) =>
      [...(await get(`/projects?${query}`)).body.matchAll(/href="\/projects\/[0-9a-f-]{36}"/gu)].length;
    expect(await names('q=CLIN')).toBe(1);
    expect(await names("q=' or 1=1 --")).toBe(0);
    expect(await names('band=x&sort=drop%20table&page=-4')).toBe(1);
  });

  it('are drawn less often where drawing takes long, and know a page past the end from no projects at all', async () => {
    const limitOf = async (path: string) => Number((await get(path)).headers['x-ratelimit-limit']);
    const usual = await limitOf('/projects');
    for (const path of [
      `/compare?base=${ids.first}&head=${ids.second}`,
      `/runs/${ids.first}/report.html`,
      '/share/x.y',
    ]) {
      expect([path, (await limitOf(path)) < usual]).toEqual([path, true]);
    }
    expect((await get('/projects?page=9')).body).toContain('No project matches.');
  });

  it('never say the token of the operator', async () => {
    for (const path of ['/', '/projects', `/projects/${ids.project}`, '/tokens', '/audit', '/queue']) {
      expect((await get(path)).body).not.toContain(OPERATOR_TOKEN);
    }
  });

  it('never show a report on no source file as a safe one', async () => {
    const { db } = web.database;
    const project = await clinic(db, 'empty');
    const run = await endedRun(db, project, { at: at(40) });
    const { files, aggregate, ...rest } = sampleReport();
    const report = { ...rest, files: { ...files, analysed: 0 }, aggregate: { ...aggregate, index: 0 } };
    const document = JSON.stringify({ contract: 1, report, orchestrator: sampleRunRecord() });
    const kept = { document, report, gate: null, findings: { open: {}, fresh: 0, fixed: 0 } } as const;
    await keepReport(db, run.id, kept);
    const page = await get(`/runs/${run.id}`, { 'accept-language': 'ru' });
    expect(page.body).toContain('Ничего не измерено');
    for (const path of [`/runs/${run.id}`, `/runs/${run.id}/report`, `/projects/${project.id}`]) {
      expect((await get(path)).body, path).not.toMatch(/>0\.00</u);
    }
    const badge = await get(`/badges/${project.id}.json`);
    expect(badge.json()).toMatchObject({ message: 'nothing analysed', color: 'lightgrey' });
  });
});
