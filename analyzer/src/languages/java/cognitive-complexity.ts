import { childOfKind, childrenOf, type FlatTree, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { Field, Kind, operatorKind } from './syntax.ts';

const AND = operatorKind('&&');
const OR = operatorKind('||');

/** A method, initializer or field initialiser while it is measured. */
interface Frame {
  readonly node: NodeIndex;
  readonly end: NodeIndex;
  nesting: number;
  total: number;
  /** Increments that grow with nesting: what one more level of nesting around would add. */
  structures: number;
}

/** A stretch of nodes that is one level deeper. */
interface Deeper {
  readonly end: NodeIndex;
  readonly frame: Frame;
}

/**
 * Cognitive complexity (G. A. Campbell, "Cognitive Complexity", SonarSource) of every method and initializer of a file,
 * by node; absent means 0. One pass over the tree, no recursion.
 *
 * Where the paper leaves room: the condition of an `if` stands outside its nesting, the heads of all other structures
 * inside; a switch counts once, as statement or expression, in either style of label; operators of a logical sequence
 * are counted in reading order with plain parentheses ignored, and a negated group is a sequence of its own; the
 * methods of a local or anonymous type count in the method around them one level deeper, and again as their own.
 * The increment for recursion needs the call graph and is added when the program is linked.
 */
export function measureComplexity(tree: FlatTree): ReadonlyMap<NodeIndex, number> {
  const measured = new Map<NodeIndex, number>();
  const open: Open = { frames: [], deeper: [], until: Number.POSITIVE_INFINITY };
  const marks = marksFor(tree.count);
  const measure = { tree, marks, open };
  for (let node = 0; node < tree.count; node++) {
    if (node >= open.until) leaveUpTo(node, open, measured);
    const part = PART_OF_KIND[tree.kind[node] ?? 0] ?? 0;
    // Names, calls and arguments, as most nodes are, have no part in it.
    if (part !== 0 || marks[node] !== 0) visit(measure, node, part);
  }
  leaveUpTo(tree.count, open, measured);
  return measured;
}

/** Used again for the next tree: memory outside of the heap is slow to come by. */
let room = new Uint8Array(1 << 14);

function marksFor(count: number): Uint8Array {
  if (room.length < count) room = new Uint8Array(count * 2);
  else room.fill(0, 0, count);
  return room;
}

function visit(measure: Measure, node: NodeIndex, part: number): void {
  const { tree, marks, open } = measure;
  const end = tree.next[node] ?? 0;
  if ((part & FRAME) !== 0 || marks[node] === INITIALIZER) {
    open.frames.push({ node, end, nesting: 0, total: 0, structures: 0 });
    open.until = Math.min(open.until, end);
    return;
  }
  if ((part & TYPE_BODY) !== 0) markInitializers(tree, node, marks);
  const frame = open.frames.at(-1);
  if (frame === undefined) return;
  if (marks[node] === DEEPER) goDeeper(open, frame, end);
  if ((part & COUNTS) !== 0) count(measure, frame, node);
  if ((part & NESTS) !== 0) goDeeper(open, frame, end);
}

/** What a node of a kind is for the measure. */
const FRAME = 1;
const TYPE_BODY = 2;
const COUNTS = 4;
const NESTS = 8;

const PART_OF_KIND = partsOfKinds([
  [
    FRAME,
    [
      ...[Kind.methodDeclaration, Kind.constructorDeclaration, Kind.compactConstructorDeclaration],
      ...[Kind.staticInitializer, Kind.fieldDeclaration, Kind.constantDeclaration, Kind.enumConstant],
    ],
  ],
  [
    TYPE_BODY,
    [
      ...[Kind.classBody, Kind.interfaceBody, Kind.enumBody, Kind.enumBodyDeclarations],
      Kind.annotationTypeBody,
    ],
  ],
  [COUNTS, [Kind.ifStatement, Kind.breakStatement, Kind.continueStatement, Kind.binaryExpression]],
  [
    COUNTS | NESTS,
    [
      ...[Kind.ternaryExpression, Kind.switchExpression, Kind.forStatement, Kind.enhancedForStatement],
      ...[Kind.whileStatement, Kind.doStatement, Kind.catchClause],
    ],
  ],
  [
    NESTS,
    [Kind.lambdaExpression, Kind.classBody, Kind.interfaceBody, Kind.enumBody, Kind.annotationTypeBody],
  ],
]);

function partsOfKinds(rows: readonly (readonly [number, readonly number[]])[]): Uint8Array {
  const parts = new Uint8Array(256);
  for (const [part, kinds] of rows) for (const kind of kinds) parts[kind] = (parts[kind] ?? 0) | part;
  return parts;
}

/** Marks that a node leaves on those inside it. */
const DEEPER = 1;
const COUNTED = 2;
const INITIALIZER = 3;

interface Measure {
  readonly tree: FlatTree;
  readonly marks: Uint8Array;
  readonly open: Open;
}

interface Open {
  readonly frames: Frame[];
  readonly deeper: Deeper[];
  /** Node before which nothing that is open ends. */
  until: NodeIndex;
}

function goDeeper(open: Open, frame: Frame, end: NodeIndex): void {
  frame.nesting++;
  open.deeper.push({ end, frame });
  open.until = Math.min(open.until, end);
}

/** Closes what ends before a node; what a closed frame counted goes to the frame around it, at that one's nesting. */
function leaveUpTo(node: NodeIndex, open: Open, measured: Map<NodeIndex, number>): void {
  const { frames, deeper } = open;
  for (let frame = frames.at(-1); frame !== undefined && frame.end <= node; frame = frames.at(-1)) {
    frames.pop();
    while ((deeper.at(-1)?.frame ?? null) === frame) deeper.pop();
    if (frame.total > 0) measured.set(frame.node, frame.total);
    const outer = frames.at(-1);
    if (outer === undefined) continue;
    outer.total += frame.total + frame.structures * outer.nesting;
    outer.structures += frame.structures;
  }
  for (let last = deeper.at(-1); last !== undefined && last.end <= node; last = deeper.at(-1)) {
    deeper.pop();
    last.frame.nesting--;
  }
  const next = Math.min(frames.at(-1)?.end ?? Infinity, deeper.at(-1)?.end ?? Infinity);
  open.until = next;
}

function markInitializers(tree: FlatTree, body: NodeIndex, marks: Uint8Array): void {
  const end = tree.next[body] ?? 0;
  for (let child = body + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] === Kind.block) marks[child] = INITIALIZER;
  }
}

