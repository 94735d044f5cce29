import { leavingRegions } from '../facts/leaving-regions.ts';
import type { Body, OperationIndex } from '../facts/operations.ts';

/**
 * Answers, for one body, whether an operation is sure to have run when another one runs. Structural: an operation
 * dominates all later ones in its own region and in regions inside it; the right sides of `&&` and `||` and the arms of
 * `?:` count as regions of their own.
 */
export interface Dominance {
  dominates(first: OperationIndex, later: OperationIndex): boolean;
  /** The operation runs on every way through the body that ends normally. */
  isUnconditional(operation: OperationIndex): boolean;
  /** Index of the innermost region that holds the operation. */
  regionOf(operation: OperationIndex): number;
  /** Whether a region lies in another one, or is it. */
  isInside(region: number, ancestor: number): boolean;
}

/** Operations that run only for one outcome of what stands before them in the same expression. */
interface Detour {
  readonly start: OperationIndex;
  readonly end: OperationIndex;
  readonly operator: '&&' | '||' | '?:';
  /** The operation whose value decides nothing more: the `&&`, `||` or `?:` itself. */
  readonly whole: OperationIndex;
}

/** Prepares the questions for a body; linear in its operations, times the nesting of its conditions. */
export function dominanceOf(body: Body): Dominance {
  const innermost = innermostRegions(body);
  const exits = leavingRegions(body);
  const resumed = resumedTries(body, exits);
  const homes = body.regions.map((_, region) => outermostSure(body, region, resumed));
  const detours = detoursOf(body);
  const firstReturn = firstReturnOf(body, innermost);
  const homeOf = (operation: OperationIndex) => homes[innermost[operation] ?? 0] ?? 0;
  const isInside = (region: number, ancestor: number) => {
    for (let at: number | null = region; at !== null; at = body.regions[at]?.parent ?? null) {
      if (at === ancestor) return true;
    }
    return false;
  };
  const hasRunBy = (detour: Detour, later: OperationIndex) => {
    if (later >= detour.start && later < detour.end) return true;
    if (detour.operator === '?:') return false;
    const decided = detour.operator === '&&' ? ['then', 'loop'] : ['else'];
    return body.regions.some((region, index) => {
      if (region.condition !== detour.whole) return false;
      if (decided.includes(region.kind)) return later >= region.start && later < region.end;
      const ruledOut = region.kind === 'then' && detour.operator === '||' && exits.has(index);
      return ruledOut && later >= region.end && isInside(innermost[later] ?? 0, region.parent ?? 0);
    });
  };
  const isDetoured = (operation: OperationIndex, later: OperationIndex) =>
    detours.some((detour) => operation >= detour.start && operation < detour.end && !hasRunBy(detour, later));
  return {
    dominates: (first, later) =>
      first < later && isInside(innermost[later] ?? 0, homeOf(first)) && !isDetoured(first, later),
    isUnconditional: (operation) =>
      homeOf(operation) === 0 &&
      (firstReturn === null || operation < firstReturn) &&
      detours.every(
        (detour) => operation < detour.start || operation >= detour.end || isRequired(body, detour),
      ),
    regionOf: (operation) => innermost[operation] ?? 0,
    isInside,
  };
}

function innermostRegions(body: Body): Int32Array {
  const innermost = new Int32Array(body.operations.length);
  body.regions.forEach((region, index) => {
    innermost.fill(index, region.start, region.end);
  });
  return innermost;
}

/** `try` regions of which some catch goes on as if nothing had happened. */
function resumedTries(body: Body, exits: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(
    body.regions.flatMap((region, index) =>
      region.kind === 'catch' && region.of !== undefined && !exits.has(index) ? [region.of] : [],
    ),
  );
}

/**
 * The widest region in which everything of this region is sure to run: `synchronized`, `finally`, and a `try` of which no
 * catch goes on as if nothing had happened, are no branches.
 */
function outermostSure(body: Body, region: number, resumed: ReadonlySet<number>): number {
  let at = region;
  for (;;) {
    const here = body.regions[at];
    if (!here || here.parent === null) return at;
    const isSure =
      here.kind === 'synchronized' || here.kind === 'finally' || (here.kind === 'try' && !resumed.has(at));
    if (!isSure) return at;
    at = here.parent;
  }
}

/** The first `return` of the method itself: what stands behind it may be missed by a call that ends normally. */
function firstReturnOf(body: Body, innermost: Int32Array): OperationIndex | null {
  const inLambda = body.regions.map(() => false);
  body.regions.forEach((region, index) => {
    inLambda[index] =
      region.kind === 'lambda' || (region.parent !== null && inLambda[region.parent] === true);
  });
  const first = body.operations.findIndex(
    (operation, index) => operation.kind === 'return' && inLambda[innermost[index] ?? 0] !== true,
  );
  return first === -1 ? null : first;
}

/** Operands stand directly before their operation, so the right side of an operator is what lies between two operands. */
function detoursOf(body: Body): readonly Detour[] {
  const detours: Detour[] = [];
  body.operations.forEach((operation, whole) => {
    if (operation.kind === 'binary' && (operation.operator === '&&' || operation.operator === '||')) {
      const first = operation.operands[0];
      if (first !== undefined && first + 1 < whole)
        detours.push({ start: first + 1, end: whole, operator: operation.operator, whole });
    } else if (operation.kind === 'conditional') {
      const { condition, then } = operation;
      detours.push({ start: condition + 1, end: then + 1, operator: '?:', whole });
      detours.push({ start: then + 1, end: whole, operator: '?:', whole });
    }
  });
  return detours.filter((detour) => detour.end > detour.start && hasEffects(body, detour));
}

/** Only what calls or assigns something makes a difference by having run. */
function hasEffects(body: Body, detour: Detour): boolean {
  for (let index = detour.start; index < detour.end; index++) {
    const kind = body.operations[index]?.kind;
    if (kind === 'call' || kind === 'new' || kind === 'assign') return true;
  }
  return false;
}

/** `return a && b` says yes only when `b` has run. */
function isRequired(body: Body, detour: Detour): boolean {
  if (detour.operator !== '&&') return false;
  const next = body.operations[detour.whole + 1];
  return next?.kind === 'return' && next.value === detour.whole;
}
