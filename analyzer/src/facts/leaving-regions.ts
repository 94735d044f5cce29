import type { Region } from './control-flow.ts';
import type { Body } from './operations.ts';

/**
 * Regions whose end is never reached: they return or throw on every way, in both branches of an `if`, in a `try` and all
 * its `catch` blocks. Loops and `switch` are taken to be left by their end.
 */
export function leavingRegions(body: Body): ReadonlySet<number> {
  const leaving = new Set<number>();
  const children = childrenOf(body);
  for (let index = body.regions.length - 1; index >= 0; index--) {
    const region = body.regions[index];
    if (region && leaves({ body, children, leaving }, region, index)) leaving.add(index);
  }
  return leaving;
}

interface Known {
  readonly body: Body;
  readonly children: readonly (readonly number[])[];
  readonly leaving: ReadonlySet<number>;
}

function childrenOf(body: Body): readonly (readonly number[])[] {
  const children: number[][] = body.regions.map(() => []);
  body.regions.forEach((region, index) => {
    if (region.parent !== null) children[region.parent]?.push(index);
  });
  return children;
}

function leaves(known: Known, region: Region, index: number): boolean {
  if (region.end <= region.start) return false;
  const { body } = known;
  const own = known.children[index] ?? [];
  const last = own.findLast((child) => body.regions[child]?.end === region.end && isFilled(body, child));
  if (last !== undefined) return leavesAtEnd(known, own, last);
  const operation = body.operations[region.end - 1];
  return operation?.kind === 'return' || operation?.kind === 'throw';
}

function isFilled(body: Body, index: number): boolean {
  const region = body.regions[index];
  return region !== undefined && region.end > region.start;
}

/** The region ends with another one: with the last part of a statement, whose other parts must leave as well. */
function leavesAtEnd({ body, leaving }: Known, siblings: readonly number[], last: number): boolean {
  const end = body.regions[last];
  if (end?.kind === 'synchronized') return leaving.has(last);
  if (end?.kind === 'else') {
    const then = siblings.find(
      (each) => body.regions[each]?.kind === 'then' && body.regions[each]?.condition === end.condition,
    );
    return leaving.has(last) && then !== undefined && leaving.has(then);
  }
  if (end?.kind === 'finally' && leaving.has(last)) return true;
  const tried = end?.kind === 'try' ? last : end?.of;
  if (tried === undefined) return false;
  const catches = siblings.filter(
    (each) => body.regions[each]?.kind === 'catch' && body.regions[each]?.of === tried,
  );
  return leaving.has(tried) && catches.every((each) => leaving.has(each));
}
