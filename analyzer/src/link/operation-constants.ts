import type { Operation, OperationIndex } from '../facts/operations.ts';
import type { ResolutionRules } from '../facts/resolution-rules.ts';
import { computed, converted, decided, type Operand } from './constant-operators.ts';
import { literalValue, sumOf, unknownConstant } from './constant-values.ts';
import { declaredConstant, fieldConstant } from './constants.ts';
import { type ConstantValue, callAt, type FieldReference } from './program.ts';
import type { MethodDraft } from './shapes.ts';
import { textFunction } from './text-functions.ts';
import { shapeOf, type World } from './world.ts';

/** Methods around methods of local types are looked into this far. */
const MAX_NESTING = 8;

const NO_OPERATION = unknownConstant('no operation');
const NO_LOCAL = unknownConstant('not a constant local');

/** The constant of an operand. */
export type OperandValue = (operation: OperationIndex) => ConstantValue;

/**
 * Folds the value of an operation: literals, constants, locals that are set once, concatenation, arithmetic, comparison,
 * members of text. Every operation of a body is worked out once and remembered, so all of them together take linear time.
 */
export function foldOperation(world: World, method: MethodDraft, operation: OperationIndex): ConstantValue {
  return foldIn({ world, method, nesting: 0 }, operation);
}

function foldIn(state: Fold, operation: OperationIndex): ConstantValue {
  const { foldedOperations } = state.world;
  const known = foldedOperations.get(state.method) ?? new Map<OperationIndex, ConstantValue>();
  foldedOperations.set(state.method, known);
  const constantOf: OperandValue = (index) => known.get(index) ?? NO_OPERATION;
  const pending = [operation];
  for (let at = pending.at(-1); at !== undefined; at = pending.at(-1)) {
    const missing = known.has(at) ? [] : inputsOf(state, at).filter((input) => !known.has(input));
    for (const input of missing) pending.push(input);
    if (missing.length > 0) continue;
    if (!known.has(at)) known.set(at, foldStep(state, at, constantOf));
    pending.pop();
  }
  return constantOf(operation);
}

/** Folds one operation of which the constants of the operands are told. */
export function foldWith(
  world: World,
  at: { readonly method: MethodDraft; readonly operation: OperationIndex },
  constantOf: OperandValue,
): ConstantValue {
  return foldStep({ world, method: at.method, nesting: 0 }, at.operation, constantOf);
}

interface Fold {
  readonly world: World;
  readonly method: MethodDraft;
  readonly nesting: number;
}

function operationAt({ method }: Fold, index: OperationIndex): Operation | undefined {
  return method.declaration?.body?.operations[index];
}

/** What has to be folded first; all of it stands before the operation. */
function inputsOf(state: Fold, index: OperationIndex): readonly OperationIndex[] {
  const operation = operationAt(state, index);
  switch (operation?.kind) {
    case 'local':
      return initialiserOf(state, operation.declaration) ?? [];
    case 'binary':
      return operation.operands;
    case 'unary':
    case 'cast':
      return [operation.operand];
    case 'conditional':
      return [operation.condition, operation.then, operation.otherwise];
    case 'call':
      if (textFunctionOf(state, index, operation) === undefined) return [];
      return operation.object === null ? operation.args : [operation.object, ...operation.args];
    default:
      return [];
  }
}

/** A local is constant when nothing is assigned to it after its declaration (JLS 4.12.4). */
function initialiserOf(state: Fold, declaration: OperationIndex): readonly [OperationIndex] | null {
  const declared = operationAt(state, declaration);
  if (declared?.kind !== 'declare' || declared.role !== 'local' || declared.value === null) return null;
  return assignedLocals(state.world, state.method).has(declaration) ? null : [declared.value];
}

function foldStep(state: Fold, index: OperationIndex, constantOf: OperandValue): ConstantValue {
  const operation = operationAt(state, index);
  const types = state.method.operationTypes;
  const operand = (at: OperationIndex): Operand => ({ value: constantOf(at), type: types[at] });
  switch (operation?.kind) {
    case undefined:
      return NO_OPERATION;
    case 'literal':
      return literalValue(operation.type, operation.value);
    case 'local': {
      const initialiser = initialiserOf(state, operation.declaration);
      return initialiser === null ? NO_LOCAL : constantOf(initialiser[0]);
    }
    case 'captured':
      return foldCaptured(state, operation);
    case 'name':
    case 'field':
      return foldField(state, index);
    case 'binary':
      return foldBinary(operation.operator, operation.operands.map(operand), types[index]);
    case 'unary':
      return foldUnary(operation.operator, operand(operation.operand), types[index]);
    case 'assign':
      return foldAssigned(
        operation.operator,
        [operand(operation.target), operand(operation.value)],
        types[index],
      );
    case 'cast':
      return converted(operand(operation.operand), types[index]);
    case 'conditional':
      return chosen(
        constantOf(operation.condition),
        constantOf(operation.then),
        constantOf(operation.otherwise),
      );
    case 'class-literal':
      return { kind: 'class', type: classOf(state, index) };
    case 'call':
      return foldCall(state, { index, call: operation }, constantOf);
    default:
      return unknownConstant('not a constant expression');
  }
}

