import type { Text } from '../../base/text.ts';
import type { Evidence } from '../labels.ts';
import { type AccessRequest, matchRequest, type RequestMatcher } from './path-matchers/request-matcher.ts';
import { eitherOf, type Outcome, type Requirement, weakest } from './requirement.ts';

/** One rule of a list that is read in order. */
export interface AccessRule {
  readonly matcher: RequestMatcher;
  readonly requirement: Requirement;
  readonly evidence: Evidence;
  /** It lets in those alone who did not log in. */
  readonly onlyAnonymous?: boolean;
  /** Why nobody can tell whether the rule is there at all (added in a loop or under a condition). */
  readonly uncertain?: Text;
}

/** Who enforces a list, and what holds where no rule matches. */
export interface RuleListFrame {
  readonly mechanism: string;
  readonly row: string;
  /** Lines that declare the list. */
  readonly declared: readonly Evidence[];
  readonly unmatched: Outcome;
}

/**
 * The outcome for one kind of request: the first rule that matches decides. Read backwards, so that each rule stands before
 * what holds without it: a rule for all of the requests replaces it, a rule for some leaves the weaker of both, and where it
 * is not known whether it matches, both must agree.
 */
export function decideByRules(
  rules: readonly AccessRule[],
  frame: RuleListFrame,
  request: AccessRequest,
): Outcome {
  let outcome = frame.unmatched;
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const rule = rules[index] as AccessRule;
    const match = matchRequest(rule.matcher, request);
    if (match.relation === 'none' || match.relation === 'single') continue;
    const own: Outcome = {
      requirement: rule.requirement,
      mechanism: frame.mechanism,
      row: frame.row,
      evidence: [rule.evidence, ...frame.declared],
    };
    const doubt = rule.uncertain ?? (match.relation === 'unknown' ? match.reason : undefined);
    if (doubt !== undefined) outcome = eitherOf(own, outcome, doubt);
    else if (match.relation === 'all') outcome = own;
    else outcome = weakest(own, outcome);
  }
  return outcome;
}
