import { byText, compareText, inOrder } from '../../base/ordering.ts';
import type { Dependency } from '../../inventory/inventory.ts';
import { libraryName } from '../class-path.ts';
import type { AdvisorySeverity, KnownVulnerability, VulnerableComponent } from '../libraries.ts';
import { compareMavenVersions } from '../maven-version.ts';
import type { Advisory, AdvisoryIndex, AffectedLibrary, VersionRange } from './advisory.ts';

const LADDER: readonly (AdvisorySeverity | null)[] = ['critical', 'high', 'medium', 'low', null];

/** What of a list of libraries has known vulnerabilities; one row a library and version, at its first place. */
export function matchAdvisories(
  libraries: readonly (Dependency & { readonly through?: readonly string[] })[],
  index: AdvisoryIndex,
): readonly VulnerableComponent[] {
  const rows = new Map<string, VulnerableComponent>();
  for (const library of libraries) {
    const { version, ecosystem } = library;
    const key = `${libraryName(library)}:${version}`;
    if (version === null || ecosystem !== 'maven' || rows.has(key)) continue;
    const advisories = vulnerabilitiesOf(libraryName(library), version, index);
    if (advisories.length === 0) continue;
    rows.set(key, {
      dependency: library,
      version,
      through: library.through ?? [],
      advisories,
      fixed: firstWithout(advisories),
    });
  }
  return [...rows.values()].sort(
    inOrder(
      byText(({ dependency }) => libraryName(dependency)),
      (left, right) => compareMavenVersions(left.version, right.version),
      byText(({ version }) => version),
    ),
  );
}

function vulnerabilitiesOf(library: string, version: string, index: AdvisoryIndex): KnownVulnerability[] {
  const found = new Map<string, KnownVulnerability>();
  for (const advisory of index.get(library) ?? []) {
    const known = vulnerability(advisory, library, version);
    if (known !== null && !found.has(known.id)) found.set(known.id, known);
  }
  return [...found.values()].sort(
    (left, right) =>
      LADDER.indexOf(left.severity) - LADDER.indexOf(right.severity) || compareText(left.id, right.id),
  );
}

/** An advisory as it bears on a version; null where that is not affected. */
function vulnerability(
  { id, severity, affected }: Advisory,
  library: string,
  version: string,
): KnownVulnerability | null {
  for (const part of affected) {
    if (part.library !== library) continue;
    const range = part.ranges.find((candidate) => holds(candidate, version));
    if (range === undefined && !isNamed(part, version)) continue;
    return { id, severity, fixed: range?.fixed ?? nextFix(part, version) };
  }
  return null;
}

function holds({ introduced, fixed, lastAffected }: VersionRange, version: string): boolean {
  if (introduced !== null && compareMavenVersions(version, introduced) < 0) return false;
  if (fixed !== null) return compareMavenVersions(version, fixed) < 0;
  return lastAffected === null || compareMavenVersions(version, lastAffected) <= 0;
}

function isNamed({ versions }: AffectedLibrary, version: string): boolean {
  return versions.some((named) => compareMavenVersions(named, version) === 0);
}

/** For a version that is named beside the ranges: the first fix after it. */
function nextFix({ ranges }: AffectedLibrary, version: string): string | null {
  const later = ranges
    .flatMap(({ fixed }) => (fixed !== null && compareMavenVersions(fixed, version) > 0 ? [fixed] : []))
    .sort(compareMavenVersions);
  return later[0] ?? null;
}

function firstWithout(advisories: readonly KnownVulnerability[]): string | null {
  const fixes = advisories.map(({ fixed }) => fixed);
  return fixes.reduce((latest, fixed) =>
    latest === null || fixed === null ? null : compareMavenVersions(latest, fixed) >= 0 ? latest : fixed,
  );
}
