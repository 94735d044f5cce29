import type { Comparator } from '../base/ordering.ts';

/** How far above its limit a collection may be before it is thinned: thinning then costs little for each item. */
const ROOM = 1.25;

/**
 * Pairs of an entry point and what it reaches, of which no more than a limit is kept: on a dense graph there are as many as entry
 * points times operations. Of too many, each entry point keeps its first by an order, and all that have more keep equally many.
 */
export class NearestPairs<Item> {
  readonly #limit: number;
  readonly #order: Comparator<Item>;
  readonly #byEntry = new Map<string, Item[]>();
  readonly #cut = new Set<string>();
  #count = 0;

  constructor(limit: number, order: Comparator<Item>) {
    this.#limit = limit;
    this.#order = order;
  }

  add(entry: string, items: readonly Item[]): void {
    const known = this.#byEntry.get(entry) ?? [];
    this.#byEntry.set(entry, known);
    for (const item of items) known.push(item);
    this.#count += items.length;
    if (this.#count > this.#limit * ROOM) this.#thin();
  }

  /** What is kept, by entry point in the order of their coming, and the entry points that lost something. */
  take(): { readonly items: Item[]; readonly cut: readonly string[] } {
    if (this.#count > this.#limit) this.#thin();
    const items: Item[] = [];
    for (const ofEntry of this.#byEntry.values()) for (const item of ofEntry) items.push(item);
    return { items, cut: [...this.#cut] };
  }

  #thin(): void {
    const most = this.#fairShare();
    for (const [entry, items] of this.#byEntry) {
      if (items.length <= most) continue;
      items.sort(this.#order);
      this.#count -= items.length - most;
      items.length = most;
      this.#cut.add(entry);
    }
  }

  /** The most that each may keep for all to fit; at least one. */
  #fairShare(): number {
    const sizes = [...this.#byEntry.values()].map(({ length }) => length).sort((left, right) => left - right);
    let left = this.#limit;
    for (const [index, size] of sizes.entries()) {
      const share = Math.floor(left / (sizes.length - index));
      if (size > share) return Math.max(1, share);
      left -= size;
    }
    return Number.MAX_SAFE_INTEGER;
  }
}
