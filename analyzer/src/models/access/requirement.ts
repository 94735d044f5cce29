import type { Text } from '../../base/text.ts';
import type { Evidence } from '../labels.ts';

/** What a request must bring to pass, as one rule or annotation asks it. */
export type Requirement =
  | { readonly kind: 'public' }
  | { readonly kind: 'authenticated' }
  /** `rule` for people: `hasRole("ADMIN")`. */
  | { readonly kind: 'authorized'; readonly rule: string }
  | { readonly kind: 'denied' }
  /** Cannot be told from the source: why. */
  | { readonly kind: 'unknown'; readonly reason: Text };

/** A requirement with the lines that say so and the mechanism that enforces it. */
export interface Outcome {
  readonly requirement: Requirement;
  /** `path-rule`, `method-annotation`, `filter`, `framework-default`, `no-security` … */
  readonly mechanism: string;
  /** Row of the models behind it; empty where nothing protects. */
  readonly row: string;
  readonly evidence: readonly Evidence[];
}

/** Unknown stands next to public: it must never make something look safe. */
const RANK = { public: 0, unknown: 1, authenticated: 2, authorized: 3, denied: 4 } as const;

/** Strength of a requirement, 0 (public) to 4 (denied). */
export function rankOf(requirement: Requirement): number {
  return RANK[requirement.kind];
}

const MOST_RULE_TEXT = 300;

/**
 * Either of two outcomes may govern a request, and the client can choose which: the weaker one counts. Two rules that both
 * authorize are named both.
 */
export function weakest(left: Outcome, right: Outcome): Outcome {
  return pick(left, right, { word: 'or', takesRight: rankOf(right.requirement) < rankOf(left.requirement) });
}

/** Both outcomes must be passed: the stronger one counts. */
export function strongest(left: Outcome, right: Outcome): Outcome {
  return pick(left, right, { word: 'and', takesRight: rankOf(right.requirement) > rankOf(left.requirement) });
}

function pick(
  left: Outcome,
  right: Outcome,
  how: { readonly word: 'or' | 'and'; readonly takesRight: boolean },
): Outcome {
  const [first, second] = [left.requirement, right.requirement];
  if (first.kind !== 'authorized' || second.kind !== 'authorized') return how.takesRight ? right : left;
  if (first.rule === second.rule) return left;
  const rule = `${first.rule} ${how.word} ${second.rule}`;
  if (rule.length > MOST_RULE_TEXT) return left;
  return {
    ...left,
    requirement: { kind: 'authorized', rule },
    evidence: mergeEvidence(left.evidence, right.evidence),
  };
}

/** Whether two requirements ask the same, reasons aside. */
export function sameRequirement(left: Requirement, right: Requirement): boolean {
  if (left.kind !== right.kind) return false;
  return left.kind !== 'authorized' || right.kind !== 'authorized' || left.rule === right.rule;
}

/** An outcome is one of two and nobody can tell which: it stands where both agree, else it is unknown. */
export function eitherOf(left: Outcome, right: Outcome, reason: Text): Outcome {
  if (sameRequirement(left.requirement, right.requirement)) return left;
  return {
    requirement: { kind: 'unknown', reason },
    mechanism: left.mechanism === right.mechanism ? left.mechanism : 'conditional',
    row: left.row === '' ? right.row : left.row,
    evidence: mergeEvidence(left.evidence, right.evidence),
  };
}

/** At most this many lines vouch for one verdict. */
const MOST_EVIDENCE = 8;

/** Both lists without repeats, first ones first. */
export function mergeEvidence(left: readonly Evidence[], right: readonly Evidence[]): readonly Evidence[] {
  const merged = [...left];
  for (const each of right) {
    const known = merged.some(
      (other) => other.file === each.file && other.line === each.line && other.text === each.text,
    );
    if (!known) merged.push(each);
  }
  return merged.slice(0, MOST_EVIDENCE);
}

const MOST_TEXT = 200;

/** A text for evidence: one line, at most 200 characters. */
export function shortText(text: string): string {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  return flat.length <= MOST_TEXT ? flat : `${flat.slice(0, MOST_TEXT - 1)}…`;
}
