/** One line of what `dependency:tree` writes. */
export interface TreeNode {
  /** 0 for the project itself. */
  readonly depth: number;
  readonly group: string;
  readonly name: string;
  readonly type: string;
  readonly classifier: string | null;
  readonly version: string;
  /** Empty for the project itself. */
  readonly scope: string;
  /** The version that was written before management replaced it; null where none was. */
  readonly managedFrom: string | null;
  readonly scopeManagedFrom: string | null;
  /** The version that won; null where this node is on the class path or is there already in the same version. */
  readonly conflictsWith: string | null;
  /** Left out here: it is elsewhere in the tree, in this version or another. */
  readonly isOmitted: boolean;
  /** `group:name:version` of what brings it, the first below the project first. */
  readonly through: readonly string[];
}

const LINE = /^((?:[|\\+ ][ -][ ])*)(.+)$/u;
const NODE = /^\(?([^\s()]+)(.*)$/u;

/**
 * Reads a tree as `-DoutputType=text -Dverbose` writes it. Lines of another shape are left out.
 */
export function readDependencyTree(text: string): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  const above: string[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const [, indent, rest] = LINE.exec(line) ?? [];
    const node = rest === undefined ? null : readNode(rest);
    if (indent === undefined || node === null) continue;
    const depth = indent.length / 3;
    above.length = Math.min(above.length, depth);
    nodes.push({ ...node, depth, through: [...above] });
    above[depth] = `${node.group}:${node.name}:${node.version}`;
  }
  return nodes;
}

function readNode(text: string): Omit<TreeNode, 'depth' | 'through'> | null {
  const match = NODE.exec(text.trim());
  const coordinates = readCoordinates(match?.[1] ?? '');
  if (coordinates === null) return null;
  const notes = match?.[2] ?? '';
  const note = (pattern: RegExp): string | null => pattern.exec(notes)?.[1] ?? null;
  return {
    ...coordinates,
    managedFrom: note(/version managed from ([^\s;)]+)/u),
    scopeManagedFrom: note(/scope managed from ([^\s;)]+)/u),
    conflictsWith: note(/omitted for conflict with ([^\s;)]+)/u),
    isOmitted: text.trim().startsWith('('),
  };
}

/** `group:name:type[:classifier]:version[:scope]`; the project itself has no scope. */
function readCoordinates(
  text: string,
): Pick<TreeNode, 'group' | 'name' | 'type' | 'classifier' | 'version' | 'scope'> | null {
  const [group, name, type, ...rest] = text.split(':');
  if (group === undefined || name === undefined || type === undefined) return null;
  const [first, second, third] = rest;
  if (first === undefined || rest.length > 3) return null;
  if (second === undefined) return { group, name, type, classifier: null, version: first, scope: '' };
  if (third === undefined) return { group, name, type, classifier: null, version: first, scope: second };
  return { group, name, type, classifier: first, version: second, scope: third };
}
