import { compareText } from '../base/ordering.ts';
import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';
import { type Component, libraryName, type VersionConflict } from '../resolution/class-path.ts';
import type { Check } from './check.ts';

/** Askers and modules that one finding names; the rest is counted. */
const SHOWN = 5;

/** Libraries that are asked for in several versions, within a class path or between modules: one finding for each. */
export const versionConflicts: Check = {
  rules: ['E1-version-conflict'],
  look: ({ libraries: { classPath } }: MetricInput) => {
    const conflicts = grouped(classPath.conflicts);
    const components = grouped(classPath.components);
    const names = [...new Set([...conflicts.keys(), ...components.keys()])].sort(compareText);
    return names.flatMap((name) => conflictOf(name, conflicts.get(name) ?? [], components.get(name) ?? []));
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

function conflictOf(
  name: string,
  conflicts: readonly VersionConflict[],
  components: readonly Component[],
): MetricEvidence[] {
  const chosen = new Map(components.map(({ version, module }) => [version, module]));
  const [place] = components.length > 0 ? components : conflicts;
  if (place === undefined || (conflicts.length === 0 && chosen.size < 2)) return [];
  const wanted = conflicts.map((conflict) => `${conflict.wanted} (${conflict.by ?? conflict.module})`);
  const present = [...chosen].map(([version, module]) => `${version} (${module})`);
  const asked = [...new Set(wanted)];
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
