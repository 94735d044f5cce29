import type { Region } from '../../../facts/control-flow.ts';
import type { Body, Operation, OperationIndex } from '../../../facts/operations.ts';

/**
 * What an expression comes to when a check in it fails: a truth value, nothing at all, something that is there and not what
 * is asked for, or what nobody can tell.
 */
type Value = boolean | 'nothing' | 'another' | null;

const DEEPEST = 20;
/** Operations looked at for one question; a cap for hostile bodies. */
const MOST_STEPS = 2_000;
const ASKS_FOR_NOTHING = /^(?:is(?:Null|Blank|Empty|NullOrEmpty)|nullOrEmpty|noneMatch)$/u;
/** Questions that are answered with no for what is not there. */
const ASKS_FOR_SOMETHING =
  /^(?:equals\w*|contains\w*|is(?:Not|Non)\w+|nonNull|has(?:Text|Length)|anyMatch)$/u;
/** Questions whether something is one of what is asked for. */
const COMPARES = /^(?:equals\w*|contains\w*|anyMatch|hasRole|hasAuthority)$/u;
/** Members that give a part of something, or show it in another way. */
const HANDS_ON_ANOTHER =
  /^(?:get[A-Z]\w*|stream|map|toString|trim|toLowerCase|toUpperCase|ofNullable|orElse\w*|collect|toList)$/u;
/** Members that hand on what is not there. */
const HANDS_ON = /^ofNullable$/u;

/** A check and what it gives when it fails: false, an object that is not there, or another one than is asked for. */
export interface FailingCheck {
  readonly operation: OperationIndex;
  readonly gives: false | 'nothing' | 'another';
}

/** What a condition comes to whenever the check fails, whatever else it is made of; null where other parts decide too. */
export function conditionWhenFailing(
  body: Body,
  check: FailingCheck,
  condition: OperationIndex,
): boolean | null {
  return asTruth(new Failure(body, check).worthOf(condition, 0));
}

/** What a method gives by a value whenever the check fails: false, nothing, or something that this does not tell. */
export function givenWhenFailing(
  body: Body,
  check: FailingCheck,
  value: OperationIndex,
): FailingCheck['gives'] | null {
  const found = new Failure(body, check).worthOf(value, 0);
  return found === true ? null : found;
}

/** Whether every answer of a method is a bad one whenever the check fails, and some answer is no constant. */
export function isGivenBack(body: Body, check: FailingCheck): boolean {
  const answers = body.operations.flatMap((each) => (each.kind === 'return' ? [each.value] : []));
  return (
    answers.some((at) => at !== null && body.operations[at]?.kind !== 'literal') &&
    answers.every((at) => at !== null && givenWhenFailing(body, check, at) !== null)
  );
}

/** What stands where only a truth value can stand is one: the library's signature was not there to say so. */
function asTruth(value: Value): boolean | null {
  if (value === 'another') return null;
  return value === 'nothing' ? false : value;
}

type LocalOperation = Extract<Operation, { kind: 'local' }>;
type ConditionalOperation = Extract<Operation, { kind: 'conditional' }>;

/** A run of a body in which the check has failed. */
class Failure {
  readonly #body: Body;
  readonly #check: FailingCheck;
  #steps = 0;

  constructor(body: Body, check: FailingCheck) {
    this.#body = body;
    this.#check = check;
  }

  worthOf(index: OperationIndex, depth: number): Value {
    if (index === this.#check.operation) return this.#check.gives;
    const operation = this.#body.operations[index];
    this.#steps += 1;
    if (operation === undefined || depth > DEEPEST || this.#steps > MOST_STEPS) return null;
    const inner = (at: OperationIndex) => this.worthOf(at, depth + 1);
    switch (operation.kind) {
      case 'literal':
        return ofLiteral(operation);
      case 'local':
        return this.#ofLocal(operation, index, depth);
      case 'declare':
        return operation.value === null ? null : ofDeclared(operation.role, inner(operation.value));
      case 'conditional':
        return this.#ofConditional(operation, depth);
      case 'cast':
        return inner(operation.operand);
      case 'unary':
        return operation.operator === '!' ? opposite(asTruth(inner(operation.operand))) : null;
      case 'binary':
        return ofBinary(this.#body, operation, inner);
      case 'call':
        return ofCall(this.#body, operation, inner);
      default:
        return null;
    }
  }

  #ofConditional({ condition, then, otherwise }: ConditionalOperation, depth: number): Value {
    const comes = asTruth(this.worthOf(condition, depth + 1));
    if (comes !== null) return this.worthOf(comes ? then : otherwise, depth + 1);
    const worth = this.worthOf(then, depth + 1);
    return worth === this.worthOf(otherwise, depth + 1) ? worth : null;
  }

  /** What the local was declared with, and what it may have been given since; all must come to the same. */
  #ofLocal({ declaration }: LocalOperation, read: OperationIndex, depth: number): Value {
    const declared = this.#body.operations[declaration];
    const isEmpty = declared?.kind === 'declare' && declared.value === null && declared.role === 'local';
    let worth: Value | undefined = isEmpty ? undefined : this.worthOf(declaration, depth + 1);
    for (const at of assignmentsIn(this.#body).get(declaration) ?? []) {
      if (worth === null) return null;
      if (!this.#mayComeBefore(at, read) || !this.#mayRun(at, depth)) continue;
      const given = this.#assignedAt(at, depth);
      if (worth !== undefined && worth !== given) return null;
      worth = given;
    }
    return worth ?? null;
  }

  #assignedAt(at: OperationIndex, depth: number): Value {
    const operation = this.#body.operations[at];
    const isPlain = operation?.kind === 'assign' && operation.operator === '=';
    return isPlain ? this.worthOf(operation.value, depth + 1) : null;
  }

  /** Earlier in the text, or in a loop around both. */
  #mayComeBefore(at: OperationIndex, read: OperationIndex): boolean {
    return (
      at < read ||
      this.#body.regions.some((region) => region.kind === 'loop' && holds(region, at) && holds(region, read))
    );
  }

  /** No branch around it is one that a run with the failed check does not come into. */
  #mayRun(at: OperationIndex, depth: number): boolean {
    return this.#body.regions.every((region) => {
      const { kind, condition } = region;
      if ((kind !== 'then' && kind !== 'else') || condition === undefined || !holds(region, at)) return true;
      const comes = asTruth(this.worthOf(condition, depth + 1));
      return comes === null || comes === (kind === 'then');
    });
  }
}

