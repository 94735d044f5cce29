import { randomBytes } from 'node:crypto';
import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';

export const ROOT = join(import.meta.dirname, '../..');

/** Tag of the images that the suite builds: not that of whoever works on this machine. Another one for two suites on one engine. */
const TAG = process.env.CSQA_STACK_TAG ?? 'stack';

/** Names of the images that the suite builds. */
export const IMAGES = {
  CSQA_WEB_IMAGE: `csqa-web:${TAG}`,
  CSQA_IMAGE_FAST: `csqa-metrics:${TAG}`,
} as const;

/** How a command ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order of their lines. */
  readonly all: string;
}

/** What a stack is made of beyond the defaults. */
export interface StackParts {
  /** Overlays after docker-compose.yml. */
  readonly files?: readonly string[];
  /** Further lines of .env. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly token?: string | null;
  /** By which of its names the port is set. */
  readonly portName?: 'APP_HTTP_PORT' | 'PORT';
  /** Where the repository is; this checkout by default. */
  readonly root?: string;
  /** Address of the engine; that of this machine by default. */
  readonly engine?: string;
}

/** One deployment under a name of its own, with a directory and a port of its own; disposing of it leaves nothing. */
export class Stack implements AsyncDisposable {
  readonly name: string;
  readonly directory: string;
  readonly port: number;
  readonly token: string;
  readonly #files: readonly string[];
  readonly #root: string;
  readonly #engine: readonly string[];

  private constructor(made: {
    readonly name: string;
    readonly directory: string;
    readonly port: number;
    readonly token: string;
    readonly files: readonly string[];
    readonly root: string;
    readonly engine: string | undefined;
  }) {
    this.name = made.name;
    this.directory = made.directory;
    this.port = made.port;
    this.token = made.token;
    this.#files = made.files;
    this.#root = made.root;
    this.#engine = made.engine === undefined ? [] : ['--host', made.engine];
  }

  /** Writes the .env that a person would write; starts nothing. */
  static async create(parts: StackParts = {}): Promise<Stack> {
    const { files = [], settings = {}, token, root = ROOT, portName = 'APP_HTTP_PORT', engine } = parts;
    const directory = await mkdtemp(join(tmpdir(), 'csqa-stack-'));
    const made = {
      name: `csqa-stack-${randomBytes(4).toString('hex')}`,
      ...{ directory, files, root, engine },
      port: await freePort(),
      token: token ?? randomBytes(24).toString('hex'),
    };
    await mkdir(join(directory, 'data'));
    const lines = {
      ...(token === null ? {} : { CSA_WEB_TOKEN: made.token }),
      CSQA_DATA_DIR: join(directory, 'data'),
      [portName]: String(made.port),
      ...IMAGES,
      ...settings,
    };
    const text = Object.entries(lines).map(([name, value]) => `${name}='${value}'\n`);
    await writeFile(join(directory, '.env'), text.join(''));
    return new Stack(made);
  }

  /** Adds a line to the .env. */
  async set(name: string, value: string): Promise<void> {
    await appendFile(join(this.directory, '.env'), `${name}='${value}'\n`);
  }

  /** `docker compose` over the files of the repository; a code other than 0 is an answer, not an error. */
  async compose(...words: readonly string[]): Promise<Ended> {
    const files = ['docker-compose.yml', ...this.#files].flatMap((file) => ['-f', resolve(this.#root, file)]);
    const scope = ['--project-name', this.name, '--env-file', join(this.directory, '.env'), ...files];
    return await run('docker', [...this.#engine, 'compose', '--ansi', 'never', ...scope, ...words]);
  }

  /** The same, where any code but 0 is a failure of the test. */
  async must(...words: readonly string[]): Promise<string> {
    const ended = await this.compose(...words);
    if (ended.code === 0) return ended.stdout;
    const logs = await this.compose('logs', '--no-color', '--tail', '40');
    throw new Error(`docker compose ${words.join(' ')} ended with ${ended.code}:\n${ended.all}\n${logs.all}`);
  }

  /** Asks the app; null where nobody answers. */
  async ask(path: string, init: RequestInit = {}): Promise<Response | null> {
    try {
      return await fetch(`http://localhost:${this.port}${path}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
        ...init,
      });
    } catch {
      return null;
    }
  }

  /** Names of what the engine has of this stack. */
  async leftovers(): Promise<readonly string[]> {
    const filter = ['--filter', `label=com.docker.compose.project=${this.name}`, '-q'];
    const asked = await Promise.all([
      run('docker', [...this.#engine, 'ps', '-a', ...filter]),
      run('docker', [...this.#engine, 'volume', 'ls', ...filter]),
      run('docker', [...this.#engine, 'network', 'ls', ...filter]),
    ]);
    return asked.flatMap(({ stdout }) => stdout.split('\n').filter((line) => line !== ''));
  }

  async logs(service: string): Promise<string> {
    return (await this.compose('logs', '--no-color', '--no-log-prefix', service)).all;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.compose('--profile', '*', 'down', '--volumes', '--remove-orphans', '--timeout', '5');
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** A copy of the files of this checkout that git knows, as they are now, for a test that edits them. */
export async function copyOfCheckout(directory: string): Promise<string> {
  const { stdout } = await run('git', ['-C', ROOT, 'ls-files', '-z']);
  for (const file of stdout.split('\0').filter((name) => name !== '')) {
    await cp(join(ROOT, file), join(directory, file), { recursive: true });
  }
  return directory;
}

/** What programs are told of the environment: a variable of this shell would win over the .env of a test. */
const PASSED_ON = ['PATH', 'HOME', 'DOCKER_CONFIG', 'DOCKER_CONTEXT', 'DOCKER_HOST'] as const;
const environment = Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));

/** Runs a program; waits for its end whatever it is. */
export async function run(program: string, words: readonly string[]): Promise<Ended> {
  const ended = await execa(program, [...words], {
    ...{ reject: false, all: true, stdin: 'ignore', extendEnv: false },
    env: environment,
  });
  return { code: ended.exitCode ?? -1, stdout: ended.stdout, stderr: ended.stderr, all: ended.all };
}

/** Asks again and again until an answer is not null; fails with what was waited for. */
export async function until<T>(what: string, seconds: number, ask: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`after ${seconds} s still no ${what}`);
    await delay(500);
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
