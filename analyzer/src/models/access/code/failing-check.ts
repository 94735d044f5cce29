import type { Body, Operation, OperationIndex } from '../../../facts/operations.ts';

/** What an expression comes to when a check in it fails: a truth value, nothing at all, or what nobody can tell. */
type Value = boolean | 'nothing' | null;

const DEEPEST = 20;
const ASKS_FOR_NOTHING = /^(?:is(?:Null|Blank|Empty|NullOrEmpty)|nullOrEmpty|noneMatch)$/u;

/** A check and what it gives when it fails: false, or an object that is not there. */
export interface FailingCheck {
  readonly operation: OperationIndex;
  readonly gives: false | 'nothing';
}

/** What a condition comes to whenever the check fails, whatever else it is made of; null where other parts decide too. */
export function conditionWhenFailing(
  body: Body,
  check: FailingCheck,
  condition: OperationIndex,
): boolean | null {
  return asTruth(worthOf(body, check, { index: condition, depth: 0 }));
}

/** What a method gives by a value whenever the check fails: false, nothing, or something that this does not tell. */
export function givenWhenFailing(
  body: Body,
  check: FailingCheck,
  value: OperationIndex,
): FailingCheck['gives'] | null {
  const found = worthOf(body, check, { index: value, depth: 0 });
  return found === true ? null : found;
}

/** What stands where only a truth value can stand is one: the library's signature was not there to say so. */
function asTruth(value: Value): boolean | null {
  return value === 'nothing' ? false : value;
}

interface Place {
  readonly index: OperationIndex;
  readonly depth: number;
}

function worthOf(body: Body, check: FailingCheck, { index, depth }: Place): Value {
  if (index === check.operation) return check.gives;
  const operation = body.operations[index];
  if (operation === undefined || depth > DEEPEST) return null;
  const inner = (at: OperationIndex) => worthOf(body, check, { index: at, depth: depth + 1 });
  switch (operation.kind) {
    case 'literal':
      return operation.type === 'boolean' ? operation.value === 'true' : null;
    case 'local':
      return inner(operation.declaration);
    case 'declare':
      return operation.value === null || operation.role === 'foreach' ? null : inner(operation.value);
    case 'cast':
      return inner(operation.operand);
    case 'unary': {
      const value = asTruth(inner(operation.operand));
      return operation.operator === '!' && value !== null ? !value : null;
    }
    case 'binary':
      return operation.operator === '==' || operation.operator === '!='
        ? ofComparison(body, operation, inner)
        : ofJunction(
            operation.operator,
            operation.operands.map((operand) => asTruth(inner(operand))),
          );
    case 'call':
      return ofCall(operation, inner);
    default:
      return null;
  }
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
  { operator, operands }: Extract<Operation, { kind: 'binary' }>,
  inner: (at: OperationIndex) => Value,
): Value {
  const values = operands.map(inner);
  const isNull = operands.some((at) => {
    const each = operations[at];
    return each?.kind === 'literal' && each.type === 'null';
  });
  if (values.includes('nothing')) return isNull === (operator === '==');
  const [left, right] = values;
  if (typeof left !== 'boolean' || typeof right !== 'boolean') return null;
  return (left === right) === (operator === '==');
}

/** A question to what is not there is answered with no. */
function ofCall(
  operation: Extract<Operation, { kind: 'call' }>,
  inner: (at: OperationIndex) => Value,
): Value {
  const asked = [...(operation.object === null ? [] : [operation.object]), ...operation.args].map(inner);
  if (!asked.includes('nothing')) return null;
  return ASKS_FOR_NOTHING.test(operation.name);
}
