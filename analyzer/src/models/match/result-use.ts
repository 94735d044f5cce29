import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';

/** What becomes of a call's result within its method. */
export interface ResultUse {
  /** Conditions of branches that it decides, also negated, compared or asked further. */
  readonly conditions: readonly OperationIndex[];
  /** It decides a `?:`, a switch or an assertion. */
  readonly decides: boolean;
  readonly returned: boolean;
  /** Anybody looks at it. */
  readonly used: boolean;
  /** Calls that it is handed to. */
  readonly takers: readonly OperationIndex[];
}

/** Values followed from one result; a cap for huge bodies. */
const MOST_STEPS = 200;

/** Follows a value forward through locals, negations, comparisons and calls on it. */
export function useOfResult(body: Body, operation: OperationIndex): ResultUse {
  const tested = new Set(body.regions.flatMap((region) => region.condition ?? []));
  const values = new Set<OperationIndex>([operation]);
  let decides = false;
  let returned = false;
  let used = false;
  const takers: OperationIndex[] = [];
  for (const value of values) {
    if (values.size > MOST_STEPS) break;
    const readers = readersOf(body, value);
    decides ||= readers.decides;
    returned ||= readers.returns;
    used ||= readers.any || tested.has(value);
    for (const taker of readers.takers) takers.push(taker);
    for (const carrier of readers.carriers) values.add(carrier);
  }
  const conditions = [...values].filter((value) => tested.has(value));
  return { conditions, decides, returned, used, takers };
}

/** Whether a branch under one of the conditions ends in a refusal, by `refuses`, a throw or an early negative answer. */
export function refusesUnder(
  body: Body,
  conditions: readonly OperationIndex[],
  refuses: (operation: OperationIndex) => boolean,
): boolean {
  const regions = body.regions.filter(
    (region) => region.condition !== undefined && conditions.includes(region.condition),
  );
  return regions.some(({ start, end }) =>
    body.operations
      .slice(start, end)
      .some((operation, offset) => isRefusal(body, operation) || refuses(start + offset)),
  );
}

/** A throw, or a return of nothing, null or false. */
export function isRefusal({ operations }: Body, operation: Operation): boolean {
  if (operation.kind === 'throw') return true;
  if (operation.kind !== 'return') return false;
  const value = operation.value === null ? undefined : operations[operation.value];
  if (value === undefined) return true;
  return value.kind === 'literal' && (value.type === 'null' || value.value === 'false');
}

interface Readers {
  readonly decides: boolean;
  readonly returns: boolean;
  readonly any: boolean;
  readonly carriers: readonly OperationIndex[];
  readonly takers: readonly OperationIndex[];
}

function readersOf({ operations }: Body, value: OperationIndex): Readers {
  const carriers = operations.flatMap((reader, index) => (carriedBy(reader).includes(value) ? [index] : []));
  const decides = operations.some((reader) => decidesBy(reader) === value);
  const ends = operations.filter((reader) => endsIn(reader).includes(value));
  return {
    decides,
    carriers,
    takers: operations.flatMap((reader, index) =>
      (reader.kind === 'call' || reader.kind === 'new') && reader.args.includes(value) ? [index] : [],
    ),
    returns: ends.some((reader) => reader.kind === 'return' || reader.kind === 'lambda'),
    any: decides || ends.length > 0 || carriers.length > 0,
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
