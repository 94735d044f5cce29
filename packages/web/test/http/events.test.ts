import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendEvents } from '../../src/data/run-events.ts';
import { claimRun, finishRun } from '../../src/data/runs.ts';
import { describeEmbedded } from '../databases.ts';
import { at, clinic, waitingRun } from '../samples.ts';
import { newTestApp, type TestApp } from '../web-app.ts';

/** One message of a stream. */
interface Message {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

describeEmbedded('the events of a run', (databases) => {
  let test: TestApp;
  let origin = '';
  beforeAll(async () => {
    test = await newTestApp(databases, { limits: { streamsPerToken: 30 } });
    origin = await test.app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => test.close());

  const open = (path: string, headers: Record<string, string> = {}, signal?: AbortSignal) =>
    fetch(`${origin}/api/v1/runs/${path}`, {
      headers: { ...test.operator, ...headers },
      ...(signal === undefined ? {} : { signal }),
    });

  /** All messages until the server ends the stream. */
  async function messages(response: Response): Promise<readonly Message[]> {
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    return (await response.text())
      .split('\n\n')
      .filter((block) => block.includes('data: '))
      .map((block) => {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'mu').exec(block)?.[1];
        return { event: field('event') ?? '', id: field('id'), data: JSON.parse(field('data') ?? 'null') };
      });
  }

  async function running(): Promise<string> {
    const { db } = test.database;
    const { id } = await waitingRun(db, await clinic(db));
    await claimRun(db, { id, workerId: 'w' }, at(1));
    return id;
  }
  const happen = (id: string, from: number, count: number) =>
    appendEvents(
      test.database.db,
      id,
      Array.from({ length: count }, (_, i) => ({ at: at(2), body: { type: 'warning', number: from + i } })),
    );
  const finish = (id: string) =>
    finishRun(
      test.database.db,
      { id, workerId: 'w', attempt: 1 },
      { state: 'succeeded', revision: null, error: null, at: at(9) },
    );

  it('reach everybody who watches, each once and in order, whenever they came', async () => {
    const id = await running();
    await happen(id, 1, 700);
    const early = await Promise.all(Array.from({ length: 12 }, () => open(`${id}/events`)));
    await happen(id, 701, 50);
    const late = await Promise.all(
      Array.from({ length: 6 }, (_, i) => open(`${id}/events?after=${i * 100}`)),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    await happen(id, 751, 3);
    await finish(id);
    const numbers = (from: number) => Array.from({ length: 753 - from }, (_, i) => String(from + i + 1));
    for (const [index, response] of [...early, ...late].entries()) {
      const got = await messages(response);
      const progress = got.filter(({ event }) => event === 'progress');
      expect(progress.map(({ id: number }) => number)).toEqual(numbers(index < 12 ? 0 : (index - 12) * 100));
      expect(got.at(-1)).toEqual({ event: 'state', id: undefined, data: { state: 'succeeded' } });
    }
  });

  it('go on where a browser lost them, and say at once that a run has ended', async () => {
    const id = await running();
    await happen(id, 1, 5);
    await finish(id);
    const back = await messages(await open(`${id}/events?after=1`, { 'last-event-id': '3' }));
    expect(back.map(({ event, id: number }) => [event, number])).toEqual([
      ['progress', '4'],
      ['progress', '5'],
      ['state', undefined],
    ]);
    const odd = await messages(await open(`${id}/events?after=5`, { 'last-event-id': "1' or 1=1" }));
    expect(odd.map(({ event }) => event)).toEqual(['state']);
  });

  it('are not what HEAD asks for, whose answer would never end', async () => {
    const { url, headers } = { url: `/api/v1/runs/${await running()}/events`, headers: test.operator };
    expect((await test.app.inject({ method: 'HEAD', url, headers })).statusCode).toBe(404);
  });

  it('tell of a state that changed before somebody came', async () => {
    const id = await running();
    const response = await open(`${id}/events?state=queued`);
    await finish(id);
    const states = (await messages(response))
      .filter(({ event }) => event === 'state')
      .map(({ data }) => data);
    expect(states.at(-1)).toEqual({ state: 'succeeded' });
  });

  it('are for so many watchers and no more, and give the place back', async () => {
    const id = await running();
    const stop = new AbortController();
    const streams = await Promise.all(
      Array.from({ length: 30 }, () => open(`${id}/events`, {}, stop.signal)),
    );
    expect(streams.every(({ status }) => status === 200)).toBe(true);
    const refused = await open(`${id}/events`);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'TOO_MANY_STREAMS' });
    stop.abort();
    await expect.poll(async () => (await open(`${id}/events`)).status).toBe(200);
  });
});
