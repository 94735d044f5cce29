import type { Finding } from './finding.ts';
import type { RuleName } from './rule.ts';
import { INJECTION_RULES } from './rules/injections.ts';

/**
 * Rules that say more about one root cause than the rule on the left does. Where both found something with a common cause,
 * whoever mends the one on the right has mended the other.
 */
const SAYS_LESS_THAN: Readonly<Partial<Record<RuleName, readonly RuleName[]>>> = {
  'A1-public-entry-point': ['B2-privileged-near-public'],
  'B1-thin-defence': [
    'B2-privileged-near-public',
    'A1-public-entry-point',
    'B1-no-owner-check',
    'B1-no-authorization',
  ],
  'A1-unvalidated-input': ['A3-loose-input'],
  'C1-long-unchecked-path': INJECTION_RULES.map(({ id }) => id),
};

interface Caused {
  readonly finding: Finding;
  readonly causes: readonly string[];
}

/** Names, for each finding whose cause another finding says more about, that other finding. Keeps the order. */
export function linkSameCauses(all: readonly Caused[]): Finding[] {
  const byCause = new Map<string, Finding>();
  for (const { finding, causes } of all) {
    for (const cause of causes) {
      const key = `${finding.rule} ${cause}`;
      if (!byCause.has(key)) byCause.set(key, finding);
    }
  }
  const better = ({ finding, causes }: Caused): Finding | undefined => {
    const name = finding.rule.slice('CSQA-'.length) as RuleName;
    return (SAYS_LESS_THAN[name] ?? [])
      .flatMap((rule) => causes.map((cause) => byCause.get(`CSQA-${rule} ${cause}`)))
      .find((found) => found !== undefined);
  };
  return all.map((item) => {
    const best = better(item);
    return best === undefined ? item.finding : { ...item.finding, sameCauseAs: best.id };
  });
}
