import { childInField, type FlatTree, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { Field, Kind } from './syntax.ts';

/** Deeper than this a statement is taken to complete normally. */
const MAX_LOOK = 64;

/**
 * Whether a statement can complete normally (JLS 14.22), as far as its shape tells: enough to know which pattern
 * variables outlive an `if`. When in doubt it can.
 */
export function completesNormally(tree: FlatTree, node: NodeIndex, depth = 0): boolean {
  if (node === NO_NODE || depth > MAX_LOOK) return true;
  switch (tree.kind[node]) {
    case Kind.returnStatement:
    case Kind.throwStatement:
    case Kind.breakStatement:
    case Kind.continueStatement:
    case Kind.yieldStatement:
      return false;
    case Kind.block:
      return completesNormally(tree, lastChild(tree, node), depth + 1);
    case Kind.synchronizedStatement:
      return completesNormally(tree, childInField(tree, node, Field.body), depth + 1);
    case Kind.ifStatement: {
      const otherwise = childInField(tree, node, Field.alternative);
      if (otherwise === NO_NODE) return true;
      const then = childInField(tree, node, Field.consequence);
      return completesNormally(tree, then, depth + 1) || completesNormally(tree, otherwise, depth + 1);
    }
    case Kind.whileStatement:
      return !isEndless(tree, node) || breaksOut(tree, childInField(tree, node, Field.body));
    case Kind.tryStatement:
    case Kind.tryWithResourcesStatement:
      return tryCompletes(tree, node, depth + 1);
    default:
      return true;
  }
}

/** Whether a `break` in a loop's body may leave that loop; a labelled one is taken to. */
export function breaksOut(tree: FlatTree, body: NodeIndex): boolean {
  const end = body === NO_NODE ? 0 : (tree.next[body] ?? 0);
  for (let at = body; at < end; at++) {
    const kind = tree.kind[at] ?? 0;
    if (kind === Kind.breakStatement) return true;
    if (ownsItsBreaks(kind)) at = (tree.next[at] ?? end) - 1;
  }
  return false;
}

function ownsItsBreaks(kind: number): boolean {
  switch (kind) {
    case Kind.whileStatement:
    case Kind.doStatement:
    case Kind.forStatement:
    case Kind.enhancedForStatement:
    case Kind.switchExpression:
    case Kind.lambdaExpression:
    case Kind.classBody:
      return true;
    default:
      return false;
  }
}

function isEndless(tree: FlatTree, loop: NodeIndex): boolean {
  const condition = childInField(tree, loop, Field.condition);
  return condition !== NO_NODE && tree.kind[condition + 1] === Kind.true;
}

function tryCompletes(tree: FlatTree, node: NodeIndex, depth: number): boolean {
  let completes = completesNormally(tree, childInField(tree, node, Field.body), depth);
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] === Kind.catchClause) {
      completes ||= completesNormally(tree, childInField(tree, child, Field.body), depth);
    } else if (tree.kind[child] === Kind.finallyClause) {
      completes &&= completesNormally(tree, lastChild(tree, child), depth);
    }
  }
  return completes;
}

function lastChild(tree: FlatTree, node: NodeIndex): NodeIndex {
  let found = NO_NODE;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) found = child;
  return found;
}
