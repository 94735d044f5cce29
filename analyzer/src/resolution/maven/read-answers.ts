import type { RelativePath } from '../../base/ids.ts';
import { byNumber, byText, inOrder } from '../../base/ordering.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { type ClassPath, type Component, libraryName, type VersionConflict } from '../class-path.ts';
import { compareMavenVersions } from '../maven-version.ts';
import type { TreeNode } from './dependency-tree.ts';
import type { AskedModule } from './maven-modules.ts';
import type { Pin } from './probe-project.ts';

/** Depth of the module itself below the project that asks, and of what it declares. */
const MODULE_DEPTH = 1;
const DECLARED_DEPTH = 2;

/** What Maven answered about one module. */
export interface Answer {
  readonly module: AskedModule;
  readonly nodes: readonly TreeNode[];
}

/**
 * Declarations of a module that the versions it manages have overruled below the project that asks: in the module itself
 * a declaration wins. Empty where the answer is right as it is.
 */
export function pinsNeeded(nodes: readonly TreeNode[]): readonly Pin[] {
  return nodes
    .filter(({ depth }) => depth === DECLARED_DEPTH)
    .filter(
      (node) =>
        (node.managedFrom !== null && node.managedFrom !== node.version) || node.scopeManagedFrom !== null,
    )
    .map(({ group, name, type, classifier, version, scope, managedFrom, scopeManagedFrom }) => ({
      ...{ group, name, type, classifier },
      version: managedFrom ?? version,
      scope: scopeManagedFrom ?? scope,
    }));
}

/** Answers as class paths. */
export function readAnswers(
  answers: readonly Answer[],
  inventory: Inventory,
): Omit<ClassPath, 'diagnostics'> {
  return {
    components: answers.flatMap((answer) => componentsOf(answer, inventory)),
    conflicts: answers.flatMap((answer) => conflictsOf(answer, inventory)),
    modules: answers.map(({ module }) => module.id),
  };
}

function componentsOf({ module, nodes }: Answer, inventory: Inventory): Component[] {
  const own = new Set(inventory.ownGroups);
  const inTree = new Set(inventory.modules.flatMap(({ name, tool }) => (tool === 'maven' ? [name] : [])));
  const place = placesIn(module, inventory);
  return nodes.filter(isOnClassPath).map((node): Component => {
    const { group, name, version } = node;
    const through = node.through.slice(DECLARED_DEPTH);
    const isOwn = own.has(group) || inTree.has(`${group}:${name}`);
    return {
      ecosystem: 'maven',
      ...{ group, name, version, through },
      scope: 'runtime',
      kind: isOwn ? 'internal' : 'external',
      module: module.id,
      targetModule: null,
      ...place(declaredFor(node)),
    };
  });
}

/** Poms bring versions and other libraries, and are none themselves. */
function isOnClassPath({ depth, isOmitted, scope, type }: TreeNode): boolean {
  return depth > MODULE_DEPTH && !isOmitted && (scope === 'compile' || scope === 'runtime') && type !== 'pom';
}

/** `group:name` of the declaration that brings a node. */
function declaredFor({ group, name, through }: TreeNode): string {
  const [declared] = through.slice(DECLARED_DEPTH);
  return declared === undefined ? `${group}:${name}` : declared.slice(0, declared.lastIndexOf(':'));
}

type Place = Pick<Component, 'file' | 'line'>;

/** Where a module declares a library: in its pom or in that of a parent; its pom where the declaration is elsewhere. */
function placesIn(module: AskedModule, inventory: Inventory): (library: string) => Place {
  const places = new Map<string, Place>();
  const nearest = (file: RelativePath): number => module.lineage.indexOf(file);
  const declared = inventory.dependencies
    .filter(({ file, scope }) => scope === 'runtime' && nearest(file) >= 0)
    .sort(
      inOrder(
        byNumber(({ file }) => nearest(file)),
        byNumber(({ line }) => line),
      ),
    );
  for (const dependency of declared) {
    const name = libraryName(dependency);
    if (!places.has(name)) places.set(name, { file: dependency.file, line: dependency.line });
  }
  return (library) => places.get(library) ?? { file: module.file, line: 1 };
}

function conflictsOf({ module, nodes }: Answer, inventory: Inventory): VersionConflict[] {
  const place = placesIn(module, inventory);
  const chosen = new Map(nodes.filter(isOnClassPath).map((node) => [libraryName(node), node] as const));
  const conflicts = new Map<string, VersionConflict>();
  for (const node of nodes) {
    const winner = chosen.get(libraryName(node));
    const wanted = overruled(node, winner);
    if (winner === undefined || wanted === null) continue;
    const by = node.through.slice(DECLARED_DEPTH).at(-1) ?? null;
    const key = `${libraryName(node)} ${wanted} ${by ?? ''}`;
    conflicts.set(key, {
      ...{ group: node.group, name: node.name, module: module.id, chosen: winner.version, wanted, by },
      isOlderThanWanted: compareMavenVersions(winner.version, wanted) < 0,
      ...place(declaredFor(winner)),
    });
  }
  return [...conflicts.values()].sort(
    byText(({ group, name, wanted, by }) => `${group}:${name} ${wanted} ${by}`),
  );
}

/** The version that a node asked for and did not get, because a nearer one won. A managed version is no accident. */
function overruled(node: TreeNode, winner: TreeNode | undefined): string | null {
  if (node.conflictsWith !== null) return node.managedFrom === null ? node.version : null;
  const isDeclared = winner?.depth === DECLARED_DEPTH && node.depth > DECLARED_DEPTH;
  const isPinned = isDeclared && node.isOmitted && winner.managedFrom !== null;
  return isPinned && node.managedFrom !== null && node.managedFrom !== winner.version
    ? node.managedFrom
    : null;
}
