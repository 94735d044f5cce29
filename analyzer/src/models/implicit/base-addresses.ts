import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import type { AddressPlace } from './address-texts.ts';

type Base = NonNullable<ImplicitRowOf<'addressed'>['base']>;

/** Places that one client is looked up in; a cap against values that are handed around without end. */
const MOST_PLACES = 60;

/**
 * Where the base of the client is written that a request is made with: in the calls that it was built by, through locals,
 * fields, parameters, and the one factory method of the module that gives such a client.
 */
export function basesOf(tools: MatchTools, base: Base, call: CallFacts): readonly AddressPlace[] {
  const found: AddressPlace[] = [];
  const seen = new Set<string>();
  const pending: AddressPlace[] =
    call.receiver === null ? [] : [{ method: call.caller, operation: call.receiver }];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { method } = place;
    const operation = originOf(method, place.operation);
    const key = `${method.id} ${operation}`;
    if (operation === undefined || seen.has(key) || seen.size >= MOST_PLACES) continue;
    seen.add(key);
    const made = tools.callAt(method, operation);
    if (made !== undefined && isBase(tools, base, made)) {
      const address = argumentOperation(made, base.argument);
      if (address !== undefined) found.push({ method, operation: address });
    } else if (made?.receiver != null) {
      pending.push({ method, operation: made.receiver });
    } else {
      pending.push(...before(tools, { method, operation }));
    }
  }
  return found;
}

function isBase(tools: MatchTools, base: Base, { member, owners }: CallFacts): boolean {
  return (
    fitsAny(member, base.method) && owners.some((owner) => tools.types.match(owner, base.type) === 'certain')
  );
}

/** Where a client was before it stood in a field or came in by a parameter. */
function before(tools: MatchTools, { method, operation }: AddressPlace): readonly AddressPlace[] {
  const here = method.declaration?.body?.operations[operation];
  if (here?.kind === 'parameter') {
    const given = tools.argumentsFor(method, here.index);
    return given.length > 0 ? given : fromFactory(tools, method, operation);
  }
  const field = tools.program.fieldOf(method, operation)?.field;
  if (field === undefined) return [];
  const values = tools.valuesOf(field);
  return values.length > 0 ? values : fromFactory(tools, method, operation);
}

/** What the only factory method of the module returns that gives the type of a value. */
function fromFactory(
  tools: MatchTools,
  method: ProgramMethod,
  operation: OperationIndex,
): readonly AddressPlace[] {
  const wanted = method.operationTypes[operation];
  const type = wanted === undefined ? undefined : classOf(wanted);
  const annotation = tools.models.access.flatMap((row) => (row.on === 'beans' ? row.factoryMethod : []));
  const [factory, ...others] = tools.annotations
    .methodsWith(annotation)
    .filter(
      (each) => each.owner.file.module === method.owner.file.module && classOf(each.returnType) === type,
    );
  if (type === undefined || factory === undefined || others.length > 0) return [];
  return (factory.declaration?.body?.operations ?? []).flatMap((each) =>
    each.kind === 'return' && each.value !== null ? [{ method: factory, operation: each.value }] : [],
  );
}
