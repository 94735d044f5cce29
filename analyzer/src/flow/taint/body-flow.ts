import type { OperationIndex } from '../../facts/operations.ts';
import type { CallSite } from '../../link/program.ts';
import { argumentAt } from './argument-at.ts';
import type { BodyContext } from './body-context.ts';
import { FULL_TAINT, NO_TAINT, type TaintMask } from './taint-mask.ts';

/** Where a tainted value starts in a method. */
export type Seed =
  | { readonly kind: 'parameter'; readonly index: number }
  /** The receiver object. */
  | { readonly kind: 'this' }
  /** The values of given operations. */
  | { readonly kind: 'operations'; readonly operations: readonly OperationIndex[] }
  /** Reads of variables of the enclosing method. */
  | { readonly kind: 'captured'; readonly operations: readonly OperationIndex[] };

/** What happens to a seed inside one body, calls into the tree included by their own summaries. */
export interface BodyFlow {
  /** What is left of the taint in the method's result. */
  readonly result: TaintMask;
  /** Objects handed in that hold the value afterwards: position → mask, -1 for the receiver. */
  readonly holders: ReadonlyMap<number, TaintMask>;
  /** Calls that get the value. */
  readonly arguments: readonly TaintedArgument[];
  /** Locals and parameters with the value that anonymous and local types of the body read. */
  readonly captured: ReadonlyMap<OperationIndex, TaintMask>;
  /** The `return`, first in the body, by which it leaves; null where it does not. */
  readonly leavesAt: OperationIndex | null;
}

export interface TaintedArgument {
  readonly call: OperationIndex;
  /** -1 is the receiver. */
  readonly position: number;
  readonly mask: TaintMask;
}

/** The answers of callees that a body needs. */
export interface Callees {
  /** What a call into the tree does with one of its arguments; null where no body of the tree is called. */
  through(
    call: CallSite,
    position: number,
  ): { readonly result: TaintMask; readonly holders: ReadonlyMap<number, TaintMask> } | null;
}

interface Tracing {
  readonly context: BodyContext;
  readonly callees: Callees;
  readonly masks: Int32Array;
  readonly pending: OperationIndex[];
  readonly found: Map<OperationIndex, Map<number, TaintMask>>;
  readonly holders: Map<number, TaintMask>;
  readonly captured: Map<OperationIndex, TaintMask>;
}

/** Carries a seed through a body until nothing changes; each operation's mask only grows, so this ends. */
export function traceBody(context: BodyContext, seed: Seed, callees: Callees): BodyFlow {
  const tracing: Tracing = {
    context,
    callees,
    masks: new Int32Array(context.body.operations.length),
    pending: [],
    found: new Map(),
    holders: new Map(),
    captured: new Map(),
  };
  const { masks, pending } = tracing;
  let result: TaintMask = NO_TAINT;
  let leavesAt: OperationIndex | null = null;
  for (const operation of seedOperations(context, seed)) set(tracing, operation, FULL_TAINT);
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const mask = masks[at] ?? NO_TAINT;
    noteOutside(tracing, at, mask);
    for (const use of context.flow.uses[at] ?? []) {
      if (use.kind === 'result') {
        result |= mask;
        leavesAt = leavesAt === null ? use.at : Math.min(leavesAt, use.at);
      } else if (use.kind === 'flow') raise(tracing, use.to, mask);
      else if (use.kind === 'field') storeField(tracing, use.object, mask);
      else if (use.kind === 'argument') passArgument(tracing, use, mask);
      else if (context.carries.spreadsToParts) raise(tracing, use.to, mask);
    }
  }
  return {
    result,
    leavesAt,
    holders: tracing.holders,
    captured: tracing.captured,
    arguments: [...tracing.found].flatMap(([call, positions]) =>
      [...positions].map(([position, mask]) => ({ call, position, mask })),
    ),
  };
}

function seedOperations(context: BodyContext, seed: Seed): readonly OperationIndex[] {
  if (seed.kind === 'operations' || seed.kind === 'captured') return seed.operations;
  const found: OperationIndex[] = [];
  context.body.operations.forEach((operation, index) => {
    if (seed.kind === 'parameter' && operation.kind === 'parameter' && operation.index === seed.index)
      found.push(index);
    if (seed.kind !== 'this') return;
    const isOwnField =
      operation.kind === 'name' && context.carries.spreadsToParts && context.readsOwnField(index);
    if (operation.kind === 'this' || isOwnField) found.push(index);
  });
  return found;
}

