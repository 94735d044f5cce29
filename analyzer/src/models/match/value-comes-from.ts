import type { Operation, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { CallFacts } from './call-facts.ts';
import type { ProgramTools } from './match-tools.ts';
import { fitsAny } from './name-pattern.ts';
import { originOf } from './value-origin.ts';

/** The calls that a value must come from. */
export interface WantedOrigin {
  readonly type: readonly string[];
  readonly method: readonly string[];
}

/** Places that one value is looked up in; a cap against values that are handed around without end. */
const MOST_PLACES = 60;

interface Place {
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
}

/**
 * Whether a value may be the result of such a call: directly, through locals, wrapped by another object, kept in a field,
 * or handed in by a caller.
 */
export function mayComeFrom(
  start: { readonly method: ProgramMethod; readonly operation: OperationIndex },
  wanted: WantedOrigin,
  tools: ProgramTools,
): boolean {
  const seen = new Set<string>();
  const pending: Place[] = [start];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const origin = originOf(place.method, place.operation);
    const key = `${place.method.id} ${origin}`;
    if (origin === undefined || seen.has(key) || seen.size >= MOST_PLACES) continue;
    seen.add(key);
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
  { method, operation }: Place,
  call: CallFacts | undefined,
  tools: ProgramTools,
): readonly Place[] {
  const here = method.declaration?.body?.operations[operation];
  switch (here?.kind) {
    case 'parameter':
      return argumentsFor(method, here, tools);
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

/** What callers in the tree hand in for a parameter. */
export function argumentsFor(
  method: ProgramMethod,
  parameter: Extract<Operation, { readonly kind: 'parameter' }>,
  { program }: ProgramTools,
): readonly Place[] {
  return program.callersOf(method.id).flatMap((site): readonly Place[] => {
    const caller = program.method(site.caller);
    const made = caller?.declaration?.body?.operations[site.operation];
    if (!caller || caller.owner.file.role === 'test') return [];
    if (made?.kind !== 'call' && made?.kind !== 'new' && made?.kind !== 'constructor-call') return [];
    const argument = made.args[parameter.index];
    return argument === undefined ? [] : [{ method: caller, operation: argument }];
  });
}
