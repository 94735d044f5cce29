import { compareText } from '../base/ordering.ts';
import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';
import {
  type ClassPath,
  type Component,
  libraryName,
  type VersionConflict,
} from '../resolution/class-path.ts';
import type { Check } from './check.ts';

/** Askers and modules that one finding names; the rest is counted. */
const SHOWN = 5;

/**
 * Libraries that are asked for in several versions, within a class path or between modules of which one stands on the
 * other: what was built with one version runs with another. Modules that never meet may differ. One finding for each.
 */
export const versionConflicts: Check = {
  rules: ['E1-version-conflict'],
  look: ({ libraries: { classPath }, inventory }: MetricInput) => {
    const met = meetingModules(classPath, inventory);
    const conflicts = grouped(classPath.conflicts);
    const components = grouped(classPath.components);
    const names = [...new Set([...conflicts.keys(), ...components.keys()])].sort(compareText);
    return names.flatMap((name) => {
      const asked = conflicts.get(name) ?? [];
      const involved = involvedIn(asked, components.get(name) ?? [], met);
      return conflictOf(name, asked, involved);
    });
  },
};

function grouped<T extends { readonly group: string | null; readonly name: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(libraryName(item));
    if (known === undefined) groups.set(libraryName(item), [item]);
    else known.push(item);
  }
  return groups;
}

/** Modules by the modules that are on their class path, or on whose class path they are. */
type Meetings = ReadonlyMap<string, ReadonlySet<string>>;

function meetingModules({ components }: ClassPath, { modules }: MetricInput['inventory']): Meetings {
  const ids = new Map(modules.flatMap(({ name, id }) => (name === null ? [] : [[name, id] as const])));
  const met = new Map<string, Set<string>>();
  const note = (one: string, other: string): void => {
    met.set(one, (met.get(one) ?? new Set()).add(other));
  };
  for (const component of components) {
    const sibling = component.kind === 'internal' ? ids.get(libraryName(component)) : undefined;
    if (sibling === undefined) continue;
    note(component.module, sibling);
    note(sibling, component.module);
  }
  return met;
}

/** The components of a library that are in conflict: over a version that was asked for, or with a module that is met. */
function involvedIn(
  conflicts: readonly VersionConflict[],
  components: readonly Component[],
  met: Meetings,
): readonly Component[] {
  const overruled = new Set(conflicts.map(({ module }) => module));
  const versions = new Map(components.map(({ module, version }) => [module, version]));
  const differs = (module: string, version: string): boolean =>
    [...(met.get(module) ?? [])].some((other) => (versions.get(other) ?? version) !== version);
  return components.filter(({ module, version }) => overruled.has(module) || differs(module, version));
}

function conflictOf(
  name: string,
  conflicts: readonly VersionConflict[],
  components: readonly Component[],
): MetricEvidence[] {
  const [place] = components;
  if (place === undefined) return [];
  const chosen = new Map(components.toReversed().map(({ version, module }) => [version, module]));
  const present = [...chosen].toReversed().map(([version, module]) => `${version} (${module})`);
  const asked = [...new Set(conflicts.map(({ wanted, by, module }) => `${wanted} (${by ?? module})`))];
  return [
    {
      rule: 'E1-version-conflict',
      // The code that asked for a newer version meets an older one: what it calls may be missing.
      severity: conflicts.some(({ isOlderThanWanted }) => isOlderThanWanted) ? 'medium' : 'low',
      confidence: 'high',
      location: { file: place.file, line: place.line },
      symbol: name,
      facts: {
        library: name,
        chosen: present.slice(0, SHOWN),
        wanted: asked.slice(0, SHOWN),
        others: Math.max(0, asked.length - SHOWN),
      },
      path: [],
    },
  ];
}
