import type { Environment } from '@csqa/orchestrator';
import type { FastifyInstance } from 'fastify';
import type { WebConfig } from '../config.ts';
import { appSecret } from '../data/app-secret.ts';
import type { Database } from '../data/open-database.ts';
import { WebError } from '../failures/web-error.ts';
import { createApp } from '../http/app.ts';
import type { HttpConfig } from '../http-config.ts';
import { createPgBossQueue } from '../jobs/pg-boss-queue.ts';
import { ended, orchestratorOptions, prepareSchema, startWorkers } from './pipeline-command.ts';
import { withDatabase } from './with-database.ts';

/** Tokens shorter than this can be guessed by whoever has time. */
const SHORT_TOKEN = 16;

/** Serves pages and API, and works on runs unless APP_MODE leaves that to others, until the process is told to end. */
export function serveCommand(config: WebConfig, env: Environment): Promise<string> {
  return withDatabase(config, async (database) => {
    await prepareSchema(config, database);
    const server = await startServer(config, database, env);
    const workers = config.role === 'all' ? await startWorkers(config, database, env) : null;
    const signal = await ended();
    say(`${signal}: no more requests are taken${workers === null ? '' : '; analyses at work are finished'}`);
    await server.stop();
    await workers?.stop();
    return 'stopped';
  });
}

interface Server {
  stop(): Promise<void>;
}

async function startServer(config: WebConfig, database: Database, env: Environment): Promise<Server> {
  const log = { write: (line: string) => process.stdout.write(line) };
  const queue = createPgBossQueue(database.store, (error) => say(`the queue met an error: ${error.message}`));
  await queue.start();
  const secret = await appSecret(database.db);
  const app = await createApp({
    ...{ database, queue, log, secret, config: config.http, jobs: config.jobs },
    clock: () => new Date(),
    checkout: orchestratorOptions(env).checkout,
  });
  await listen(app, config.http);
  for (const line of greeting(app, config.http)) say(line);
  return {
    async stop() {
      await app.close();
      await queue.stop();
    },
  };
}

async function listen(app: FastifyInstance, { host, port }: HttpConfig): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw cannotListen(error, port);
  }
}

function cannotListen(error: unknown, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const wrong = code === 'EADDRINUSE' ? 'another program listens there' : 'this user may not listen there';
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  return new WebError('PORT_UNUSABLE', `port ${port} cannot be listened on: ${wrong}`, {
    hint: 'set PORT to another one',
    cause: error,
  });
}

/** Where the app is, and for whom. */
function greeting(app: FastifyInstance, config: HttpConfig): readonly string[] {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const url = `http://localhost:${port}${config.basePath}/`;
  if (config.token === null) {
    return [
      `CSQA is at ${url}`,
      'It has no CSA_WEB_TOKEN, so it listens on this machine only and asks for nothing.',
    ];
  }
  const short = `CSA_WEB_TOKEN has fewer than ${SHORT_TOKEN} characters and can be guessed; take a longer one.`;
  return [`CSQA is at ${url}`, ...(config.token.length < SHORT_TOKEN ? [short] : [])];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
