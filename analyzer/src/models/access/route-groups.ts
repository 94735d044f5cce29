import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import { type Place, placesAround } from '../entries/route-prefixes.ts';
import type { CallFacts } from '../match/call-facts.ts';
import type { MatchTools } from '../match/match-tools.ts';

/** Calls in one chain. */
const LONGEST_CHAIN = 500;

/** Whether a call is made on a group that a route is part of: on its builder (`group`), or on what holds the route (`made`). */
export function standsAround(
  tools: MatchTools,
  check: CallFacts,
  { entry, stands }: { readonly entry: EntryDraft; readonly stands: 'group' | 'made' },
): boolean {
  const { registeredBy } = entry;
  const method = registeredBy === undefined ? undefined : tools.program.method(registeredBy.method);
  const body = method?.declaration?.body;
  if (registeredBy === undefined || method === undefined || body === undefined || body === null) return false;
  const places = placesAround(tools, { method, body, operation: registeredBy.operation });
  return places.some(
    (place) =>
      place.method === check.caller &&
      (stands === 'group' ? isOnBuilder(tools, place, check) : isLaterInChain(place, check.site.operation)),
  );
}

/** The place is a call on the builder that the check is called on, before it or after it. */
function isOnBuilder(tools: MatchTools, { method, body, operation }: Place, check: CallFacts): boolean {
  const call = tools.callAt(method, operation);
  if (call === undefined || !call.owners.some((owner) => check.owners.includes(owner))) return false;
  return startOf(body, operation) === startOf(body, check.site.operation);
}

/** What a chain of calls starts on: a call without a receiver, a parameter, or a local that holds no chain. */
function startOf({ operations }: Body, operation: OperationIndex): OperationIndex {
  let at = operation;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const each = operations[at];
    if (each?.kind === 'local') at = each.declaration;
    else if (each?.kind === 'declare' && each.value !== null) at = each.value;
    else if (each?.kind === 'call' && each.object !== null && operations[each.object]?.kind !== 'name')
      at = each.object;
    else return at;
  }
  return at;
}

/** The check is called on a value that the place went into. */
function isLaterInChain({ body, operation }: Place, check: OperationIndex): boolean {
  const holding = new Set([operation]);
  for (const [index, each] of body.operations.entries()) {
    const isHolding =
      (each.kind === 'call' && each.object !== null && holding.has(each.object)) ||
      (each.kind === 'declare' && each.value !== null && holding.has(each.value)) ||
      (each.kind === 'local' && holding.has(each.declaration)) ||
      (each.kind === 'cast' && holding.has(each.operand));
    if (isHolding) holding.add(index);
    if (index === check) return isHolding;
  }
  return false;
}
