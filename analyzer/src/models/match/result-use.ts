import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';

/** What becomes of a call's result: it decides a branch, goes somewhere else, or nobody looks at it. */
export type ResultUse = 'tested' | 'used' | 'dropped';

/** Values followed from one result; a cap for huge bodies. */
const MOST_STEPS = 200;

/** Follows a value forward through locals, negations, comparisons and calls on it to a condition. */
export function useOfResult(body: Body, operation: OperationIndex): ResultUse {
  const conditions = new Set(body.regions.flatMap((region) => region.condition ?? []));
  const values = new Set<OperationIndex>([operation]);
  let used = false;
  for (const value of values) {
    if (values.size > MOST_STEPS) break;
    if (conditions.has(value)) return 'tested';
    const readers = readersOf(body, value);
    if (readers.decides) return 'tested';
    used ||= readers.ends || readers.carriers.length > 0;
    for (const carrier of readers.carriers) values.add(carrier);
  }
  return used ? 'used' : 'dropped';
}

interface Readers {
  readonly decides: boolean;
  readonly ends: boolean;
  readonly carriers: readonly OperationIndex[];
}

function readersOf({ operations }: Body, value: OperationIndex): Readers {
  return {
    decides: operations.some((reader) => decidesBy(reader) === value),
    ends: operations.some((reader) => endsIn(reader).includes(value)),
    carriers: operations.flatMap((reader, index) => (carriedBy(reader).includes(value) ? [index] : [])),
  };
}

/** The value that an operation takes a branch by. */
function decidesBy(reader: Operation): OperationIndex | undefined {
  switch (reader.kind) {
    case 'conditional':
    case 'assert':
      return reader.condition;
    case 'switch':
      return reader.subject;
    default:
      return undefined;
  }
}

/** Values that live on in the result of an operation. */
function carriedBy(reader: Operation): readonly (OperationIndex | null)[] {
  switch (reader.kind) {
    case 'local':
      return [reader.declaration];
    case 'declare':
    case 'assign':
      return [reader.value];
    case 'unary':
    case 'cast':
    case 'instance-of':
      return [reader.operand];
    case 'binary':
      return reader.operands;
    case 'conditional':
      return [reader.then, reader.otherwise];
    case 'call':
      return [reader.object];
    default:
      return [];
  }
}

/** Values that an operation hands on to somewhere else. */
function endsIn(reader: Operation): readonly (OperationIndex | null)[] {
  switch (reader.kind) {
    case 'call':
    case 'new':
      return reader.args;
    case 'return':
    case 'yield':
    case 'throw':
      return [reader.value];
    case 'lambda':
      return [reader.result];
    default:
      return [];
  }
}
