import type { Text } from '../../../base/text.ts';
import { type AccessRequest, matchRequest, type RequestMatch } from '../path-matchers/request-matcher.ts';
import {
  eitherOf,
  mergeEvidence,
  type Outcome,
  sameRequirement,
  strongest,
  weakest,
} from '../requirement.ts';
import { decideByRules } from '../rule-list.ts';
import type { Chain, ChainFilter, RuleBlock } from './chain.ts';

/** Mechanism of everything that path rules decide. */
const PATH_RULE = 'path-rule';

/**
 * What the chains of an application ask of one kind of request. `fallback` is what holds where no chain is there at all.
 * Where nobody can tell which chains are there, all possible sets must agree: none of the doubtful ones, each alone, all.
 */
export function decideByChains(chains: readonly Chain[], fallback: Outcome, request: AccessRequest): Outcome {
  const present = chains.filter((chain) => chain.condition.state !== 'inactive');
  const certain = present.filter((chain) => chain.condition.state === 'active');
  const doubtful = present.filter((chain) => chain.condition.state === 'unknown');
  const base = decideIn(certain, fallback, request);
  if (doubtful.length === 0) return withInactive(base, chains);
  let outcome = base;
  const worlds = [
    ...doubtful.map((chain) => ({ chain, with: [chain] })),
    { chain: doubtful[0], with: doubtful },
  ];
  for (const world of worlds) {
    const members = chains.filter((chain) => certain.includes(chain) || world.with.includes(chain));
    const other = decideIn(members, fallback, request);
    const condition = world.chain?.condition;
    const reason = condition === undefined || condition.state === 'active' ? MAYBE_ASKED : condition.reason;
    const evidence = condition === undefined || condition.state === 'active' ? [] : [condition.evidence];
    if (sameRequirement(outcome.requirement, other.requirement)) continue;
    const doubt = outcome.requirement.kind === 'unknown' ? outcome.requirement.reason : reason;
    outcome = eitherOf(outcome, other, doubt);
    outcome = { ...outcome, evidence: mergeEvidence(outcome.evidence, evidence) };
  }
  return outcome;
}

/** A verdict that a switched-off chain would have changed names the switch. */
function withInactive(outcome: Outcome, chains: readonly Chain[]): Outcome {
  if (outcome.requirement.kind !== 'public') return outcome;
  const evidence = chains.flatMap(({ condition }) =>
    condition.state === 'inactive' ? [condition.evidence] : [],
  );
  return evidence.length === 0
    ? outcome
    : { ...outcome, evidence: mergeEvidence(outcome.evidence, evidence) };
}

function decideIn(chains: readonly Chain[], fallback: Outcome, request: AccessRequest): Outcome {
  const real = chains.filter((chain) => !isOnlyBypass(chain));
  const last = real.at(-1);
  let outcome: Outcome =
    last === undefined
      ? fallback
      : {
          requirement: { kind: 'public' },
          mechanism: PATH_RULE,
          row: last.row.id,
          evidence: real.map((each) => each.declared),
        };
  for (const chain of [...real].reverse()) {
    outcome = merged(scopeMatch(chain, request), () => decideInChain(chain, request), outcome);
  }
  for (const chain of [...chains].reverse()) {
    const frame = { mechanism: PATH_RULE, row: chain.row.id, declared: [chain.declared], unmatched: outcome };
    outcome = decideByRules(chain.bypass, frame, request);
  }
  return outcome;
}

function isOnlyBypass({ scopes }: Chain): boolean {
  return scopes.length === 1 && scopes[0]?.kind === 'none';
}

function scopeMatch({ scopes }: Chain, request: AccessRequest): RequestMatch {
  return scopes.length === 0
    ? { relation: 'all' }
    : matchRequest({ kind: 'either', matchers: scopes }, request);
}

function merged(match: RequestMatch, own: () => Outcome, without: Outcome): Outcome {
  switch (match.relation) {
    case 'none':
    case 'single':
      return without;
    case 'all':
      return own();
    case 'some':
      return weakest(own(), without);
    case 'unknown':
      return eitherOf(own(), without, match.reason ?? MAYBE_ASKED);
  }
}

const MAYBE_ASKED: Text = {
  en: 'the chain may or may not be asked',
  ru: 'цепочку могут спросить, а могут и не спросить',
};

function decideInChain(chain: Chain, request: AccessRequest): Outcome {
  const common = { mechanism: PATH_RULE, row: chain.row.id };
  if (chain.unreadable !== undefined) {
    return {
      ...common,
      requirement: { kind: 'unknown', reason: chain.unreadable },
      evidence: [chain.declared],
    };
  }
  const open: Outcome = {
    ...common,
    requirement: { kind: 'public' },
    evidence: [{ ...chain.declared, text: `${chain.declared.text} authorizes no request` }],
  };
  if (chain.blocks.length === 0 && chain.handedOn !== undefined) {
    return { ...open, requirement: { kind: 'unknown', reason: chain.handedOn }, evidence: [chain.declared] };
  }
  const [first, ...others] = chain.blocks.map((block) => decideInBlock(chain, block, { request, open }));
  return first === undefined ? open : others.reduce(strongest, first);
}

function decideInBlock(
  chain: Chain,
  block: RuleBlock,
  { request, open }: { readonly request: AccessRequest; readonly open: Outcome },
): Outcome {
  const unmatched: Outcome = {
    mechanism: PATH_RULE,
    row: chain.row.id,
    requirement: block.unmatched,
    evidence: [
      { ...block.evidence, text: `${block.evidence.text} no rule matches: ${block.unmatched.kind}` },
      chain.declared,
    ],
  };
  const frame = { mechanism: PATH_RULE, row: chain.row.id, declared: [chain.declared], unmatched };
  const outcome = decideByRules([...chain.pages, ...block.rules], frame, request);
  return block.uncertain === undefined ? outcome : eitherOf(outcome, open, block.uncertain);
}

/** Filters of the chain that takes all of the requests. */
export function chainFilters(chains: readonly Chain[], request: AccessRequest): readonly ChainFilter[] {
  for (const chain of chains) {
    if (chain.condition.state !== 'active' || isOnlyBypass(chain)) continue;
    const { relation } = scopeMatch(chain, request);
    if (relation === 'all') return chain.filters;
    if (relation !== 'none' && relation !== 'single') return [];
  }
  return [];
}
