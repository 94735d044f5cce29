import { fitted, NOTHING } from '../../base/lists.ts';
import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';
import { type AddressQuestions, type KeptByPlace, keptByPlaces } from './addresses.ts';
import { FULL_TAINT, type TaintMask } from './taint-mask.ts';
import type { BodyValues } from './values/body-values.ts';

/** Where the value of an operation goes next inside its body. */
export type ValueUse =
  /** Becomes (part of) the value of another operation; of what is wrong with it only `kept` is left there, where that is given. */
  | { readonly kind: 'flow'; readonly to: OperationIndex; readonly kept?: TaintMask }
  /** Is an object of which the operation reads a part. */
  | { readonly kind: 'part'; readonly to: OperationIndex }
  /** Is argument `position` of a call, construction or constructor call; -1 is the receiver. */
  | {
      readonly kind: 'argument';
      readonly call: OperationIndex;
      readonly position: number;
      readonly kept?: TaintMask;
    }
  /** Leaves the method as its result. */
  | { readonly kind: 'result'; readonly at: OperationIndex }
  /** Is stored into a field of an object. `object` is null for fields of the own or an outer object. */
  | { readonly kind: 'field'; readonly assign: OperationIndex; readonly object: OperationIndex | null };

/** Where values go in a body, and which values a read of a local may see. */
export interface ValueFlow {
  /** For each operation, and each join behind them, the uses of its value in operation order. */
  readonly uses: readonly (readonly ValueUse[])[];
  readonly values: BodyValues;
}

/** Operators whose result still carries the text of an operand. */
const CARRYING_OPERATORS = new Set(['+', '+=']);

/** Prepares a body; linear in it. What never runs and what is the same whatever comes in uses nothing. */
export function valueFlow(body: Body, values: BodyValues, questions: AddressQuestions): ValueFlow {
  // Most values have one use or none.
  const uses: (readonly ValueUse[])[] = new Array(values.size).fill(NOTHING);
  const several = new Map<OperationIndex, ValueUse[]>();
  const add = (from: OperationIndex | null, use: ValueUse) => {
    const known = from === null ? undefined : uses[from];
    if (from === null || known === undefined) return;
    if (known.length === 0) uses[from] = [use];
    else if (known.length === 1) uses[from] = startOf(several, from, [...known, use]);
    else several.get(from)?.push(use);
  };
  for (let join = body.operations.length; join < values.size; join++) {
    for (const input of values.inputsOf(join)) add(input, { kind: 'flow', to: join });
  }
  const lambdas = lambdasByRegion(body);
  const keptByPlace = keptByPlaces(body, values, questions);
  body.operations.forEach((operation, index) => {
    if (values.isDead(index)) return;
    for (const from of sourcesOf(values, operation, index)) add(from, { kind: 'flow', to: index });
    const isPlaceOfArray = operation.kind === 'index' && values.placeRead(index) !== undefined;
    for (const [from, use] of isPlaceOfArray
      ? []
      : usesOf(body, operation, { index, keptAt: keptByPlace(operation, index) }))
      add(from, use);
    if (operation.kind === 'return') add(operation.value, returnOf(values, lambdas, index));
  });
  for (const [from, list] of several) uses[from] = fitted(list);
  return { uses, values };
}

function startOf<Key, Item>(lists: Map<Key, Item[]>, key: Key, list: Item[]): readonly Item[] {
  lists.set(key, list);
  return list;
}

/** What a read of a local, or of a place in a list or array, has its value from. */
function sourcesOf(values: BodyValues, operation: Operation, index: OperationIndex): readonly number[] {
  const node = operation.kind === 'local' ? values.nodeOf(index) : -1;
  return node >= 0 ? [node] : (values.placeRead(index) ?? []);
}

/** A `return` in a lambda gives the lambda its value. */
function returnOf(
  values: BodyValues,
  lambdas: ReadonlyMap<number, OperationIndex>,
  at: OperationIndex,
): ValueUse {
  const region = values.lambdaAround(at);
  const lambda = region === null ? undefined : lambdas.get(region);
  return lambda === undefined ? { kind: 'result', at } : { kind: 'flow', to: lambda };
}

