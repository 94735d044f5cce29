import type { TypeName } from '../../../base/ids.ts';
import type { Text } from '../../../base/text.ts';
import type { Evidence } from '../../labels.ts';
import type { BeanCondition } from '../bean-conditions.ts';
import type { RequestMatcher } from '../path-matchers/request-matcher.ts';
import type { Requirement } from '../requirement.ts';
import type { AccessRule } from '../rule-list.ts';

/** One list of rules inside a chain. */
export interface RuleBlock {
  /** What holds where no rule matches. */
  readonly unmatched: Requirement;
  readonly rules: AccessRule[];
  /** The call that opens it. */
  readonly evidence: Evidence;
  /** Why nobody can tell whether the list is there. */
  readonly uncertain: Text | undefined;
  /** Nobody passes a rule without an identity, be it an anonymous one. */
  readonly needsIdentity: boolean;
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
  /** Authorities of those who did not log in; null where they get no identity at all. */
  anonymous: readonly string[] | null;
  /** What the builder was handed to and nobody reads: it may add rules. */
  handedOn: Text | undefined;
  /** Why the chain as a whole cannot be read. */
  unreadable: Text | undefined;
}

/** A chain of an application. */
export interface Chain extends ChainDraft {
  /** The language it is written in. */
  readonly row: { readonly id: string; readonly entries?: readonly string[] | undefined };
  /** Lower ones are asked first. */
  readonly order: number;
  readonly condition: BeanCondition;
  /** The bean method or class. */
  readonly declared: Evidence;
}

/** An empty chain. */
export function startChain(): ChainDraft {
  return {
    scopes: [],
    blocks: [],
    pages: [],
    filters: [],
    bypass: [],
    anonymous: ['ROLE_ANONYMOUS'],
    unreadable: undefined,
    handedOn: undefined,
  };
}

/**
 * Makes good what the rules of a chain say of those who did not log in, once it is known what identity they have: roles
 * that are theirs leave a rule open, and without any identity a rule for them alone lets nobody in.
 */
export function settleAnonymous({ blocks, anonymous }: ChainDraft): void {
  for (const { rules, needsIdentity } of blocks) {
    for (const [index, rule] of rules.entries()) {
      const requirement = settled(rule, anonymous, needsIdentity);
      if (requirement !== rule.requirement) rules[index] = { ...rule, requirement };
    }
  }
}

function settled(
  { requirement, onlyAnonymous }: AccessRule,
  anonymous: ChainDraft['anonymous'],
  needsIdentity: boolean,
): Requirement {
  if (anonymous === null) {
    if (onlyAnonymous === true) return { kind: 'denied' };
    return needsIdentity && requirement.kind === 'public' ? { kind: 'authenticated' } : requirement;
  }
  const isTheirs = requirement.kind === 'authorized' && namesOneOf(requirement.rule, anonymous);
  return isTheirs ? { kind: 'public' } : requirement;
}

/** `hasAnyRole("A", "B")` or a bare list, with one of the authorities in it. */
function namesOneOf(rule: string, authorities: readonly string[]): boolean {
  const { call, inside } =
    /^has(?<any>Any)?(?<call>Role|Authority)\((?<inside>[^()]*)\)$/u.exec(rule)?.groups ?? {};
  const names = (inside ?? rule).split(',').map((each) => each.trim().replace(/^["'](.*)["']$/u, '$1'));
  return names.some((name) =>
    authorities.includes(call === 'Role' && !name.startsWith('ROLE_') ? `ROLE_${name}` : name),
  );
}
