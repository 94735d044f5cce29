import type { ComparabilityIssue, Comparison } from '../schema/comparison.ts';
import type { Report } from '../schema/report.ts';
import { compareText } from './ordering.ts';

type Comparability = Comparison['comparability'];

/** Keys of the configuration that decide how something is shown or judged, and not what is measured. */
const NO_SAY = new Set(['gate', 'language', 'suppress', 'model', 'weights']);
/** UTF-16 units of a configuration that an issue repeats. */
const LONGEST_KEYS = 400;

/**
 * Whether two reports can be compared, and what is spoiled where they differ in more than the code: another version of the
 * analyzer, mode, configuration or project makes findings come and go by itself; other weights or nothing measured move the
 * index; reports that do not list their files cannot tell touched code from untouched.
 */
export function comparability(base: Report, head: Report): Comparability {
  const issues = [...byValue(base, head), ...byConfig(base, head), ...byContent(base, head)];
  const spoiled = new Set(issues.map(({ spoils }) => spoils));
  const verdict = spoiled.has('findings')
    ? 'not-comparable'
    : spoiled.has('scores') || spoiled.has('ripple')
      ? 'limited'
      : 'comparable';
  return { verdict, issues };
}

function byValue(base: Report, head: Report): ComparabilityIssue[] {
  const issue = (
    code: ComparabilityIssue['code'],
    spoils: ComparabilityIssue['spoils'],
    read: (report: Report) => string | null,
  ): ComparabilityIssue[] => {
    const [before, after] = [read(base), read(head)];
    return before === after ? [] : [{ code, spoils, base: before, head: after }];
  };
  const isOfOneCommit = base.meta.revision !== null && base.meta.revision === head.meta.revision;
  return [
    ...issue('different-version', 'findings', ({ meta }) => `${meta.tool} ${meta.version}`),
    ...issue('different-mode', 'findings', ({ meta }) => meta.mode),
    ...issue('different-model', 'nothing', ({ meta }) => meta.model),
    ...(base.meta.project === undefined || head.meta.project === undefined
      ? []
      : issue('different-project', 'findings', ({ meta }) => meta.project ?? null)),
    ...(isOfOneCommit ? [same('same-revision', 'nothing', [base.meta.revision, head.meta.revision])] : []),
  ];
}

function byConfig(base: Report, head: Report): ComparabilityIssue[] {
  const [before, after] = [base.meta.config, head.meta.config];
  const different = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .sort(compareText);
  const measured = different.filter((key) => !NO_SAY.has(key));
  const told = (config: Readonly<Record<string, unknown>>, keys: readonly string[]): string =>
    keys
      .map((key) => `${key}: ${JSON.stringify(config[key] ?? null)}`)
      .join(', ')
      .slice(0, LONGEST_KEYS);
  const issue = (
    code: ComparabilityIssue['code'],
    spoils: ComparabilityIssue['spoils'],
    keys: readonly string[],
  ): ComparabilityIssue[] =>
    keys.length === 0 ? [] : [same(code, spoils, [told(before, keys), told(after, keys)])];
  return [
    ...issue('different-config', 'findings', measured),
    ...issue(
      'different-weights',
      'scores',
      different.filter((key) => key === 'weights'),
    ),
  ];
}

function byContent(base: Report, head: Report): ComparabilityIssue[] {
  const counts = [base, head].map(({ files }) => String(files.analysed));
  if (base.files.analysed === 0 || head.files.analysed === 0)
    return [same('nothing-analysed', 'findings', [counts[0] ?? null, counts[1] ?? null])];
  if (!haveCommonGround(base, head)) return [same('nothing-in-common', 'findings', [null, null])];
  return base.sources === undefined || head.sources === undefined
    ? [same('no-sources', 'ripple', [null, null])]
    : [];
}

/** Share of the names of files that two states of one project have in common even where every package was renamed. */
const COMMON_NAMES = 0.1;

/** Two states of one project share methods, or at least the names of the files that methods are in; two projects share neither. */
function haveCommonGround(base: Report, head: Report): boolean {
  if (base.methods.length === 0 || head.methods.length === 0) return true;
  const known = new Set(base.methods.map(({ id }) => id));
  if (head.methods.some(({ id }) => known.has(id))) return true;
  const [before, after] = [namesOf(base), namesOf(head)];
  const common = [...after].filter((name) => before.has(name)).length;
  return common >= COMMON_NAMES * Math.min(before.size, after.size);
}

function namesOf({ methods }: Report): ReadonlySet<string> {
  return new Set(methods.map(({ file }) => file.slice(file.lastIndexOf('/') + 1)));
}

function same(
  code: ComparabilityIssue['code'],
  spoils: ComparabilityIssue['spoils'],
  [base, head]: readonly [string | null, string | null],
): ComparabilityIssue {
  return { code, spoils, base, head };
}
