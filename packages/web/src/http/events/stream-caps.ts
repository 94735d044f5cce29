import type { HttpLimits } from '../../http-limits.ts';
import { Problem } from '../problem.ts';

/** Counts open streams, each of which holds a connection for as long as its reader likes. */
export class StreamCaps {
  readonly #limits: Pick<HttpLimits, 'streams' | 'streamsPerToken'>;
  readonly #open = new Map<string, number>();
  #all = 0;

  constructor(limits: Pick<HttpLimits, 'streams' | 'streamsPerToken'>) {
    this.#limits = limits;
  }

  /** Lets one more in, and gives what is to be called once when it is over. Throws TOO_MANY_STREAMS. */
  take(who: string): () => void {
    const own = this.#open.get(who) ?? 0;
    if (own >= this.#limits.streamsPerToken || this.#all >= this.#limits.streams) {
      const hint = 'close some of them, or ask for the run itself from time to time';
      throw new Problem('TOO_MANY_STREAMS', 'too many event streams are open', { hint, retryAfter: 10 });
    }
    this.#open.set(who, own + 1);
    this.#all++;
    return () => {
      this.#all--;
      const left = (this.#open.get(who) ?? 1) - 1;
      if (left === 0) this.#open.delete(who);
      else this.#open.set(who, left);
    };
  }
}
