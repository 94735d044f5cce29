import { NOTHING } from '../../base/lists.ts';
import { Modifier } from '../../facts/declarations.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { CallSite, Program, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { CallRole } from '../../models/labels.ts';
import { roleIndex } from '../role-index.ts';
import type { CarryRule } from './carry-rules.ts';
import { checkedPlaces } from './checked-places.ts';
import { RootReads } from './root-reads.ts';
import type { TaintGround } from './taint-ground.ts';
import { FULL_TAINT, type TaintMask } from './taint-mask.ts';
import type { ValueFlow } from './value-uses.ts';

/** Where a body speaks of the object whose method it is. */
export interface OwnUses {
  /** `this` and `super`. */
  readonly objects: readonly OperationIndex[];
  /** Calls that do not name it. */
  readonly calls: readonly OperationIndex[];
  /** Reads of its fields by their bare names, by field. */
  readonly fields: ReadonlyMap<string, readonly OperationIndex[]>;
}

/** What one body is asked with, for one kind of value; there is one for each method with a body, so it makes what it needs when first asked. */
export class BodyContext {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly flow: ValueFlow;
  readonly sites: ReadonlyMap<OperationIndex, CallSite>;
  readonly carries: CarryRule;
  /** Locals and parameters that anonymous and local types of the body read. */
  readonly captured: ReadonlySet<OperationIndex>;
  private readonly ground: TaintGround;
  private readonly told: ReadonlyMap<OperationIndex, readonly CallRole[]> | undefined;
  private readonly checks: ((operation: OperationIndex) => TaintMask) | null;
  private uses: OwnUses | null = null;
  private roots: RootReads | null = null;
  private unheard: Map<OperationIndex, number> | null = null;

  constructor(
    ground: TaintGround,
    carries: CarryRule,
    { method, body }: { readonly method: ProgramMethod; readonly body: Body },
  ) {
    this.ground = ground;
    this.method = method;
    this.body = body;
    this.flow = ground.flows.of(method, body);
    this.sites = ground.flows.sitesOf(method);
    this.carries = carries;
    this.captured = ground.captures.variablesOf(method);
    const told = ground.labels.callRoles.get(method.id);
    this.told = told;
    this.checks =
      told !== undefined && roleIndex(ground.labels.callRoles).has(method.id, 'validator')
        ? checkedPlaces(body, this.flow.values, told)
        : null;
  }

  roles(operation: OperationIndex): readonly CallRole[] {
    return this.told?.get(operation) ?? NOTHING;
  }

  /** What is left of the value of the operation where a validation is sure to have looked at it. */
  keptByChecks(operation: OperationIndex): TaintMask {
    return this.checks === null ? FULL_TAINT : this.checks(operation);
  }

  /** Where the body speaks of the own object; looked up when first asked for. */
  own(): OwnUses {
    this.uses ??= ownUses(this);
    return this.uses;
  }

  /** The field of the tree that an operation names, by its name. */
  ownField(operation: OperationIndex): string | undefined {
    return this.ground.program.fieldOf(this.method, operation)?.name;
  }

  /** Whether the value may be an object with such a part; see {@link ObjectParts.holds}. */
  holdsPart(operation: OperationIndex, part: string): 'yes' | 'no' | 'all' {
    return this.ground.parts.holds(this.method.operationTypes[operation], part);
  }

  /** The same for the method's result. */
  resultHolds(part: string): 'yes' | 'no' | 'all' {
    return this.ground.parts.holds(this.method.returnType, part);
  }

  /** The value is of a type that holds no free text: primitives, enums and the bounded types of the models. */
  endsTaint(operation: OperationIndex): boolean {
    const type = this.method.operationTypes[operation];
    if (type === undefined) return false;
    if (type.kind === 'primitive' || type.kind === 'void') return true;
    if (type.kind !== 'class') return false;
    const { labels, program } = this.ground;
    return labels.boundedTypes.has(type.name) || program.type(type.name)?.declaration.kind === 'enum';
  }

  /** The value is an object that never changes. */
  isFixed(operation: OperationIndex): boolean {
    const type = this.method.operationTypes[operation];
    return type?.kind === 'class' && this.ground.labels.fixedTypes.has(type.name);
  }

  /** The read of the local that changes when the object of an expression does; null where that is no local. */
  ownerOf(expression: OperationIndex): OperationIndex | null {
    this.roots ??= new RootReads(this.method, this.body, this.sites);
    return this.roots.of(expression);
  }

  /** What a library object made on the spot wraps: what is written to it ends up there. */
  wrappedBy(expression: OperationIndex): OperationIndex | null {
    const made = this.body.operations[expression];
    const isLibrary = made?.kind === 'new' && (this.sites.get(expression)?.targets.length ?? 0) === 0;
    return isLibrary ? (made.args[0] ?? null) : null;
  }

  /** A call that names no object is made on the own or an outer one, and not statically. */
  isOnOwnObject(call: OperationIndex): boolean {
    return isMemberCall(this.ground.program, this.method, this.sites.get(call));
  }

  /** What was found out of a call before; see {@link unheardIn}. */
  unheardBefore(call: OperationIndex): number | undefined {
    return this.unheard?.get(call);
  }

  keepUnheard(call: OperationIndex, position: number): void {
    this.unheard ??= new Map();
    this.unheard.set(call, position);
  }

  /** Position at which a method reference hands on what it is called with. */
  referencePosition(reference: OperationIndex): number {
    return isUnbound(this, reference) && !isStaticTarget(this.ground.program, this.sites.get(reference))
      ? -1
      : 0;
  }
}

function ownUses(context: BodyContext): OwnUses {
  const objects: OperationIndex[] = [];
  const calls: OperationIndex[] = [];
  const fields = new Map<string, OperationIndex[]>();
  context.body.operations.forEach((operation, at) => {
    if (operation.kind === 'this' || operation.kind === 'super') objects.push(at);
    if (operation.kind === 'call' && operation.object === null && context.isOnOwnObject(at)) calls.push(at);
    const field = operation.kind === 'name' ? context.ownField(at) : undefined;
    if (field === undefined) return;
    const known = fields.get(field);
    if (known) known.push(at);
    else fields.set(field, [at]);
  });
  return { objects, calls, fields };
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
function isUnbound(context: BodyContext, reference: OperationIndex): boolean {
  const { operations } = context.body;
  const operation = operations[reference];
  if (operation?.kind !== 'method-reference' || operation.name === 'new') return false;
  if (operation.object === null) return true;
  const object = operations[operation.object];
  const isNamed = object?.kind === 'name' || object?.kind === 'field';
  return isNamed && context.ownField(operation.object) === undefined;
}

function isStaticTarget(program: Program, site: CallSite | undefined): boolean {
  const target = site?.targets[0] && program.method(site.targets[0].method);
  return ((target?.declaration?.modifiers ?? 0) & Modifier.static) !== 0;
}
