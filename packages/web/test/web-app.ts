import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/data/open-database.ts';
import { createApp } from '../src/http/app.ts';
import type { AppParts } from '../src/http/app-parts.ts';
import type { HttpConfig } from '../src/http-config.ts';
import { type HttpLimits, httpLimitsFrom } from '../src/http-limits.ts';
import { createPgBossQueue } from '../src/jobs/pg-boss-queue.ts';
import { jobsConfigFrom } from '../src/jobs-config.ts';
import type { Places } from './databases.ts';
import { at } from './samples.ts';

/** Token of the operator of the apps of tests. */
export const OPERATOR_TOKEN = 'correct-horse-battery-staple';

/** An app over a database of its own, with all that it has said. */
export interface TestApp {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly parts: AppParts;
  readonly log: () => string;
  /** Headers of the operator as a program sends them. */
  readonly operator: { readonly authorization: string };
  /** Moves the clock of the app on, by seconds. */
  wait(seconds: number): void;
  close(): Promise<void>;
}

/** What tests change about an app. */
export interface AppChoices {
  readonly config?: Partial<HttpConfig>;
  readonly limits?: Partial<HttpLimits>;
  readonly jobs?: Partial<AppParts['jobs']>;
  /** Routes that are there for the test alone. */
  readonly routes?: (app: FastifyInstance, parts: AppParts) => Promise<void> | void;
}

/** An app that asks for a token, not listening: `app.inject` is for most tests. */
export async function newTestApp(places: Places, choices: AppChoices = {}): Promise<TestApp> {
  const database = await places.newDatabase();
  const lines: string[] = [];
  const queue = createPgBossQueue(database.store, (error) => lines.push(error.message));
  await queue.start();
  let seconds = 0;
  const parts: AppParts = {
    ...{ database, queue },
    config: {
      ...{ token: OPERATOR_TOKEN, host: '127.0.0.1', port: 0, basePath: '', trustProxy: false },
      limits: { ...httpLimitsFrom(() => undefined), requestsPerMinute: 10_000, ...choices.limits },
      logLevel: 'info',
      ...choices.config,
    },
    jobs: { ...jobsConfigFrom(() => undefined), ...choices.jobs },
    clock: () => at(seconds),
    log: { write: (line) => lines.push(line) },
    secret: Buffer.alloc(32, 7),
    checkout: { allowedHosts: ['git.example.org'] },
  };
  const app = await createApp(parts);
  await choices.routes?.(app, parts);
  return {
    ...{ app, database, parts, log: () => lines.join('') },
    operator: { authorization: `Bearer ${OPERATOR_TOKEN}` },
    wait(more) {
      seconds += more;
    },
    async close() {
      await app.close();
      await queue.stop();
    },
  };
}
