import { createTreeBuffers, type FlatTree, type TreeBuffers } from '../../shared/flat-tree.ts';

/** Nodes in postorder: each stands after its children. */
export interface Nodes {
  readonly kind: Uint8Array;
  readonly field: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Number of nodes in the subtree. */
  readonly size: Int32Array;
  /** Where the subtree goes in preorder. */
  readonly place: Int32Array;
}

/** Room for so many nodes. */
export function createNodes(capacity: number): Nodes {
  return {
    kind: new Uint8Array(capacity),
    field: new Uint8Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    size: new Int32Array(capacity),
    place: new Int32Array(capacity),
  };
}

/**
 * Turns nodes in postorder, the root last, into a tree. Linear: a subtree takes as many places in both orders, and what is in
 * it shares them in the same order.
 */
export function inPreorder(nodes: Nodes, count: number, buffers: TreeBuffers): FlatTree {
  if (buffers.kind.length < count) Object.assign(buffers, createTreeBuffers(count * 2));
  const { kind, field, start, end, next } = buffers;
  const { size: sizes, place: places } = nodes;
  places[count - 1] = 0;
  for (let node = count - 1; node >= 0; node--) {
    const place = places[node] ?? 0;
    const size = sizes[node] ?? 0;
    kind[place] = nodes.kind[node] ?? 0;
    field[place] = nodes.field[node] ?? 0;
    start[place] = nodes.start[node] ?? 0;
    end[place] = nodes.end[node] ?? 0;
    next[place] = place + size;
    let childPlace = place + size;
    for (let child = node - 1; childPlace > place + 1; ) {
      const childSize = sizes[child] ?? 1;
      childPlace -= childSize;
      places[child] = childPlace;
      child -= childSize;
    }
  }
  return { count, kind, field, start, end, next, problems: [] };
}
