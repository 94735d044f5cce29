import { type Stack, until } from './stack.ts';

/** A run as the API tells it, as far as these tests look. */
export interface Run {
  readonly id: string;
  readonly state: string;
  readonly index: number | null;
  readonly error: unknown;
}

/** An event of a run, as far as these tests look. */
interface Told {
  readonly event?: { readonly type: string; readonly phase?: string };
}

const ENDED: ReadonlySet<string> = new Set(['succeeded', 'incomplete', 'failed', 'cancelled']);

/** The API of a stack, in the name of its operator. */
export class Api {
  readonly #stack: Stack;

  constructor(stack: Stack) {
    this.#stack = stack;
  }

  async json<T>(path: string, body?: unknown): Promise<T> {
    const reply = await this.#stack.ask(`/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${this.#stack.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (reply === null || !reply.ok) throw new Error(`${path}: ${reply?.status} ${await reply?.text()}`);
    return (await reply.json()) as T;
  }

  submit(url: string): Promise<Run> {
    return this.json('/runs', { url });
  }

  /** What an analysis that has ended went through, as the analyzer told it. */
  async phases(id: string): Promise<readonly string[]> {
    const reply = await this.#stack.ask(`/api/v1/runs/${id}/events`, {
      headers: { authorization: `Bearer ${this.#stack.token}` },
    });
    const told = (await reply?.text()) ?? '';
    const bodies = [...told.matchAll(/^data: (.+)$/gmu)].map(([, data = '']) => JSON.parse(data) as Told);
    return bodies.flatMap(({ event }) => (event?.type === 'phase' && event.phase ? [event.phase] : []));
  }

  end(id: string): Promise<Run> {
    return until(`end of run ${id}`, 180, async () => {
      const run = await this.json<Run>(`/runs/${id}`);
      return ENDED.has(run.state) ? run : null;
    });
  }
}
