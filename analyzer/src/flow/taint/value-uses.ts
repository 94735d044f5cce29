import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';

/** Where the value of an operation goes next inside its body. */
export type ValueUse =
  /** Becomes (part of) the value of another operation. */
  | { readonly kind: 'flow'; readonly to: OperationIndex }
  /** Is argument `position` of a call, construction or constructor call; -1 is the receiver. */
  | { readonly kind: 'argument'; readonly call: OperationIndex; readonly position: number }
  /** Leaves the method as its result. */
  | { readonly kind: 'result'; readonly at: OperationIndex }
  /** Is stored into a field of an object. `object` is null for fields of the own or an outer object. */
  | { readonly kind: 'field'; readonly assign: OperationIndex; readonly object: OperationIndex | null };

/** Operators whose result still carries the text of an operand. */
const CARRYING_OPERATORS = new Set(['+', '+=']);

/** For each operation the uses of its value, in operation order; linear in the body. */
export function valueUses(body: Body): readonly (readonly ValueUse[])[] {
  const uses: ValueUse[][] = body.operations.map(() => []);
  const add = (from: OperationIndex | null, use: ValueUse) => {
    if (from !== null) uses[from]?.push(use);
  };
  const lambdas = lambdaOfRegions(body);
  body.operations.forEach((operation, index) => {
    for (const [from, use] of usesOf(body, operation, index)) add(from, use);
    if (operation.kind === 'return' && operation.value !== null) {
      const lambda = lambdas(index);
      add(operation.value, lambda === null ? { kind: 'result', at: index } : { kind: 'flow', to: lambda });
    }
  });
  return uses;
}

type Pair = readonly [OperationIndex | null, ValueUse];

function usesOf(body: Body, operation: Operation, index: OperationIndex): readonly Pair[] {
  const flow = (from: OperationIndex | null): Pair => [from, { kind: 'flow', to: index }];
  switch (operation.kind) {
    case 'local':
      return [flow(operation.declaration)];
    case 'field':
    case 'cast':
      return [flow(operation.kind === 'field' ? operation.object : operation.operand)];
    case 'declare':
      return [flow(operation.value)];
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
      return [flow(operation.value), ...storesOf(body, operation.target, operation.value, index)];
    case 'call':
    case 'new':
      return argumentsOf(index, operation.object, operation.args);
    case 'constructor-call':
      return argumentsOf(index, null, operation.args);
    case 'method-reference':
      return operation.object === null
        ? []
        : [[operation.object, { kind: 'argument', call: index, position: -1 }]];
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

/** A stored value reaches the variable, and the object or array that is stored into. */
function storesOf(
  body: Body,
  target: OperationIndex,
  value: OperationIndex,
  assign: OperationIndex,
): readonly Pair[] {
  const place = body.operations[target];
  if (place?.kind === 'local') return [[value, { kind: 'flow', to: place.declaration }]];
  if (place?.kind === 'name') return [[value, { kind: 'field', assign, object: null }]];
  if (place?.kind === 'field') return [[value, { kind: 'field', assign, object: place.object }]];
  if (place?.kind !== 'index') return [];
  const root = rootVariable(body, place.array);
  return root === null ? [] : [[value, { kind: 'flow', to: root }]];
}

/** The declared local or parameter that an expression starts from (`order.items[0].name` → `order`); null for others. */
export function rootVariable(body: Body, operation: OperationIndex): OperationIndex | null {
  for (let at: OperationIndex | null = operation; at !== null; ) {
    const here: Operation | undefined = body.operations[at];
    if (here?.kind === 'local') return here.declaration;
    if (here?.kind === 'field' || here?.kind === 'call') at = here.object;
    else if (here?.kind === 'index') at = here.array;
    else if (here?.kind === 'cast') at = here.operand;
    else return null;
  }
  return null;
}

/** For an operation, the `lambda` operation whose block body it stands in, innermost; null outside lambdas. */
function lambdaOfRegions(body: Body): (operation: OperationIndex) => OperationIndex | null {
  const spans = body.operations.flatMap((operation, index) => {
    if (operation.kind !== 'lambda') return [];
    const region = body.regions[operation.region];
    return region ? [{ lambda: index, start: region.start, end: region.end }] : [];
  });
  return (operation) => {
    let best: { readonly lambda: number; readonly size: number } | null = null;
    for (const { lambda, start, end } of spans) {
      if (operation < start || operation >= end) continue;
      if (best === null || end - start < best.size) best = { lambda, size: end - start };
    }
    return best?.lambda ?? null;
  };
}
