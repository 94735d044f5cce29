import type { MethodId } from '../../base/ids.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { createCallMatcher } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';

/** Methods of production code that learn who the caller is: by a call, or by a parameter that the framework fills in. */
export function identityReaders(tools: MatchTools): ReadonlySet<MethodId> {
  const rows = tools.models.identityReads;
  const matcher = createCallMatcher(
    rows.filter((row) => row.method !== undefined),
    tools,
  );
  const isTold = ({ parameters }: ProgramMethod) =>
    parameters.some(({ type, annotations }) =>
      rows.some(
        ({ parameterType, parameterAnnotation }) =>
          (parameterType !== undefined && tools.types.matchResolved(type, parameterType) === 'certain') ||
          (parameterAnnotation !== undefined &&
            tools.annotations.find(annotations, parameterAnnotation).length > 0),
      ),
    );
  return new Set(
    tools.productionMethods
      .filter(
        (method) => isTold(method) || tools.outsideCalls(method).some((call) => matcher(call).length > 0),
      )
      .map(({ id }) => id),
  );
}

/** Whether production code lets users log in by a session. */
export function hasSessionLogin(tools: MatchTools): boolean {
  const matcher = createCallMatcher(tools.models.sessionLogins, tools);
  return tools.productionMethods.some((method) =>
    tools.outsideCalls(method).some((call) => matcher(call).length > 0),
  );
}
