import type { Tree, TreeCursor } from 'web-tree-sitter';

/** What to keep of a grammar's trees. All ids are looked up once, when the grammar is loaded. */
export interface GrammarTable {
  /** Our kind by node type id; 0 drops the node and everything in it. */
  readonly kindOfType: Uint8Array;
  /** 1 by our kind where a node has no children worth reading. */
  readonly isLeaf: Uint8Array;
  /** 1 by our kind where the fields of the children are worth reading; they are told as 0 elsewhere. */
  readonly hasFields: Uint8Array;
  /** Our field by the grammar's field id; 0 for none. */
  readonly fieldOf: Uint8Array;
  /** The kind of a stretch the parser could not read. */
  readonly errorKind: number;
}

/** A place the parser could not read (`missing` null) or where it pretended to see a token. */
export interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  readonly missing: string | null;
}

/**
 * A syntax tree as parallel lists in preorder: the children of `node` start at `node + 1`, the next sibling of a child is
 * `next[child]`, and the subtree ends before `next[node]`. Offsets are UTF-16 units. Valid until the next tree is read.
 */
export interface FlatTree {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly field: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly next: Int32Array;
  /** At most 20. */
  readonly problems: readonly SyntaxProblem[];
}

/** Index of a node in a flat tree; 0 is the root. */
export type NodeIndex = number;

/** Stands for "there is no such node". */
export const NO_NODE: NodeIndex = -1;

const ERROR_TYPE_ID = 65_535;
const MAX_PROBLEMS = 20;

/** The lists of a flat tree while it grows; kept by a parser and used again for the next file. */
export interface TreeBuffers {
  kind: Uint8Array;
  field: Uint8Array;
  start: Int32Array;
  end: Int32Array;
  next: Int32Array;
}

/** Buffers for an average file; they double when a file needs more. */
export function createTreeBuffers(capacity = 1 << 14): TreeBuffers {
  return {
    kind: new Uint8Array(capacity),
    field: new Uint8Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    next: new Int32Array(capacity),
  };
}

/**
 * Copies a parsed tree out of the WASM heap in one cursor pass, without recursion. Every cursor call crosses the WASM
 * boundary, so a dropped node costs its type only and a leaf is never entered.
 */
export function readFlatTree(tree: Tree, table: GrammarTable, buffers: TreeBuffers): FlatTree {
  const copy: Copy = { cursor: tree.walk(), table, buffers, parents: [], count: 0, problems: null };
  if (tree.rootNode.hasError) copy.problems = [];
  try {
    while (advance(copy, copyNode(copy)));
  } finally {
    copy.cursor.delete();
  }
  return { count: copy.count, ...buffers, problems: copy.problems ?? [] };
}

interface Copy {
  readonly cursor: TreeCursor;
  readonly table: GrammarTable;
  readonly buffers: TreeBuffers;
  readonly parents: NodeIndex[];
  count: number;
  /** Null when the parser met no problem at all. */
  problems: SyntaxProblem[] | null;
}

/** Copies the node under the cursor; true when the cursor has gone to its first child. */
function copyNode(copy: Copy): boolean {
  const { cursor, table, buffers } = copy;
  const type = cursor.nodeTypeId;
  const kind = type === ERROR_TYPE_ID ? table.errorKind : (table.kindOfType[type] ?? 0);
  if (copy.problems !== null) noteProblem(cursor, type, copy.problems);
  if (kind === 0) return false;
  if (copy.count === buffers.kind.length) doubleBuffers(buffers);
  const node = copy.count++;
  buffers.kind[node] = kind;
  const parent = buffers.kind[copy.parents.at(-1) ?? 0] ?? 0;
  buffers.field[node] = table.hasFields[parent] === 1 ? (table.fieldOf[cursor.currentFieldId] ?? 0) : 0;
  buffers.start[node] = cursor.startIndex;
  buffers.end[node] = cursor.endIndex;
  if (table.isLeaf[kind] === 0 && cursor.gotoFirstChild()) {
    copy.parents.push(node);
    return true;
  }
  buffers.next[node] = copy.count;
  return false;
}

/** Goes to the next node in preorder, closing the subtrees that end here; false at the end of the tree. */
function advance(copy: Copy, hasEntered: boolean): boolean {
  if (hasEntered) return true;
  while (!copy.cursor.gotoNextSibling()) {
    if (!copy.cursor.gotoParent()) return false;
    copy.buffers.next[copy.parents.pop() ?? 0] = copy.count;
  }
  return true;
}

function noteProblem(cursor: TreeCursor, type: number, problems: SyntaxProblem[]): void {
  if (problems.length >= MAX_PROBLEMS) return;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  if (type === ERROR_TYPE_ID) {
    const previous = problems.at(-1);
    if (previous === undefined || previous.missing !== null || start >= previous.end) {
      problems.push({ start, end, missing: null });
    }
  } else if (start === end && cursor.nodeIsMissing) {
    problems.push({ start, end, missing: cursor.nodeType });
  }
}

function doubleBuffers(buffers: TreeBuffers): void {
  const larger = createTreeBuffers(buffers.kind.length * 2);
  larger.kind.set(buffers.kind);
  larger.field.set(buffers.field);
  larger.start.set(buffers.start);
  larger.end.set(buffers.end);
  larger.next.set(buffers.next);
  Object.assign(buffers, larger);
}

/** The first child of a kind, or `NO_NODE`. */
export function childOfKind(tree: FlatTree, node: NodeIndex, kind: number): NodeIndex {
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] === kind) return child;
  }
  return NO_NODE;
}

/** The first child in a field, or `NO_NODE`. */
export function childInField(tree: FlatTree, node: NodeIndex, field: number): NodeIndex {
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.field[child] === field) return child;
  }
  return NO_NODE;
}

/** The first child, or `NO_NODE`. */
export function firstChild(tree: FlatTree, node: NodeIndex): NodeIndex {
  return node + 1 < (tree.next[node] ?? 0) ? node + 1 : NO_NODE;
}

/** All children, in order. */
export function childrenOf(tree: FlatTree, node: NodeIndex): NodeIndex[] {
  const children: NodeIndex[] = [];
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) children.push(child);
  return children;
}
