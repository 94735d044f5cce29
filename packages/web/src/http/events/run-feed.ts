import type { Kysely } from 'kysely';
import { eventsAfter, type StoredEvent } from '../../data/run-events.ts';
import { ENDED } from '../../data/run-states.ts';
import { findRun } from '../../data/runs.ts';
import type { RunState, WebTables } from '../../data/schema.ts';

/** Somebody who watches a run. */
export interface Watcher {
  /** Given events in their order, each once. */
  events(events: readonly StoredEvent[]): void;
  /** Told once that the run came to another state; after one that ends, nothing more. */
  state(state: RunState): void;
  /** Told that nothing more comes. */
  end(): void;
}

/** Where a watcher begins. */
export interface Beginning {
  readonly after: number;
  readonly known: RunState | null;
}

/** Stops watching. */
export type Leave = () => void;

/** Milliseconds between two looks into the database, once for a run, however many watch it. */
const LOOK_MS = 300;
const PAGE = 500;

interface Seat {
  readonly watcher: Watcher;
  /** Number of the last event that was given. */
  given: number;
  /** The state that the watcher knows of. */
  told: RunState | null;
}

/** Reads the events of runs that are watched, and gives them to all who watch. */
export class RunFeeds {
  readonly #db: Kysely<WebTables>;
  readonly #feeds = new Map<string, RunFeed>();

  constructor(db: Kysely<WebTables>) {
    this.#db = db;
  }

  /** Watches a run from an event on; `known` is the state that the watcher has seen. */
  watch(runId: string, from: Beginning, watcher: Watcher): Leave {
    const feed = this.#feeds.get(runId) ?? new RunFeed(this.#db, runId, () => this.#feeds.delete(runId));
    this.#feeds.set(runId, feed);
    return feed.add(watcher, from);
  }

  /** Ends all that is watched. */
  close(): void {
    for (const feed of [...this.#feeds.values()]) feed.close();
  }
}

class RunFeed {
  readonly #db: Kysely<WebTables>;
  readonly #runId: string;
  readonly #over: () => void;
  readonly #seats = new Set<Seat>();
  #timer: NodeJS.Timeout | null = null;
  /** How many have come, ever. */
  #joined = 0;
  #isOver = false;

  constructor(db: Kysely<WebTables>, runId: string, over: () => void) {
    this.#db = db;
    this.#runId = runId;
    this.#over = over;
  }

  add(watcher: Watcher, { after, known }: Beginning): Leave {
    const seat: Seat = { watcher, given: after, told: known };
    this.#seats.add(seat);
    this.#joined++;
    if (this.#timer === null) this.#lookIn(0);
    return () => {
      this.#seats.delete(seat);
      if (this.#seats.size === 0) this.close();
    };
  }

  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#over();
    for (const { watcher } of this.#seats) watcher.end();
    this.#seats.clear();
  }

  #lookIn(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#look().then(
        (isEnded) => this.#goOn(isEnded),
        // A database that is away for a moment is asked again; whoever watches sees nothing of it.
        () => this.#goOn(false),
      );
    }, ms);
  }

  #goOn(isEnded: boolean): void {
    if (this.#isOver) return;
    if (isEnded) this.close();
    else this.#lookIn(LOOK_MS);
  }

  /** Gives what is new; says whether that was all. The state is read first, so that an ended run has no event that is not read. */
  async #look(): Promise<boolean> {
    const joined = this.#joined;
    const run = await findRun(this.#db, this.#runId);
    await this.#giveEvents();
    const state = run?.state ?? 'cancelled';
    for (const seat of this.#seats) {
      if (seat.told !== state) seat.watcher.state(state);
      seat.told = state;
    }
    return ENDED.includes(state) && joined === this.#joined;
  }

  /** One reading for all, from where the one stands who has the least; a newcomer may have missed everything. */
  async #giveEvents(): Promise<void> {
    for (;;) {
      const after = Math.min(...[...this.#seats].map(({ given }) => given));
      if (!Number.isFinite(after)) return;
      const events = await eventsAfter(this.#db, { runId: this.#runId, seq: after, limit: PAGE });
      for (const seat of this.#seats) give(seat, after, events);
      if (events.length < PAGE) return;
    }
  }
}

/** Whoever came while the page was read, and has missed more than it holds, is served by the next. */
function give(seat: Seat, after: number, events: readonly StoredEvent[]): void {
  if (seat.given < after) return;
  const fresh = events.filter(({ seq }) => seq > seat.given);
  if (fresh.length === 0) return;
  seat.given = fresh.at(-1)?.seq ?? seat.given;
  seat.watcher.events(fresh);
}
