import type { ProgramMethod } from '../../../link/program.ts';
import { callsOf, createCallMatcher } from '../../match/call-matcher.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { onlyTarget } from '../code/sure-operations.ts';

/** Helpers that are looked into. */
const DEEPEST = 3;

/**
 * Whether a method reads a token whose signature nothing checks, itself or in helpers: anybody can write one, so that asking for
 * one keeps nobody out. Not so where it asks who the caller is in another way too.
 */
export function believesUnverified(tools: MatchTools, method: ProgramMethod): boolean {
  const misuses = tools.models.misuses.filter(({ weakness }) => weakness === 'unverified-token');
  const checks = tools.models.guards.flatMap((row) =>
    row.on === 'call' && (row.category === 'authentication' || row.category === 'authorization') ? [row] : [],
  );
  const isCheck = createCallMatcher(checks, tools);
  const reads = createCallMatcher(misuses, tools);
  const code = reached(tools, method);
  const calls = code.flatMap((each) => tools.outsideCalls(each).map((call) => ({ call, within: each })));
  if (calls.some(({ call }) => isCheck(call).length > 0)) return false;
  return calls.some(({ call, within }) =>
    reads(call).some(({ row, confidence }) => {
      const without = row.without === undefined ? undefined : createCallMatcher(row.without, tools);
      if (without !== undefined && tools.outsideCalls(within).some((each) => without(each).length > 0))
        return false;
      const elsewhere = row.unlessAnywhere ?? [];
      const matches = createCallMatcher(elsewhere, tools);
      return confidence === 'certain' && !callsOf(elsewhere, tools).some((each) => matches(each).length > 0);
    }),
  );
}

/** A method and the helpers that it calls. */
function reached(tools: MatchTools, start: ProgramMethod): readonly ProgramMethod[] {
  const found = new Set([start]);
  let last: readonly ProgramMethod[] = [start];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    last = last
      .flatMap((method) =>
        method.calls.flatMap(({ operation }) => onlyTarget(tools, method, operation) ?? []),
      )
      .filter((helper) => !found.has(helper));
    for (const helper of last) found.add(helper);
  }
  return [...found];
}
