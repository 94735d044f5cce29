import type { AdvisorySeverity } from '../libraries.ts';

/** Versions between two events; null where the interval has no such end. */
export interface VersionRange {
  /** First version that has the vulnerability; null for the first of all. */
  readonly introduced: string | null;
  /** First version without it. */
  readonly fixed: string | null;
  /** Last version with it, where no fixed one is named. */
  readonly lastAffected: string | null;
}

/** What an advisory says about one library of the Maven ecosystem. */
export interface AffectedLibrary {
  /** `group:name`. */
  readonly library: string;
  readonly ranges: readonly VersionRange[];
  /** Versions that are named one by one. */
  readonly versions: readonly string[];
}

/** One published vulnerability. */
export interface Advisory {
  /** The CVE id where there is one, else the id of the database. */
  readonly id: string;
  /** Null where the database does not say. */
  readonly severity: AdvisorySeverity | null;
  readonly affected: readonly AffectedLibrary[];
}

/** Advisories by the library that they are about. */
export type AdvisoryIndex = ReadonlyMap<string, readonly Advisory[]>;
