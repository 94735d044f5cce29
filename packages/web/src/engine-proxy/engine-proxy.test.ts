import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngineProxy } from './engine-proxy.ts';
import { proxyPolicyFrom } from './proxy-policy.ts';

/** Names that the engine of these tests knows, and the labels of each. */
const CONTAINERS: Readonly<Record<string, readonly [id: string, labels: Readonly<Record<string, string>>]>> =
  {
    'csqa-own': ['a'.repeat(64), { 'csqa.proxy': 'clinic' }],
    'csqa-other-stack': ['b'.repeat(64), { 'csqa.proxy': 'other', 'csqa.managed': '1' }],
    'clinic-web-1': ['c'.repeat(64), { 'com.docker.compose.project': 'clinic' }],
    database: ['d'.repeat(64), {}],
  };

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

describe('the proxy before the engine', () => {
  let dir: string;
  let seen: Seen[];
  let said: string[];
  let engine: Server;
  let proxy: Server;
  let hangUps: number;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'csqa-proxy-'));
    [seen, said, hangUps] = [[], [], 0];
    engine = createServer(async (asked, reply) => {
      const { method = '', url = '' } = asked;
      seen.push({ method, url, body: await text(asked) });
      const name = /\/containers\/([^/]+)\/json$/u.exec(url)?.[1];
      if (name !== undefined) {
        const [id, labels] = CONTAINERS[name] ?? [];
        reply.statusCode = id === undefined ? 404 : 200;
        const mounts = [{ Type: 'volume', Name: 'clinic_out', Destination: '/app/out' }];
        const config = { Labels: labels, Env: ['POSTGRES_PASSWORD=secret'] };
        reply.end(
          JSON.stringify({
            Id: id,
            Name: `/${name}`,
            Config: config,
            Mounts: mounts,
            State: { Running: true },
          }),
        );
      } else if (url.includes('/logs?follow')) {
        reply.on('close', () => hangUps++);
        reply.write('first line\n');
      } else {
        reply.setHeader('api-version', '1.45');
        reply.setHeader('x-secret', 'not for clients');
        reply.end('done');
      }
    });
    engine.listen(join(dir, 'engine.sock'));
    await once(engine, 'listening');
    const settings = new Map([
      ['CSQA_PROXY_SCOPE', 'clinic'],
      ['CSQA_PROXY_VOLUMES', 'clinic_out'],
    ]);
    proxy = createEngineProxy({
      policy: proxyPolicyFrom((name) => settings.get(name)),
      socket: join(dir, 'engine.sock'),
      log: (line) => said.push(line),
    });
    proxy.listen(join(dir, 'proxy.sock'));
    await once(proxy, 'listening');
  });
  afterEach(async () => {
    for (const server of [proxy, engine]) {
      server.close();
      server.closeAllConnections();
    }
    await rm(dir, { recursive: true, force: true });
  });

  const open = (method: string, path: string, body?: string | readonly string[]): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const asked = request({ socketPath: join(dir, 'proxy.sock'), method, path }, resolve);
      asked.on('error', reject);
      // A list is sent in chunks, without its length.
      for (const chunk of Array.isArray(body) ? body : []) asked.write(chunk);
      asked.end(typeof body === 'string' ? body : undefined);
    });
  const ask = async (method: string, path: string, body?: string | readonly string[]) => {
    const reply = await open(method, path, body);
    return { status: reply.statusCode, headers: reply.headers, body: await text(reply) };
  };
  const changes = () => seen.filter(({ method, url }) => method !== 'GET' || !url.endsWith('/json'));

  it('hands on what the client asks of the engine, with and without a version', async () => {
    for (const path of [
      '/_ping',
      '/v1.45/_ping',
      '/v1.45/version',
      '/info',
      '/v1.24/images/csqa-metrics:fast/json',
    ]) {
      expect((await ask('GET', path)).status).toBe(200);
    }
    const reply = await ask('HEAD', '/_ping');
    expect([reply.status, reply.headers['api-version'], reply.headers['x-secret']]).toEqual([
      200,
      '1.45',
      undefined,
    ]);
    expect(said).toEqual([]);
  });

  it.each([
    ['POST', '/v1.45/containers/csqa-own/exec'],
    ['POST', '/v1.45/containers/csqa-own/attach?stream=1'],
    ['POST', '/v1.45/containers/csqa-own/update'],
    ['POST', '/v1.45/containers/csqa-own/rename?name=x'],
    ['POST', '/v1.45/build'],
    ['POST', '/v1.45/images/create?fromImage=evil'],
    ['POST', '/v1.45/images/load'],
    ['POST', '/v1.45/commit?container=csqa-own'],
    ['POST', '/v1.45/volumes/create'],
    ['GET', '/v1.45/volumes'],
    ['POST', '/v1.45/networks/create'],
    ['POST', '/v1.45/swarm/init'],
    ['POST', '/v1.45/plugins/pull'],
    ['GET', '/v1.45/secrets'],
    ['GET', '/v1.45/events'],
    ['GET', '/v1.45/images/json'],
    ['GET', '/v1.45/containers/csqa-own/export'],
    ['PATCH', '/v1.45/containers/csqa-own/json'],
    ['GET', '/v1.45/images/postgres:17/json'],
  ])('refuses %s %s, of which the engine never hears', async (method, path) => {
    const reply = await ask(method, path, method === 'POST' ? '{}' : undefined);
    expect([reply.status, seen]).toEqual([403, []]);
    expect(JSON.parse(reply.body).message).toMatch(/^refused by the engine proxy: /u);
    expect(said).toEqual([expect.stringContaining(method)]);
  });

  it.each([
    '/v1.45/containers/csqa-own%2fexec/start',
    '/v1.45/containers/%2e%2e/build',
    '/v1.45/containers/../build',
    '/v1.45//containers/csqa-own/start',
    '//v1.45/containers/csqa-own/start',
    '/v1.45/./containers/csqa-own/start',
    '/v1.45/v1.45/containers/csqa-own/start',
    '/v1.45/containers/csqa-own/start/',
    '/v1.45/containers/csqa-own/start;x',
    '/v1.45/containers/csqa-own/start%00',
    '/V1.45/containers/csqa-own/start',
    'http://elsewhere/v1.45/containers/csqa-own/start',
    '/v1.45/containers/csqa-own/start?detachKeys=x',
    '/v1.45/containers/csqa-own/kill?signal=KILL&signal=TERM',
    '/v1.45/containers/csqa-own/kill?signal=../x',
  ])('takes no path that could be read in two ways: %s', async (path) => {
    expect([(await ask('POST', path)).status, seen]).toEqual([403, []]);
  });

  it('lets a container be touched that was made through it, by its id, and no other', async () => {
    expect((await ask('POST', '/v1.45/containers/csqa-own/start')).status).toBe(200);
    expect((await ask('DELETE', '/v1.45/containers/csqa-own?force=1&v=1')).status).toBe(200);
    expect(changes().map(({ url }) => url)).toEqual([
      `/v1.45/containers/${'a'.repeat(64)}/start`,
      `/v1.45/containers/${'a'.repeat(64)}?force=1&v=1`,
    ]);
    for (const name of ['csqa-other-stack', 'clinic-web-1', 'database']) {
      for (const [method, rest] of [
        ['POST', '/start'],
        ['POST', '/kill'],
        ['GET', '/logs'],
        ['GET', '/archive?path=/etc'],
        ['PUT', '/archive?path=/'],
        ['DELETE', '?force=1'],
      ] as const) {
        const reply = await ask(method, `/v1.45/containers/${name}${rest}`);
        expect([name, method, reply.status]).toEqual([name, method, 403]);
      }
    }
    expect(changes()).toHaveLength(2);
    expect((await ask('POST', '/v1.45/containers/absent/start')).status).toBe(404);
  });

  it('describes a container of the stack by its mounts alone, and says nothing of others', async () => {
    const own = await ask('GET', '/v1.45/containers/csqa-own/json');
    expect(JSON.parse(own.body).State).toEqual({ Running: true });
    const web = await ask('GET', '/v1.45/containers/clinic-web-1/json');
    expect(JSON.parse(web.body).Mounts).toEqual([expect.objectContaining({ Name: 'clinic_out' })]);
    expect(web.body).not.toContain('secret');
    const foreign = await ask('GET', '/v1.45/containers/database/json');
    expect([foreign.status, foreign.body.includes('clinic_out')]).toEqual([403, false]);
  });

  it('lists its own containers only, whatever filter is asked for', async () => {
    const filters = encodeURIComponent('{"label":{"csqa.managed=1":true}}');
    await ask('GET', `/v1.45/containers/json?all=1&filters=${filters}`);
    await ask('GET', '/v1.45/containers/json');
    const asked = seen.map(({ url }) => new URLSearchParams(url.split('?')[1]).get('filters'));
    expect(asked).toEqual([
      '{"label":["csqa.managed=1","csqa.proxy=clinic"]}',
      '{"label":["csqa.proxy=clinic"]}',
    ]);
    const other = encodeURIComponent('{"name":["database"]}');
    expect((await ask('GET', `/v1.45/containers/json?filters=${other}`)).status).toBe(403);
  });

  it('judges the body of a creation in whatever pieces it comes, and up to a size', async () => {
    const body = JSON.stringify({ Image: 'csqa-metrics:fast', HostConfig: { Privileged: true } });
    const cut = [body.slice(0, 20), body.slice(20)];
    expect((await ask('POST', '/v1.45/containers/create?name=csqa-x', cut)).body).toMatch(/HostConfig/u);
    const huge = JSON.stringify({ Image: 'csqa-metrics:fast', Cmd: ['x'.repeat(300_000)] });
    expect((await ask('POST', '/v1.45/containers/create?name=csqa-x', huge)).status).toBe(413);
    expect((await ask('POST', '/v1.45/containers/create?name=csqa-x', '{"Image":')).status).toBe(400);
    expect((await ask('POST', '/v1.45/containers/create?name=database', '{}')).status).toBe(403);
    expect(seen).toEqual([]);
  });

  it('passes an archive on as it comes', async () => {
    const reply = await ask('PUT', '/v1.45/containers/csqa-own/archive?path=%2Fsrc', ['one ', 'two']);
    expect([reply.status, changes()[0]?.body]).toEqual([200, 'one two']);
  });

  it('passes logs on while they are written, and hangs up when the client does', async () => {
    const reply = await open('GET', '/v1.45/containers/csqa-own/logs?follow=1&stdout=1');
    expect(String((await once(reply, 'data'))[0])).toBe('first line\n');
    reply.destroy();
    while (hangUps === 0) await delay(10);
    expect(hangUps).toBe(1);
  });

  it('gives nobody the bare connection', async () => {
    const socket = connect(join(dir, 'proxy.sock'));
    socket.write(
      'POST /v1.45/containers/csqa-own/attach HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n',
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /u);
    expect(seen).toEqual([]);
  });

  it('says so where the engine does not answer', async () => {
    engine.close();
    engine.closeAllConnections();
    const reply = await ask('GET', '/v1.45/info');
    expect([reply.status, reply.body]).toEqual([
      502,
      expect.stringContaining('Cannot connect to the Docker daemon'),
    ]);
  });
});
