import { byNumber, byText, inOrder } from '../../base/ordering.ts';
import type { AccessVerdictKind } from '../kinds.ts';
import type { Evidence, ShadowedRule } from '../labels.ts';
import type { Chain } from './chains/chain.ts';
import { matcherCovers } from './path-matchers/matcher-cover.ts';
import type { RequestMatcher } from './path-matchers/request-matcher.ts';
import { type Requirement, rankOf } from './requirement.ts';
import type { AccessRule } from './rule-list.ts';

/** One place of the source that states a rule or a chain, once for each time that it does so. */
interface Stated {
  readonly evidence: Evidence;
  /** What stands before it and takes all of its requests; undefined where some request still comes to it. */
  readonly shadow: ShadowedRule | undefined;
}

/** Rules of one list and one language, read in order. */
export interface RuleSequence {
  readonly rules: readonly AccessRule[];
  readonly mechanism: string;
}

/**
 * Rules and chains that no request ever comes to, because an earlier one takes all that they are about. A line that states
 * several rules (a loop, a helper used twice, one class in two applications) is dead only where all of them are.
 */
export function shadowedRules(
  applications: readonly {
    readonly chains: readonly Chain[];
    readonly sequences: readonly RuleSequence[];
  }[],
): readonly ShadowedRule[] {
  const stated = applications.flatMap(({ chains, sequences }) => [
    ...statedChains(chains),
    ...[...chains.flatMap(sequencesOf), ...sequences].flatMap(statedRules),
  ]);
  const byPlace = new Map<string, Stated[]>();
  for (const each of stated) {
    const { file, line, text } = each.evidence;
    const key = `${file}:${line} ${text}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), each]);
  }
  return [...byPlace.values()]
    .flatMap((all) => {
      const [first] = all;
      return first?.shadow !== undefined && all.every(({ shadow }) => shadow !== undefined)
        ? [first.shadow]
        : [];
    })
    .sort(ORDER);
}

const ORDER = inOrder<ShadowedRule>(
  byText(({ evidence }) => evidence.file),
  byNumber(({ evidence }) => evidence.line),
  byText(({ evidence }) => evidence.text),
);

function sequencesOf(chain: Chain): readonly RuleSequence[] {
  if (chain.condition.state === 'inactive') return [];
  return chain.blocks.map(({ rules }) => ({ rules, mechanism: chain.row.id }));
}

function statedRules({ rules, mechanism }: RuleSequence): readonly Stated[] {
  return rules.map(({ matcher, requirement, evidence }, index) => {
    const earlier = rules
      .slice(0, index)
      .find((each) => each.uncertain === undefined && matcherCovers(each.matcher, matcher));
    if (earlier === undefined) return { evidence, shadow: undefined };
    return {
      evidence,
      shadow: {
        kind: 'rule',
        mechanism,
        evidence,
        by: earlier.evidence,
        asks: kindOf(requirement),
        gets: kindOf(earlier.requirement),
        isWeaker: rankOf(earlier.requirement) < rankOf(requirement),
      },
    };
  });
}

/** Chains after one that takes all of their requests; chains without rules of their own to lose are left out. */
function statedChains(chains: readonly Chain[]): readonly Stated[] {
  return chains.flatMap((chain, index): readonly Stated[] => {
    const isOnlyBypass = chain.scopes.length > 0 && chain.scopes.every(({ kind }) => kind === 'none');
    if (chain.condition.state === 'inactive' || isOnlyBypass) return [];
    const evidence = chain.declared;
    const earlier = chains
      .slice(0, index)
      .find((each) => standsBefore(each, chain) && matcherCovers(scopeOf(each), scopeOf(chain)));
    if (earlier === undefined) return [{ evidence, shadow: undefined }];
    const asks = strictest(chain);
    const gets = strictest(earlier);
    return [
      {
        evidence,
        shadow: {
          kind: 'chain',
          mechanism: chain.row.id,
          evidence,
          by: earlier.declared,
          asks: kindOf(asks),
          gets: kindOf(gets),
          isWeaker: rankOf(gets) < rankOf(asks),
        },
      },
    ];
  });
}

/** Whether a chain is there for certain and is asked first for certain: equal orders of two files say nothing. */
function standsBefore(earlier: Chain, later: Chain): boolean {
  if (earlier.condition.state !== 'active' || earlier.row.id !== later.row.id) return false;
  return earlier.order < later.order || earlier.declared.file === later.declared.file;
}

function scopeOf({ scopes }: Chain): RequestMatcher {
  return scopes.length === 0 ? { kind: 'any' } : { kind: 'either', matchers: scopes };
}

/** The strongest thing that a chain asks anywhere. */
function strictest(chain: Chain): Requirement {
  const all = chain.blocks.flatMap(({ rules, unmatched }): readonly Requirement[] => [
    ...rules.map(({ requirement }) => requirement),
    ...(rules.length > 0 ? [] : [unmatched]),
  ]);
  return all.reduce<Requirement>((left, right) => (rankOf(right) > rankOf(left) ? right : left), {
    kind: 'public',
  });
}

function kindOf({ kind }: Requirement): AccessVerdictKind {
  return kind;
}
