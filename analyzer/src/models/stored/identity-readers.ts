import type { MethodId } from '../../base/ids.ts';
import type { ProgramMethod, ProgramParameter } from '../../link/program.ts';
import { matchCalls } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { isToldParameter, toldBy } from '../match/told-parameter.ts';

/** Methods of production code that learn who the caller is: by a call, or by a parameter that the framework fills in. */
export function identityReaders(tools: MatchTools): ReadonlySet<MethodId> {
  const rows = tools.models.identityReads;
  const calls = matchCalls(
    rows.filter((row) => row.method !== undefined),
    tools,
  );
  const asking = new Set(calls.map(({ call }) => call.caller));
  const told = toldBy(rows);
  const found = new Set<MethodId>();
  const methods = tools.productionMethods;
  for (let i = 0; i < methods.length; i++) {
    const method = methods[i] as ProgramMethod;
    if (isTold(tools, method, told) || asking.has(method)) found.add(method.id);
  }
  return found;
}

/** By index: this goes over the parameters of all methods. */
function isTold(tools: MatchTools, { parameters }: ProgramMethod, told: ReturnType<typeof toldBy>): boolean {
  for (let i = 0; i < parameters.length; i++) {
    if (isToldParameter(tools, parameters[i] as ProgramParameter, told)) return true;
  }
  return false;
}

/** Whether production code lets users log in by a session. */
export function hasSessionLogin(tools: MatchTools): boolean {
  return matchCalls(tools.models.sessionLogins, tools).length > 0;
}
