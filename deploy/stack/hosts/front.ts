import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caddyImage } from '../caddy-image.ts';
import { freePort, ROOT, run, Stack, until } from '../stack.ts';

/** What people talk to: dashboards behind a proxy, and the PostgreSQL that they share with the workers. */
export interface Front extends AsyncDisposable {
  readonly token: string;
  readonly databaseUrl: string;
  readonly dashboards: readonly Stack[];
  /** Address of the proxy, without a slash at its end. */
  readonly url: string;
}

const DASHBOARDS = 2;

/** Starts PostgreSQL where the network at `gateway` reaches it, two dashboards and Caddy before them. */
export async function startFront(gateway: string): Promise<Front> {
  await using made = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), 'csqa-front-'));
  made.defer(() => rm(directory, { recursive: true, force: true }));
  const token = randomBytes(24).toString('hex');
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  const overlay = join(directory, 'postgres.yml');
  await writeFile(
    overlay,
    JSON.stringify({ services: { postgres: { ports: [`${gateway}:${port}:5432`] } } }),
  );
  const databaseUrl = `postgresql://csqa:${password}@${gateway}:${port}/csqa`;
  const settings = { POSTGRES_PASSWORD: password };
  const postgres = made.use(await Stack.create({ files: [overlay], settings, token }));
  await postgres.must('up', '-d', '--wait', 'postgres');
  const dashboards: Stack[] = [];
  for (let count = 0; count < DASHBOARDS; count++) {
    const files = ['docker-compose.split.yml'];
    dashboards.push(made.use(await Stack.create({ files, settings: { DATABASE_URL: databaseUrl }, token })));
  }
  // Both at once: whichever comes first makes the tables.
  await Promise.all(dashboards.map((each) => each.must('up', '-d', '--wait', '--no-deps', 'web')));
  const url = await startProxy(dashboards, made);
  const all = made.move();
  return { ...{ token, databaseUrl, dashboards, url }, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** Caddy with the file of the repository; gives its address. */
async function startProxy(dashboards: readonly Stack[], made: AsyncDisposableStack): Promise<string> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const name = `csqa-proxy-${randomBytes(4).toString('hex')}`;
  const started = await run('docker', [
    ...['run', '--detach', '--rm', '--name', name, '--network', 'host'],
    ...[
      '--mount',
      `type=bind,source=${join(ROOT, 'deploy/caddy/Caddyfile')},target=/etc/caddy/Caddyfile,readonly`,
    ],
    ...['--env', `CSQA_DOMAIN=${url}`],
    ...['--env', `CSQA_DASHBOARDS=${dashboards.map((each) => `127.0.0.1:${each.port}`).join(' ')}`],
    await caddyImage(),
    ...['caddy', 'run', '--config', '/etc/caddy/Caddyfile', '--adapter', 'caddyfile'],
  ]);
  if (started.code !== 0) throw new Error(`the proxy does not start: ${started.all}`);
  made.defer(async () => {
    await run('docker', ['rm', '--force', name]);
  });
  await until('proxy', 30, () =>
    fetch(`${url}/ready`).then(
      (reply) => (reply.ok ? true : null),
      () => null,
    ),
  );
  return url;
}
