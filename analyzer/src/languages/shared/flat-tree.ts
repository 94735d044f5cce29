import { type Children, NO_CHILDREN, type TreeMemory } from './tree-memory.ts';

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
/** The parser reads UTF-16. */
const BYTES_PER_UNIT = 2;

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
 * Copies a parsed tree out of the parser's memory, without recursion. Subtrees are read where they lie: a cursor call for
 * each question about each node took as long as half the parse.
 */
export function readFlatTree(tree: ParsedTree, table: GrammarTable, buffers: TreeBuffers): FlatTree {
  const problems = tree.hasError ? [] : null;
  const copy: Copy = { tree, table, buffers, frames: [], depth: -1, start: 0, field: 0, count: 0, problems };
  tree.memory.readRoot(tree.address);
  copy.start = tree.memory.child.padding;
  copyNode(copy);
  while (copy.depth >= 0) {
    const frame = copy.frames[copy.depth];
    if (frame === undefined) break;
    if (frame.at < frame.count) {
      copyChild(copy, frame);
    } else {
      if (frame.node !== NO_NODE) buffers.next[frame.node] = copy.count;
      copy.depth--;
    }
  }
  return { count: copy.count, ...buffers, problems: problems ?? [] };
}

/** A tree where the parser left it. */
export interface ParsedTree {
  readonly memory: TreeMemory;
  readonly address: number;
  readonly hasError: boolean;
  /** Names of node types by id. */
  readonly types: readonly string[];
}

/** What is handed on from node to node stands here: an object for each of millions of nodes costs as much as reading them. */
interface Copy {
  readonly tree: ParsedTree;
  readonly table: GrammarTable;
  readonly buffers: TreeBuffers;
  /** Subtrees that are open, by depth. */
  readonly frames: Frame[];
  /** Of the innermost open subtree; -1 when the tree is read. */
  depth: number;
  /** Where the subtree that was read last begins, in bytes, and its field. */
  start: number;
  field: number;
  /** Nodes copied so far. */
  count: number;
  /** Null when the parser met no problem at all. */
  readonly problems: SyntaxProblem[] | null;
}

/** A subtree whose children are being read. Frames of one depth are one object, used again and again. */
interface Frame extends Children {
  /** Index of the node; `NO_NODE` for a subtree that the grammar hides: its children stand in its place. */
  node: NodeIndex;
  /** Child that comes next. */
  at: number;
  /** The same without comments and the like, which rules do not count. */
  position: number;
  /** End of the child before, in bytes. */
  offset: number;
  hasFields: boolean;
  /** Field of the hidden subtree itself: that of its children without one of their own. */
  field: number;
}

/** Reads the next child of the innermost open subtree, and opens it where its own children are wanted. */
function copyChild(copy: Copy, frame: Frame): void {
  const { memory } = copy.tree;
  const { child } = memory;
  memory.readChild(frame, frame.at);
  copy.start = frame.at === 0 ? frame.offset : frame.offset + child.padding;
  frame.at++;
  frame.offset = copy.start + child.size;
  copy.field = 0;
  if (!child.isExtra) {
    const position = frame.position++;
    const alias = memory.aliasAt(frame, position);
    if (alias !== 0) child.symbol = alias;
    if (alias !== 0) child.isVisible = true;
    if (frame.hasFields) copy.field = memory.fieldAt(frame, position) || frame.field;
  }
  if (child.isVisible) copyNode(copy);
  else if (child.count > 0) open(copy, NO_NODE, frame.hasFields);
}

/** Copies the subtree that was read last as a node. */
function copyNode(copy: Copy): void {
  const { table, buffers } = copy;
  const { child } = copy.tree.memory;
  const type = copy.tree.memory.publicSymbol(child.symbol);
  const kind = type === ERROR_TYPE_ID ? table.errorKind : (table.kindOfType[type] ?? 0);
  const start = copy.start / BYTES_PER_UNIT;
  const end = start + child.size / BYTES_PER_UNIT;
  if (copy.problems !== null) noteProblem(copy, type, { start, end });
  if (kind === 0) return;
  if (copy.count === buffers.kind.length) doubleBuffers(buffers);
  const node = copy.count++;
  buffers.kind[node] = kind;
  buffers.field[node] = table.fieldOf[copy.field] ?? 0;
  buffers.start[node] = start;
  buffers.end[node] = end;
  buffers.next[node] = copy.count;
  if (table.isLeaf[kind] === 1 || child.count === 0) return;
  copy.field = 0;
  open(copy, node, table.hasFields[kind] === 1);
}

/** Makes the subtree that was read last the innermost open one. */
function open(copy: Copy, node: NodeIndex, hasFields: boolean): void {
  const depth = ++copy.depth;
  let frame = copy.frames[depth];
  if (frame === undefined) {
    frame = { ...NO_CHILDREN, node: NO_NODE, at: 0, position: 0, offset: 0, hasFields: false, field: 0 };
    copy.frames.push(frame);
  }
  copy.tree.memory.openChildren(frame);
  frame.node = node;
  frame.at = 0;
  frame.position = 0;
  frame.offset = copy.start;
  frame.hasFields = hasFields;
  frame.field = copy.field;
}

function noteProblem(
  { tree, problems }: Copy,
  type: number,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  if (problems === null || problems.length >= MAX_PROBLEMS) return;
  if (type === ERROR_TYPE_ID) {
    const previous = problems.at(-1);
    if (previous === undefined || previous.missing !== null || start >= previous.end) {
      problems.push({ start, end, missing: null });
    }
  } else if (start === end && tree.memory.child.isMissing) {
    problems.push({ start, end, missing: tree.types[type] || 'ERROR' });
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
