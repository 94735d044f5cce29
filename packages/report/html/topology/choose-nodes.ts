import type { Finding } from '../../src/schema/finding.ts';
import type { Sink } from '../../src/schema/sink.ts';
import { worstFirst } from '../ranking.ts';
import { findingRoad } from './finding-road.ts';
import { type GraphIndex, isLabelled, kindOf, neighbours } from './graph-index.ts';

/** Nodes that are drawn at first, and at most. */
export const MAX_NODES = 500;

/** Nodes that are drawn at first where the topology has more: a reader sees the shape of no more than that. */
const FIRST_NODES = 140;

/** What the choice is made from. */
export interface Telling {
  readonly findings: readonly Finding[];
  readonly sinks: readonly Sink[];
}

/**
 * The most telling nodes: roads of the worst findings, then the shortest roads from public entry points to privileged operations,
 * whole roads only. All nodes on roads from an entry point to an operation where they are few.
 */
export function mostTelling(index: GraphIndex, { findings, sinks }: Telling): ReadonlySet<number> {
  const between = onRoads(index);
  if (between.size <= FIRST_NODES) return between.size === 0 ? firstNodes(index) : between;
  const chosen = new Set<number>();
  for (const finding of [...findings].sort(worstFirst)) {
    if (finding.path.length > 0) addWhole(chosen, findingRoad(index, finding, sinks));
  }
  for (const node of index.graph.nodes.id.keys()) {
    if (kindOf(index, node) === 'entry' && isLabelled(index, node, 'public')) {
      addWhole(chosen, roadToPrivileged(index, node));
    }
  }
  return chosen.size === 0 ? firstNodes(index) : chosen;
}

/** What surrounds a node: its neighbours and theirs, nearest first, no more than are drawn at first. */
export function surroundings(index: GraphIndex, centre: readonly number[]): ReadonlySet<number> {
  const chosen = new Set(centre);
  let edge = [...centre];
  for (let depth = 0; depth < 2 && chosen.size < FIRST_NODES; depth += 1) {
    edge = edge.flatMap((node) => {
      const { from, to } = neighbours(index, node);
      return [...from, ...to].filter((other) => !chosen.has(other));
    });
    for (const node of edge) if (chosen.size < FIRST_NODES) chosen.add(node);
  }
  return chosen;
}

function addWhole(chosen: Set<number>, road: readonly number[]): void {
  const added = road.filter((node) => !chosen.has(node));
  if (chosen.size + added.length > FIRST_NODES) return;
  for (const node of added) chosen.add(node);
}

function firstNodes({ graph }: GraphIndex): ReadonlySet<number> {
  return new Set([...graph.nodes.id.keys()].slice(0, FIRST_NODES));
}

/** Nodes that an entry point leads to and that lead to an operation, both ends among them. */
function onRoads(index: GraphIndex): ReadonlySet<number> {
  const all = [...index.graph.nodes.id.keys()];
  const ofKind = (kind: string): readonly number[] => all.filter((node) => kindOf(index, node) === kind);
  const reached = spread(ofKind('entry'), (node) => neighbours(index, node).to);
  const leading = spread(ofKind('sink'), (node) => neighbours(index, node).from);
  return new Set(all.filter((node) => reached.has(node) && leading.has(node)));
}

function spread(
  from: readonly number[],
  next: (node: number) => readonly number[],
): ReadonlyMap<number, number> {
  const cameFrom = new Map(from.map((node) => [node, -1]));
  const waiting = [...from];
  for (let position = 0; position < waiting.length; position += 1) {
    const node = waiting[position] ?? -1;
    for (const other of next(node)) {
      if (cameFrom.has(other)) continue;
      cameFrom.set(other, node);
      waiting.push(other);
    }
  }
  return cameFrom;
}

function roadToPrivileged(index: GraphIndex, entry: number): readonly number[] {
  const cameFrom = spread([entry], (node) => neighbours(index, node).to);
  const end = [...cameFrom.keys()].find(
    (node) => kindOf(index, node) === 'sink' && isLabelled(index, node, 'privileged'),
  );
  const road: number[] = [];
  for (let node = end ?? -1; node >= 0; node = cameFrom.get(node) ?? -1) road.unshift(node);
  return road;
}
