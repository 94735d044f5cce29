import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { CallSite, ProgramMethod } from '../../link/program.ts';
import type { CallRole } from '../../models/labels.ts';
import { type Dominance, dominanceOf } from '../dominance.ts';
import { FULL_TAINT, keptBy, NO_TAINT, type TaintMask } from './taint-mask.ts';
import { rootVariable, type ValueUse, valueUses } from './value-uses.ts';

/** Where a tainted value starts in a method. */
export type Seed =
  | { readonly kind: 'parameter'; readonly index: number }
  /** The receiver object. */
  | { readonly kind: 'this' }
  /** The values of given operations. */
  | { readonly kind: 'operations'; readonly operations: readonly OperationIndex[] };

/** What happens to a seed inside one body, calls into the tree included by their own summaries. */
export interface BodyFlow {
  /** What is left of the taint in the method's result. */
  readonly result: TaintMask;
  /** Objects handed in that hold the value afterwards: position → mask, -1 for the receiver. */
  readonly holders: ReadonlyMap<number, TaintMask>;
  /** Calls that get the value. */
  readonly arguments: readonly TaintedArgument[];
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

/** What one body is asked with; prepared once a method. */
export interface BodyContext {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly uses: readonly (readonly ValueUse[])[];
  readonly sites: ReadonlyMap<OperationIndex, CallSite>;
  readonly roles: (operation: OperationIndex) => readonly CallRole[];
  readonly order: Dominance;
  /** Validations by the variable they check. */
  readonly validations: ReadonlyMap<OperationIndex, readonly OperationIndex[]>;
  /** Fields of the own object that a `name` operation reads. */
  readonly readsOwnField: (operation: OperationIndex) => boolean;
  /** Types that hold no free text: a value of one ends taint. */
  readonly endsTaint: (operation: OperationIndex) => boolean;
  readonly carries: CarryRule;
}

/** What is left of a value in the result of a library call that got it at a position (-1: receiver). */
export type CarryRule = (roles: readonly CallRole[], position: number) => TaintMask;

export interface BodyQuestions {
  readonly carries: CarryRule;
  readonly roles: (operation: OperationIndex) => readonly CallRole[];
  readonly readsOwnField: (operation: OperationIndex) => boolean;
  readonly endsTaint: (operation: OperationIndex) => boolean;
}

/** Prepares a method that has a body. */
export function bodyContext(method: ProgramMethod, body: Body, questions: BodyQuestions): BodyContext {
  const sites = new Map(method.calls.map((site) => [site.operation, site]));
  const validations = new Map<OperationIndex, OperationIndex[]>();
  for (const operation of sites.keys()) {
    for (const role of questions.roles(operation)) {
      if (role.role !== 'validator') continue;
      for (const variable of checkedVariables(body, operation, role.arguments)) {
        const list = validations.get(variable);
        if (list) list.push(operation);
        else validations.set(variable, [operation]);
      }
    }
  }
  return { method, body, uses: valueUses(body), sites, order: dominanceOf(body), validations, ...questions };
}

function checkedVariables(body: Body, call: OperationIndex, positions: readonly number[]): OperationIndex[] {
  return positions.flatMap((position) => {
    const argument = argumentAt(body, call, position);
    const variable = argument === null ? null : rootVariable(body, argument);
    return variable === null ? [] : [variable];
  });
}

/** The operation that stands at a position of a call; -1 is the receiver. */
export function argumentAt(body: Body, call: OperationIndex, position: number): OperationIndex | null {
  const operation = body.operations[call];
  if (operation?.kind !== 'call' && operation?.kind !== 'new' && operation?.kind !== 'constructor-call')
    return null;
  if (position === -1) return operation.kind === 'constructor-call' ? null : operation.object;
  return operation.args[position] ?? null;
}

/** Carries a seed through a body until nothing changes; each operation's mask only grows, so this ends. */
export function traceBody(context: BodyContext, seed: Seed, callees: Callees): BodyFlow {
  const { body } = context;
  const masks = new Int32Array(body.operations.length);
  const pending: OperationIndex[] = [];
  const raise = (operation: OperationIndex, mask: TaintMask) => {
    const known = masks[operation] ?? NO_TAINT;
    if ((known | mask) === known) return;
    masks[operation] = known | mask;
    pending.push(operation);
  };
  const found = new Map<string, TaintedArgument>();
  let result: TaintMask = NO_TAINT;
  let leavesAt: OperationIndex | null = null;
  const holders = new Map<number, TaintMask>();
  for (const operation of seedOperations(context, seed)) raise(operation, FULL_TAINT);
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const mask = masks[at] ?? NO_TAINT;
    noteHolder(context, at, mask, holders);
    for (const use of context.uses[at] ?? []) {
      if (use.kind === 'result') {
        result |= mask;
        leavesAt = leavesAt === null ? use.at : Math.min(leavesAt, use.at);
      } else if (use.kind === 'flow') flowTo(context, use.to, mask, raise);
      else if (use.kind === 'field') storeField(context, use.object, mask, { raise, holders });
      else passArgument(context, use, mask, { raise, found, callees });
    }
  }
  return { result, holders, arguments: [...found.values()], leavesAt };
}

