import type { Body, Operation, OperationIndex } from '../../../facts/operations.ts';

/** What a condition comes to; null where nobody can tell. */
export type Truth = boolean | null;

/** Conditions in conditions, locals in locals. */
const DEEPEST = 20;

/** What an operation comes to that is neither a literal, a local, a negation nor a junction; `inner` tells of others in it. */
export type KnownTruth = (
  operation: Operation,
  index: OperationIndex,
  inner: (index: OperationIndex) => Truth,
) => Truth;

/** What a condition comes to, by what is known of its parts. */
export function truthOf({ operations }: Body, condition: OperationIndex, known: KnownTruth): Truth {
  const at = (index: OperationIndex, depth: number): Truth => {
    const operation = operations[index];
    if (operation === undefined || depth > DEEPEST) return null;
    const inner = (part: OperationIndex) => at(part, depth + 1);
    const plain = truthOfPlain(operation, inner);
    return plain === undefined ? known(operation, index, inner) : plain;
  };
  return at(condition, 0);
}

/** What the language alone says; undefined of all else. */
function truthOfPlain(operation: Operation, inner: (index: OperationIndex) => Truth): Truth | undefined {
  switch (operation.kind) {
    case 'literal':
      return operation.type === 'boolean' ? operation.value === 'true' : null;
    case 'local':
      return inner(operation.declaration);
    case 'declare':
      return operation.value === null ? null : inner(operation.value);
    case 'unary':
      return operation.operator === '!' ? opposite(inner(operation.operand)) : null;
    case 'binary':
      return junction(operation.operator, () => operation.operands.map(inner));
    default:
      return undefined;
  }
}

function junction(operator: string, sides: () => readonly Truth[]): Truth | undefined {
  if (operator === '&&') return all(sides());
  return operator === '||' ? opposite(all(sides().map(opposite))) : undefined;
}

/** True where all are, false where one is not, whatever the others come to. */
export function all(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : truths.includes(null) ? null : true;
}

/** Of what nobody can tell, nobody can tell the opposite. */
export function opposite(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
