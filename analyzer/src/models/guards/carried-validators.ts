import type { OperationIndex } from '../../facts/operations.ts';
import { callAt, type ProgramMethod } from '../../link/program.ts';
import { areAsked, isMinded } from '../match/asked-errors.ts';
import type { CallFacts } from '../match/call-facts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { refusingValidators } from '../match/refusing-validators.ts';
import type { CallGuardRow } from '../schema/guard-rows.ts';

type Carrier = NonNullable<CallGuardRow['carrier']>;

/** A local that holds the object, in its method, and the call that checks. */
interface Held {
  readonly method: ProgramMethod;
  readonly declaration: OperationIndex;
  readonly check: OperationIndex;
}

/**
 * Whether an object that carries validators and keeps the errors, as a binder that code makes itself, checks anything: one
 * that can refuse was hung in before, and behind the check somebody asks for the errors or has them thrown.
 */
export function carriesValidators(tools: MatchTools, call: CallFacts, carrier: Carrier): boolean {
  const { caller, receiver, site } = call;
  const operations = caller.declaration?.body?.operations ?? [];
  const local = receiver === null ? undefined : operations[receiver];
  if (local?.kind !== 'local') return false;
  const held = { method: caller, declaration: local.declaration, check: site.operation };
  return isHungIn(tools, held, carrier) && errorsCount(tools, held, carrier);
}

/** The calls on the object, by operation. */
function callsOn({ method, declaration }: Held, names: readonly string[]) {
  const operations = method.declaration?.body?.operations ?? [];
  return operations.flatMap((each, at) => {
    const object = each.kind === 'call' && each.object !== null ? operations[each.object] : undefined;
    const isOn = object?.kind === 'local' && object.declaration === declaration;
    return each.kind === 'call' && isOn && fitsAny(each.name, names) ? [{ at, args: each.args }] : [];
  });
}

function isHungIn(tools: MatchTools, held: Held, { hangs, checksBy }: Carrier): boolean {
  const canRefuse = refusingValidators(tools);
  return callsOn(held, hangs).some(
    ({ at, args }) =>
      at < held.check && args.some((each) => canRefuse(held.method.operationTypes[each], checksBy)),
  );
}

function errorsCount(tools: MatchTools, held: Held, { errors, throws }: Carrier): boolean {
  if (callsOn(held, throws).some(({ at }) => at > held.check)) return true;
  return callsOn(held, errors).some(({ at }) => isAskedFor(tools, held, at));
}

/** The errors that a call gives are asked for on the spot, in a local, or by whom they are handed to. */
function isAskedFor(tools: MatchTools, { method, check }: Held, given: OperationIndex): boolean {
  const askedBy = tools.models.validationResults.flatMap((row) => row.askedBy);
  return (method.declaration?.body?.operations ?? []).some((each, at) => {
    if (each.kind === 'declare' && each.value === given) {
      return areAsked(tools, { method, declaration: at, after: check, askedBy });
    }
    if (each.kind !== 'call' || at <= check) return false;
    if (each.object === given) return fitsAny(each.name, askedBy) && isMinded(tools, method, at);
    const position = each.args.indexOf(given);
    return (
      position !== -1 &&
      (callAt(method, at)?.targets ?? []).some((target) => {
        const called = tools.program.method(target.method);
        return called !== undefined && areAsked(tools, { method: called, declaration: position, askedBy });
      })
    );
  });
}
