import { RULE_FACTS } from '@csqa/report/producer';
import type { EvidenceSeverity, MetricEvidence } from '../metrics/metric.ts';
import type { RuleName } from './rule.ts';

const LADDER: readonly EvidenceSeverity[] = ['low', 'medium', 'high', 'critical'];
const STEP = { anonymous: 1, internal: -1 } as const;
/** What rests on an edge that may not be there alarms nobody. */
const UNSURE_AT_MOST = LADDER.indexOf('medium');

/**
 * The severity of a finding: the base of its rule (or of the figure that the metric saw), one step up where anybody can get
 * there without logging in, one step down where only who is inside can (jobs, command lines), and at most medium where the
 * facts are not sure.
 */
export function gradeSeverity(
  rule: RuleName,
  { severity, exposure, confidence }: Pick<MetricEvidence, 'severity' | 'exposure' | 'confidence'>,
): EvidenceSeverity {
  const own = RULE_FACTS[`CSQA-${rule}`].severities[0];
  const base = LADDER.indexOf(severity ?? (own === 'info' || own === undefined ? 'low' : own));
  const exposed = Math.min(
    LADDER.length - 1,
    Math.max(0, base + (exposure === undefined ? 0 : STEP[exposure])),
  );
  return LADDER[confidence === 'low' ? Math.min(exposed, UNSURE_AT_MOST) : exposed] ?? 'low';
}
