import { placeIn } from '../../base/ordering.ts';
import {
  childInField,
  childOfKind,
  childrenOf,
  type FlatTree,
  NO_NODE,
  type NodeIndex,
} from '../shared/flat-tree.ts';
import { Field, Kind, operatorOf } from './syntax.ts';

/** Takes the place of a node where the traversal leaves a type. */
const LEAVE_TYPE = -1;

/**
 * The number the compiler gives each anonymous body (`Outer$1`) and local type (`Outer$1Local`), by node.
 *
 * javac counts, for each directly enclosing class, in the order in which it attributes: members as written; of a
 * call first the arguments whose type does not depend on the call, then the receiver, then the arguments that may
 * depend on it (lambdas, calls, conditionals, switches, diamonds, also in parentheses). Checked against javac 17.
 * Iterative, so nesting may be of any depth.
 */
export function numberAnonymousTypes(tree: FlatTree, text: string): ReadonlyMap<NodeIndex, number> {
  const numbers = new Map<NodeIndex, number>();
  const names = findNumberedTypes(tree, text);
  if (names.size === 0) return numbers;
  const wanted = [...names.keys()].sort((left, right) => left - right);
  const counters: Map<string, number>[] = [new Map()];
  const waiting: NodeIndex[] = [0];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === LEAVE_TYPE) {
      counters.pop();
      continue;
    }
    const name = names.get(node);
    const counter = counters.at(-1);
    if (name !== undefined && counter !== undefined) {
      const number = (counter.get(name) ?? 0) + 1;
      counter.set(name, number);
      numbers.set(node, number);
    }
    if (name !== undefined || isTypeDeclaration(tree.kind[node])) {
      counters.push(new Map());
      waiting.push(LEAVE_TYPE);
    }
    // Most of a file holds no type to be numbered, and is passed over.
    const children = attributionOrder(tree, node).filter((child) => holdsAny(tree, child, wanted));
    for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index] ?? 0);
  }
  return numbers;
}

/** Whether one of the nodes, in ascending order, is the node itself or stands in it. */
function holdsAny(tree: FlatTree, node: NodeIndex, sorted: readonly NodeIndex[]): boolean {
  return (sorted[placeIn(sorted, node)] ?? Number.POSITIVE_INFINITY) < (tree.next[node] ?? 0);
}

/** Anonymous bodies with the name '' and local type declarations with theirs. */
function findNumberedTypes(tree: FlatTree, text: string): Map<NodeIndex, string> {
  const found = new Map<NodeIndex, string>();
  const { count, kind: kinds } = tree;
  for (let node = 0; node < count; node++) {
    const holder = HOLDER_OF_KIND[kinds[node] ?? 0];
    if (holder === OF_BODY) {
      const body = childOfKind(tree, node, Kind.classBody);
      if (body !== NO_NODE) found.set(body, '');
    } else if (holder === OF_STATEMENTS) addLocalTypes(found, node, { tree, text });
  }
  return found;
}

/** What of interest a node of a kind may hold. */
const OF_BODY = 1;
const OF_STATEMENTS = 2;
const HOLDER_OF_KIND = new Uint8Array(256);
for (const kind of [Kind.objectCreationExpression, Kind.enumConstant]) HOLDER_OF_KIND[kind] = OF_BODY;
for (const kind of [Kind.block, Kind.constructorBody, Kind.switchBlockStatementGroup])
  HOLDER_OF_KIND[kind] = OF_STATEMENTS;

/** Without a list of the statements: every block of a file is asked, and hardly any declares a type. */
function addLocalTypes(
  found: Map<NodeIndex, string>,
  block: NodeIndex,
  { tree, text }: { readonly tree: FlatTree; readonly text: string },
): void {
  const end = tree.next[block] ?? 0;
  for (let child = block + 1; child < end; child = tree.next[child] ?? end) {
    if (isTypeDeclaration(tree.kind[child])) found.set(child, nameOf(tree, child, text));
  }
}

function nameOf(tree: FlatTree, node: NodeIndex, text: string): string {
  const name = childInField(tree, node, Field.name);
  return name === NO_NODE ? '?' : text.slice(tree.start[name], tree.end[name]);
}

/** True for the declarations of classes, interfaces, enums, records and annotation types. */
export function isTypeDeclaration(kind: number | undefined): boolean {
  switch (kind) {
    case Kind.classDeclaration:
    case Kind.interfaceDeclaration:
    case Kind.enumDeclaration:
    case Kind.recordDeclaration:
    case Kind.annotationTypeDeclaration:
      return true;
    default:
      return false;
  }
}

function attributionOrder(tree: FlatTree, node: NodeIndex): NodeIndex[] {
  switch (tree.kind[node]) {
    case Kind.methodInvocation: {
      const { first, later } = splitArguments(tree, childInField(tree, node, Field.arguments));
      const receiver = childInField(tree, node, Field.object);
      return receiver === NO_NODE ? [...first, ...later] : [...first, receiver, ...later];
    }
    case Kind.argumentList: {
      const { first, later } = splitArguments(tree, node);
      return [...first, ...later];
    }
    default:
      return childrenOf(tree, node);
  }
}

function splitArguments(tree: FlatTree, list: NodeIndex): { first: NodeIndex[]; later: NodeIndex[] } {
  const first: NodeIndex[] = [];
  const later: NodeIndex[] = [];
  if (list === NO_NODE) return { first, later };
  const end = tree.next[list] ?? 0;
  for (let argument = list + 1; argument < end; argument = tree.next[argument] ?? end) {
    if (dependsOnCall(tree, argument)) later.push(argument);
    else first.push(argument);
  }
  return { first, later };
}

/** A poly expression of JLS 15.2, or one that javac treats as such until it knows better (any in parentheses). */
function dependsOnCall(tree: FlatTree, argument: NodeIndex): boolean {
  switch (tree.kind[argument]) {
    case Kind.parenthesizedExpression:
    case Kind.lambdaExpression:
    case Kind.methodReference:
    case Kind.ternaryExpression:
    case Kind.switchExpression:
      return true;
    case Kind.methodInvocation:
      return childInField(tree, argument, Field.typeArguments) === NO_NODE;
    case Kind.objectCreationExpression:
      return isDiamond(tree, childInField(tree, argument, Field.type));
    default:
      return false;
  }
}

function isDiamond(tree: FlatTree, type: NodeIndex): boolean {
  const args = childOfKind(tree, type, Kind.typeArguments);
  return (
    args !== NO_NODE && childrenOf(tree, args).every((child) => operatorOf(tree.kind[child] ?? 0) !== null)
  );
}
