import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { listWorkers, queueState } from '../../data/workers.ts';
import type { AppParts, WebApp } from '../app-parts.ts';

/** Seconds: from a page out of the cache to a large report that is drawn. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Milliseconds without a sign of life after which a worker counts as dead. */
const SILENT_MS = 30_000;

/** `/metrics` for Prometheus, which sends a token of scope `read`. Requests are told by route, never by address. */
export function metricsRoutes(app: WebApp, { database, clock }: AppParts): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    ...{
      name: 'csqa_http_request_seconds',
      help: 'Time of requests',
      buckets: BUCKETS,
      registers: [register],
    },
    labelNames: ['method', 'route', 'status'] as const,
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  new Gauge({
    ...{ name: 'csqa_runs', help: 'Runs that have not ended, by state', registers: [register] },
    labelNames: ['state'] as const,
    async collect() {
      const { queued, running, cancelling } = await queueState(database.db, 1);
      for (const [state, count] of Object.entries({ queued, running, cancelling }))
        this.set({ state }, count);
    },
  });
  new Gauge({
    ...{ name: 'csqa_workers', help: 'Workers that show signs of life', registers: [register] },
    async collect() {
      const alive = clock().getTime() - SILENT_MS;
      const workers = await listWorkers(database.db);
      this.set(workers.filter(({ seenAt }) => seenAt.getTime() >= alive).length);
    },
  });
  new Gauge({
    ...{ name: 'csqa_queue_wait_seconds', help: 'Time that the next run has waited', registers: [register] },
    async collect() {
      const { waitingSince } = await queueState(database.db, 1);
      this.set(waitingSince === null ? 0 : (clock().getTime() - waitingSince.getTime()) / 1000);
    },
  });
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) =>
    reply
      .type(register.contentType)
      .serializer(String)
      .send(await register.metrics()),
  );
}
