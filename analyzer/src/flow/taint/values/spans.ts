import type { Region } from '../../../facts/control-flow.ts';
import type { Body, Operation, OperationIndex } from '../../../facts/operations.ts';

/** A stretch of operations that runs under conditions of its own: a region, or a part of an expression. */
export interface Span {
  /** `arm-then` and `arm-else` of `?:`; `both` and `either`: the right side of `&&` and `||`. */
  readonly kind: Region['kind'] | 'arm-then' | 'arm-else' | 'both' | 'either';
  readonly start: OperationIndex;
  readonly end: OperationIndex;
  /** Index in `Body.regions`; null for parts of expressions. */
  readonly region: number | null;
  /** Index of the region around a region. */
  readonly parent: number | null;
  /** What is tested: the condition, the subject of a switch, the left side of `&&` and `||`. */
  readonly condition: OperationIndex | null;
}

/** All spans of a body in the order in which they open: outer before inner. */
export function spansOf(body: Body): readonly Span[] {
  const parts = partsIn(body).sort((left, right) => left.start - right.start || right.end - left.end);
  const spans: Span[] = [];
  let next = 0;
  body.regions.forEach((region, index) => {
    // A region that opens where a part of an expression does stands inside it.
    for (let part = parts[next]; part && part.start <= region.start; part = parts[++next]) spans.push(part);
    const { kind, start, end, parent, condition = null } = region;
    spans.push({ kind, start, end, region: index, parent, condition });
  });
  return [...spans, ...parts.slice(next)];
}

function partsIn(body: Body): Span[] {
  const parts: Span[] = [];
  for (let index = 0; index < body.operations.length; index++) {
    const operation = body.operations[index];
    if (operation?.kind === 'conditional' || operation?.kind === 'binary')
      parts.push(...partsOf(body, operation, index));
  }
  return parts;
}

/** Operands stand directly before their operation, so an arm or a right side is what lies between two operands. */
function partsOf(body: Body, operation: Operation, whole: OperationIndex): readonly Span[] {
  const part = (kind: Span['kind'], start: OperationIndex, range: Pick<Span, 'end' | 'condition'>): Span => ({
    ...{ kind, start, region: null, parent: null },
    ...range,
  });
  if (operation.kind === 'conditional') {
    const { condition, then } = operation;
    return [
      part('arm-then', condition + 1, { end: then + 1, condition }),
      part('arm-else', then + 1, { end: whole, condition }),
    ].filter(({ start, end }) => start < end);
  }
  if (operation.kind !== 'binary' || (operation.operator !== '&&' && operation.operator !== '||')) return [];
  const [condition] = operation.operands;
  if (condition === undefined || !hasEffects(body, condition + 1, whole)) return [];
  const kind = operation.operator === '&&' ? 'both' : 'either';
  return [part(kind, condition + 1, { end: whole, condition })];
}

/** Only what calls, makes or sets something makes a difference by having run. */
function hasEffects(body: Body, start: OperationIndex, end: OperationIndex): boolean {
  for (let index = start; index < end; index++) {
    const kind = body.operations[index]?.kind;
    if (kind === 'call' || kind === 'new' || kind === 'assign' || kind === 'unary' || kind === 'declare')
      return true;
  }
  return false;
}
