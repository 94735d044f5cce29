import type { Operation, OperationIndex } from '../facts/operations.ts';
import type { ResolutionRules } from '../facts/resolution-rules.ts';
import { formatted, joined, literalValue, partsOf, sumOf, unknownConstant } from './constant-values.ts';
import { declaredConstant, fieldConstant } from './constants.ts';
import { type ConstantValue, callAt, type FieldReference } from './program.ts';
import type { MethodDraft } from './shapes.ts';
import { shapeOf, type World } from './world.ts';

/** Values that depend on values are followed this far. */
const MAX_DEPTH = 80;

interface Fold {
  readonly world: World;
  readonly method: MethodDraft;
  readonly operations: readonly Operation[];
  readonly depth: number;
}

/** Folds the value of an operation: literals, constants, locals that are set once, concatenation, formatting with constants. */
export function foldOperation(world: World, method: MethodDraft, operation: OperationIndex): ConstantValue {
  const operations = method.declaration?.body?.operations ?? [];
  return fold({ world, method, operations, depth: 0 }, operation);
}

function fold(state: Fold, index: OperationIndex): ConstantValue {
  const operation = state.operations[index];
  if (operation === undefined) return unknownConstant('no operation');
  if (state.depth > MAX_DEPTH) return unknownConstant('nested too deep');
  const inner = { ...state, depth: state.depth + 1 };
  switch (operation.kind) {
    case 'literal':
      return literalValue(operation.type, operation.value);
    case 'local':
      return foldLocal(inner, operation.declaration);
    case 'captured':
      return foldCaptured(inner, operation);
    case 'name':
    case 'field':
      return foldField(inner, index);
    case 'binary':
      return operation.operator === '+'
        ? sumOf(operation.operands.map((operand) => fold(inner, operand)))
        : unknownConstant('computed');
    case 'unary':
      return negated(operation.operator, fold(inner, operation.operand));
    case 'cast':
      return fold(inner, operation.operand);
    case 'class-literal':
      return { kind: 'class', type: classOf(state, index) };
    case 'call':
      return foldCall(inner, index, operation);
    default:
      return unknownConstant('not a constant expression');
  }
}

function classOf(state: Fold, index: OperationIndex) {
  const type = state.method.operationTypes[index];
  const [value] = type?.kind === 'class' ? type.args : [];
  return value ?? ({ kind: 'unknown', reason: 'unknown-name' } as const);
}

function negated(operator: string, value: ConstantValue): ConstantValue {
  if (operator === '-' && value.kind === 'number') return { kind: 'number', value: -value.value };
  if (operator === '!' && value.kind === 'boolean') return { kind: 'boolean', value: !value.value };
  return unknownConstant('computed');
}

/** A local is constant when nothing is assigned to it after its declaration (JLS 4.12.4). */
function foldLocal(state: Fold, declaration: OperationIndex): ConstantValue {
  const declared = state.operations[declaration];
  if (declared?.kind !== 'declare' || declared.role !== 'local' || declared.value === null) {
    return unknownConstant('not a constant local');
  }
  if (assignedLocals(state.world, state.method).has(declaration)) return unknownConstant('assigned again');
  return fold(state, declared.value);
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
  if (method === undefined) return unknownConstant('not a constant local');
  return foldLocal(
    { ...state, method, operations: method.declaration?.body?.operations ?? [] },
    operation.declaration,
  );
}

function foldField(state: Fold, index: OperationIndex): ConstantValue {
  const reference = state.world.fieldReferences.get(state.method)?.get(index);
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

function foldCall(
  state: Fold,
  index: OperationIndex,
  call: Operation & { readonly kind: 'call' },
): ConstantValue {
  const functions = state.world.fileOf.get(state.method.owner)?.rules.textFunctions ?? [];
  if (!functions.some(({ name }) => name === call.name)) return unknownConstant('a call');
  const site = callAt(state.method, index);
  const resolution = site?.resolution;
  if (resolution?.status !== 'external') return unknownConstant('a call');
  const meant = functions.find(({ owner, name }) => owner === resolution.owner && name === call.name);
  if (meant === undefined) return unknownConstant('a call');
  return applyText(state, meant, call);
}

function applyText(
  state: Fold,
  meant: TextFunction,
  call: Operation & { readonly kind: 'call' },
): ConstantValue {
  const args = call.args.map((argument) => fold(state, argument));
  const receiver = call.object === null ? unknownConstant('no receiver') : fold(state, call.object);
  const [first = unknownConstant('no argument'), ...others] = args;
  switch (meant.does) {
    case 'format':
      return formatted(first, others);
    case 'format-receiver':
      return formatted(receiver, args);
    case 'concat':
      return joined([...partsOf(receiver), ...partsOf(first)]);
    case 'value-of':
      return joined(partsOf(first));
    case 'trim':
      return receiver.kind === 'text' ? { kind: 'text', value: receiver.value.trim() } : receiver;
    default:
      return receiver;
  }
}
