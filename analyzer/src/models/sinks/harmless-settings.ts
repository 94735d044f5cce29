import type { CallFacts } from '../match/call-facts.ts';
import { type CallMatcher, type CallPattern, createCallMatcher } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { Row } from '../models.ts';

const matchers = new WeakMap<MatchTools, Map<string, CallMatcher<CallPattern>>>();

/**
 * Whether what a sink's row calls a danger was taken away where it stands: by a setting in the same method, or by a type of the
 * tree that overrides the member in question. A setting elsewhere is not seen: what is reported then says so by its lines.
 */
export function isMadeHarmless(tools: MatchTools, call: CallFacts, row: Row<'sinks'>): boolean {
  return isSetHarmless(tools, call, row) || isOverridden(tools, call, row);
}

function isSetHarmless(
  tools: MatchTools,
  call: CallFacts,
  { id, harmlessWith, harmlessUnless }: Row<'sinks'>,
): boolean {
  if (harmlessWith === undefined) return false;
  const others = tools.outsideCalls(call.caller);
  const isMade = (key: string, patterns: readonly CallPattern[]): boolean => {
    const matcher = matcherOf(tools, `${id} ${key}`, patterns);
    return others.some((other) => matcher(other).length > 0);
  };
  return isMade('with', harmlessWith) && !isMade('unless', harmlessUnless ?? []);
}

function matcherOf(
  tools: MatchTools,
  key: string,
  patterns: readonly CallPattern[],
): CallMatcher<CallPattern> {
  const known = matchers.get(tools) ?? new Map<string, CallMatcher<CallPattern>>();
  matchers.set(tools, known);
  const matcher = known.get(key) ?? createCallMatcher<CallPattern>(patterns, tools);
  known.set(key, matcher);
  return matcher;
}

function isOverridden(tools: MatchTools, call: CallFacts, { harmlessByOverride }: Row<'sinks'>): boolean {
  if (harmlessByOverride === undefined) return false;
  return call.owners.some((owner) =>
    tools.program
      .type(owner)
      ?.methods.some(
        ({ name, declaration }) => declaration?.body != null && fitsAny(name, harmlessByOverride),
      ),
  );
}
