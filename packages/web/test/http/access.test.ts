import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToken, revokeToken } from '../../src/data/tokens.ts';
import { newSession, sessionKey } from '../../src/http/access/session.ts';
import { stillHolds } from '../../src/http/access/sign-in.ts';
import { describeEmbedded } from '../databases.ts';
import { at } from '../samples.ts';
import { newTestApp, OPERATOR_TOKEN, type TestApp } from '../web-app.ts';

const PAGE = { accept: 'text/html' };

/** A place to look at, one that changes something, and one for administrators. */
function places(app: FastifyInstance): void {
  app.get('/look', (request) => ({ name: request.principal?.name, csrf: request.csrfToken }));
  app.post('/change', { config: { access: 'submit' } }, (request) => ({ name: request.principal?.name }));
  app.get('/admin', { config: { access: 'admin' } }, () => ({}));
}

describeEmbedded('who may come in', (databases) => {
  let test: TestApp;
  let local: TestApp;
  beforeAll(async () => {
    test = await newTestApp(databases, { routes: places, config: { basePath: '/csqa' } });
    local = await newTestApp(databases, { routes: places, config: { token: null } });
  });
  afterAll(async () => {
    await test.close();
    await local.close();
  });

  const cookieOf = (set: unknown): string => String(set).split(';')[0] ?? '';
  const signIn = async (address = '10.0.0.1') => {
    const { headers } = await test.app.inject({
      ...{ url: `/csqa/${OPERATOR_TOKEN}/look`, headers: PAGE, remoteAddress: address },
    });
    return cookieOf(headers['set-cookie']);
  };

  it('is told by the token in the header, the path, or the cookie that a page is given for it', async () => {
    const { app, operator } = test;
    const bearer = await app.inject({ url: '/csqa/look', headers: operator });
    expect(bearer.json()).toMatchObject({ name: 'operator' });
    const path = await app.inject({ url: `/csqa/${OPERATOR_TOKEN}/look` });
    expect(path.json()).toMatchObject({ name: 'operator' });
    const page = await app.inject({ url: `/csqa/${OPERATOR_TOKEN}/look?a=1`, headers: PAGE });
    expect(page).toMatchObject({ statusCode: 303, headers: { location: '/csqa/look?a=1' } });
    expect(page.headers['set-cookie']).toMatch(
      /^csqa_session=[^;]+; Max-Age=2592000; Path=\/csqa; HttpOnly; SameSite=Lax$/u,
    );
    const cookie = cookieOf(page.headers['set-cookie']);
    const again = await app.inject({ url: '/csqa/look', headers: { cookie } });
    expect(again.json()).toMatchObject({ name: 'operator' });
  });

  it('is nobody with a wrong token, a foreign cookie, or one whose time is over', async () => {
    const { app } = test;
    const ip = { remoteAddress: '10.0.0.2' };
    const cookie = await signIn();
    const tries: readonly Record<string, string>[] = [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: `Bearer ${OPERATOR_TOKEN}x` },
      { authorization: `Basic ${OPERATOR_TOKEN}` },
      { cookie: cookie.slice(0, -2) },
      { cookie: cookie.replace('=', '=e30.') },
      { cookie: 'csqa_session=' },
    ];
    for (const headers of tries) {
      const refused = await app.inject({ url: '/csqa/look', headers, ...ip });
      expect(refused.statusCode, JSON.stringify(headers)).toBe(401);
      expect(refused.headers['content-type']).toBe('application/problem+json');
      expect(refused.json()).toMatchObject({
        code: expect.stringMatching(/^TOKEN_/u),
        hint: expect.any(String),
      });
    }
    test.wait(31 * 24 * 3600);
    expect((await app.inject({ url: '/csqa/look', headers: { cookie }, ...ip })).statusCode).toBe(401);
  });

  it('is a named token with its scope, until it is revoked; its session ends with it', async () => {
    const { app, database } = test;
    const { token, secret } = await createToken(database.db, { name: 'ci', scope: 'read' }, at(0));
    const headers = { authorization: `Bearer ${secret}` };
    expect((await app.inject({ url: '/csqa/look', headers })).json()).toMatchObject({ name: 'token ci' });
    const change = await app.inject({ method: 'POST', url: '/csqa/change', headers });
    expect(change.json()).toMatchObject({ status: 403, code: 'SCOPE_TOO_SMALL' });
    expect((await app.inject({ url: '/csqa/admin', headers })).statusCode).toBe(403);
    const page = await app.inject({ url: `/csqa/${secret}/look`, headers: PAGE });
    const cookie = cookieOf(page.headers['set-cookie']);
    const look = () => app.inject({ url: '/csqa/look', headers: { cookie }, remoteAddress: '10.0.0.3' });
    const watching = { id: `token:${token.id}`, name: 'token ci', scope: 'read', via: 'cookie' } as const;
    expect(await stillHolds(test.parts, watching)).toBe(true);
    expect((await look()).statusCode).toBe(200);
    await revokeToken(database.db, token.id, at(1));
    expect(await stillHolds(test.parts, watching)).toBe(false);
    expect(await stillHolds(test.parts, { ...watching, id: 'operator' })).toBe(true);
    expect((await look()).statusCode).toBe(401);
    expect((await app.inject({ url: '/csqa/look', headers, remoteAddress: '10.0.0.3' })).statusCode).toBe(
      401,
    );
  });

  it('is led to the sign-in page as a person, which leads to places of this app only', async () => {
    const { app } = test;
    const asked = await app.inject({ url: '/csqa/look?x=1', headers: PAGE, remoteAddress: '10.0.0.4' });
    expect(asked).toMatchObject({
      statusCode: 303,
      headers: { location: '/csqa/sign-in?next=%2Flook%3Fx%3D1' },
    });
    const enter = (next: string) =>
      app.inject({
        ...{ method: 'POST', url: '/csqa/sign-in', remoteAddress: '10.0.0.4' },
        payload: { token: ` ${OPERATOR_TOKEN} `, next },
      });
    for (const [next, location] of [
      ['/look?x=1', '/csqa/look?x=1'],
      ['//evil.example', '/csqa/'],
      ['/\\evil.example', '/csqa/'],
      ['https://evil.example', '/csqa/'],
      ['/\tx', '/csqa/'],
    ] as const) {
      expect((await enter(next)).headers.location).toBe(location);
    }
    const tricked = await app.inject({ url: `/csqa/${OPERATOR_TOKEN}//evil.example`, headers: PAGE });
    expect(tricked.headers.location ?? '').not.toContain('evil');
  });

  it('is behind a closed door after ten wrong tokens a minute, with the right one too', async () => {
    const { app, operator } = test;
    const guess = (address: string, headers: Record<string, string>) =>
      app.inject({ url: '/csqa/look', headers, remoteAddress: address });
    const codes: number[] = [];
    for (let i = 0; i < 12; i++) {
      codes.push((await guess('10.0.0.5', { authorization: `Bearer guess-${i}` })).statusCode);
    }
    expect(codes).toEqual([...Array<number>(10).fill(401), 429, 429]);
    const right = await guess('10.0.0.5', operator);
    expect(right.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
    expect((await guess('10.0.0.6', operator)).statusCode).toBe(200);
    for (let i = 0; i < 10; i++)
      await app.inject({ url: `/csqa/guess-${i}/look`, remoteAddress: '10.0.0.7' });
    expect((await guess('10.0.0.7', operator)).statusCode).toBe(429);
    const form = {
      method: 'POST',
      url: '/csqa/sign-in',
      payload: { token: 'x' },
      remoteAddress: '10.0.0.8',
    } as const;
    for (let i = 0; i < 10; i++) expect((await app.inject(form)).statusCode).toBe(401);
    expect((await app.inject(form)).statusCode).toBe(429);
  });

  it('is asked for the token of the session before anything is changed', async () => {
    const { app, operator } = test;
    const cookie = await signIn('10.0.0.9');
    const look = await app.inject({ url: '/csqa/look', headers: { cookie } });
    const { csrf } = look.json<{ csrf: string }>();
    const change = async (headers: Record<string, string>, payload?: Record<string, string>) =>
      (
        await app.inject({
          ...{ method: 'POST', url: '/csqa/change', headers: { cookie, ...headers } },
          ...(payload === undefined ? {} : { payload }),
        })
      ).statusCode;
    expect(await change({})).toBe(403);
    expect(await change({ 'x-csrf-token': 'wrong' })).toBe(403);
    expect(await change({ 'x-csrf-token': csrf })).toBe(200);
    expect(await change({}, { _csrf: csrf })).toBe(200);
    expect(await change({ 'x-csrf-token': csrf, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await change({ 'x-csrf-token': csrf, origin: 'https://evil.example' })).toBe(403);
    expect(await change({ 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin', origin: 'null' })).toBe(200);
    const other = await app.inject({ url: '/csqa/look', headers: { cookie: await signIn('10.0.0.10') } });
    expect(await change({ 'x-csrf-token': other.json<{ csrf: string }>().csrf })).toBe(403);
    const bearer = { ...operator, 'sec-fetch-site': 'cross-site' };
    expect((await app.inject({ method: 'POST', url: '/csqa/change', headers: bearer })).statusCode).toBe(200);
  });

  it('is whoever sits here where there is no token, but not the page of another site', async () => {
    const { app } = local;
    const post = async (headers: Record<string, string>) =>
      (await app.inject({ method: 'POST', url: '/change', headers })).statusCode;
    expect((await app.inject({ url: '/admin' })).statusCode).toBe(200);
    expect((await app.inject({ url: '/look', headers: { host: 'evil.example:8080' } })).statusCode).toBe(421);
    expect((await app.inject({ url: '/look', headers: { host: '[::1]:8080' } })).statusCode).toBe(200);
    expect(await post({})).toBe(200);
    expect(await post({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await post({ origin: 'https://evil.example' })).toBe(403);
    expect(await post({ 'sec-fetch-site': 'same-origin' })).toBe(403);
    const { csrf } = (await app.inject({ url: '/look' })).json<{ csrf: string }>();
    expect(await post({ 'sec-fetch-site': 'same-origin', 'x-csrf-token': csrf })).toBe(200);
  });

  it('never stands in the log', async () => {
    const { app, database } = test;
    const { secret } = await createToken(database.db, { name: 'log', scope: 'read' }, at(0));
    const cookie = await signIn('10.0.0.11');
    for (const url of [
      `/csqa/${OPERATOR_TOKEN}/look`,
      `/csqa/${secret}/nowhere?token=${secret}`,
      `/csqa/look?t=${OPERATOR_TOKEN}`,
    ]) {
      await app.inject({ url, headers: { cookie, authorization: `Bearer ${secret}` } });
    }
    app.log.error(
      { err: new Error(`cannot clone https://user:hunter2@git.example.org/x`), headers: { cookie } },
      secret,
    );
    for (const hidden of [OPERATOR_TOKEN, secret, 'hunter2', cookie.split('=')[1] ?? '?']) {
      expect(test.log()).not.toContain(hidden);
    }
    expect(test.log()).toContain('git.example.org');
    expect(test.log()).toContain('"url":"/look"');
  });

  it('is signed out everywhere when the token of the operator is changed', async () => {
    const { app, parts } = test;
    const session = (token: string) =>
      `csqa_session=${newSession(sessionKey(parts.secret, token), 'operator', parts.clock())}`;
    const look = async (cookie: string) =>
      (await app.inject({ url: '/csqa/look', headers: { cookie }, remoteAddress: '10.0.0.12' })).statusCode;
    expect(await look(session(OPERATOR_TOKEN))).toBe(200);
    expect(await look(session('the-token-before'))).toBe(401);
  });

  it('is told the state of the app without a token', async () => {
    for (const url of ['/csqa/health', '/csqa/live', '/csqa/ready', '/health']) {
      expect((await test.app.inject({ url })).json()).toEqual({ status: 'ok' });
    }
  });
});
