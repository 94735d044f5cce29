import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeDatabases } from '../../../test/databases.ts';
import { at, clinic, endedRun, keepReport, reportOf, waitingRun } from '../../../test/samples.ts';
import { announceEnds, listDeliveries, removeOldDeliveries, takeDueDelivery } from '../../data/deliveries.ts';
import { changeSettings } from '../../data/project-settings.ts';
import { requestCancel } from '../../data/runs.ts';
import { type DeliveryParts, deliverWebhooks } from './deliver-webhooks.ts';

const SECRET = 'a secret of sixteen';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that answers with the statuses that it is told, the last of them for ever. */
class Receiver {
  readonly received: Received[] = [];
  answers: number[] = [200];
  readonly #server: Server = createServer((request, response) => {
    text(request).then(
      (body) => {
        this.received.push({ headers: request.headers, body });
        const status = (this.answers.length > 1 ? this.answers.shift() : this.answers[0]) ?? 200;
        response.writeHead(status, { location: `${this.url}/elsewhere` }).end('thanks');
      },
      () => response.destroy(),
    );
  });

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

describeDatabases('webhooks', (places) => {
  const receiver = new Receiver();
  beforeAll(() => receiver.start());
  afterAll(() => receiver.stop());

  const project = async () => {
    const { db } = await places.newDatabase();
    receiver.received.length = 0;
    const { id } = await clinic(db);
    let clock = at(100);
    const parts: DeliveryParts = {
      ...{ db, rules: { allowPrivate: true }, now: () => clock },
      resolveHost: () => Promise.resolve(['127.0.0.1']),
    };
    const webhook = { url: `${receiver.url}/hook`, secret: SECRET };
    await changeSettings(db, { projectId: id, webhook }, at(0));
    const pass = (seconds: number) => {
      clock = new Date(clock.getTime() + seconds * 1000);
    };
    return { db, id, parts, pass, project: await clinic(db) };
  };

  it('are told once of every end, signed together with the time', async () => {
    const { db, parts, project: own } = await project();
    receiver.answers = [204];
    const other = await endedRun(db, await clinic(db, 'other'));
    const run = await endedRun(db, own);
    await keepReport(db, run.id, reportOf(0.42));
    const cancelled = await waitingRun(db, own);
    await requestCancel(db, cancelled.id, at(5));
    await Promise.all([deliverWebhooks(parts), deliverWebhooks(parts)]);
    await deliverWebhooks(parts);
    const bodies = receiver.received.map(
      ({ body }) => JSON.parse(body) as { run: { id: string; state: string } },
    );
    expect(bodies.map((body) => body.run.state).sort()).toEqual(['cancelled', 'succeeded']);
    expect(bodies.some((body) => body.run.id === other.id)).toBe(false);
    expect(bodies.find((body) => body.run.id === run.id)).toMatchObject({
      event: 'run.finished',
      project: { name: 'clinic' },
      run: { index: 0.42, gate: 'passed', findings: { fresh: 1 } },
    });
    for (const { headers, body } of receiver.received) {
      const timestamp = headers['x-csqa-timestamp'];
      const expected = createHmac('sha256', SECRET)
        .update(`${String(timestamp)}.${body}`)
        .digest('hex');
      expect(headers['x-csqa-signature-256']).toBe(`sha256=${expected}`);
      expect(Number(timestamp)).toBe(at(100).getTime() / 1000);
      expect(body).not.toContain(SECRET);
    }
    const log = await listDeliveries(db, own.id, 9);
    expect(log.map(({ state, status, attempt }) => [state, status, attempt])).toEqual([
      ['delivered', 204, 1],
      ['delivered', 204, 1],
    ]);
    expect(await removeOldDeliveries(db, at(1000))).toBe(2);
  });

  it('are tried again with growing pauses, and given up at last', async () => {
    const { db, id, parts, pass, project: own } = await project();
    await endedRun(db, own);
    receiver.answers = [500, 302, 404, 200];
    expect(await deliverWebhooks(parts)).toBe(1);
    expect(await deliverWebhooks(parts)).toBe(0);
    for (const seconds of [10, 30, 120]) {
      pass(seconds - 1);
      expect(await deliverWebhooks(parts)).toBe(0);
      pass(1);
      expect(await deliverWebhooks(parts)).toBe(1);
    }
    expect(await listDeliveries(db, id, 9)).toMatchObject([{ state: 'delivered', status: 200, attempt: 4 }]);
    // A redirect is an answer like any other: nobody went where it leads.
    expect(receiver.received).toHaveLength(4);
    receiver.answers = [503];
    await endedRun(db, own);
    for (let tries = 0; tries < 20; tries++) {
      await deliverWebhooks(parts);
      pass(7_200);
    }
    expect(await listDeliveries(db, id, 1)).toMatchObject([
      { state: 'failed', status: 503, error: 'HTTP 503', attempt: 8, next_at: null },
    ]);
  });

  it('stop at once for a receiver that is gone, and for a project that took its webhook away', async () => {
    const { db, id, parts, project: own } = await project();
    receiver.answers = [410];
    await endedRun(db, own);
    await deliverWebhooks(parts);
    expect(await listDeliveries(db, id, 1)).toMatchObject([{ state: 'failed', status: 410, attempt: 1 }]);
    receiver.answers = [500];
    await endedRun(db, own);
    await deliverWebhooks(parts);
    await changeSettings(db, { projectId: id, webhook: null }, at(1));
    await deliverWebhooks({ ...parts, now: () => at(200) });
    const log = await listDeliveries(db, id, 9);
    expect(log.map(({ state, error }) => [state, error])).toContainEqual([
      'failed',
      'the webhook was taken away',
    ]);
    expect(receiver.received).toHaveLength(2);
  });

  it('are not called on addresses inside, whatever their name', async () => {
    const { db, id, parts, project: own } = await project();
    await changeSettings(db, { projectId: id, webhook: { url: 'https://hooks.example.org/x' } }, at(1));
    await endedRun(db, own);
    await deliverWebhooks({ ...parts, rules: { allowPrivate: false } });
    expect(receiver.received).toEqual([]);
    const [delivery] = await listDeliveries(db, id, 1);
    expect(delivery).toMatchObject({
      state: 'waiting',
      status: null,
      error: 'no public address could be reached',
    });
  });

  it('get what a process had taken that died before it could say what came of it', async () => {
    const { db, id, parts, pass, project: own } = await project();
    receiver.answers = [200];
    await endedRun(db, own);
    await announceEnds(db, parts.now());
    expect(await takeDueDelivery(db, parts.now(), new Date(parts.now().getTime() + 30_000))).toBeDefined();
    expect(await deliverWebhooks(parts)).toBe(0);
    pass(30);
    expect(await deliverWebhooks(parts)).toBe(1);
    expect((await listDeliveries(db, id, 9)).every(({ state }) => state === 'delivered')).toBe(true);
  });
});
