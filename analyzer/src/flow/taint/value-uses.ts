import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';
import type { Dominance } from '../dominance.ts';
import { reachingDefinitions } from './reaching-definitions.ts';

/** Where the value of an operation goes next inside its body. */
export type ValueUse =
  /** Becomes (part of) the value of another operation. */
  | { readonly kind: 'flow'; readonly to: OperationIndex }
  /** Is an object of which the operation reads a part. */
  | { readonly kind: 'part'; readonly to: OperationIndex }
  /** Is argument `position` of a call, construction or constructor call; -1 is the receiver. */
  | { readonly kind: 'argument'; readonly call: OperationIndex; readonly position: number }
  /** Leaves the method as its result. */
  | { readonly kind: 'result'; readonly at: OperationIndex }
  /** Is stored into a field of an object. `object` is null for fields of the own or an outer object. */
  | { readonly kind: 'field'; readonly assign: OperationIndex; readonly object: OperationIndex | null };

/** Where values go in a body, and which values a read of a local may see. */
export interface ValueFlow {
  /** For each operation the uses of its value, in operation order. */
  readonly uses: readonly (readonly ValueUse[])[];
  /** The operations (declaration, parameter, assignments) whose value a `local` operation may read. */
  definitions(read: OperationIndex): readonly OperationIndex[];
}

/** Operators whose result still carries the text of an operand. */
const CARRYING_OPERATORS = new Set(['+', '+=']);

/** Prepares a body; linear in it but for locals that are assigned again and again. */
export function valueFlow(body: Body, order: Dominance): ValueFlow {
  const uses: ValueUse[][] = body.operations.map(() => []);
  const add = (from: OperationIndex | null, use: ValueUse) => {
    if (from !== null) uses[from]?.push(use);
  };
  const definitions = reachingDefinitions(body, order);
  const lambdas = lambdasByRegion(body);
  body.operations.forEach((operation, index) => {
    if (operation.kind === 'local') {
      for (const definition of definitions(index)) add(definition, { kind: 'flow', to: index });
    }
    for (const [from, use] of usesOf(body, operation, index)) add(from, use);
    if (operation.kind === 'return' && operation.value !== null) {
      const lambda = lambdas[order.regionOf(index)] ?? null;
      add(operation.value, lambda === null ? { kind: 'result', at: index } : { kind: 'flow', to: lambda });
    }
  });
  return { uses, definitions };
}

type Pair = readonly [OperationIndex | null, ValueUse];

function usesOf(body: Body, operation: Operation, index: OperationIndex): readonly Pair[] {
  const flow = (from: OperationIndex | null): Pair => [from, { kind: 'flow', to: index }];
  switch (operation.kind) {
    case 'field':
      return [[operation.object, { kind: 'part', to: index }]];
    case 'cast':
      return [flow(operation.operand)];
    case 'declare':
      return [
        operation.component === undefined
          ? flow(operation.value)
          : [operation.value, { kind: 'part', to: index }],
      ];
    case 'conditional':
      return [flow(operation.then), flow(operation.otherwise)];
    case 'switch':
      return operation.results.map(flow);
    case 'index':
      return [flow(operation.array)];
    case 'new-array':
      return operation.items.map(flow);
    case 'binary':
      return CARRYING_OPERATORS.has(operation.operator) ? operation.operands.map(flow) : [];
    case 'lambda':
      return [flow(operation.result)];
    case 'assign':
      return usesOfAssignment(body, operation, index);
    case 'call':
    case 'new':
      return argumentsOf(index, operation.object, operation.args);
    case 'constructor-call':
      return argumentsOf(index, null, operation.args);
    case 'method-reference':
      return argumentsOf(index, operation.object, []);
    default:
      return [];
  }
}

function argumentsOf(
  call: OperationIndex,
  object: OperationIndex | null,
  args: readonly OperationIndex[],
): readonly Pair[] {
  const pairs = args.map((arg, position): Pair => [arg, { kind: 'argument', call, position }]);
  return object === null ? pairs : [[object, { kind: 'argument', call, position: -1 }], ...pairs];
}

/** A stored value is the assignment's own value, and reaches the object or array that is stored into. */
function usesOfAssignment(
  body: Body,
  operation: Extract<Operation, { kind: 'assign' }>,
  index: OperationIndex,
): readonly Pair[] {
  const { target, value, operator } = operation;
  const carries = operator === '=' || CARRYING_OPERATORS.has(operator);
  if (!carries) return [];
  const flow = (from: OperationIndex): Pair => [from, { kind: 'flow', to: index }];
  const own = operator === '=' ? [flow(value)] : [flow(target), flow(value)];
  const place = body.operations[target];
  if (place?.kind === 'name') return [...own, [value, { kind: 'field', assign: index, object: null }]];
  if (place?.kind === 'field')
    return [...own, [value, { kind: 'field', assign: index, object: place.object }]];
  if (place?.kind === 'index')
    return [...own, [value, { kind: 'field', assign: index, object: place.array }]];
  return own;
}

/** The read of a local that an expression starts from (`order.items[0].name` → the read of `order`); null for others. */
export function rootRead(
  body: Body,
  operation: OperationIndex,
  goesThrough: (call: OperationIndex) => boolean = () => true,
): OperationIndex | null {
  for (let at: OperationIndex | null = operation; at !== null; ) {
    const here: Operation | undefined = body.operations[at];
    if (here?.kind === 'local') return at;
    if (here?.kind === 'field') at = here.object;
    else if (here?.kind === 'call' && goesThrough(at)) at = here.object;
    else if (here?.kind === 'index') at = here.array;
    else if (here?.kind === 'cast') at = here.operand;
    else return null;
  }
  return null;
}

/** For each region the `lambda` operation whose body it is or lies in, innermost; null outside lambdas. */
function lambdasByRegion(body: Body): readonly (OperationIndex | null)[] {
  const own = new Map<number, OperationIndex>();
  body.operations.forEach((operation, index) => {
    if (operation.kind === 'lambda') own.set(operation.region, index);
  });
  const found: (OperationIndex | null)[] = [];
  body.regions.forEach((region, index) => {
    const around = region.parent === null ? null : (found[region.parent] ?? null);
    found.push(own.get(index) ?? around);
  });
  return found;
}
