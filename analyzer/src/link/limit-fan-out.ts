import { keptMethods } from './kept-methods.ts';
import type { CallSite } from './program.ts';
import type { MethodDraft } from './shapes.ts';
import type { World } from './world.ts';

/** Edges that any tree may have, and more for each call site: Java as people write it has one edge for two to four calls. */
const FREE_EDGES = 200_000;
const EDGES_PER_SITE = 4;

/**
 * Pass: keeps the call graph linear in the size of the source. Three thousand overriders of one method that is called three
 * thousand times would make nine million edges; where there are more than the budget, the calls with the most targets count
 * as unresolved, as few of them as will do. Calls with equally many targets share one fate, so that the order of files has
 * no say in it. Tests have no vote; what production code cannot afford they cannot either.
 */
export function limitFanOut(world: World): void {
  const kept = keptMethods(world);
  const limit = largestFanOut(kept);
  if (limit === null) return;
  for (const method of kept) method.calls = withinLimit(method.calls, limit);
  world.fanOutLimit = limit;
}

/** Calls with more targets than the limit count as unresolved. */
export function withinLimit(calls: readonly CallSite[], limit: number): readonly CallSite[] {
  if (!calls.some((site) => site.targets.length > limit)) return calls;
  return calls.map((site) => (site.targets.length > limit ? tooMany(site) : site));
}

/** How many calls there are, and how many of each number of targets. */
function countFanOut(methods: readonly MethodDraft[]) {
  const sitesByFanOut = new Map<number, number>();
  // Nearly all calls have one target or none.
  const few = [0, 0];
  let sites = 0;
  for (let at = 0; at < methods.length; at++) {
    const calls = methods[at]?.calls ?? [];
    sites += calls.length;
    for (let i = 0; i < calls.length; i++) {
      const fanOut = calls[i]?.targets.length ?? 0;
      if (fanOut < 2) few[fanOut] = (few[fanOut] ?? 0) + 1;
      else sitesByFanOut.set(fanOut, (sitesByFanOut.get(fanOut) ?? 0) + 1);
    }
  }
  for (const [fanOut, count] of few.entries()) sitesByFanOut.set(fanOut, count);
  return { sites, sitesByFanOut };
}

/** The number of targets that a call may have; null where all calls together keep within the budget. */
function largestFanOut(methods: readonly MethodDraft[]): number | null {
  const { sites, sitesByFanOut } = countFanOut(methods);
  const budget = FREE_EDGES + EDGES_PER_SITE * sites;
  let edges = 0;
  let limit = 0;
  for (const [fanOut, count] of [...sitesByFanOut].sort(([left], [right]) => left - right)) {
    edges += fanOut * count;
    if (edges > budget) return limit;
    limit = fanOut;
  }
  return null;
}

function tooMany(site: CallSite): CallSite {
  return { ...site, resolution: { status: 'unresolved', reason: 'too-many-targets' }, targets: [] };
}
