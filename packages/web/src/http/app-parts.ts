import type { OrchestratorOptions } from '@csqa/orchestrator';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Database } from '../data/open-database.ts';
import type { HttpConfig } from '../http-config.ts';
import type { RunQueue } from '../jobs/run-queue.ts';
import type { JobsConfig } from '../jobs-config.ts';

/** Where lines of the log go, a JSON object each. Secrets are taken out before a line gets here. */
export interface LogSink {
  write(line: string): void;
}

/** What the web app is made of. */
export interface AppParts {
  readonly database: Database;
  /** Wakes workers; started by whoever made it. */
  readonly queue: Pick<RunQueue, 'wake'>;
  readonly config: HttpConfig;
  readonly jobs: Pick<JobsConfig, 'waiting' | 'uploadBytes' | 'privateWebhooks'>;
  readonly clock: () => Date;
  readonly log: LogSink;
  /** 32 bytes or more that sessions and share links are signed with. All web processes of one database have the same. */
  readonly secret: Buffer;
  /** Which git URLs may be analysed. */
  readonly checkout: OrchestratorOptions['checkout'];
}

/** The server, as route groups see it: what a route is given and gives is described with zod. */
export type WebApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;
