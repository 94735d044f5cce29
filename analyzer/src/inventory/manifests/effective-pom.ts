import type { RelativePath } from '../../base/ids.ts';
import { type Interpolated, interpolate } from '../interpolate.ts';
import { directoryOf, fileNameOf, resolveInTree } from '../tree-path.ts';
import type { Pom, PomArtifact } from './pom.ts';

/** Version, scope and optionality that dependency management gives to an artifact. */
export interface ManagedArtifact {
  readonly version: string | null;
  readonly scope: string | null;
  readonly optional: string | null;
}

/** A pom seen together with the parents and BOMs that are in the tree. */
export interface EffectivePom {
  readonly pom: Pom;
  readonly groupId: string | null;
  readonly artifactId: string | null;
  readonly version: string | null;
  /** The pom itself, its parent in the tree, that one's parent … */
  readonly lineage: readonly Pom[];
  readonly inTreeParent: Pom | null;
  /** Replaces properties as they stand for this pom. */
  readonly expand: (text: string) => Interpolated;
  /** A version after properties; null where a property has no value in the tree. */
  readonly versionOf: (text: string) => string | null;
  readonly managedFor: (artifact: PomArtifact) => ManagedArtifact | null;
}

/** All poms of a tree, findable by coordinates. */
export interface PomModel {
  readonly effective: (pom: Pom) => EffectivePom;
  readonly find: (groupId: string | null, artifactId: string) => Pom | null;
  /** The pom that lists this one under `modules`, where that is not its parent. */
  readonly aggregatorOf: (pom: Pom) => Pom | null;
}

/** Parents of parents; Maven itself has no limit, but a cycle or a made-up chain must end. */
const MAX_LINEAGE = 32;
/** BOMs importing BOMs. */
const MAX_IMPORTS = 64;

/** Links the poms of one tree. */
export function createPomModel(poms: readonly Pom[]): PomModel {
  const byPath = new Map(poms.map((pom) => [pom.path, pom]));
  const byArtifact = new Map<string, Pom[]>();
  for (const pom of poms) {
    if (pom.artifactId !== null)
      byArtifact.set(pom.artifactId, [...(byArtifact.get(pom.artifactId) ?? []), pom]);
  }
  const aggregators = indexAggregators(poms, byPath);
  const known = new Map<Pom, EffectivePom>();
  const model: PomModel = {
    effective: (pom) => {
      const effective = known.get(pom) ?? makeEffective(pom, lineageOf(pom, byPath, byArtifact), model);
      known.set(pom, effective);
      return effective;
    },
    find: (groupId, artifactId) =>
      byArtifact.get(artifactId)?.find((pom) => {
        const own = groupIdOf(pom);
        return own === null || groupId === null || own === groupId || own.includes('${');
      }) ?? null,
    aggregatorOf: (pom) => aggregators.get(pom) ?? null,
  };
  return model;
}

function groupIdOf(pom: Pom): string | null {
  return pom.groupId ?? pom.parent?.groupId ?? null;
}

function indexAggregators(
  poms: readonly Pom[],
  byPath: ReadonlyMap<RelativePath, Pom>,
): ReadonlyMap<Pom, Pom> {
  const aggregators = new Map<Pom, Pom>();
  for (const pom of poms) {
    for (const module of pom.modules) {
      const child = pomAt(directoryOf(pom.path), module, byPath);
      if (child !== null && child !== pom && !aggregators.has(child)) aggregators.set(child, pom);
    }
  }
  return aggregators;
}

function pomAt(from: RelativePath, written: string, byPath: ReadonlyMap<RelativePath, Pom>): Pom | null {
  const target = resolveInTree(from, written);
  if (target === null) return null;
  const file = fileNameOf(target).endsWith('.xml') ? target : resolveInTree(target, 'pom.xml');
  return file === null ? null : (byPath.get(file) ?? null);
}

/** The pom, its parent in the tree, that one's parent …; ends at the first parent that is elsewhere. */
function lineageOf(
  pom: Pom,
  byPath: ReadonlyMap<RelativePath, Pom>,
  byArtifact: ReadonlyMap<string, readonly Pom[]>,
): readonly Pom[] {
  const lineage = [pom];
  for (let at = pom; lineage.length < MAX_LINEAGE; ) {
    const parent = parentInTree(at, byPath, byArtifact);
    if (parent === null || lineage.includes(parent)) break;
    lineage.push(parent);
    at = parent;
  }
  return lineage;
}

