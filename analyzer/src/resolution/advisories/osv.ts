import { z } from 'zod';
import { byNumber, inOrder } from '../../base/ordering.ts';
import type { AdvisorySeverity } from '../libraries.ts';
import { compareMavenVersions } from '../maven-version.ts';
import type { Advisory, AffectedLibrary, VersionRange } from './advisory.ts';
import { cvss3Score } from './cvss.ts';

const text = z.string().max(10_000);

const eventSchema = z.object({
  introduced: text.optional(),
  fixed: text.optional(),
  last_affected: text.optional(),
});

const affectedSchema = z.object({
  package: z.object({ ecosystem: text, name: text }).optional(),
  ranges: z
    .array(z.object({ type: text, events: z.array(eventSchema).max(10_000) }))
    .max(10_000)
    .default([]),
  versions: z.array(text).max(100_000).default([]),
});

/** What is read of an advisory in the format of https://ossf.github.io/osv-schema/, version 1. */
const osvSchema = z.object({
  id: text,
  aliases: z.array(text).max(1_000).nullish(),
  withdrawn: text.nullish(),
  severity: z
    .array(z.object({ type: text, score: text }))
    .max(100)
    .nullish(),
  database_specific: z
    .looseObject({ severity: text.optional().catch(undefined) })
    .nullish()
    .catch(null),
  affected: z.array(affectedSchema).max(10_000).nullish(),
});

type Osv = z.output<typeof osvSchema>;

const WORDS: Readonly<Record<string, AdvisorySeverity>> = {
  CRITICAL: 'critical',
  HIGH: 'high',
  MODERATE: 'medium',
  MEDIUM: 'medium',
  LOW: 'low',
};

/**
 * Reads one advisory. Null where the text is none; one that is withdrawn, or about no library of the Maven ecosystem,
 * affects nothing.
 */
export function readOsv(json: string): Advisory | null {
  const parsed = osvSchema.safeParse(jsonOrNull(json));
  if (!parsed.success) return null;
  const osv = parsed.data;
  const isWithdrawn = osv.withdrawn !== null && osv.withdrawn !== undefined;
  return {
    id: [osv.id, ...(osv.aliases ?? [])].find((id) => id.startsWith('CVE-')) ?? osv.id,
    severity: severityOf(osv),
    affected: isWithdrawn ? [] : (osv.affected ?? []).flatMap(affectedLibrary),
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The word of the database, else the score of a CVSS 3 vector by the bands of its specification. */
function severityOf({ database_specific: own, severity }: Osv): AdvisorySeverity | null {
  const word = WORDS[own?.severity?.toUpperCase() ?? ''];
  if (word !== undefined) return word;
  const scores = (severity ?? []).flatMap(({ score }) => cvss3Score(score) ?? []);
  if (scores.length === 0) return null;
  const worst = Math.max(...scores);
  if (worst >= 9) return 'critical';
  if (worst >= 7) return 'high';
  return worst >= 4 ? 'medium' : 'low';
}

/** `Maven`, or `Maven:` and the address of a repository. */
const MAVEN = /^Maven(?::|$)/u;

function affectedLibrary(affected: z.output<typeof affectedSchema>): AffectedLibrary[] {
  if (affected.package === undefined || !MAVEN.test(affected.package.ecosystem)) return [];
  const ranges = affected.ranges.filter(({ type }) => type === 'ECOSYSTEM' || type === 'SEMVER');
  return [
    {
      library: affected.package.name,
      ranges: ranges.flatMap(({ events }) => rangesOf(events)),
      versions: affected.versions,
    },
  ];
}

type OsvEvent = z.output<typeof eventSchema>;

/** Where a vulnerability begins and ends, each interval by itself; the format does not order its events. */
function rangesOf(events: readonly OsvEvent[]): VersionRange[] {
  const ranges: VersionRange[] = [];
  let open: VersionRange | null = null;
  for (const event of [...events].sort(compareEvents)) {
    if (event.introduced !== undefined) {
      const introduced = event.introduced === '0' ? null : event.introduced;
      open ??= { introduced, fixed: null, lastAffected: null };
    } else if (open !== null && (event.fixed !== undefined || event.last_affected !== undefined)) {
      ranges.push({ ...open, fixed: event.fixed ?? null, lastAffected: event.last_affected ?? null });
      open = null;
    }
  }
  return open === null ? ranges : [...ranges, open];
}

/** By version; an interval ends before the next begins, and one of a single version begins before it ends. */
const compareEvents = inOrder<OsvEvent>(
  (left, right) => compareMavenVersions(versionOf(left), versionOf(right)),
  byNumber(({ fixed, introduced }) => (fixed !== undefined ? 0 : introduced !== undefined ? 1 : 2)),
);

function versionOf({ introduced, fixed, last_affected: last }: OsvEvent): string {
  return introduced ?? fixed ?? last ?? '';
}
