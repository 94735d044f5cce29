import { childInField, childOfKind, type FlatTree, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { Field, Kind, keywordKind } from './syntax.ts';

const STATIC = keywordKind('static');

/** The members of a type body, with the place each method will have in `TypeDeclaration.methods`. */
export interface Members {
  /** In source order; enum constants first, stretches that could not be parsed opened up. */
  readonly nodes: readonly NodeIndex[];
  /** Index of a method-like member. The initializers come after all of them: first the static one. */
  readonly methodIndex: ReadonlyMap<NodeIndex, number>;
  readonly staticInitializer: number | null;
  readonly instanceInitializer: number | null;
}

/** Which initializer a member belongs to, if any. */
export type InitializerKind = 'static' | 'instance' | null;

/** Lists the members below body nodes; a node that is itself a method stands for itself. */
export function membersOf(tree: FlatTree, bodies: readonly NodeIndex[]): Members {
  const nodes: NodeIndex[] = [];
  for (const body of bodies) {
    if (isMethod(tree.kind[body])) nodes.push(body);
    else collect(tree, body, nodes);
  }
  const methodIndex = new Map<NodeIndex, number>();
  const initializers = new Set<InitializerKind>();
  for (const node of nodes) {
    if (isMethod(tree.kind[node])) methodIndex.set(node, methodIndex.size);
    else initializers.add(initializerOf(tree, node));
  }
  const staticInitializer = initializers.has('static') ? methodIndex.size : null;
  const afterStatic = methodIndex.size + (staticInitializer === null ? 0 : 1);
  const instanceInitializer = initializers.has('instance') ? afterStatic : null;
  return { nodes, methodIndex, staticInitializer, instanceInitializer };
}

/** Says in which initializer the code of a field, an enum constant or an initializer block runs. */
export function initializerOf(tree: FlatTree, node: NodeIndex): InitializerKind {
  switch (tree.kind[node]) {
    case Kind.enumConstant:
    case Kind.staticInitializer:
      return 'static';
    case Kind.block:
      return 'instance';
    case Kind.constantDeclaration:
      return hasInitializer(tree, node) ? 'static' : null;
    case Kind.fieldDeclaration:
    case Kind.localVariableDeclaration:
      if (!hasInitializer(tree, node)) return null;
      return isStatic(tree, node) ? 'static' : 'instance';
    default:
      return null;
  }
}

function collect(tree: FlatTree, body: NodeIndex, nodes: NodeIndex[]): void {
  const waiting: { readonly at: NodeIndex; readonly end: NodeIndex }[] = [];
  let at = body + 1;
  let end = tree.next[body] ?? 0;
  for (;;) {
    if (at >= end) {
      const outer = waiting.pop();
      if (outer === undefined) return;
      ({ at, end } = outer);
      continue;
    }
    const kind = tree.kind[at];
    const next = tree.next[at] ?? end;
    if (kind === Kind.enumBodyDeclarations || kind === Kind.error) {
      waiting.push({ at: next, end });
      end = next;
      at++;
      continue;
    }
    nodes.push(at);
    at = next;
  }
}

/** True for fields, with the constants of interfaces and the variables of an implicit class. */
export function isField(kind: number | undefined): boolean {
  return (
    kind === Kind.fieldDeclaration ||
    kind === Kind.constantDeclaration ||
    kind === Kind.localVariableDeclaration
  );
}

function isMethod(kind: number | undefined): boolean {
  return (
    kind === Kind.methodDeclaration ||
    kind === Kind.constructorDeclaration ||
    kind === Kind.compactConstructorDeclaration ||
    kind === Kind.annotationTypeElementDeclaration
  );
}

function hasInitializer(tree: FlatTree, node: NodeIndex): boolean {
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    const isDeclarator = tree.kind[child] === Kind.variableDeclarator;
    if (isDeclarator && childInField(tree, child, Field.value) !== NO_NODE) return true;
  }
  return false;
}

function isStatic(tree: FlatTree, node: NodeIndex): boolean {
  const modifiers = childOfKind(tree, node, Kind.modifiers);
  return modifiers !== NO_NODE && childOfKind(tree, modifiers, STATIC) !== NO_NODE;
}
