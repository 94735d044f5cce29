import type { Report } from '../schema/report.ts';
import { compareText } from './ordering.ts';

/** Calls within which a change is taken to have had a say. */
const FARTHEST = 12;

/** The changed method that is nearest in the call graphs of both trees, in calls, whoever calls whom. */
export class NearestChange {
  readonly #graphs: readonly Report[];
  readonly #changed: ReadonlySet<string>;
  #found: ReadonlyMap<string, { readonly symbol: string; readonly distance: number }> | null = null;

  constructor(base: Report, head: Report, changed: ReadonlySet<string>) {
    this.#graphs = [base, head];
    this.#changed = changed;
  }

  /** The nearest to any of some methods; null where none is within reach. */
  to(symbols: readonly string[]): { readonly symbol: string; readonly distance: number } | null {
    this.#found ??= this.#search();
    const found = symbols.flatMap((symbol) => this.#found?.get(symbol) ?? []);
    return found.sort((one, other) => one.distance - other.distance)[0] ?? null;
  }

  /** One walk from all changed methods at once. */
  #search(): ReadonlyMap<string, { readonly symbol: string; readonly distance: number }> {
    const neighbours = neighboursIn(this.#graphs);
    const changed = [...this.#changed].sort(compareText);
    const found = new Map(changed.map((symbol) => [symbol, { symbol, distance: 0 }]));
    // What is added to a map while it is walked is walked too.
    for (const [id, { symbol, distance }] of found) {
      if (distance === FARTHEST) continue;
      for (const other of neighbours.get(id) ?? []) {
        if (!found.has(other)) found.set(other, { symbol, distance: distance + 1 });
      }
    }
    return found;
  }
}

/** Methods with those that they call and those that call them. */
function neighboursIn(graphs: readonly Report[]): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbours = new Map<string, Set<string>>();
  const connect = (from: string, to: string): void => {
    const known = neighbours.get(from);
    if (known === undefined) neighbours.set(from, new Set([to]));
    else known.add(to);
  };
  for (const { topology } of graphs) {
    // Operations and entry points join methods that have nothing to do with one another.
    const methods = new Set(topology.nodes.filter(({ kind }) => kind === 'method').map(({ id }) => id));
    for (const { from, to } of topology.edges) {
      if (!methods.has(from) || !methods.has(to)) continue;
      connect(from, to);
      connect(to, from);
    }
  }
  return neighbours;
}
