import type { Region } from '../facts/control-flow.ts';
import type { Body, OperationIndex } from '../facts/operations.ts';

/** The way that a method takes behind a `try` that failed, for want of what the `try` should have given. */
export interface WayWithout {
  /** From the end of the `try` to the branch. */
  readonly before: readonly OperationIndex[];
  /** What runs then. */
  readonly run: readonly OperationIndex[];
  /** The branch that is left out. */
  readonly skipped: Region;
}

/**
 * Finds it: a local is null before the `try`, gets its value as the last thing done there, and the first branch behind that
 * asks for it decides. Null where there is no such branch: the code does not tell by the value that something failed.
 */
export function wayWithout(
  body: Body,
  { tried, caught, behind }: { tried: Region; caught: Region; behind: readonly OperationIndex[] },
): WayWithout | null {
  const missing = missingLocals(body, tried, caught);
  if (missing.size === 0) return null;
  const asked = new Set(behind);
  for (const region of body.regions) {
    const { kind, condition, parent } = region;
    if (kind !== 'then' || condition === undefined || !asked.has(condition)) continue;
    const holds = truthOf({ body, missing, depth: 0 }, condition);
    if (holds === null) continue;
    const other = body.regions.find(
      (each) => each.kind === 'else' && each.condition === condition && each.parent === parent,
    );
    const before = behind.filter((at) => at < condition);
    if (holds) return { before, run: within(region), skipped: other ?? { ...region, start: region.end } };
    const rest = behind.filter((at) => at >= region.end);
    return { before, run: other === undefined ? rest : within(other), skipped: region };
  }
  return null;
}

function within({ start, end }: Region): readonly OperationIndex[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** Declarations of the locals that are null wherever the `try` has failed. */
function missingLocals(body: Body, tried: Region, caught: Region): ReadonlySet<OperationIndex> {
  const last = new Map<OperationIndex, OperationIndex>();
  const given = new Set<OperationIndex>();
  const kept = new Set<OperationIndex>();
  for (const { at, declaration, value, replaces } of valuesGiven(body, caught.end)) {
    if (at < tried.start || at >= caught.start) last.set(declaration, value);
    else if (at < tried.end) (replaces && isLastDone(body, tried, at) ? given : kept).add(declaration);
  }
  const isNull = (value: OperationIndex | undefined) => {
    const operation = body.operations[value ?? -1];
    return operation?.kind === 'literal' && operation.type === 'null';
  };
  return new Set([...given].filter((declaration) => !kept.has(declaration) && isNull(last.get(declaration))));
}

interface Given {
  readonly at: OperationIndex;
  readonly declaration: OperationIndex;
  readonly value: OperationIndex;
  readonly replaces: boolean;
}

/** What locals are given up to a place, in order. */
function valuesGiven({ operations }: Body, end: OperationIndex): readonly Given[] {
  return operations.slice(0, end).flatMap((operation, at): readonly Given[] => {
    if (operation.kind === 'declare' && operation.value !== null)
      return [{ at, declaration: at, value: operation.value, replaces: true }];
    if (operation.kind !== 'assign') return [];
    const target = operations[operation.target];
    if (target?.kind !== 'local') return [];
    const { value, operator } = operation;
    return [{ at, declaration: target.declaration, value, replaces: operator === '=' }];
  });
}

/** Nothing behind it can fail, so that where the `try` fails the value has not been given. */
function isLastDone(body: Body, tried: Region, assigned: OperationIndex): boolean {
  const around = regionsAround(body, assigned);
  return body.operations.every((operation, at) => {
    if (at <= assigned || at >= tried.end || !FAILS.has(operation.kind)) return true;
    return [...regionsAround(body, at)].some(
      (region) =>
        (region.kind === 'catch' && !around.has(region)) ||
        (region.kind === 'else' &&
          [...around].some((each) => each.kind === 'then' && each.condition === region.condition)),
    );
  });
}

const FAILS: ReadonlySet<string> = new Set(['call', 'new', 'throw', 'constructor-call']);

function regionsAround(body: Body, at: OperationIndex): ReadonlySet<Region> {
  return new Set(body.regions.filter(({ start, end }) => at >= start && at < end));
}

interface Asking {
  readonly body: Body;
  readonly missing: ReadonlySet<OperationIndex>;
  readonly depth: number;
}

const DEEPEST = 20;

/** What a condition comes to where the locals are null; null where that does not decide it. */
function truthOf(asking: Asking, condition: OperationIndex): boolean | null {
  const { body, depth } = asking;
  const operation = body.operations[condition];
  if (operation === undefined || depth > DEEPEST) return null;
  const deeper = { ...asking, depth: depth + 1 };
  if (operation.kind === 'unary' && operation.operator === '!') {
    const inner = truthOf(deeper, operation.operand);
    return inner === null ? null : !inner;
  }
  if (operation.kind !== 'binary') return null;
  const { operator, operands } = operation;
  if (operator === '&&' || operator === '||') {
    const sides = operands.map((each) => truthOf(deeper, each));
    const decides = operator === '||';
    if (sides.includes(decides)) return decides;
    return sides.includes(null) ? null : !decides;
  }
  return comparedWithNull(asking, operands) ? nullTest(operator) : null;
}

function comparedWithNull({ body, missing }: Asking, operands: readonly OperationIndex[]): boolean {
  const values = operands.map((each) => body.operations[each]);
  return (
    values.some((value) => value?.kind === 'local' && missing.has(value.declaration)) &&
    values.some((value) => value?.kind === 'literal' && value.type === 'null')
  );
}

/** `==` holds, `!=` does not. */
function nullTest(operator: string): boolean | null {
  if (operator !== '==' && operator !== '!=') return null;
  return operator === '==';
}
