import { CONFIDENCES, type Finding, SEVERITIES } from '@csqa/report';

/** Findings, worst first; of one severity the surer ones first, else in the order of the report. */
export function worstFirst<Ranked extends Finding>(findings: readonly Ranked[]): readonly Ranked[] {
  return findings.toSorted((left, right) => rank(left) - rank(right));
}

function rank({ severity, confidence }: Finding): number {
  return SEVERITIES.indexOf(severity) * CONFIDENCES.length + CONFIDENCES.indexOf(confidence);
}
