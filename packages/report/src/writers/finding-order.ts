import type { Finding } from '../schema/finding.ts';
import { CONFIDENCES, SEVERITIES } from '../schema/vocabulary.ts';

/** For people: one finding for each root cause before its repetitions; worst first, of one severity surer ones first, else in the order of the report. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((left, right) => byRepetition(left, right) || bySeverity(left, right));
}

/** For a file with room for some: no finding before a more severe one; of one severity surer ones first, then those that repeat no other. */
export function mostSevereFirst<Item extends Finding>(findings: readonly Item[]): Item[] {
  return findings.toSorted((left, right) => bySeverity(left, right) || byRepetition(left, right));
}

function bySeverity(left: Finding, right: Finding): number {
  return (
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
    CONFIDENCES.indexOf(left.confidence) - CONFIDENCES.indexOf(right.confidence)
  );
}

function byRepetition(left: Finding, right: Finding): number {
  return Number(left.sameCauseAs !== undefined) - Number(right.sameCauseAs !== undefined);
}
