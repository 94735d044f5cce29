import type { Operation, OperationIndex } from './operations.ts';

/** The operations an operation uses as values, in evaluation order; declarations that it names are not among them. */
export function operandsOf(operation: Operation): readonly OperationIndex[] {
  switch (operation.kind) {
    case 'field':
      return [operation.object];
    case 'call':
    case 'new':
      return operation.object === null ? operation.args : [operation.object, ...operation.args];
    case 'constructor-call':
      return operation.args;
    case 'new-array':
      return [...operation.dimensions, ...operation.items];
    case 'lambda':
      return operation.result === null ? [] : [operation.result];
    case 'method-reference':
      return operation.object === null ? [] : [operation.object];
    case 'assign':
      return [operation.target, operation.value];
    case 'binary':
      return operation.operands;
    case 'unary':
    case 'cast':
    case 'instance-of':
      return [operation.operand];
    case 'conditional':
      return [operation.condition, operation.then, operation.otherwise];
    case 'switch':
      return [operation.subject, ...operation.results];
    case 'index':
      return [operation.array, operation.index];
    case 'assert':
      return [operation.condition];
    case 'declare':
    case 'return':
    case 'throw':
    case 'yield':
      return operation.value === null ? [] : [operation.value];
    default:
      return [];
  }
}
