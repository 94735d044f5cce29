import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { ENDED } from '../../data/run-states.ts';
import { stillHolds } from '../access/sign-in.ts';
import { knownRun } from '../api/run-routes.ts';
import { idParams, runShape } from '../api/run-shape.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { RunFeeds, type Watcher } from './run-feed.ts';
import { StreamCaps } from './stream-caps.ts';

/** Milliseconds between two signs of life: proxies close what is silent. */
const HEARTBEAT_MS = 15_000;
/** Bytes that may wait for a slow reader. One that is slower comes back, and says what it has. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

const eventNumber = z.coerce.number().int().min(0).max(2_000_000_000);

const questionSchema = z.object({
  after: eventNumber.optional().describe('Begin after this event; `Last-Event-ID` goes before it.'),
  state: runShape.shape.state
    .optional()
    .describe('State that the asker has seen; another one is told at once.'),
});

/** `/runs/:id/events`: what happens in a run, as server-sent events. */
export function eventRoutes(app: WebApp, parts: AppParts): void {
  const feeds = new RunFeeds(parts.database.db);
  const caps = new StreamCaps(parts.config.limits);
  // Streams never end by themselves; the server could not be closed.
  app.addHook('preClose', (done) => {
    feeds.close();
    done();
  });
  const summary = 'What happens in a run, as it happens';
  const description =
    'Server-sent events: `progress` with the number of the event as its id, and `state` whenever the run comes to another state. ' +
    'The stream ends with the run.';
  app.get(
    '/runs/:id/events',
    {
      // The answer to HEAD would never end.
      exposeHeadRoute: false,
      schema: { tags: ['runs'], summary, description, params: idParams, querystring: questionSchema },
    },
    async (request, reply) => {
      const run = await knownRun(parts, request.params.id);
      const free = caps.take(request.principal?.id ?? request.ip);
      const { after = 0, state = ENDED.includes(run.state) ? null : run.state } = request.query;
      const last = eventNumber.safeParse(request.headers['last-event-id']);
      reply.hijack();
      const stream = openStream(reply.raw, headersOf(reply.getHeaders()), () =>
        stillHolds(parts, request.principal),
      );
      const leave = feeds.watch(run.id, { after: last.success ? last.data : after, known: state }, stream);
      const over = () => {
        leave();
        stream.stop();
        free();
      };
      // Whoever asked may have gone while the run was looked up.
      if (reply.raw.closed) over();
      else reply.raw.once('close', over);
    },
  );
}

function headersOf(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** Writes what a watcher is given to one browser, for as long as it may watch. */
function openStream(
  raw: ServerResponse,
  headers: Record<string, string>,
  mayGoOn: () => Promise<boolean>,
): Watcher & { stop(): void } {
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const write = (text: string) => {
    raw.write(text);
    if (raw.writableLength > MAX_WAITING_BYTES) raw.destroy();
  };
  write('retry: 2000\n\n');
  const heart = setInterval(() => {
    write(': alive\n\n');
    mayGoOn().then(
      (may) => may || raw.destroy(),
      // A database that is away for a moment is asked again with the next sign of life.
      () => undefined,
    );
  }, HEARTBEAT_MS);
  return {
    events(events) {
      write(
        events
          .map(({ seq, body }) => `id: ${seq}\nevent: progress\ndata: ${JSON.stringify(body)}\n\n`)
          .join(''),
      );
    },
    state(state) {
      write(`event: state\ndata: ${JSON.stringify({ state })}\n\n`);
    },
    end() {
      raw.end();
    },
    stop() {
      clearInterval(heart);
    },
  };
}
