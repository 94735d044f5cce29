import { callAt } from '../../link/program.ts';
import { createCallMatcher } from '../match/call-matcher.ts';
import type { ValuePlace } from '../match/handed-values.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { isToldParameter, toldBy } from '../match/told-parameter.ts';
import { originOf } from '../match/value-origin.ts';
import { VisitedPlaces } from '../match/visited-places.ts';

/** Whether a value says who the caller is. */
export type IdentityTest = (place: ValuePlace) => boolean;

/** Places that one value is looked up in. */
const MOST_PLACES = 60;

/**
 * Tells values that say who the caller is, as the framework or the session knows him: what is asked of the security context,
 * parameters that the framework fills in, and what is made of those, also by methods of the tree and for parameters by
 * every caller of the tree.
 */
export function createIdentityTest(tools: MatchTools): IdentityTest {
  const rows = tools.models.identityReads;
  const matchRead = createCallMatcher(
    rows.filter((row) => row.method !== undefined),
    tools,
  );
  const told = toldBy(rows);
  const isTold = ({ method, operation }: ValuePlace): boolean => {
    const read = method.declaration?.body?.operations[operation];
    const parameter = read?.kind === 'parameter' ? method.parameters[read.index] : undefined;
    return parameter !== undefined && isToldParameter(tools, parameter, told);
  };
  const isRead = ({ method, operation }: ValuePlace): boolean => {
    const call = tools.callAt(method, operation);
    return call !== undefined && matchRead(call).length > 0;
  };
  return (start) => {
    const seen = new VisitedPlaces();
    const pending: ValuePlace[] = [start];
    for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
      if (seen.size >= MOST_PLACES) return false;
      const operation = originOf(place.method, place.operation);
      if (operation === undefined || !seen.add(place.method, operation)) continue;
      const at = { method: place.method, operation };
      if (isTold(at) || isRead(at)) return true;
      pending.push(...madeFrom(tools, at));
    }
    return false;
  };
}

/** What a value is made from: the object of a call and its arguments, what a method of the tree gives, what callers hand in. */
function madeFrom(tools: MatchTools, { method, operation }: ValuePlace): readonly ValuePlace[] {
  const written = method.declaration?.body?.operations[operation];
  switch (written?.kind) {
    case 'call': {
      const given = resultsOf(tools, { method, operation });
      if (given.length > 0) return given;
      const parts = written.object === null ? written.args : [written.object, ...written.args];
      return parts.map((part) => ({ method, operation: part }));
    }
    case 'parameter':
      return tools.argumentsFor(method, written.index);
    case 'name':
    case 'field': {
      const field = tools.program.fieldOf(method, operation)?.field;
      return field === undefined ? [] : tools.valuesOf(field);
    }
    default:
      return [];
  }
}

/** The values that the only method of the tree behind a call returns. */
export function resultsOf(tools: MatchTools, { method, operation }: ValuePlace): readonly ValuePlace[] {
  const [only, ...others] = callAt(method, operation)?.targets ?? [];
  const target = only === undefined || others.length > 0 ? undefined : tools.program.method(only.method);
  return target === undefined ? NOTHING : tools.returnedBy(target);
}

const NOTHING: readonly never[] = [];