function classOf(state: Fold, index: OperationIndex) {
  const type = state.method.operationTypes[index];
  const [value] = type?.kind === 'class' ? type.args : [];
  return value ?? ({ kind: 'unknown', reason: 'unknown-name' } as const);
}

const DECIDING = new Set(['==', '!=', '<', '<=', '>', '>=', '&&', '||']);

function foldBinary(operator: string, operands: readonly Operand[], type: Operand['type']): ConstantValue {
  if (DECIDING.has(operator)) return decided(operator, operands);
  const isNumber = type?.kind === 'primitive';
  if (operator === '+' && !isNumber) return sumOf(operands.map(({ value }) => value));
  return computed(operator, operands, type);
}

function foldUnary(operator: string, operand: Operand, type: Operand['type']): ConstantValue {
  const { value } = operand;
  if (operator === '++' || operator === '--')
    return computed(operator.slice(1), [operand, ONE], operand.type);
  if (operator === '!' && value.kind === 'boolean') return { kind: 'boolean', value: !value.value };
  if (operator === '-' && value.kind === 'number') return { kind: 'number', value: -value.value };
  return operator === '+' && value.kind === 'number' ? converted(operand, type) : unknownConstant('computed');
}

/** What stands in a place after an assignment: `=` or an operator with `=`. */
function foldAssigned(
  operator: string,
  [place, value]: readonly [Operand, Operand],
  type: Operand['type'],
): ConstantValue {
  return operator === '=' ? value.value : foldBinary(operator.slice(0, -1), [place, value], type);
}

const ONE: Operand = { value: { kind: 'number', value: 1 }, type: { kind: 'primitive', name: 'int' } };

/** A condition that is no constant leaves the choice open. */
function chosen(condition: ConstantValue, then: ConstantValue, otherwise: ConstantValue): ConstantValue {
  if (condition.kind === 'boolean') return condition.value ? then : otherwise;
  return unknownConstant('not a constant expression');
}

/** Declarations of locals and parameters that a method assigns to after they are declared. */
export function assignedLocals(world: World, method: MethodDraft): ReadonlySet<OperationIndex> {
  const known = world.assignedLocals.get(method);
  if (known !== undefined) return known;
  const found = new Set<OperationIndex>();
  const operations = method.declaration?.body?.operations ?? [];
  for (const operation of operations) {
    const written =
      operation.kind === 'assign'
        ? operation.target
        : operation.kind === 'unary' && (operation.operator === '++' || operation.operator === '--')
          ? operation.operand
          : null;
    const place = written === null ? undefined : operations[written];
    if (place?.kind === 'local') found.add(place.declaration);
  }
  world.assignedLocals.set(method, found);
  return found;
}

/** A captured local cannot be assigned again: the source would not compile (JLS 8.1.3). */
function foldCaptured(state: Fold, operation: Operation & { readonly kind: 'captured' }): ConstantValue {
  const file = state.world.fileOf.get(state.method.owner);
  const method = file?.types[operation.method.type]?.methods[operation.method.method];
  if (method === undefined || state.nesting >= MAX_NESTING) return NO_LOCAL;
  const outer = { ...state, method, nesting: state.nesting + 1 };
  const initialiser = initialiserOf(outer, operation.declaration);
  return initialiser === null ? NO_LOCAL : foldIn(outer, initialiser[0]);
}

function foldField(state: Fold, index: OperationIndex): ConstantValue {
  const reference = state.method.fieldReferences?.get(index);
  if (reference === undefined) return unknownConstant('no field');
  return referencedConstant(state.world, reference);
}

function referencedConstant(world: World, reference: FieldReference): ConstantValue {
  if (reference.field !== undefined && reference.field.declaration.enumConstant !== true) {
    return declaredConstant(world, reference.field);
  }
  const field = shapeOf(world, reference.owner)?.fields.get(reference.name);
  return field === undefined ? unknownConstant('outside') : fieldConstant(world, field);
}

type TextFunction = ResolutionRules['textFunctions'][number];
type Call = Operation & { readonly kind: 'call' };

function textFunctionOf(state: Fold, index: OperationIndex, call: Call): TextFunction | undefined {
  const functions = state.world.fileOf.get(state.method.owner)?.rules.textFunctions ?? [];
  if (!functions.some(({ name }) => name === call.name)) return undefined;
  const resolution = callAt(state.method, index)?.resolution;
  if (resolution?.status !== 'external') return undefined;
  return functions.find(({ owner, name }) => owner === resolution.owner && name === call.name);
}

function foldCall(
  state: Fold,
  { index, call }: { readonly index: OperationIndex; readonly call: Call },
  constantOf: OperandValue,
): ConstantValue {
  const meant = textFunctionOf(state, index, call);
  if (meant === undefined) return unknownConstant('a call');
  const receiver = call.object === null ? unknownConstant('no receiver') : constantOf(call.object);
  return textFunction(meant.does, { receiver, args: call.args.map(constantOf) });
}
