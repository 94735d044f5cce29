import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve(import.meta.dirname, '../../../web/dist/main.js');

/** Token of the operator of the app. */
const OPERATOR = 'operators-token-of-this-test';

/** The built web app as a process: the embedded database, the local engine, a port of its own. */
export interface WebProcess extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  /** Asks the API as the operator; gives what it answered as JSON. */
  api<Answer>(path: string, body?: object): Promise<Answer>;
  /** Makes a token of one scope. */
  token(scope: 'read' | 'submit'): Promise<string>;
  /** Ends the process and keeps its data. */
  stop(): Promise<void>;
}

/** Starts what `npm run build` has made of the web app, below a base path as behind a proxy. */
export async function startWeb(): Promise<WebProcess> {
  const home = await mkdtemp(join(tmpdir(), 'csqa-web-'));
  const child = spawn(process.execPath, [MAIN], {
    cwd: home,
    env: {
      ...{ PATH: process.env.PATH, HOME: home, PORT: '0', CSQA_ENGINE: 'local', CSQA_DATA_DIR: home },
      ...{ CSA_WEB_TOKEN: OPERATOR, CSA_BASE_PATH: '/csqa' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  let said = '';
  const listening = new Promise<string>((found, failed) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const url = /CSQA is at (\S+)\/\s/.exec(said)?.[1];
      if (url !== undefined) found(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`the app ended: ${said}`)));
  });
  const url = await listening;
  const api = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${OPERATOR}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  return {
    ...{ url, api, stop },
    token: async (scope) => (await api<{ token: string }>('/tokens', { name: `ci ${scope}`, scope })).token,
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
