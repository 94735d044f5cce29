import { typeName } from '../../base/ids.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { boxed, commonSuper, hasFree, prune, unboxed } from '../inference.ts';
import { typeOfLiteral } from '../language-types.ts';
import { resolveTypeRef } from '../name-scope.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { classType, unknownType, VOID } from '../types.ts';
import { type BodyState, inferenceOf, typeOf } from './body-state.ts';
import { coerce, settle } from './expectations.ts';

/** The type of an operation that follows from its operands alone. */
export function typeValue(state: BodyState, operation: Operation): ResolvedType {
  switch (operation.kind) {
    case 'parameter':
      return state.method.parameters[operation.index]?.type ?? unknownType('syntax');
    case 'literal':
      return literalType(state, operation.type);
    case 'captured':
      return capturedType(state, operation);
    case 'new-array':
      return arrayType(state, operation.type, operation.items);
    case 'binary':
      return binaryType(state, operation);
    case 'unary':
      return unaryType(state, operation);
    case 'conditional':
      return joined(state, [operation.then, operation.otherwise]);
    case 'switch':
      return joined(state, operation.results);
    default:
      return otherType(state, operation);
  }
}

function otherType(state: BodyState, operation: Operation): ResolvedType {
  switch (operation.kind) {
    case 'cast': {
      const type = resolveTypeRef(state.world, state.scope, operation.type);
      coerce(state, operation.operand, type);
      return type;
    }
    case 'instance-of':
      settle(state, operation.operand);
      return literalType(state, 'boolean');
    case 'index':
      return elementType(state, operation.array);
    case 'class-literal':
      return classLiteral(state, operation.type);
    case 'throw':
      settle(state, operation.value);
      return VOID;
    case 'opaque':
      return unknownType(operation.reason === 'too-deep' ? 'too-deep' : 'syntax');
    default:
      return VOID;
  }
}

function literalType(state: BodyState, literal: string): ResolvedType {
  return typeOfLiteral(state.file.language, state.file.rules, literal);
}

/** Locals around a local or anonymous type: their method has been typed before it. */
function capturedType(
  state: BodyState,
  { method, declaration }: Operation & { readonly kind: 'captured' },
): ResolvedType {
  const draft = state.file.types[method.type]?.methods[method.method];
  return draft?.operationTypes[declaration] ?? unknownType('too-deep');
}

function arrayType(state: BodyState, ref: TypeRef, items: readonly OperationIndex[]): ResolvedType {
  if (ref.name === '') return unknownType('syntax');
  const type = resolveTypeRef(state.world, state.scope, ref);
  if (type.kind === 'array') for (const item of items) coerce(state, item, type.element);
  return type;
}

function elementType(state: BodyState, array: OperationIndex): ResolvedType {
  settle(state, array);
  const type = prune(typeOf(state, array));
  if (type.kind === 'array') return type.element;
  return type.kind === 'unknown' ? type : unknownType('no-such-member');
}

function classLiteral(state: BodyState, ref: TypeRef): ResolvedType {
  const { classType: name } = state.file.rules;
  if (name === null) return VOID;
  const type = resolveTypeRef(state.world, state.scope, ref);
  const value = type.kind === 'void' ? VOID : boxed(state.file.rules, type);
  return classType(typeName(name), [value]);
}

/** JLS 15.17 to 15.24: comparison gives a truth value, `+` with text gives text, numbers are promoted. */
function binaryType(state: BodyState, operation: Operation & { readonly kind: 'binary' }): ResolvedType {
  const { operator, operands } = operation;
  for (let i = 0; i < operands.length; i++) settle(state, operands[i] ?? -1);
  if (state.file.rules.booleanOperators.includes(operator)) return literalType(state, 'boolean');
  return computedType(state, operation);
}

/** Apart from the above, which would make a context for each comparison. */
function computedType(
  state: BodyState,
  { operator, operands }: Operation & { readonly kind: 'binary' },
): ResolvedType {
  const { rules } = state.file;
  const types = operands.map((operand) => prune(typeOf(state, operand)));
  const text = literalType(state, 'string');
  if (operator === '+' && types.some((type) => type.kind === 'class' && isSame(type, text))) return text;
  const unknown = types.find((type) => type.kind === 'unknown');
  if (unknown !== undefined) return unknown;
  const names = types.map((type) => unboxed(rules, type));
  const [first] = names;
  if (names.every((name) => name === rules.literalTypes.boolean)) return literalType(state, 'boolean');
  const isShift = operator === '<<' || operator === '>>' || operator === '>>>';
  return promoted(state, isShift ? [first ?? null] : names);
}

function isSame(left: ResolvedType, right: ResolvedType): boolean {
  return left.kind === 'class' && right.kind === 'class' && left.name === right.name;
}

/** Binary numeric promotion (JLS 5.6): at least `int`, else the widest operand. */
function promoted(state: BodyState, names: readonly (string | null)[]): ResolvedType {
  const { widening, literalTypes } = state.file.rules;
  let widest = literalTypes.int ?? 'int';
  for (const name of names) {
    if (name === null) return literalType(state, 'string');
    if (widening[widest]?.includes(name) === true) widest = name;
  }
  return { kind: 'primitive', name: widest };
}

function unaryType(
  state: BodyState,
  { operator, operand }: Operation & { readonly kind: 'unary' },
): ResolvedType {
  settle(state, operand);
  const type = prune(typeOf(state, operand));
  if (state.file.rules.booleanOperators.includes(operator)) return literalType(state, 'boolean');
  if (operator === '++' || operator === '--' || type.kind === 'unknown') return type;
  return promoted(state, [unboxed(state.file.rules, type)]);
}

/** The type of `?:` and of a switch: what its values have in common (JLS 15.25, 15.28.1). */
function joined(state: BodyState, values: readonly OperationIndex[]): ResolvedType {
  let common: ResolvedType | null = null;
  for (const value of values) {
    if (state.unbound.has(value)) continue;
    const type = prune(typeOf(state, value));
    common = common === null ? type : join(state, common, type);
  }
  return common ?? unknownType('lambda-without-target');
}

function join(state: BodyState, left: ResolvedType, right: ResolvedType): ResolvedType {
  const { rules } = state.file;
  if (isEmpty(left)) return boxed(rules, right);
  if (isEmpty(right)) return boxed(rules, left);
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  const number = joinPrimitives(state, left, right);
  if (number !== null) return number;
  const first = boxed(rules, left);
  const second = boxed(rules, right);
  if (first.kind !== 'class' || second.kind !== 'class') return first;
  return hasFree(first) ? second : commonSuper(inferenceOf(state), first, second);
}

function isEmpty(type: ResolvedType): boolean {
  return type.kind === 'void' || type.kind === 'null';
}

/** What two values have in common of which at least one is primitive; null where that is no primitive. */
function joinPrimitives(state: BodyState, left: ResolvedType, right: ResolvedType): ResolvedType | null {
  if (left.kind !== 'primitive' && right.kind !== 'primitive') return null;
  const one = unboxed(state.file.rules, left);
  const other = unboxed(state.file.rules, right);
  if (one === null || other === null) return null;
  return one === other ? { kind: 'primitive', name: one } : promoted(state, [one, other]);
}

/** A returned value is wanted as what the method returns; lambdas ask for theirs themselves. */
export function typeReturn(state: BodyState, value: OperationIndex | null): ResolvedType {
  if (value !== null && state.depth === 0) coerce(state, value, state.method.returnType);
  return VOID;
}
