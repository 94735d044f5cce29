import { unknownConstant } from './constant-values.ts';
import type { ConstantValue } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';

/** A constant that an operator is applied to, with the type of the operand. */
export interface Operand {
  readonly value: ConstantValue;
  readonly type: ResolvedType | undefined;
}

const COMPUTED = unknownConstant('computed');

/** Bits of the integer types; arithmetic on them wraps. */
const INTEGER_BITS: Readonly<Record<string, number>> = { byte: 8, short: 16, char: 16, int: 32, long: 64 };

/** The number that an operand counts as: a character is its code. */
function numberOf({ value, type }: Operand): number | null {
  if (value.kind === 'number') return value.value;
  const isCharacter = type?.kind === 'primitive' && type.name === 'char';
  return isCharacter && value.kind === 'text' && value.value.length === 1 ? value.value.charCodeAt(0) : null;
}

/** Whether an operator on operands of these types computes with integers, and in how many bits. */
function bitsOf(type: ResolvedType | undefined): number | undefined {
  return type?.kind === 'primitive' ? INTEGER_BITS[type.name] : undefined;
}

function wrapped(value: number | null, bits: number): ConstantValue {
  if (value === null || !Number.isSafeInteger(value)) return COMPUTED;
  return { kind: 'number', value: Number(BigInt.asIntN(bits, BigInt(value))) };
}

const ARITHMETIC: Readonly<Record<string, (left: number, right: number) => number | null>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? null : Math.trunc(left / right)),
  '%': (left, right) => (right === 0 ? null : left % right),
};

/** Bit operators, on 32 bits only. */
const BITWISE: Readonly<Record<string, (left: number, right: number) => number>> = {
  '&': (left, right) => left & right,
  '|': (left, right) => left | right,
  '^': (left, right) => left ^ right,
  '<<': (left, right) => left << right,
  '>>': (left, right) => left >> right,
  '>>>': (left, right) => (left >>> right) | 0,
};

/**
 * Integer arithmetic of two numbers as the types of the operation say (JLS 15.17, 15.18.2, 15.19, 15.22): division
 * truncates, the result wraps. Unknown for floating point, and where the exact result is past 2^53.
 */
export function computed(
  operator: string,
  operands: readonly Operand[],
  type: ResolvedType | undefined,
): ConstantValue {
  const bits = bitsOf(type);
  const [first, ...others] = operands.map(numberOf);
  if (bits === undefined || first === undefined || first === null) return COMPUTED;
  const compute = ARITHMETIC[operator] ?? (bits === 32 ? BITWISE[operator] : undefined);
  let sum: ConstantValue = { kind: 'number', value: first };
  for (const other of others) {
    if (compute === undefined || other === null || sum.kind !== 'number') return COMPUTED;
    sum = wrapped(compute(sum.value, other), bits);
  }
  return sum;
}

const ORDER: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

/**
 * What a comparison or a logical operator of constants says. `&&` and `||` are decided by one operand where the other is
 * unknown. Texts are compared by content elsewhere; `==` on them asks for identity and stays unknown.
 */
export function decided(operator: string, operands: readonly Operand[]): ConstantValue {
  if (operator === '&&' || operator === '||') return joinedTruth(operator === '||', operands);
  const [left, right] = operands;
  const order = ORDER[operator];
  if (left === undefined || right === undefined || order === undefined || operands.length > 2)
    return COMPUTED;
  // Two boxes are compared by identity.
  const isByValue = left.type?.kind === 'primitive' || right.type?.kind === 'primitive';
  const [before, after] = [numberOf(left), numberOf(right)];
  if (!isByValue && left.value.kind === 'number' && right.value.kind === 'number') return COMPUTED;
  if (before !== null && after !== null) return { kind: 'boolean', value: order(before, after) };
  if (operator !== '==' && operator !== '!=') return COMPUTED;
  const same = isSame(left.value, right.value);
  return same === null ? COMPUTED : { kind: 'boolean', value: same === (operator === '==') };
}

function joinedTruth(deciding: boolean, operands: readonly Operand[]): ConstantValue {
  const values = operands.map(({ value }) => (value.kind === 'boolean' ? value.value : null));
  if (values.includes(deciding)) return { kind: 'boolean', value: deciding };
  return values.includes(null) ? COMPUTED : { kind: 'boolean', value: !deciding };
}

/** Null where it takes more than the constants to tell. */
function isSame(left: ConstantValue, right: ConstantValue): boolean | null {
  if (left.kind === 'boolean' && right.kind === 'boolean') return left.value === right.value;
  if (left.kind === 'enum' && right.kind === 'enum')
    return left.type === right.type && left.name === right.name;
  if (left.kind !== 'null' && right.kind !== 'null') return null;
  const other = left.kind === 'null' ? right : left;
  if (other.kind === 'unknown') return null;
  return other.kind === 'null';
}

/** A constant cast to a type: an integer wraps, a number becomes a character and back. */
export function converted(operand: Operand, type: ResolvedType | undefined): ConstantValue {
  const bits = bitsOf(type);
  if (bits === undefined || type?.kind !== 'primitive') return operand.value;
  const number = numberOf(operand);
  if (number === null) return operand.value.kind === 'number' ? COMPUTED : operand.value;
  if (type.name !== 'char') return wrapped(Math.trunc(number), bits);
  return { kind: 'text', value: String.fromCharCode(number) };
}
