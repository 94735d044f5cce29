import type { OperationIndex } from '../../facts/operations.ts';
import { argumentAt } from './argument-at.ts';
import type { BodyContext } from './body-context.ts';
import { NO_TAINT } from './taint-mask.ts';
import { NONE } from './use-table.ts';

/** Nothing that the call does with a value is heard of, wherever it is handed in. */
export const ANYWHERE = -3;
/** Something is, wherever it is handed in. */
const NOWHERE = -2;

/**
 * Where a value can be handed to a call so that the body hears nothing of what becomes of it there: its result is not used as
 * a value, and no object that it is given lives on under a name. A position stands for an object with a name that is wrong
 * as a whole already. Of most calls nothing comes back, and then nobody has to know what they do.
 */
export function unheardIn(context: BodyContext, call: OperationIndex): number {
  const known = context.unheardBefore(call);
  if (known !== undefined) return known;
  const unheard = unheardAt(context, call);
  context.keepUnheard(call, unheard);
  return unheard;
}

function unheardAt(context: BodyContext, call: OperationIndex): number {
  if (hasTakenResult(context, call) || isOwnObject(context, call)) return NOWHERE;
  const operation = context.body.operations[call];
  const given =
    operation?.kind === 'call' || operation?.kind === 'new' || operation?.kind === 'constructor-call';
  let found = ANYWHERE;
  // What is made has nothing but its result.
  for (let at = operation?.kind === 'new' ? 0 : -1; given && at < operation.args.length; at++) {
    const argument = argumentAt(context.body, call, at);
    if (argument === null || !livesOn(context, argument)) continue;
    if (found !== ANYWHERE || !isPlain(context, argument)) return NOWHERE;
    found = at;
  }
  return found;
}

/** Somebody has the value of the call, and it may be one with text in it. */
function hasTakenResult(context: BodyContext, call: OperationIndex): boolean {
  const { flow } = context;
  if (flow.uses.firstOf(call) === NONE || flow.values.isConstant(call)) return false;
  return !context.endsTaint(call) && context.keptByChecks(call) !== NO_TAINT;
}

/** What the call does to the object of an argument is seen by what stands behind it. */
function livesOn(context: BodyContext, argument: OperationIndex): boolean {
  if (context.isFixed(argument)) return false;
  for (let at: OperationIndex | null = argument; at !== null; at = context.wrappedBy(at)) {
    const read = context.ownerOf(at);
    if (read !== null && context.flow.values.nodeOf(read) >= 0) return true;
  }
  return false;
}

/** A local that has its value from one place: when that is wrong as a whole, it cannot be more so. */
function isPlain({ body, flow }: BodyContext, argument: OperationIndex): boolean {
  if (body.operations[argument]?.kind !== 'local') return false;
  return flow.values.inputsOf(flow.values.nodeOf(argument)).length === 0;
}

/** The call is made on the object whose method this is: `this.set(x)`, `set(x)`, `super(x)`. */
export function isOwnObject(context: BodyContext, call: OperationIndex): boolean {
  const operation = context.body.operations[call];
  if (operation?.kind === 'constructor-call') return true;
  if (operation?.kind !== 'call') return false;
  if (operation.object === null) return context.isOnOwnObject(call);
  const object = context.body.operations[operation.object];
  return object?.kind === 'this' || object?.kind === 'super';
}
