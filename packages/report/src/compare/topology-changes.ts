import type { Comparison } from '../schema/comparison.ts';
import type { Report } from '../schema/report.ts';
import type { TopologyEdge, TopologyNode } from '../schema/topology.ts';
import { bounded, compareText } from './ordering.ts';

type Road = Comparison['topology']['opened']['items'][number];

/** What two topologies differ in. */
export interface TopologyChanges {
  readonly opened: readonly Road[];
  readonly closed: readonly Road[];
  readonly callsAdded: readonly TopologyEdge[];
  readonly callsRemoved: readonly TopologyEdge[];
  /** The call of the head from one method to another; undefined where the base has it too, or the head has not. */
  readonly addedCall: (from: string, to: string) => TopologyEdge | undefined;
}

/**
 * Calls that came and went, and the roads from entry points to operations that they opened and closed. Only entry points that
 * lead to a changed call, before or after, are walked again.
 */
export function topologyChanges(base: Report, head: Report): TopologyChanges {
  const [before, after] = [graphOf(base), graphOf(head)];
  const added = [...after.edges].flatMap(([key, edge]) => (before.edges.has(key) ? [] : [edge]));
  const removed = [...before.edges].flatMap(([key, edge]) => (after.edges.has(key) ? [] : [edge]));
  const callers = new Set([...added, ...removed].map(({ from }) => from));
  const affected = new Set([...leadingTo(callers, before), ...leadingTo(callers, after)]);
  const entries = [...new Set([...before.entries.keys(), ...after.entries.keys()])]
    .filter((entry) => affected.has(entry))
    .sort(compareText);
  const opened: Road[] = [];
  const closed: Road[] = [];
  for (const entry of entries) {
    const [was, is] = [operationsOf(entry, before), operationsOf(entry, after)];
    const label = (after.entries.get(entry) ?? before.entries.get(entry))?.label ?? entry;
    const road = (operation: string): Road => ({ entryPoint: entry, label, operation });
    opened.push(...missingIn(was, is).map(road));
    closed.push(...missingIn(is, was).map(road));
  }
  const byKey = new Map(added.map((edge) => [edgeKey(edge.from, edge.to), edge]));
  return {
    ...{ opened, closed, callsAdded: added, callsRemoved: removed },
    addedCall: (from, to) => byKey.get(edgeKey(from, to)),
  };
}

/** The same for the document, with bounded lists. */
export function topologyDocument(changes: TopologyChanges): Comparison['topology'] {
  return {
    opened: bounded(changes.opened),
    closed: bounded(changes.closed),
    callsAdded: bounded(changes.callsAdded.map(edgeRef)),
    callsRemoved: bounded(changes.callsRemoved.map(edgeRef)),
  };
}

interface Graph {
  /** One of the edges between two nodes. */
  readonly edges: ReadonlyMap<string, TopologyEdge>;
  readonly next: ReadonlyMap<string, readonly string[]>;
  readonly previous: ReadonlyMap<string, readonly string[]>;
  readonly entries: ReadonlyMap<string, TopologyNode>;
  readonly sinks: ReadonlySet<string>;
}

function graphOf({ topology }: Report): Graph {
  const edges = new Map<string, TopologyEdge>();
  const next = new Map<string, string[]>();
  const previous = new Map<string, string[]>();
  for (const edge of topology.edges) {
    const key = edgeKey(edge.from, edge.to);
    if (edges.has(key)) continue;
    edges.set(key, edge);
    append(next, edge.from, edge.to);
    append(previous, edge.to, edge.from);
  }
  const nodes = (kind: TopologyNode['kind']) => topology.nodes.filter((node) => node.kind === kind);
  return {
    ...{ edges, next, previous },
    entries: new Map(nodes('entry').map((node) => [node.id, node])),
    sinks: new Set(nodes('sink').map(({ id }) => id)),
  };
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function leadingTo(targets: ReadonlySet<string>, { previous }: Graph): ReadonlySet<string> {
  return reachable(targets, previous);
}

function operationsOf(entry: string, { next, sinks }: Graph): ReadonlySet<string> {
  return new Set([...reachable([entry], next)].filter((id) => sinks.has(id)).sort(compareText));
}

function missingIn(some: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...others].filter((operation) => !some.has(operation));
}

function reachable(
  from: Iterable<string>,
  steps: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const seen = new Set(from);
  // What is added to a set while it is walked is walked too.
  for (const id of seen) for (const other of steps.get(id) ?? []) seen.add(other);
  return seen;
}

function edgeKey(from: string, to: string): string {
  return `${from}\n${to}`;
}

function edgeRef({ from, to, file, line }: TopologyEdge) {
  return { from, to, file, line };
}
