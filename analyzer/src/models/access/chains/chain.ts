import type { TypeName } from '../../../base/ids.ts';
import type { Evidence } from '../../labels.ts';
import type { PathRulesRow } from '../../schema/access-rows.ts';
import type { BeanCondition } from '../bean-conditions.ts';
import type { RequestMatcher } from '../path-matchers/request-matcher.ts';
import type { AccessRule } from '../rule-list.ts';

/** One list of rules inside a chain. */
export interface RuleBlock {
  /** What holds where no rule matches. */
  readonly unmatched: 'denied' | 'public';
  readonly rules: AccessRule[];
  /** The call that opens it. */
  readonly evidence: Evidence;
  /** Why nobody can tell whether the list is there. */
  readonly uncertain: string | undefined;
}

/** A filter that somebody puts into a chain. */
export interface ChainFilter {
  readonly type: TypeName;
  readonly evidence: Evidence;
}

/** Rules that one builder object ends up with, while its code is being read. */
export interface ChainDraft {
  /** Requests it is about; none means all. */
  readonly scopes: RequestMatcher[];
  readonly blocks: RuleBlock[];
  /** Pages of the framework that are let through before all rules. */
  readonly pages: AccessRule[];
  readonly filters: ChainFilter[];
  /** Requests that pass by all chains. */
  readonly bypass: AccessRule[];
  /** Why the chain as a whole cannot be read. */
  unreadable: string | undefined;
}

/** A chain of an application. */
export interface Chain extends ChainDraft {
  readonly row: PathRulesRow;
  /** Lower ones are asked first. */
  readonly order: number;
  readonly condition: BeanCondition;
  /** The bean method or class. */
  readonly declared: Evidence;
}

/** An empty chain. */
export function startChain(): ChainDraft {
  return { scopes: [], blocks: [], pages: [], filters: [], bypass: [], unreadable: undefined };
}
