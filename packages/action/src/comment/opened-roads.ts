import type { AccessVerdict, Comparison, EntryPoint, Report, TopologyEdge } from '@csqa/report';

/** A way from an entry point to an operation that was not there before the change. */
export interface OpenedRoad {
  /** Id of the entry point. */
  readonly entry: string;
  readonly label: string;
  readonly operation: string;
  /** Who may come in at its beginning; null where the report does not say. */
  readonly verdict: AccessVerdict | null;
  /** Ids of the nodes, from the entry point to the operation: one of the shortest ways. */
  readonly nodes: readonly string[];
  /** The first call on the way that the change added; null where the entry point itself is new. */
  readonly added: TopologyEdge | null;
}

/** Whoever may come in without being asked stands first. */
const VERDICTS: readonly (AccessVerdict | null)[] = [
  'public',
  'unknown',
  null,
  'authenticated',
  'authorized',
  'denied',
];

/**
 * The roads that a change opened, those that the outside may walk most freely first, at most `most` of them. Roads of which the
 * report holds no way any more, its topology being cut, are left out.
 */
export function openedRoads(
  head: Report,
  { topology }: Comparison,
  most: number,
): { readonly roads: readonly OpenedRoad[]; readonly all: number } {
  const { items, omitted } = topology.opened;
  const all = items.length + omitted;
  if (all === 0) return { roads: [], all };
  const entries = new Map(head.entryPoints.map((entry) => [entry.id, entry]));
  const verdictOf = ({ entryPoint }: (typeof items)[number]) => verdictIn(entries, entryPoint);
  const ranked = items.toSorted(
    (left, right) => VERDICTS.indexOf(verdictOf(left)) - VERDICTS.indexOf(verdictOf(right)),
  );
  const graph = new CallGraph(head, topology.callsAdded.items);
  const roads: OpenedRoad[] = [];
  for (const road of ranked) {
    if (roads.length === most) break;
    const nodes = graph.shortest(road.entryPoint, road.operation);
    if (nodes === null) continue;
    const { entryPoint: entry, label, operation } = road;
    roads.push({ entry, label, operation, verdict: verdictOf(road), nodes, added: graph.firstAdded(nodes) });
  }
  return { roads, all };
}

function verdictIn(entries: ReadonlyMap<string, EntryPoint>, id: string): AccessVerdict | null {
  return entries.get(id)?.access.verdict ?? null;
}

type Call = Comparison['topology']['callsAdded']['items'][number];

/** The topology of a report, asked for ways. */
export class CallGraph {
  readonly #next = new Map<string, string[]>();
  readonly #edges = new Map<string, TopologyEdge>();
  readonly #added: ReadonlySet<string>;
  /** Of the entry points that were asked about, from where each node was reached first. */
  readonly #reached = new Map<string, ReadonlyMap<string, string | null>>();

  constructor({ topology }: Report, added: readonly Call[]) {
    this.#added = new Set(added.map(({ from, to }) => edgeKey(from, to)));
    for (const edge of topology.edges) {
      const key = edgeKey(edge.from, edge.to);
      if (this.#edges.has(key)) continue;
      this.#edges.set(key, edge);
      const next = this.#next.get(edge.from);
      if (next === undefined) this.#next.set(edge.from, [edge.to]);
      else next.push(edge.to);
    }
  }

  /** One of the shortest ways, both ends included; null where there is none. */
  shortest(from: string, to: string): readonly string[] | null {
    const reached = this.#reachedFrom(from);
    if (!reached.has(to)) return null;
    const nodes: string[] = [];
    for (let node: string | null = to; node !== null; node = reached.get(node) ?? null) nodes.push(node);
    return nodes.reverse();
  }

  /** The first call of a way that the change added. */
  firstAdded(nodes: readonly string[]): TopologyEdge | null {
    const at = nodes.findIndex((from, index) => this.isAdded(from, nodes[index + 1] ?? ''));
    return this.#edges.get(edgeKey(nodes[at] ?? '', nodes[at + 1] ?? '')) ?? null;
  }

  /** Whether the change added this call. */
  isAdded(from: string, to: string): boolean {
    return this.#added.has(edgeKey(from, to));
  }

  #reachedFrom(from: string): ReadonlyMap<string, string | null> {
    const known = this.#reached.get(from);
    if (known !== undefined) return known;
    const reached = new Map<string, string | null>([[from, null]]);
    // What is added to a map while it is walked is walked too.
    for (const node of reached.keys()) {
      for (const other of this.#next.get(node) ?? []) if (!reached.has(other)) reached.set(other, node);
    }
    this.#reached.set(from, reached);
    return reached;
  }
}

function edgeKey(from: string, to: string): string {
  return `${from}\n${to}`;
}
