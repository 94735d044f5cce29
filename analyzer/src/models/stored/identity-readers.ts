import type { MethodId } from '../../base/ids.ts';
import type { ProgramMethod } from '../../link/program.ts';
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
  const isTold = ({ parameters }: ProgramMethod) =>
    parameters.some((parameter) => isToldParameter(tools, parameter, told));
  return new Set(
    tools.productionMethods.filter((method) => asking.has(method) || isTold(method)).map(({ id }) => id),
  );
}

/** Whether production code lets users log in by a session. */
export function hasSessionLogin(tools: MatchTools): boolean {
  return matchCalls(tools.models.sessionLogins, tools).length > 0;
}
