import type { Body, OperationIndex } from '../facts/operations.ts';

/**
 * Answers, for one body, whether an operation is sure to have run when another one runs. Structural: an operation
 * dominates all later ones in its own region and in regions inside it.
 */
export interface Dominance {
  dominates(first: OperationIndex, later: OperationIndex): boolean;
  /** The operation runs on every way through the body that ends normally. */
  isUnconditional(operation: OperationIndex): boolean;
  /** Index of the innermost region that holds the operation. */
  regionOf(operation: OperationIndex): number;
}

/** Prepares the questions for a body; linear in its operations. */
export function dominanceOf(body: Body): Dominance {
  const innermost = innermostRegions(body);
  const homes = body.regions.map((_, region) => outermostSure(body, region));
  const homeOf = (operation: OperationIndex) => homes[innermost[operation] ?? 0] ?? 0;
  const isInside = (region: number, ancestor: number) => {
    for (let at: number | null = region; at !== null; at = body.regions[at]?.parent ?? null) {
      if (at === ancestor) return true;
    }
    return false;
  };
  return {
    dominates: (first, later) => first < later && isInside(innermost[later] ?? 0, homeOf(first)),
    isUnconditional: (operation) => homeOf(operation) === 0 && !leavesBefore(body, operation, innermost),
    regionOf: (operation) => innermost[operation] ?? 0,
  };
}

function innermostRegions(body: Body): Int32Array {
  const innermost = new Int32Array(body.operations.length);
  body.regions.forEach((region, index) => {
    innermost.fill(index, region.start, region.end);
  });
  return innermost;
}

/**
 * The widest region in which everything of this region is sure to run: `synchronized`, `finally`, and a `try` of which no
 * catch goes on as if nothing had happened, are no branches.
 */
function outermostSure(body: Body, region: number): number {
  let at = region;
  for (;;) {
    const here = body.regions[at];
    if (!here || here.parent === null || !isSure(body, at)) return at;
    at = here.parent;
  }
}

function isSure(body: Body, index: number): boolean {
  const region = body.regions[index];
  if (region?.kind === 'synchronized' || region?.kind === 'finally') return true;
  if (region?.kind !== 'try') return false;
  return body.regions.every(
    (other, at) => other.kind !== 'catch' || other.of !== index || alwaysLeaves(body, at),
  );
}

/** The region's last operation leaves the method: it returns or throws. */
export function alwaysLeaves(body: Body, index: number): boolean {
  const region = body.regions[index];
  if (!region || region.end <= region.start) return false;
  const last = body.operations[region.end - 1];
  return last?.kind === 'return' || last?.kind === 'throw';
}

/** Some `return` stands before the operation, so that a call may end normally without it. */
function leavesBefore(body: Body, operation: OperationIndex, innermost: Int32Array): boolean {
  for (let index = 0; index < operation; index++) {
    if (body.operations[index]?.kind !== 'return') continue;
    if (!isInLambda(body, innermost[index] ?? 0)) return true;
  }
  return false;
}

function isInLambda(body: Body, region: number): boolean {
  for (let at: number | null = region; at !== null; at = body.regions[at]?.parent ?? null) {
    if (body.regions[at]?.kind === 'lambda') return true;
  }
  return false;
}
