import type { Region } from '../../facts/control-flow.ts';
import type { CallOperation, Operation, OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { resolveTypeRef } from '../name-scope.ts';
import { assignedLocals } from '../operation-constants.ts';
import type { ClassType } from '../types.ts';
import type { BodyState } from './body-state.ts';

/** What a test says of the object of a local, and the stretch of operations where it is known to have been passed. */
export interface TypeTest {
  readonly declaration: OperationIndex;
  readonly type: TypeRef;
  /** The object is of this very class, not of one below it. */
  readonly isExact: boolean;
  readonly start: OperationIndex;
  /** Exclusive. */
  readonly end: OperationIndex;
}

/** The type that a receiver has been tested for. */
export interface TestedType {
  readonly type: ClassType;
  readonly isExact: boolean;
}

/**
 * The type that the object of a local is known to have at a place, because `instanceof` or a comparison of classes leads
 * there; null for locals that are assigned again, and for anything but a local.
 */
export function testedType(state: BodyState, object: OperationIndex | null): TestedType | null {
  const read = object === null ? undefined : state.operations[object];
  if (object === null || read?.kind !== 'local') return null;
  state.typeTests ??= findTypeTests(state);
  const passed = state.typeTests.filter(
    ({ declaration, start, end }) => declaration === read.declaration && object >= start && object < end,
  );
  const best = passed.find(({ isExact }) => isExact) ?? passed.at(-1);
  if (best === undefined || assignedLocals(state.world, state.method).has(best.declaration)) return null;
  const type = resolveTypeRef(state.world, state.scope, best.type);
  return type.kind === 'class' ? { type, isExact: best.isExact } : null;
}

type Found = Omit<TypeTest, 'start' | 'end'>;

interface Tests {
  readonly state: BodyState;
  /** What each operation that is a test says where it holds. */
  readonly whenTrue: ReadonlyMap<OperationIndex, Found>;
  readonly whenFalse: ReadonlyMap<OperationIndex, Found>;
}

function findTypeTests(state: BodyState): readonly TypeTest[] {
  const whenTrue = new Map<OperationIndex, Found>();
  const whenFalse = new Map<OperationIndex, Found>();
  for (let i = 0; i < state.operations.length; i++) {
    const operation = state.operations[i];
    const found = operation === undefined ? null : testOf(state, operation);
    if (found !== null) (found.isNegated ? whenFalse : whenTrue).set(i, found.test);
  }
  if (whenTrue.size === 0 && whenFalse.size === 0) return [];
  const tests: Tests = { state, whenTrue, whenFalse };
  return [
    ...state.regions.flatMap((region, index) => testsOfRegion(tests, region, index)),
    ...state.operations.flatMap((operation, index) => testsOfOperands(tests, operation, index)),
  ];
}

/** `if`, `else` and loops; after an `if` that is left for good, what its condition rules out. */
function testsOfRegion(tests: Tests, region: Region, index: number): readonly TypeTest[] {
  const { condition, kind, start, end } = region;
  if (condition === undefined || (kind !== 'then' && kind !== 'else' && kind !== 'loop')) return [];
  const inside = passedAt(tests, condition, kind !== 'else').map((found) => ({
    ...found,
    start: Math.max(start, condition + 1),
    end,
  }));
  const around = region.parent === null ? undefined : tests.state.regions[region.parent];
  if (kind !== 'then' || around === undefined || !isLeft(tests.state, region, index)) return inside;
  const after = passedAt(tests, condition, false).map((found) => ({ ...found, start: end, end: around.end }));
  return [...inside, ...after];
}

/** Whether a region ends with an operation of its own that leaves it. */
function isLeft({ operations, regions }: BodyState, { start, end }: Region, index: number): boolean {
  const last = end > start ? operations[end - 1]?.kind : undefined;
  if (last !== 'return' && last !== 'throw' && last !== 'break' && last !== 'continue') return false;
  return !regions.some((inner) => inner.parent === index && inner.end === end && inner.end > inner.start);
}

/** What stands after a test in `a && b`, `a || b` and `a ? b : c`. */
function testsOfOperands(tests: Tests, operation: Operation, index: OperationIndex): readonly TypeTest[] {
  if (operation.kind === 'conditional') {
    const { condition, then } = operation;
    const between = (truth: boolean, range: { start: number; end: number }) =>
      passedAt(tests, condition, truth).map((found) => ({ ...found, ...range }));
    return [
      ...between(true, { start: condition + 1, end: then + 1 }),
      ...between(false, { start: then + 1, end: index }),
    ];
  }
  if (operation.kind !== 'binary' || (operation.operator !== '&&' && operation.operator !== '||')) return [];
  const truth = operation.operator === '&&';
  return operation.operands
    .slice(0, -1)
    .flatMap((operand) =>
      passedAt(tests, operand, truth).map((found) => ({ ...found, start: operand + 1, end: index })),
    );
}

interface Outcome {
  readonly at: OperationIndex;
  readonly truth: boolean;
}

/** What is known where a condition has turned out true, or false. */
function passedAt(tests: Tests, condition: OperationIndex, truth: boolean): readonly Found[] {
  const passed: Found[] = [];
  const pending: Outcome[] = [{ at: condition, truth }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const found = (next.truth ? tests.whenTrue : tests.whenFalse).get(next.at);
    if (found !== undefined) passed.push(found);
    pending.push(...impliedBy(tests.state.operations[next.at], next.truth));
  }
  return passed;
}

/** `!a` is true where `a` is false; `a && b` where both are true; `a || b` is false where both are false. */
function impliedBy(operation: Operation | undefined, truth: boolean): readonly Outcome[] {
  if (operation?.kind === 'unary' && operation.operator === '!') {
    return [{ at: operation.operand, truth: !truth }];
  }
  if (operation?.kind !== 'binary' || operation.operator !== (truth ? '&&' : '||')) return [];
  return operation.operands.map((at) => ({ at, truth }));
}

function testOf(
  state: BodyState,
  operation: Operation,
): { readonly test: Found; readonly isNegated: boolean } | null {
  switch (operation.kind) {
    case 'instance-of': {
      const test = testing(state, operation.operand, { type: operation.type, isExact: false });
      return test && { test, isNegated: false };
    }
    case 'call': {
      const test = testOfCall(state, operation);
      return test && { test, isNegated: false };
    }
    case 'binary': {
      const { operator, operands } = operation;
      const [left, right] = operands;
      const isComparison = (operator === '==' || operator === '!=') && operands.length === 2;
      if (!isComparison || left === undefined || right === undefined) return null;
      const test = sameClass(state, left, right) ?? sameClass(state, right, left);
      return test && { test, isNegated: operator === '!=' };
    }
    default:
      return null;
  }
}

/** `T.class.isInstance(x)`, `T.class.isAssignableFrom(x.getClass())`, `T.class.equals(x.getClass())`. */
function testOfCall(state: BodyState, { object, name, args }: CallOperation): Found | null {
  const tests = state.file.rules.classTests;
  const [argument] = args;
  if (tests === null || object === null || argument === undefined || args.length > 1) return null;
  if (name === tests.sameClass)
    return sameClass(state, object, argument) ?? sameClass(state, argument, object);
  const literal = state.operations[object];
  if (literal?.kind !== 'class-literal') return null;
  const wanted = { type: literal.type, isExact: false };
  if (name === tests.instance) return testing(state, argument, wanted);
  const owner = name === tests.subclass ? askedForClass(state, argument) : null;
  return owner === null ? null : testing(state, owner, wanted);
}

function sameClass(state: BodyState, literal: OperationIndex, asked: OperationIndex): Found | null {
  const written = state.operations[literal];
  const owner = askedForClass(state, asked);
  if (written?.kind !== 'class-literal' || owner === null) return null;
  return testing(state, owner, { type: written.type, isExact: true });
}

/** `x` of `x.getClass()`. */
function askedForClass(state: BodyState, operation: OperationIndex): OperationIndex | null {
  const call = state.operations[operation];
  return call?.kind === 'call' && call.name === state.file.rules.classTests?.classOf && call.args.length === 0
    ? call.object
    : null;
}

function testing(
  state: BodyState,
  operand: OperationIndex,
  wanted: { readonly type: TypeRef | null; readonly isExact: boolean },
): Found | null {
  const read = state.operations[operand];
  if (read?.kind !== 'local' || wanted.type === null) return null;
  return { declaration: read.declaration, type: wanted.type, isExact: wanted.isExact };
}