function set({ masks, pending }: Tracing, operation: OperationIndex, mask: TaintMask): void {
  const known = masks[operation] ?? NO_TAINT;
  if ((known | mask) === known) return;
  masks[operation] = known | mask;
  pending.push(operation);
}

/** What a validation has looked at is clean, and a value of a type without free text is harmless. */
function raise(tracing: Tracing, operation: OperationIndex, mask: TaintMask): void {
  const { context, masks } = tracing;
  const known = masks[operation] ?? NO_TAINT;
  if (mask === NO_TAINT || (known | mask) === known) return;
  const kind = context.body.operations[operation]?.kind;
  if (kind !== 'declare' && kind !== 'assign' && context.endsTaint(operation)) return;
  if (!context.isChecked(operation)) set(tracing, operation, mask);
}

/** Parameters that hold the value when the method ends, and variables that inner types read. */
function noteOutside({ context, holders, captured }: Tracing, at: OperationIndex, mask: TaintMask): void {
  const operation = context.body.operations[at];
  if (operation?.kind === 'parameter') widen(holders, operation.index, mask);
  if (context.captured.has(at)) widen(captured, at, mask);
  if (operation?.kind !== 'assign') return;
  const target = context.body.operations[operation.target];
  if (target?.kind === 'local' && context.captured.has(target.declaration))
    widen(captured, target.declaration, mask);
}

function widen(masks: Map<number, TaintMask>, key: number, mask: TaintMask): void {
  masks.set(key, (masks.get(key) ?? NO_TAINT) | mask);
}

function storeField(tracing: Tracing, object: OperationIndex | null, mask: TaintMask): void {
  const { context } = tracing;
  const isOwn = object === null || context.body.operations[object]?.kind === 'this';
  if (isOwn) widen(tracing.holders, -1, mask);
  else raiseObject(tracing, object, mask);
}

/** The object of an expression holds the value from now on: so do all variables through which it is known here. */
function raiseObject(tracing: Tracing, expression: OperationIndex, mask: TaintMask): void {
  const read = tracing.context.ownerOf(expression);
  if (read === null) return;
  for (const definition of tracing.context.flow.definitions(read)) set(tracing, definition, mask);
}

function passArgument(
  tracing: Tracing,
  use: { readonly call: OperationIndex; readonly position: number },
  mask: TaintMask,
): void {
  const { context, found, callees } = tracing;
  const { call, position } = use;
  const positions = found.get(call) ?? new Map<number, TaintMask>();
  found.set(call, positions);
  widen(positions, position, mask);
  const site = context.sites.get(call);
  const inner = site ? callees.through(site, position) : null;
  if (inner) {
    raise(tracing, call, mask & inner.result);
    for (const [holder, left] of inner.holders)
      if (holder !== position) raiseHolder(tracing, call, holder, mask & left);
    return;
  }
  const carried = context.carries.through(context.roles(call), position);
  raise(tracing, call, mask & carried.result);
  raiseHolder(tracing, call, -1, mask & carried.receiver);
  callFunctions(tracing, call, mask & carried.result);
}

function raiseHolder(tracing: Tracing, call: OperationIndex, position: number, mask: TaintMask): void {
  if (mask === NO_TAINT) return;
  const operation = tracing.context.body.operations[call];
  if (position === -1 && operation?.kind === 'new') {
    raise(tracing, call, mask);
    return;
  }
  if (position === -1 && isOwnObject(tracing.context, call)) widen(tracing.holders, -1, mask);
  const argument = argumentAt(tracing.context.body, call, position);
  if (argument !== null) raiseObject(tracing, argument, mask);
}

/** The call is made on the object whose method this is: `this.set(x)`, `set(x)`, `super(x)`. */
function isOwnObject(context: BodyContext, call: OperationIndex): boolean {
  const operation = context.body.operations[call];
  if (operation?.kind === 'constructor-call') return true;
  if (operation?.kind !== 'call') return false;
  if (operation.object === null) return true;
  const object = context.body.operations[operation.object];
  return object?.kind === 'this' || object?.kind === 'super';
}

/** What a library does with a tainted receiver or argument, it does by the functions it is given. */
function callFunctions(tracing: Tracing, call: OperationIndex, mask: TaintMask): void {
  const { context } = tracing;
  const operation = context.body.operations[call];
  if (mask === NO_TAINT || operation?.kind !== 'call') return;
  for (const argument of operation.args) {
    const given = context.body.operations[argument];
    if (given?.kind === 'lambda') {
      for (const parameter of given.parameters) raise(tracing, parameter, mask);
    } else if (given?.kind === 'method-reference') {
      passArgument(tracing, { call: argument, position: context.referencePosition(argument) }, mask);
    }
  }
}
