import { childrenOf, type FlatTree, type NodeIndex } from '../shared/flat-tree.ts';
import { isTypeDeclaration } from './anonymous-numbers.ts';
import { Kind, keywordOf } from './syntax.ts';

/** A type at the top of a file. */
export interface TopLevelType {
  /** The declaration; a stretch that could not be parsed but holds the head of a type; the root for an implicit class. */
  readonly node: NodeIndex;
  /** Members that a brace too many has left outside. */
  readonly strays: NodeIndex[];
}

/** What stands at the top of a file, in order. */
export interface TopLevel {
  readonly packages: readonly NodeIndex[];
  readonly imports: readonly NodeIndex[];
  readonly types: readonly TopLevelType[];
}

/** Sorts the children of the root; stretches that could not be parsed are opened up. */
export function topLevelOf(tree: FlatTree): TopLevel {
  const packages: NodeIndex[] = [];
  const imports: NodeIndex[] = [];
  const types: TopLevelType[] = [];
  const nodes = openErrors(tree);
  if (isImplicitClass(tree, nodes)) types.push({ node: 0, strays: [] });
  for (const node of nodes) {
    const kind = tree.kind[node];
    if (kind === Kind.packageDeclaration) packages.push(node);
    else if (kind === Kind.importDeclaration) imports.push(node);
    else if (types[0]?.node === 0) continue;
    else if (isTypeDeclaration(kind) || kind === Kind.error) types.push({ node, strays: [] });
    else if (kind === Kind.methodDeclaration) types.at(-1)?.strays.push(node);
  }
  return { packages, imports, types };
}

/** The keyword that makes a stretch the head of a type, and the name after it; null where there is none. */
export function damagedHead(
  tree: FlatTree,
  node: NodeIndex,
): { readonly keyword: string; readonly name: NodeIndex } | null {
  const children = childrenOf(tree, node);
  for (const [index, child] of children.entries()) {
    const keyword = keywordOf(tree.kind[child] ?? 0);
    const name = children[index + 1];
    const isHead = keyword !== null && TYPE_KEYWORDS.has(keyword);
    if (isHead && name !== undefined && tree.kind[name] === Kind.identifier) return { keyword, name };
  }
  return null;
}

const TYPE_KEYWORDS: ReadonlySet<string> = new Set(['class', 'interface', 'enum', 'record', '@interface']);

function openErrors(tree: FlatTree): NodeIndex[] {
  const nodes: NodeIndex[] = [];
  for (let node = 1; node < tree.count; ) {
    const isOpened = tree.kind[node] === Kind.error && damagedHead(tree, node) === null;
    if (!isOpened) nodes.push(node);
    node = isOpened ? node + 1 : (tree.next[node] ?? tree.count);
  }
  return nodes;
}

/** A file that declares methods without a class around them (JEP 512), and has no syntax error. */
function isImplicitClass(tree: FlatTree, nodes: readonly NodeIndex[]): boolean {
  return tree.problems.length === 0 && nodes.some((node) => tree.kind[node] === Kind.methodDeclaration);
}