function count(measure: Measure, frame: Frame, node: NodeIndex): void {
  const { tree } = measure;
  switch (tree.kind[node]) {
    case Kind.ifStatement:
      countIf(measure, frame, node);
      return;
    case Kind.ternaryExpression:
    case Kind.switchExpression:
    case Kind.forStatement:
    case Kind.enhancedForStatement:
    case Kind.whileStatement:
    case Kind.doStatement:
    case Kind.catchClause:
      frame.total += 1 + frame.nesting;
      frame.structures++;
      return;
    case Kind.breakStatement:
    case Kind.continueStatement:
      if (childOfKind(tree, node, Kind.identifier) !== NO_NODE) frame.total++;
      return;
    case Kind.binaryExpression:
      frame.total += countSequences(measure, node);
      return;
    default:
  }
}

/** `if` is structural, `else if` and `else` are hybrid: they add one and no nesting, but nest what is in them. */
function countIf({ tree, marks }: Measure, frame: Frame, node: NodeIndex): void {
  const isElseIf = tree.field[node] === Field.alternative;
  frame.total += isElseIf ? 1 : 1 + frame.nesting;
  if (!isElseIf) frame.structures++;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.field[child] === Field.consequence) marks[child] = DEEPER;
    if (tree.field[child] !== Field.alternative || tree.kind[child] === Kind.ifStatement) continue;
    marks[child] = DEEPER;
    frame.total++;
  }
}

/** Runs of one logical operator among those joined without a negation or call between them, in reading order. */
function countSequences({ tree, marks }: Measure, top: NodeIndex): number {
  if (marks[top] === COUNTED || !isLogical(tree, top)) return 0;
  let runs = 0;
  let previous = 0;
  const waiting: NodeIndex[] = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const kind = tree.kind[node] ?? 0;
    if (kind === AND || kind === OR) {
      if (kind !== previous) runs++;
      previous = kind;
      continue;
    }
    const inner = withoutParentheses(tree, node);
    if (!isLogical(tree, inner)) continue;
    marks[inner] = COUNTED;
    for (const child of childrenOf(tree, inner).reverse()) waiting.push(child);
  }
  return runs;
}

function withoutParentheses(tree: FlatTree, node: NodeIndex): NodeIndex {
  let at = node;
  while (tree.kind[at] === Kind.parenthesizedExpression) at++;
  return at;
}

function isLogical(tree: FlatTree, node: NodeIndex): boolean {
  if (tree.kind[node] !== Kind.binaryExpression) return false;
  const operator = tree.kind[tree.next[node + 1] ?? 0];
  return operator === AND || operator === OR;
}