/** The `lambda` operation of each lambda region. */
function lambdasByRegion(body: Body): ReadonlyMap<number, OperationIndex> {
  return new Map(
    body.operations.flatMap((operation, index) =>
      operation.kind === 'lambda' ? [[operation.region, index] as const] : [],
    ),
  );
}

type Pair = readonly [OperationIndex | null, ValueUse];

/** An operation, and what is left of its operands by what stands before them. */
interface Place {
  readonly index: OperationIndex;
  readonly keptAt: KeptByPlace;
}

function usesOf(body: Body, operation: Operation, { index, keptAt }: Place): readonly Pair[] {
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
      return CARRYING_OPERATORS.has(operation.operator)
        ? operation.operands.map((operand, position) => [
            operand,
            { kind: 'flow', to: index, ...kept(keptAt, position) },
          ])
        : [];
    case 'lambda':
      return [flow(operation.result)];
    case 'assign':
      return usesOfAssignment(body, operation, { index, keptAt });
    case 'call':
    case 'new':
      return argumentsOf(operation.object, operation.args, { index, keptAt });
    case 'constructor-call':
      return argumentsOf(null, operation.args, { index, keptAt });
    case 'method-reference':
      return argumentsOf(operation.object, [], { index, keptAt });
    default:
      return [];
  }
}

function kept(keptAt: KeptByPlace, position: number): { readonly kept?: TaintMask } {
  const mask = keptAt(position);
  return mask === FULL_TAINT ? {} : { kept: mask };
}

function argumentsOf(
  object: OperationIndex | null,
  args: readonly OperationIndex[],
  { index: call, keptAt }: Place,
): readonly Pair[] {
  const pairs = args.map(
    (arg, position): Pair => [arg, { kind: 'argument', call, position, ...kept(keptAt, position) }],
  );
  return object === null ? pairs : [[object, { kind: 'argument', call, position: -1 }], ...pairs];
}

/** A stored value is the assignment's own value, and reaches the object or array that is stored into. */
function usesOfAssignment(
  body: Body,
  operation: Extract<Operation, { kind: 'assign' }>,
  { index, keptAt }: Place,
): readonly Pair[] {
  const { target, value, operator } = operation;
  const carries = operator === '=' || CARRYING_OPERATORS.has(operator);
  if (!carries) return [];
  const flow = (from: OperationIndex): Pair => [from, { kind: 'flow', to: index }];
  const own: readonly Pair[] =
    operator === '='
      ? [flow(value)]
      : [flow(target), [value, { kind: 'flow', to: index, ...kept(keptAt, 1) }]];
  const place = body.operations[target];
  if (place?.kind === 'name') return [...own, [value, { kind: 'field', assign: index, object: null }]];
  if (place?.kind === 'field')
    return [...own, [value, { kind: 'field', assign: index, object: place.object }]];
  if (place?.kind === 'index')
    return [...own, [value, { kind: 'field', assign: index, object: place.array }]];
  return own;
}

/**
 * Tells the read of a local that an expression starts from (`order.items[0].name` → the read of `order`); null for
 * others. Each operation is looked at once, however long the chains are.
 */
export function rootReads(
  body: Body,
  goesThrough: (call: OperationIndex) => boolean,
): (expression: OperationIndex) => OperationIndex | null {
  const known = new Map<OperationIndex, OperationIndex | null>();
  return (expression) => {
    const way: OperationIndex[] = [];
    let at: OperationIndex | null = expression;
    while (at !== null && !known.has(at) && body.operations[at]?.kind !== 'local') {
      way.push(at);
      at = innerObject(body.operations[at], at, goesThrough);
    }
    const root = at === null ? null : known.has(at) ? (known.get(at) ?? null) : at;
    for (const each of way) known.set(each, root);
    return root;
  };
}

/** The object of which an expression gives a part, or which it gives back. */
function innerObject(
  operation: Operation | undefined,
  index: OperationIndex,
  goesThrough: (call: OperationIndex) => boolean,
): OperationIndex | null {
  switch (operation?.kind) {
    case 'field':
      return operation.object;
    case 'call':
      return goesThrough(index) ? operation.object : null;
    case 'index':
      return operation.array;
    case 'cast':
      return operation.operand;
    default:
      return null;
  }
}