function holds({ start, end }: Region, at: OperationIndex): boolean {
  return at >= start && at < end;
}

const assignmentsOf = new WeakMap<Body, ReadonlyMap<OperationIndex, readonly OperationIndex[]>>();

/** The assignments to each local of a body, by its declaration. */
function assignmentsIn(body: Body): ReadonlyMap<OperationIndex, readonly OperationIndex[]> {
  const known = assignmentsOf.get(body);
  if (known !== undefined) return known;
  const found = new Map<OperationIndex, OperationIndex[]>();
  for (const [at, operation] of body.operations.entries()) {
    const target = operation.kind === 'assign' ? body.operations[operation.target] : undefined;
    if (target?.kind !== 'local') continue;
    const same = found.get(target.declaration);
    if (same === undefined) found.set(target.declaration, [at]);
    else same.push(at);
  }
  assignmentsOf.set(body, found);
  return found;
}

/** A loop over what is not there has no turn, and what it does in one is never done; what others have is not asked for. */
function ofDeclared(role: Extract<Operation, { kind: 'declare' }>['role'], given: Value): Value {
  return role !== 'foreach' || given === 'nothing' || given === 'another' ? given : null;
}

function opposite(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function ofLiteral({ type, value }: Extract<Operation, { kind: 'literal' }>): Value {
  if (type === 'null') return 'nothing';
  return type === 'boolean' ? value === 'true' : null;
}

function isNull(operation: Operation | undefined): boolean {
  return operation?.kind === 'literal' && operation.type === 'null';
}

type BinaryOperation = Extract<Operation, { kind: 'binary' }>;

function ofBinary(body: Body, binary: BinaryOperation, inner: (at: OperationIndex) => Value): Value {
  const { operator, operands } = binary;
  if (operator === '==' || operator === '!=') return ofComparison(body, binary, inner);
  return ofJunction(
    operator,
    operands.map((operand) => asTruth(inner(operand))),
  );
}

function ofJunction(operator: string, sides: readonly Value[]): Value {
  const decides = operator === '||';
  if (operator !== '||' && operator !== '&&') return null;
  if (sides.includes(decides)) return decides;
  return sides.every((side) => side === !decides) ? !decides : null;
}

/** What is not there equals null and nothing else. */
function ofComparison(
  { operations }: Body,
  { operator, operands }: BinaryOperation,
  inner: (at: OperationIndex) => Value,
): Value {
  const isEqual = operator === '==';
  const others = operands.filter((at) => !isNull(operations[at]));
  const values = others.map(inner);
  if (values.includes('another')) return others.length < operands.length ? null : !isEqual;
  if (values.includes('nothing')) return others.length < operands.length === isEqual;
  const [left, right] = values;
  if (typeof left !== 'boolean' || typeof right !== 'boolean') return null;
  return (left === right) === isEqual;
}

/** What is not there answers questions with no, and gives nothing. What others make of it nobody can tell. */
function ofCall(
  { operations }: Body,
  operation: Extract<Operation, { kind: 'call' }>,
  inner: (at: OperationIndex) => Value,
): Value {
  if (isOfAnother(operation, inner)) return ofAnother(operation.name);
  const { object, args, name } = operation;
  const isOnNothing = object !== null && inner(object) === 'nothing';
  const isOfNothing = isOnNothing || args.some((at) => !isNull(operations[at]) && inner(at) === 'nothing');
  if (!isOfNothing) return null;
  if (ASKS_FOR_NOTHING.test(name)) return true;
  if (isOnNothing || HANDS_ON.test(name)) return 'nothing';
  return ASKS_FOR_SOMETHING.test(name) ? false : null;
}

function isOfAnother(
  { object, args }: Extract<Operation, { kind: 'call' }>,
  inner: (at: OperationIndex) => Value,
): boolean {
  return [...(object === null ? [] : [object]), ...args].some((at) => inner(at) === 'another');
}

/** It is not what it is compared with; that it is there says nothing. */
function ofAnother(name: string): Value {
  if (COMPARES.test(name)) return false;
  return name === 'noneMatch' ? true : HANDS_ON_ANOTHER.test(name) ? 'another' : null;
}
