import { Modifier } from '../../facts/declarations.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { CallSite, Program, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { CallRole } from '../../models/labels.ts';
import type { CarryRule } from './carry-rules.ts';
import { checkedPlaces } from './checked-places.ts';
import type { ObjectParts } from './object-parts.ts';
import type { TaintMask } from './taint-mask.ts';
import { rootReads, type ValueFlow } from './value-uses.ts';

/** What one body is asked with; prepared once a method. */
export interface BodyContext {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly flow: ValueFlow;
  readonly sites: ReadonlyMap<OperationIndex, CallSite>;
  readonly carries: CarryRule;
  readonly roles: (operation: OperationIndex) => readonly CallRole[];
  /** What is left of the value of the operation where a validation is sure to have looked at it. */
  readonly keptByChecks: (operation: OperationIndex) => TaintMask;
  /** Where the body speaks of the own object; looked up when first asked for. */
  readonly own: () => OwnUses;
  /** Whether the value may be an object with such a part; see {@link ObjectParts.holds}. */
  readonly holdsPart: (operation: OperationIndex, part: string) => 'yes' | 'no' | 'all';
  /** The same for the method's result. */
  readonly resultHolds: (part: string) => 'yes' | 'no' | 'all';
  /** The value is of a type that holds no free text. */
  readonly endsTaint: (operation: OperationIndex) => boolean;
  /** The value is an object that never changes. */
  readonly isFixed: (operation: OperationIndex) => boolean;
  /** Locals and parameters that anonymous and local types of the body read. */
  readonly captured: ReadonlySet<OperationIndex>;
  /** The read of the local that changes when the object of an expression does; null where that is no local. */
  readonly ownerOf: (expression: OperationIndex) => OperationIndex | null;
  /** What a library object made on the spot wraps: what is written to it ends up there. */
  readonly wrappedBy: (expression: OperationIndex) => OperationIndex | null;
  /** A call that names no object is made on the own or an outer one, and not statically. */
  readonly isOnOwnObject: (call: OperationIndex) => boolean;
  /** Of calls that were asked for; see {@link unheardIn}. */
  readonly unheard: Map<OperationIndex, number>;
  /** Position at which a method reference hands on what it is called with. */
  readonly referencePosition: (reference: OperationIndex) => number;
}

/** Where a body speaks of the object whose method it is. */
export interface OwnUses {
  /** `this` and `super`. */
  readonly objects: readonly OperationIndex[];
  /** Calls that do not name it. */
  readonly calls: readonly OperationIndex[];
  /** Reads of its fields by their bare names, by field. */
  readonly fields: ReadonlyMap<string, readonly OperationIndex[]>;
}

export interface BodyQuestions {
  readonly program: Program;
  readonly carries: CarryRule;
  readonly roles: (operation: OperationIndex) => readonly CallRole[];
  /** The operations that have roles. */
  readonly told: Iterable<OperationIndex>;
  readonly endsTaint: (operation: OperationIndex) => boolean;
  readonly isFixed: (operation: OperationIndex) => boolean;
  readonly captured: ReadonlySet<OperationIndex>;
  readonly parts: ObjectParts;
  readonly flow: ValueFlow;
  readonly sites: ReadonlyMap<OperationIndex, CallSite>;
}

/** Prepares a method that has a body. */
export function bodyContext(method: ProgramMethod, body: Body, questions: BodyQuestions): BodyContext {
  const { program, parts, told, ...rest } = questions;
  const { sites } = rest;
  const ownField = (operation: OperationIndex) => program.fieldOf(method, operation)?.name;
  let uses: OwnUses | null = null;
  const isField = (operation: OperationIndex) => ownField(operation) !== undefined;
  return {
    ...rest,
    method,
    body,
    unheard: new Map(),
    keptByChecks: checkedPlaces(body, rest.flow.values, { calls: told, roles: rest.roles }),
    own: () => {
      uses ??= ownUses(body, ownField, (call) => isMemberCall(program, method, sites.get(call)));
      return uses;
    },
    holdsPart: (operation, part) => parts.holds(method.operationTypes[operation], part),
    resultHolds: (part) => parts.holds(method.returnType, part),
    ownerOf: rootReads(body, (call) => staysInside(method, sites, call)),
    wrappedBy: (expression) => {
      const made = body.operations[expression];
      const isLibrary = made?.kind === 'new' && (sites.get(expression)?.targets.length ?? 0) === 0;
      return isLibrary ? (made.args[0] ?? null) : null;
    },
    isOnOwnObject: (call) => isMemberCall(program, method, sites.get(call)),
    referencePosition: (reference) =>
      isUnbound(body, reference, isField) && !isStaticTarget(program, sites.get(reference)) ? -1 : 0,
  };
}

function ownUses(
  body: Body,
  ownField: (operation: OperationIndex) => string | undefined,
  isMember: (call: OperationIndex) => boolean,
): OwnUses {
  const objects: OperationIndex[] = [];
  const calls: OperationIndex[] = [];
  const fields = new Map<string, OperationIndex[]>();
  body.operations.forEach((operation, at) => {
    if (operation.kind === 'this' || operation.kind === 'super') objects.push(at);
    if (operation.kind === 'call' && operation.object === null && isMember(at)) calls.push(at);
    const field = operation.kind === 'name' ? ownField(at) : undefined;
    if (field === undefined) return;
    const known = fields.get(field);
    if (known) known.push(at);
    else fields.set(field, [at]);
  });
  return { objects, calls, fields };
}

/** A chained call that still speaks of the same object: a builder that returns itself, or an accessor of the tree. */
function staysInside(
  method: ProgramMethod,
  sites: ReadonlyMap<OperationIndex, CallSite>,
  call: OperationIndex,
): boolean {
  if ((sites.get(call)?.targets.length ?? 0) > 0) return true;
  const operation = method.declaration?.body?.operations[call];
  const object = operation?.kind === 'call' && operation.object !== null ? operation.object : null;
  const before = object === null ? undefined : method.operationTypes[object];
  const after = method.operationTypes[call];
  return before?.kind === 'class' && after?.kind === 'class' && before.name === after.name;
}

/** A method of the tree that is not static; out of the tree one of the own types, and not one that was imported by its name. */
function isMemberCall(program: Program, { owner }: ProgramMethod, site: CallSite | undefined): boolean {
  if (site?.resolution.status !== 'external') return !isStaticTarget(program, site);
  const { receiver } = site;
  if (receiver?.kind !== 'class') return true;
  for (let type: ProgramType | null = owner; type !== null; type = type.outer)
    if (type.name === receiver.name) return true;
  return false;
}

/** `Type::name`, where what is called with it may be the receiver. */
function isUnbound(body: Body, reference: OperationIndex, isField: (operation: OperationIndex) => boolean) {
  const operation = body.operations[reference];
  if (operation?.kind !== 'method-reference' || operation.name === 'new') return false;
  if (operation.object === null) return true;
  const object = body.operations[operation.object];
  return (object?.kind === 'name' || object?.kind === 'field') && !isField(operation.object);
}

function isStaticTarget(program: Program, site: CallSite | undefined): boolean {
  const target = site?.targets[0] && program.method(site.targets[0].method);
  return ((target?.declaration?.modifiers ?? 0) & Modifier.static) !== 0;
}
