import { Graph, layout } from '@dagrejs/dagre';

/** Something to place. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Entry points stand on the left, operations on the right. */
  readonly side: 'left' | 'right' | 'between';
}

/** An arrow between two boxes. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Where the middle of a box is. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

const LEFT = '\u0000left';
const RIGHT = '\u0000right';

/**
 * Places boxes in layers from left to right. Two boxes that are never drawn hold the ends: short, heavy arrows pull every
 * entry point to the first layer and every operation to the last.
 */
export function layOut(boxes: readonly Box[], arrows: readonly Arrow[]): ReadonlyMap<string, Position> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', ranksep: 44, nodesep: 9, edgesep: 4, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const end of [LEFT, RIGHT]) graph.setNode(end, { width: 1, height: 1 });
  for (const { id, width, height, side } of boxes) {
    graph.setNode(id, { width, height });
    if (side === 'left') graph.setEdge(LEFT, id, { minlen: 1, weight: 8 });
    if (side === 'right') graph.setEdge(id, RIGHT, { minlen: 1, weight: 8 });
  }
  for (const { from, to } of arrows) if (from !== to) graph.setEdge(from, to, { minlen: 1, weight: 1 });
  layout(graph);
  return new Map(
    boxes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id) as Partial<Position>;
      return [id, { x, y }];
    }),
  );
}
