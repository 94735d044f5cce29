import type { Body, OperationIndex } from '../../facts/operations.ts';
import { callAt, type ProgramMethod } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { type CallPattern, createCallMatcher } from './call-matcher.ts';
import type { MatchTools } from './match-tools.ts';
import { fitsAny } from './name-pattern.ts';
import { isPresenceQuestion } from './presence-tests.ts';
import { classOf } from './type-matcher.ts';

/** Helpers of a validator, and what they call. */
const DEEPEST = 3;

/** Whether objects of a type that the tree declares can refuse a value, by the methods of the name, for more than that it is missing. */
export type CanRefuse = (type: ResolvedType | undefined, method: readonly string[]) => boolean;

const knownOf = new WeakMap<MatchTools, CanRefuse>();

/** Reads validators of the tree; those of libraries are taken at their word. */
export function refusingValidators(tools: MatchTools): CanRefuse {
  const known = knownOf.get(tools);
  if (known !== undefined) return known;
  const made = createRefusingValidators(tools);
  knownOf.set(tools, made);
  return made;
}

function createRefusingValidators(tools: MatchTools): CanRefuse {
  const rows = tools.models.validationResults.map((row) => ({ type: row.type, method: row.writtenBy }));
  const writes = createCallMatcher<CallPattern>(rows, tools);
  const delegates = createCallMatcher<CallPattern>(
    tools.models.guards.flatMap((row) =>
      row.on === 'call' && row.errors !== undefined ? [{ type: row.type, method: row.method }] : [],
    ),
    tools,
  );
  const known = new Map<ProgramMethod, boolean>();
  const refuses = (method: ProgramMethod, depth: number): boolean => {
    const found = known.get(method);
    if (found !== undefined) return found;
    const body = method.declaration?.body;
    if (!body || depth > DEEPEST) return false;
    known.set(method, false);
    const answer = body.operations.some((operation, index) => {
      if (operation.kind !== 'call') return false;
      const outside = tools.callAt(method, index);
      if (outside !== undefined) {
        if (delegates(outside).length > 0) return true;
        return writes(outside).length > 0 && !isForPresence(tools, { method, body, index });
      }
      return (callAt(method, index)?.targets ?? []).some((target) => {
        const called = tools.program.method(target.method);
        return called !== undefined && refuses(called, depth + 1);
      });
    });
    known.set(method, answer);
    return answer;
  };
  return (type, names) => {
    const name = type === undefined ? undefined : classOf(type);
    const declared = name === undefined ? undefined : tools.program.type(name);
    if (declared === undefined) return true;
    const below = [declared, ...tools.program.subtypesOf(declared.name)];
    const methods = new Set(below.flatMap((each) => tools.exposedMethods(each)));
    const checking = [...methods].filter((each) => fitsAny(each.name, names) && each.declaration?.body);
    // What no method of the tree answers is answered by a library.
    return checking.length === 0 || checking.some((each) => refuses(each, 0));
  };
}

/** The branch that it stands in asks only whether something is there. */
function isForPresence(
  tools: MatchTools,
  place: { readonly method: ProgramMethod; readonly body: Body; readonly index: OperationIndex },
): boolean {
  const { method, body, index } = place;
  const branch = body.regions.findLast(({ start, end }) => index >= start && index < end);
  const isBranch = branch?.kind === 'then' || branch?.kind === 'else';
  return isBranch && branch.condition !== undefined && isPresenceQuestion(tools, method, branch.condition);
}
