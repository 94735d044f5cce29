import type { OperationIndex } from '../../facts/operations.ts';
import type { CallSite } from '../../link/program.ts';
import { argumentAt } from './argument-at.ts';
import { ArgumentNotes, type FoundArgument } from './argument-notes.ts';
import type { BodyContext } from './body-context.ts';
import { ANYWHERE, isOwnObject, unheardIn } from './heard-calls.ts';
import { joinedAt } from './joined-at.ts';
import {
  type Carried,
  FULL_TAINT,
  isHeldAlone,
  keptOf,
  NO_TAINT,
  type Part,
  type Taint,
  type TaintMask,
  widen,
  widenPart,
} from './taint-mask.ts';
import { NONE as NO_USE, Use, type UseTable } from './use-table.ts';

/** Where a tainted value starts in a method. Only one part of the object is tainted where `part` is set. */
export type Seed = { readonly part?: string } & (
  | { readonly kind: 'parameter'; readonly index: number }
  /** The receiver object. */
  | { readonly kind: 'this' }
  /** The values of given operations. */
  | { readonly kind: 'operations'; readonly operations: readonly OperationIndex[] }
  /** Reads of variables of the enclosing method. */
  | { readonly kind: 'captured'; readonly operations: readonly OperationIndex[] }
);

/** What happens to a seed inside one body, calls into the tree included by their own summaries. */
export interface BodyFlow {
  /** What is left of the taint in the method's result. */
  readonly result: Taint;
  /** Objects handed in that hold the value afterwards, by position; -1 for the receiver. */
  readonly holders: ReadonlyMap<number, Taint>;
  /** Calls that get the value. */
  readonly arguments: readonly TaintedArgument[];
  /** Locals and parameters with the value that anonymous and local types of the body read. */
  readonly captured: ReadonlyMap<OperationIndex, Taint>;
  /** The `return`, first in the body, by which it leaves; null where it does not. */
  readonly leavesAt: OperationIndex | null;
  /** What is left of the taint at each `return`. */
  readonly leaves: ReadonlyMap<OperationIndex, TaintMask>;
  /** Values that were looked at: what it cost. */
  readonly work: number;
  /** It would have cost more than a body may, and was left where it was. */
  readonly isCut: boolean;
}

export interface TaintedArgument {
  readonly call: OperationIndex;
  /** -1 is the receiver. */
  readonly position: number;
  /** The part of the argument that is tainted. */
  readonly part: Part;
  readonly mask: TaintMask;
}

/** What a call into the tree does with an argument. */
export type CallEffect = Pick<BodyFlow, 'result' | 'holders'>;

/** The answers of callees that a body needs. */
export interface Callees {
  /** Null where no body of the tree is called; what is not heard of is left out. */
  through(call: CallSite, argument: TaintedArgument, isHeard: boolean): CallEffect | null;
}

/** Values that one seed may cost for each operation of a body, and in any body. */
const WORK_PER_OPERATION = 32;
const FREE_WORK = 20_000;

/** Maps without anything in them would be most, and there are very many: each takes as much memory as one with four things. */
const NONE: ReadonlyMap<never, never> = new Map<never, never>();

/** Carries a seed through a body until nothing changes; what is known of each operation only grows, so this ends. */
export function traceBody(context: BodyContext, seed: Seed, callees: Callees): BodyFlow {
  const trace = new BodyTrace(context, callees);
  trace.start(seed);
  return trace.run();
}

class BodyTrace {
  private readonly context: BodyContext;
  private readonly callees: Callees;
  private readonly uses: UseTable;
  /** Like all that stands below, made when first needed. */
  private wholes: Map<OperationIndex, TaintMask> | null = null;
  /** By part: a seed has one, and few others come to it. */
  private parts: Map<Part, Map<OperationIndex, TaintMask>> | null = null;
  private readonly pending: OperationIndex[] = [];
  private readonly pendingParts: Part[] = [];
  private readonly found = new ArgumentNotes();
  private result: Map<Part, TaintMask> | null = null;
  private holders: Map<number, Map<Part, TaintMask>> | null = null;
  /** What has been raised in all objects that come together in a join. */
  private held: Map<number, Map<Part, TaintMask>> | null = null;
  private captured: Map<OperationIndex, Map<Part, TaintMask>> | null = null;
  private leaves: Map<OperationIndex, TaintMask> | null = null;
  private work = 0;

