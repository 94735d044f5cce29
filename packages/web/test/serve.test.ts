import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const READ_TSX = join(import.meta.dirname, 'read-tsx.ts');
const TOKEN = 'a-token-of-sufficient-length';

/** The app as a process, and all that it says. */
interface Served {
  readonly said: () => string;
  /** Waits for words, and gives the match. */
  hears(words: RegExp): Promise<RegExpExecArray>;
  end(signal: NodeJS.Signals): Promise<number | null>;
  readonly gone: Promise<number | null>;
}

function serve(env: Readonly<Record<string, string>>): Served {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--conditions=csqa-source', '--import', READ_TSX, MAIN],
    {
      env: { PATH: process.env['PATH'], CSQA_ENGINE: 'local', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk));
  const gone = once(child, 'exit').then(([code]) => code as number | null);
  return {
    gone,
    said: () => text,
    async hears(words) {
      let over = false;
      void gone.then(() => (over = true));
      for (;;) {
        const found = words.exec(text);
        if (found !== null) return found;
        if (over) throw new Error(`it ended without a word of ${words}: ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    end(signal) {
      child.kill(signal);
      return gone;
    },
  };
}

describe('the app as a process', () => {
  let home = '';
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-serve-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('serves this machine only without a token, says so, and ends when told to', async () => {
    const app = serve({ CSQA_DATA_DIR: join(home, 'open') });
    const [, url = ''] = await app.hears(/CSQA is at (\S+)/u);
    await app.hears(/working on runs/u);
    expect(await (await fetch(`${url}health`)).json()).toEqual({ status: 'ok' });
    expect(app.said()).toContain('it listens on this machine only');
    expect(app.said()).not.toContain('0.0.0.0');
    expect(await app.end('SIGTERM')).toBe(0);
    expect(app.said()).toContain('stopped');
  });

  it('asks for its token under its base path, and never says it', async () => {
    const app = serve({ CSQA_DATA_DIR: join(home, 'closed'), CSA_WEB_TOKEN: TOKEN, CSA_BASE_PATH: '/csqa' });
    const [, url = ''] = await app.hears(/CSQA is at (\S+\/csqa\/)/u);
    expect((await fetch(`${url}nowhere`)).status).toBe(401);
    expect((await fetch(`${url}${TOKEN}/nowhere?x=${TOKEN}`)).status).toBe(404);
    expect(await app.end('SIGINT')).toBe(0);
    expect(app.said()).toContain('"url":"/nowhere"');
    expect(app.said()).not.toContain(TOKEN);
  });

  it('says in two lines why it cannot begin', async () => {
    const split = serve({ CSQA_DATA_DIR: join(home, 'split'), APP_MODE: 'dashboard' });
    await split.hears(/CONFIG_INVALID: APP_MODE=dashboard shares its database .*\n {2}set DATABASE_URL/u);
    expect(await split.gone).toBe(1);
    const taken = createServer().listen(0, 'localhost');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const second = serve({ CSQA_DATA_DIR: join(home, 'busy'), PORT: String(port) });
    await second.hears(
      /PORT_UNUSABLE: port \d+ cannot be listened on: another program listens there\n {2}set PORT/u,
    );
    taken.close();
  });
});