function seedOperations(context: BodyContext, seed: Seed): readonly OperationIndex[] {
  if (seed.kind === 'operations') return seed.operations;
  const found: OperationIndex[] = [];
  context.body.operations.forEach((operation, index) => {
    if (seed.kind === 'parameter' && operation.kind === 'parameter' && operation.index === seed.index)
      found.push(index);
    if (seed.kind !== 'this') return;
    if (operation.kind === 'this' || (operation.kind === 'name' && context.readsOwnField(index)))
      found.push(index);
  });
  return found;
}

/** A read of a variable that a validation dominates is clean; a value of a type without free text is harmless. */
function flowTo(
  context: BodyContext,
  to: OperationIndex,
  mask: TaintMask,
  raise: (operation: OperationIndex, mask: TaintMask) => void,
): void {
  const operation = context.body.operations[to];
  if (operation?.kind === 'local') {
    const checks = context.validations.get(operation.declaration) ?? [];
    if (checks.some((check) => context.order.dominates(check, to))) return;
  }
  if (operation?.kind !== 'declare' && context.endsTaint(to)) return;
  raise(to, mask);
}

/** Parameters and the own object that hold the value when the method ends. */
function noteHolder(
  context: BodyContext,
  at: OperationIndex,
  mask: TaintMask,
  holders: Map<number, TaintMask>,
): void {
  const operation = context.body.operations[at];
  if (operation?.kind === 'parameter')
    holders.set(operation.index, (holders.get(operation.index) ?? NO_TAINT) | mask);
}

function storeField(
  context: BodyContext,
  object: OperationIndex | null,
  mask: TaintMask,
  state: {
    readonly raise: (operation: OperationIndex, mask: TaintMask) => void;
    readonly holders: Map<number, TaintMask>;
  },
): void {
  const root = object === null ? null : rootVariable(context.body, object);
  if (root !== null) state.raise(root, mask);
  else if (object === null || context.body.operations[object]?.kind === 'this') {
    state.holders.set(-1, (state.holders.get(-1) ?? NO_TAINT) | mask);
  }
}

interface Tracing {
  readonly raise: (operation: OperationIndex, mask: TaintMask) => void;
  readonly found: Map<string, TaintedArgument>;
  readonly callees: Callees;
}

function passArgument(
  context: BodyContext,
  use: { readonly call: OperationIndex; readonly position: number },
  mask: TaintMask,
  tracing: Tracing,
): void {
  const { call, position } = use;
  const key = `${call} ${position}`;
  const known = tracing.found.get(key);
  tracing.found.set(key, { call, position, mask: (known?.mask ?? NO_TAINT) | mask });
  const site = context.sites.get(call);
  const inner = site ? tracing.callees.through(site, position) : null;
  if (inner) {
    raiseResult(context, call, mask & inner.result, tracing.raise);
    for (const [holder, left] of inner.holders)
      if (holder !== position) raiseHolder(context, call, holder, mask & left, tracing);
    return;
  }
  const kept = mask & context.carries(context.roles(call), position);
  raiseResult(context, call, kept, tracing.raise);
  if (position >= 0) raiseHolder(context, call, -1, kept, tracing);
  raiseLambdaParameters(context, call, kept, tracing.raise);
}

/** What comes out of these is no longer the value that went in. */
const ENDING_ROLES: ReadonlySet<CallRole['role']> = new Set(['declassifier', 'crypto', 'log', 'validator']);

/** Library code carries a value from any argument into its result, unless a row says that it cleans or ends it. */
export function carriesUnlessCleaned(roles: readonly CallRole[], position: number): TaintMask {
  let kept: TaintMask = FULL_TAINT;
  for (const role of roles) {
    if (role.role === 'sanitizer' && role.arguments.includes(position)) kept &= keptBy(role.cleans);
    if (ENDING_ROLES.has(role.role)) kept = NO_TAINT;
  }
  return kept;
}

/** Library code carries nothing but what a row says it does: for values that matter as they are, not by what is made of them. */
export function carriesOnlyByRow(roles: readonly CallRole[], position: number): TaintMask {
  return roles.some((role) => role.role === 'propagator' && role.from === position) ? FULL_TAINT : NO_TAINT;
}

function raiseResult(
  context: BodyContext,
  call: OperationIndex,
  mask: TaintMask,
  raise: (operation: OperationIndex, mask: TaintMask) => void,
): void {
  if (mask !== NO_TAINT && !context.endsTaint(call)) raise(call, mask);
}

function raiseHolder(
  context: BodyContext,
  call: OperationIndex,
  position: number,
  mask: TaintMask,
  tracing: Tracing,
): void {
  if (mask === NO_TAINT) return;
  const operation = context.body.operations[call];
  if (position === -1 && operation?.kind === 'new') {
    raiseResult(context, call, mask, tracing.raise);
    return;
  }
  const argument = argumentAt(context.body, call, position);
  const root = argument === null ? null : rootVariable(context.body, argument);
  if (root !== null) tracing.raise(root, mask);
}

/** What a library does with a tainted receiver or argument, it does by the lambdas it is given. */
function raiseLambdaParameters(
  context: BodyContext,
  call: OperationIndex,
  mask: TaintMask,
  raise: (operation: OperationIndex, mask: TaintMask) => void,
): void {
  const operation = context.body.operations[call];
  if (mask === NO_TAINT || operation?.kind !== 'call') return;
  for (const argument of operation.args) {
    const lambda = context.body.operations[argument];
    if (lambda?.kind !== 'lambda') continue;
    for (const parameter of lambda.parameters) if (!context.endsTaint(parameter)) raise(parameter, mask);
  }
}
