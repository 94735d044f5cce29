import { byNumber, byText, inOrder } from '../base/ordering.ts';
import type { Dependency, Inventory } from '../inventory/inventory.ts';
import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';
import type { Check } from './check.ts';

/** Dependencies that one finding names; the rest is counted. */
const SHOWN = 5;
/** Versions that mean another artefact tomorrow: the newest, a snapshot, an interval, an open end. */
const MOVING = {
  maven: /^(?:LATEST|RELEASE|latest\..+|.*-SNAPSHOT|[[(].*,.*[\])]|.*\+)$/u,
  npm: /^(?:|\*|x|latest|next|>=?[^<|]*)$/u,
} as const;
/** Lock files: what they name is pinned, whatever the manifest says. */
const LOCK_FILES: Readonly<Record<Dependency['ecosystem'], readonly string[]>> = {
  maven: ['gradle.lockfile'],
  npm: ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock'],
  pypi: ['poetry.lock', 'uv.lock', 'Pipfile.lock', 'pdm.lock'],
  go: ['go.sum'],
};

/** Runtime dependencies whose version is not fixed, without a lock file that fixes it: one finding for each manifest. */
export const unpinnedDependencies: Check = {
  rules: ['E1-unpinned-dependency'],
  look: ({ inventory }: MetricInput) => {
    const manifests = new Map<string, Dependency[]>();
    for (const dependency of inventory.dependencies) {
      if (!isMoving(dependency) || isLocked(inventory, dependency)) continue;
      manifests.set(dependency.file, [...(manifests.get(dependency.file) ?? []), dependency]);
    }
    return [...manifests.values()].flatMap(unpinned);
  },
};

function isMoving({ ecosystem, kind, scope, version }: Dependency): boolean {
  if (kind === 'internal' || scope !== 'runtime' || version === null) return false;
  return ecosystem === 'maven' || ecosystem === 'npm' ? MOVING[ecosystem].test(version.trim()) : false;
}

/** A lock file beside the manifest, or above it (workspaces share one). */
function isLocked(inventory: Inventory, { ecosystem, file }: Dependency): boolean {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  return inventory.files.some(({ path }) => {
    const slash = path.lastIndexOf('/');
    const place = path.slice(0, Math.max(0, slash));
    if (!LOCK_FILES[ecosystem].includes(path.slice(slash + 1))) return false;
    return place === '' || folder === place || folder.startsWith(`${place}/`);
  });
}

function unpinned(group: readonly Dependency[]): MetricEvidence[] {
  const ordered = [...group].sort(
    inOrder(
      byNumber((dependency) => dependency.line),
      byText((dependency) => dependency.name),
    ),
  );
  const [first] = ordered;
  if (!first) return [];
  const named = ordered.map(
    ({ group: owner, name, version }) => `${owner === null ? '' : `${owner}:`}${name} ${version || '*'}`,
  );
  return [
    {
      rule: 'E1-unpinned-dependency',
      confidence: 'high',
      location: { file: first.file, line: first.line },
      symbol: first.file,
      facts: { libraries: named.slice(0, SHOWN), others: Math.max(0, named.length - SHOWN) },
      path: [],
      framework: first.ecosystem,
    },
  ];
}
