import type { CallFacts } from './call-facts.ts';
import type { ValuePlace } from './handed-values.ts';
import type { ProgramTools } from './match-tools.ts';
import { fitsAny } from './name-pattern.ts';
import { originOf } from './value-origin.ts';
import { VisitedPlaces } from './visited-places.ts';

/** The calls that a value must come from. */
export interface WantedOrigin {
  readonly type: readonly string[];
  readonly method: readonly string[];
}

/** Places that one value is looked up in; a cap against values that are handed around without end. */
const MOST_PLACES = 60;

/**
 * Whether a value may be the result of such a call: directly, through locals, wrapped by another object, kept in a field,
 * or handed in by a caller.
 */
export function mayComeFrom(start: ValuePlace, wanted: WantedOrigin, tools: ProgramTools): boolean {
  const seen = new VisitedPlaces();
  const pending: ValuePlace[] = [start];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const origin = originOf(place.method, place.operation);
    if (seen.size >= MOST_PLACES) return false;
    if (origin === undefined || !seen.add(place.method, origin)) continue;
    const at = { method: place.method, operation: origin };
    const call = tools.callAt(at.method, origin);
    if (call !== undefined && isWanted(call, wanted, tools)) return true;
    for (const earlier of comesFrom(at, call, tools)) pending.push(earlier);
  }
  return false;
}

function isWanted(call: CallFacts, wanted: WantedOrigin, tools: ProgramTools): boolean {
  return (
    fitsAny(call.member, wanted.method) &&
    call.owners.some((owner) => tools.types.match(owner, wanted.type) !== undefined)
  );
}

/** Where a value was before. */
function comesFrom(
  { method, operation }: ValuePlace,
  call: CallFacts | undefined,
  tools: ProgramTools,
): readonly ValuePlace[] {
  const here = method.declaration?.body?.operations[operation];
  switch (here?.kind) {
    case 'parameter':
      return tools.argumentsFor(method, here.index);
    case 'name':
    case 'field': {
      const field = tools.program.fieldOf(method, operation)?.field;
      return field === undefined ? [] : tools.valuesOf(field);
    }
    // A writer around a writer, as library classes wrap.
    case 'new':
      return call === undefined ? [] : here.args.slice(0, 1).map((inner) => ({ method, operation: inner }));
    default:
      return [];
  }
}