  constructor(context: BodyContext, callees: Callees) {
    this.context = context;
    this.callees = callees;
    this.uses = context.flow.uses;
  }

  start(seed: Seed): void {
    const carried = { part: seed.part ?? null, mask: FULL_TAINT };
    if (seed.kind === 'this') this.startAtReceiver(carried);
    else if (seed.kind === 'parameter') this.startAtParameter(seed.index, carried);
    else for (const at of seed.operations) this.set(at, carried);
  }

  /** Parameters are the first operations of a body. */
  private startAtParameter(index: number, carried: Carried): void {
    const { operations } = this.context.body;
    for (let at = 0, next = operations[0]; next?.kind === 'parameter'; next = operations[++at])
      if (next.index === index) this.set(at, carried);
  }

  run(): BodyFlow {
    const { uses, pending, pendingParts } = this;
    const limit = FREE_WORK + WORK_PER_OPERATION * uses.size;
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const part = pendingParts.pop() ?? null;
      if (++this.work > limit) break;
      const carried = { part, mask: this.maskAt(at, part) };
      this.noteOutside(at, carried);
      for (let use = uses.firstOf(at); use !== NO_USE; use = uses.nextTo(use)) this.use(at, use, carried);
    }
    return {
      result: this.result ?? NONE,
      holders: this.holders ?? NONE,
      arguments: this.found.all(),
      captured: this.captured ?? NONE,
      leavesAt: this.leaves === null ? null : Math.min(...this.leaves.keys()),
      leaves: this.leaves ?? NONE,
      work: this.work,
      isCut: this.work > limit,
    };
  }

  /** The own object, its fields by their bare names, and calls on it that do not name it. */
  private startAtReceiver(carried: Carried): void {
    const { carries } = this.context;
    const { objects, calls, fields } = this.context.own();
    for (const at of objects) this.set(at, carried);
    for (const at of calls) this.passArgument(at, -1, carried);
    this.work += objects.length + calls.length;
    const names = carried.part === null ? [...fields.values()].flat() : (fields.get(carried.part) ?? []);
    const isRead = carried.part !== null || carries.spreadsToParts;
    if (isRead) for (const at of names) this.set(at, { part: null, mask: carried.mask });
  }

  private maskAt(at: OperationIndex, part: Part): TaintMask {
    return (part === null ? this.wholes?.get(at) : this.parts?.get(part)?.get(at)) ?? NO_TAINT;
  }

  private set(at: OperationIndex, { part, mask }: Carried): void {
    const whole = this.wholes?.get(at) ?? NO_TAINT;
    const known = part === null ? whole : this.maskAt(at, part);
    if (((known | whole) & mask) === mask) return;
    if (part === null) {
      this.wholes ??= new Map();
      this.wholes.set(at, known | mask);
    } else this.placesOf(part).set(at, known | mask);
    this.pending.push(at);
    this.pendingParts.push(part);
  }

  private placesOf(part: Part): Map<OperationIndex, TaintMask> {
    this.parts ??= new Map();
    let places = this.parts.get(part);
    if (places === undefined) {
      places = new Map();
      this.parts.set(part, places);
    }
    return places;
  }

  /** What a validation has looked at is clean, and a value of a type without free text is harmless. */
  private raise(at: OperationIndex, { part, mask: before }: Carried): void {
    if (before === NO_TAINT) return;
    const kind = this.context.body.operations[at]?.kind;
    if (kind !== 'declare' && kind !== 'assign' && this.context.endsTaint(at)) return;
    if (this.context.flow.values.isConstant(at)) return;
    const mask = before & this.context.keptByChecks(at);
    if (mask === NO_TAINT) return;
    const held = part === null ? 'yes' : this.context.holdsPart(at, part);
    // A text that is made of an object has all its parts in it.
    if (held !== 'no') this.set(at, { part: held === 'all' ? null : part, mask });
  }

  private use(at: OperationIndex, use: number, carried: Carried): void {
    const { uses } = this;
    const place = uses.placeOf(use);
    switch (uses.kindOf(use)) {
      case Use.flow:
        this.flowInto(at, place, keptOf(carried, uses.keptOf(use)));
        break;
      case Use.part:
        this.readPart(place, carried);
        break;
      case Use.result:
        this.leave(carried);
        this.leaves ??= new Map();
        this.leaves.set(place, (this.leaves.get(place) ?? NO_TAINT) | carried.mask);
        break;
      case Use.field:
        this.store(place, uses.otherOf(use), carried);
        break;
      default:
        this.passArgument(place, uses.otherOf(use), keptOf(carried, uses.keptOf(use)));
    }
  }

  /** A value that becomes another one; on the way the compiler may call a member of it, and have what that gives instead. */
  private flowInto(at: OperationIndex, to: OperationIndex, carried: Carried): void {
    const { body, sites } = this.context;
    const site = sites.get(to);
    const isAsked = site !== undefined || this.context.roles(to).length > 0;
    const position = isAsked ? joinedAt(body, at, to) : undefined;
    const { part: from, mask } = carried;
    const effect =
      position === undefined ? null : this.passTo(site, { call: to, position, part: from, mask }, true);
    if (effect === null) this.raise(to, carried);
    else for (const [part, kept] of effect.result) this.raise(to, { part, mask: mask & kept });
  }

  /** What the type of the result has no part of is not in it. */
  private leave({ part, mask }: Carried): void {
    const held = part === null ? 'yes' : this.context.resultHolds(part);
    if (held === 'no') return;
    this.result ??= new Map();
    widen(this.result, held === 'all' ? null : part, mask);
  }

  private readPart(at: OperationIndex, { part, mask }: Carried): void {
    const operation = this.context.body.operations[at];
    const isMeant =
      part === null
        ? this.context.carries.spreadsToParts
        : operation?.kind !== 'field' || operation.name === part;
    if (isMeant) this.raise(at, { part: null, mask });
  }

  /** A stored value makes a part of the object: of an array the elements, which are told apart by nothing. */
  private store(assign: OperationIndex, object: OperationIndex, carried: Carried): void {
    const { body } = this.context;
    const operation = body.operations[assign];
    const place = operation?.kind === 'assign' ? body.operations[operation.target] : undefined;
    const part = place?.kind === 'field' || place?.kind === 'name' ? place.name : carried.part;
    const stored = { part, mask: carried.mask };
    if (object === NO_USE || body.operations[object]?.kind === 'this') this.holdInOwn(stored);
    else this.raiseObject(object, stored);
  }

  /** The own object holds the value: for the caller, and for what the rest of the body reads from it. */
  private holdInOwn(carried: Carried): void {
    this.holders ??= new Map();
    const known = this.holders.get(-1)?.get(carried.part) ?? NO_TAINT;
    if ((known | carried.mask) === known) return;
    widenPart(this.holders, -1, carried);
    this.startAtReceiver(carried);
  }

  /** The object of an expression holds the value from now on: so do all variables through which it is known here. */
  private raiseObject(expression: OperationIndex, carried: Carried): void {
    const wrapped = this.context.wrappedBy(expression);
    if (wrapped !== null) this.raiseObject(wrapped, carried);
    const read = this.context.ownerOf(expression);
    if (read !== null) this.raiseHeld(this.context.flow.values.nodeOf(read), carried);
  }

  /** Whatever a join brings together may be the object. */
  private raiseHeld(start: number, carried: Carried): void {
    const { values } = this.context.flow;
    const pending = [start];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node < 0) continue;
      const inputs = values.inputsOf(node);
      if (inputs.length === 0) this.set(node, carried);
      else if (this.isNewlyHeld(node, carried)) for (const input of inputs) pending.push(input);
    }
  }

  private isNewlyHeld(join: number, { part, mask }: Carried): boolean {
    this.held ??= new Map();
    const known = this.held.get(join)?.get(part) ?? NO_TAINT;
    if ((known | mask) === known) return false;
    widenPart(this.held, join, { part, mask });
    return true;
  }

  /** Parameters that hold the value when the method ends, and variables that inner types read. */
  private noteOutside(at: OperationIndex, carried: Carried): void {
    const { body, captured } = this.context;
    const operation = body.operations[at];
    if (operation?.kind === 'parameter') {
      this.holders ??= new Map();
      widenPart(this.holders, operation.index, carried);
    }
    if (captured.size === 0) return;
    if (captured.has(at)) this.capture(at, carried);
    if (operation?.kind !== 'assign') return;
    const target = body.operations[operation.target];
    if (target?.kind === 'local' && captured.has(target.declaration))
      this.capture(target.declaration, carried);
  }

  private capture(variable: OperationIndex, carried: Carried): void {
    this.captured ??= new Map();
    widenPart(this.captured, variable, carried);
  }

  private passArgument(call: OperationIndex, position: number, carried: Carried): void {
    const { part, mask } = carried;
    const site = this.context.sites.get(call);
    // Of a library nobody is asked what becomes of it.
    const isHeard = site !== undefined && site.targets.length > 0 && this.isHeard(call, position, carried);
    const effect = this.passTo(site, { call, position, part, mask }, isHeard);
    if (!effect) {
      this.passToLibrary(call, position, carried);
      return;
    }
    if (effect.result.size > 0)
      for (const [left, kept] of effect.result) this.raise(call, { part: left, mask: mask & kept });
    if (isHeldAlone(effect.holders, position, part)) return;
    for (const [holder, taint] of effect.holders) {
      for (const [left, kept] of taint) {
        if (holder !== position || left !== part)
          this.raiseHolder(call, holder, { part: left, mask: mask & kept });
      }
    }
  }

  /** Whether what the call makes of the value can change anything in this body. */
  private isHeard(call: OperationIndex, position: number, { part, mask }: Carried): boolean {
    const unheard = unheardIn(this.context, call);
    if (unheard !== position || part !== null) return unheard !== ANYWHERE;
    const read = argumentAt(this.context.body, call, position);
    const held = read === null ? NO_TAINT : this.maskAt(this.context.flow.values.nodeOf(read), null);
    return (held & mask) !== mask;
  }

  private passTo(site: CallSite | undefined, argument: FoundArgument, isHeard: boolean): CallEffect | null {
    if (argument.mask !== NO_TAINT) this.found.add(argument);
    return site ? this.callees.through(site, argument, isHeard) : null;
  }

  private passToLibrary(call: OperationIndex, position: number, { part, mask }: Carried): void {
    const kept = this.context.carries.through(this.context.roles(call), position);
    const given = { part, mask: mask & kept.result };
    // What comes out of a list or map of which every place is known comes from its place.
    const isPlaced = position === -1 && this.context.flow.values.placeRead(call) !== undefined;
    if (!isPlaced) this.raise(call, given);
    this.raiseHolder(call, -1, { part, mask: mask & kept.receiver });
    for (const holder of kept.into ?? []) this.raiseHolder(call, holder, { part, mask });
    if (!this.isAnswerOfFunction(call, position)) this.callFunctions(call, given);
  }

  /** What a function answers goes into the result of the call; only what a supplier gives may be handed to other functions. */
  private isAnswerOfFunction(call: OperationIndex, position: number): boolean {
    const argument = argumentAt(this.context.body, call, position);
    const given = argument === null ? undefined : this.context.body.operations[argument];
    return given?.kind === 'lambda' && given.parameters.length > 0;
  }

  private raiseHolder(call: OperationIndex, position: number, carried: Carried): void {
    if (carried.mask === NO_TAINT) return;
    const { body } = this.context;
    const operation = body.operations[call];
    if (position === -1 && operation?.kind === 'new') {
      this.raise(call, carried);
      return;
    }
    if (position === -1 && isOwnObject(this.context, call)) this.holdInOwn(carried);
    const argument = argumentAt(body, call, position);
    if (argument !== null && !this.context.isFixed(argument)) this.raiseObject(argument, carried);
  }

  /** What a library does with a tainted receiver or argument, it does by the functions it is given. */
  private callFunctions(call: OperationIndex, carried: Carried): void {
    const { body } = this.context;
    const operation = body.operations[call];
    if (carried.mask === NO_TAINT || operation?.kind !== 'call') return;
    for (const argument of operation.args) {
      const given = body.operations[argument];
      if (given?.kind === 'lambda') for (const parameter of given.parameters) this.raise(parameter, carried);
      else if (given?.kind === 'method-reference')
        this.passArgument(argument, this.context.referencePosition(argument), carried);
    }
  }
}
