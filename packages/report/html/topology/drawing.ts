import type { GuardCategory } from '../../src/schema/vocabulary.ts';
import { clipText } from '../../src/text/plain.ts';
import { visible } from '../parts/marks.tsx';
import { type GraphIndex, guardsIn, kindOf, type NodeKind } from './graph-index.ts';
import { type Arrow, type Box, layOut, type Position } from './lay-out.ts';

/** A box of the drawing: a node of the topology, or a guard on the way. */
export interface DrawnNode extends Box {
  readonly kind: NodeKind | 'guard';
  readonly label: string;
  /** Index in the topology; that of what it guards for a guard. */
  readonly node: number;
  readonly position: Position;
}

/** The topology as it is drawn: guards stand as boxes of their own on the arrows that they guard. */
export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly arrows: readonly Arrow[];
}

/** Characters of a label. */
const LABEL = 34;
const CHARACTER_WIDTH = 7.1;
const PADDING = 30;

/** What the pointed end of a shape takes. */
const TIPS: Readonly<Record<NodeKind, number>> = { entry: 34, method: 0, sink: 6 };

/** Draws the chosen nodes and the calls between them; `nameOf` names a category of guards. */
export function draw(
  index: GraphIndex,
  chosen: ReadonlySet<number>,
  nameOf: (guard: GuardCategory) => string,
): Drawing {
  const boxes: Omit<DrawnNode, 'position'>[] = [...chosen].map((node) => boxOf(index, node));
  const arrows: Arrow[] = [];
  const guard = (id: string, node: number, bits: number): string => {
    const label = guardsIn(index.graph, bits).map(nameOf).join(' · ');
    if (!boxes.some((box) => box.id === id))
      boxes.push({ id, node, label, kind: 'guard', side: 'between', height: 22, width: widthOf(label) });
    return id;
  };
  const gates = new Map<number, string>();
  for (const node of chosen) {
    const bits = index.graph.nodes.guards[node] ?? 0;
    if (bits === 0) continue;
    const gate = guard(`guard ${node}`, node, bits);
    gates.set(node, gate);
    const isEntry = kindOf(index, node) === 'entry';
    arrows.push(isEntry ? { from: String(node), to: gate } : { from: gate, to: String(node) });
  }
  for (const [from, to, bits] of callsBetween(index, chosen)) {
    const start = kindOf(index, from) === 'entry' ? (gates.get(from) ?? String(from)) : String(from);
    const end = gates.get(to) ?? String(to);
    if (bits === 0) arrows.push({ from: start, to: end });
    else {
      const gate = guard(`guard ${from} ${to}`, from, bits);
      arrows.push({ from: start, to: gate }, { from: gate, to: end });
    }
  }
  const unique = [...new Map(arrows.map((arrow) => [`${arrow.from}→${arrow.to}`, arrow])).values()];
  const places = layOut(boxes, unique);
  return {
    nodes: boxes.map((box) => ({ ...box, position: places.get(box.id) ?? { x: 0, y: 0 } })),
    arrows: unique,
  };
}

function boxOf(index: GraphIndex, node: number): Omit<DrawnNode, 'position'> {
  const kind = kindOf(index, node);
  const label = visible(clipText(index.graph.nodes.label[node] ?? '', LABEL));
  const sides = { entry: 'left', sink: 'right', method: 'between' } as const;
  return {
    id: String(node),
    node,
    kind,
    label,
    side: sides[kind],
    height: 28,
    width: widthOf(label) + TIPS[kind],
  };
}

function widthOf(label: string): number {
  return Math.max(40, Math.round(label.length * CHARACTER_WIDTH + PADDING));
}

/** Calls between chosen nodes with the guards on them: what any of several calls between two nodes lacks is no guard. */
function callsBetween(
  { graph }: GraphIndex,
  chosen: ReadonlySet<number>,
): readonly (readonly [from: number, to: number, guards: number])[] {
  const calls = new Map<string, [number, number, number]>();
  graph.edges.from.forEach((from, edge) => {
    const to = graph.edges.to[edge] ?? -1;
    if (from === to || !chosen.has(from) || !chosen.has(to)) return;
    const bits = graph.edges.guards[edge] ?? 0;
    const known = calls.get(`${from} ${to}`);
    if (known === undefined) calls.set(`${from} ${to}`, [from, to, bits]);
    else known[2] &= bits;
  });
  return [...calls.values()];
}
