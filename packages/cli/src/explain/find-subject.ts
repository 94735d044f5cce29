import {
  type Finding,
  isRuleId,
  METRIC_IDS,
  type MetricId,
  type Report,
  RULE_IDS,
  type SuppressedFinding,
} from '@csqa/report';
import { distance } from 'fastest-levenshtein';

/** M1 has a definition but no score. */
export type MetricName = MetricId | 'M1';

/** What an id names. */
export type Subject =
  | { readonly kind: 'finding'; readonly finding: Finding | SuppressedFinding }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'metric'; readonly metric: MetricName }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown'; readonly closest: readonly string[] };

/** Characters from which the beginning of an id may stand for it. */
const SHORTEST_PREFIX = 4;

/** Ids listed where one cannot be found, or fits several. */
const LISTED = 5;

/** Longest id worth measuring the distance of. */
const LONGEST_ID = 200;

/** Finds what an id means, upper or lower case: a metric, a rule with or without `CSQA-`, a finding or its beginning. */
export function findSubject(id: string, report: Report | null): Subject {
  const wanted = id.trim().toLowerCase();
  const metric = [...METRIC_IDS, 'M1' as const].find((candidate) => candidate.toLowerCase() === wanted);
  if (metric !== undefined) return { kind: 'metric', metric };
  const findings = report === null ? [] : [...report.findings, ...report.suppressed];
  const rules = new Set<string>([...RULE_IDS, ...findings.map(({ rule }) => rule)]);
  const rule = [...rules].find((name) =>
    [name, name.slice('CSQA-'.length)].some((form) => form.toLowerCase() === wanted),
  );
  if (rule !== undefined) return { kind: 'rule', rule };
  return findFinding(wanted, findings) ?? { kind: 'unknown', closest: closest(wanted, rules, findings) };
}

function findFinding(wanted: string, findings: readonly Finding[]): Subject | null {
  const exact = findings.find(
    ({ id, fingerprint }) => id.toLowerCase() === wanted || fingerprint.toLowerCase() === wanted,
  );
  if (exact !== undefined) return { kind: 'finding', finding: exact };
  if (wanted.length < SHORTEST_PREFIX) return null;
  const fits = findings.filter(({ id, fingerprint }) =>
    [id, fingerprint].some((form) => form.toLowerCase().startsWith(wanted)),
  );
  const [first] = fits;
  if (first === undefined) return null;
  if (fits.length === 1) return { kind: 'finding', finding: first };
  return { kind: 'ambiguous', ids: fits.slice(0, LISTED).map(({ id }) => id) };
}

function closest(
  wanted: string,
  rules: ReadonlySet<string>,
  findings: readonly Finding[],
): readonly string[] {
  const short = wanted.slice(0, LONGEST_ID);
  const candidates = [...METRIC_IDS, ...rules, ...findings.map(({ id }) => id)];
  const costs = candidates.map((id) => {
    const forms = isRuleId(id) || id.startsWith('CSQA-') ? [id, id.slice('CSQA-'.length)] : [id];
    return {
      id,
      cost: Math.min(...forms.map((form) => distance(short, form.toLowerCase().slice(0, LONGEST_ID)))),
    };
  });
  const near = costs.filter(({ id, cost }) => cost <= Math.max(1, id.length / 4));
  const ranked = (near.length === 0 ? costs : near).toSorted((left, right) => left.cost - right.cost);
  return ranked.slice(0, LISTED).map(({ id }) => id);
}
