import { CONFIDENCES, type Finding, SEVERITIES } from '@csqa/report';

/**
 * Findings, worst first; of one severity the surer ones first, else in the order of the report. What only says less about a
 * root cause that another finding tells of comes after all others.
 */
export function worstFirst<Ranked extends Finding>(findings: readonly Ranked[]): readonly Ranked[] {
  return findings.toSorted((left, right) => repeats(left) - repeats(right) || rank(left) - rank(right));
}

function repeats({ sameCauseAs }: Finding): number {
  return sameCauseAs === undefined ? 0 : 1;
}

function rank({ severity, confidence }: Finding): number {
  return SEVERITIES.indexOf(severity) * CONFIDENCES.length + CONFIDENCES.indexOf(confidence);
}
