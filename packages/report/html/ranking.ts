import type { Finding } from '../src/schema/finding.ts';
import type { Band, Severity } from '../src/schema/vocabulary.ts';

/** Severities, worst first. */
export const SEVERITY_RANKS: Readonly<Record<Severity, number>> = {
  critical: 0,
  high: 1,
  medium: 2,
  low: 3,
  info: 4,
};

const CONFIDENCE_RANKS: Readonly<Record<Finding['confidence'], number>> = { high: 0, medium: 1, low: 2 };

/** Worst first, surest first among equals, then by place. */
export function worstFirst(left: Finding, right: Finding): number {
  return (
    SEVERITY_RANKS[left.severity] - SEVERITY_RANKS[right.severity] ||
    CONFIDENCE_RANKS[left.confidence] - CONFIDENCE_RANKS[right.confidence] ||
    byCode(left.file, right.file) ||
    left.line - right.line ||
    byCode(left.id, right.id)
  );
}

/** By code units: the same order in every language. */
export function byCode(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The band of a score, by where the bands start. */
export function bandIn(starts: Readonly<Record<Band, number>>, value: number): Band {
  const bands = Object.keys(starts) as Band[];
  return bands.findLast((band) => value >= starts[band]) ?? 'low';
}