function parentInTree(
  pom: Pom,
  byPath: ReadonlyMap<RelativePath, Pom>,
  byArtifact: ReadonlyMap<string, readonly Pom[]>,
): Pom | null {
  const { parent } = pom;
  if (parent === null) return null;
  const matches = (candidate: Pom): boolean =>
    candidate.artifactId === parent.artifactId && (groupIdOf(candidate) ?? parent.groupId) === parent.groupId;
  const written = parent.relativePath ?? '../pom.xml';
  const named = written === '' ? null : pomAt(directoryOf(pom.path), written, byPath);
  if (named !== null && matches(named)) return named;
  return byArtifact.get(parent.artifactId)?.find(matches) ?? null;
}

function makeEffective(pom: Pom, lineage: readonly Pom[], model: PomModel): EffectivePom {
  const lookup = (name: string): string | null => {
    for (const layer of lineage) {
      const value = layer.properties.get(name);
      if (value !== undefined) return value;
    }
    return projectProperty(name, pom, lineage);
  };
  const expand = (text: string): Interpolated => interpolate(text, { lookup, defaultSeparator: null });
  const versionOf = (text: string): string | null => {
    const { text: version, unresolved } = expand(text);
    return unresolved.length === 0 && version.trim() !== '' ? version.trim() : null;
  };
  const inherited = firstOf(lineage, (layer) => layer.version) ?? lineage.at(-1)?.parent?.version ?? null;
  const groupId = firstOf(lineage, groupIdOf);
  let management: ReadonlyMap<string, ManagedArtifact> | null = null;
  return {
    pom,
    groupId: groupId === null ? null : expand(groupId).text,
    artifactId: pom.artifactId === null ? null : expand(pom.artifactId).text,
    version: inherited === null ? null : versionOf(inherited),
    lineage,
    inTreeParent: lineage[1] ?? null,
    expand,
    versionOf,
    managedFor: (artifact) => {
      management ??= collectManagement({ lineage, expand, versionOf }, model);
      return management.get(coordinates(artifact, expand)) ?? null;
    },
  };
}

function firstOf<T>(lineage: readonly Pom[], read: (pom: Pom) => T | null): T | null {
  for (const pom of lineage) {
    const value = read(pom);
    if (value !== null) return value;
  }
  return null;
}

function projectProperty(name: string, pom: Pom, lineage: readonly Pom[]): string | null {
  switch (name.replace(/^pom\./, 'project.')) {
    case 'project.groupId':
    case 'groupId':
      return firstOf(lineage, groupIdOf);
    case 'project.artifactId':
    case 'artifactId':
      return pom.artifactId;
    case 'project.version':
    case 'version':
      return firstOf(lineage, (layer) => layer.version ?? layer.parent?.version ?? null);
    case 'project.parent.groupId':
    case 'parent.groupId':
      return pom.parent?.groupId ?? null;
    case 'project.parent.version':
    case 'parent.version':
      return pom.parent?.version ?? null;
    case 'project.basedir':
    case 'basedir':
      return '.';
    default:
      return null;
  }
}

type PomView = Pick<EffectivePom, 'lineage' | 'expand' | 'versionOf'>;

/** Dependency management in Maven's order: nearest pom first, each one's own rows before the BOMs it imports. */
function collectManagement(own: PomView, model: PomModel): ReadonlyMap<string, ManagedArtifact> {
  const rows = new Map<string, ManagedArtifact>();
  const imported = new Set<Pom>();
  const waiting = addManaged(own, model, rows);
  for (
    let next = waiting.shift();
    next !== undefined && imported.size < MAX_IMPORTS;
    next = waiting.shift()
  ) {
    if (imported.has(next)) continue;
    imported.add(next);
    waiting.push(...addManaged(model.effective(next), model, rows));
  }
  return rows;
}

/** Adds the rows a view manages itself and returns the BOMs in the tree that it imports. */
function addManaged(view: PomView, model: PomModel, rows: Map<string, ManagedArtifact>): Pom[] {
  const imports: Pom[] = [];
  for (const artifact of view.lineage.flatMap((layer) => layer.managed)) {
    const key = coordinates(artifact, view.expand);
    if (isImport(artifact, view.expand)) {
      const bom = model.find(
        artifact.groupId && view.expand(artifact.groupId).text,
        view.expand(artifact.artifactId).text,
      );
      if (bom !== null) imports.push(bom);
    } else if (!rows.has(key)) {
      const version = artifact.version === null ? null : view.versionOf(artifact.version);
      rows.set(key, { version, scope: artifact.scope, optional: artifact.optional });
    }
  }
  return imports;
}

/** True for a BOM import inside dependency management. */
export function isImport(artifact: PomArtifact, expand: EffectivePom['expand']): boolean {
  return expand(artifact.scope ?? '').text.trim() === 'import';
}

function coordinates(artifact: PomArtifact, expand: EffectivePom['expand']): string {
  return `${expand(artifact.groupId ?? '').text}:${expand(artifact.artifactId).text}`;
}
