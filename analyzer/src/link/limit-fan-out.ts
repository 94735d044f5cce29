import type { CallSite } from './program.ts';
import type { MethodDraft } from './shapes.ts';
import { TestMethod } from './test-method.ts';
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
  const methods = world.files.flatMap(({ types }) => types).flatMap(({ methods: own }) => own);
  const kept = methods.filter((method) => !(method instanceof TestMethod));
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

/** The number of targets that a call may have; null where all calls together keep within the budget. */
function largestFanOut(methods: readonly MethodDraft[]): number | null {
  const sitesByFanOut = new Map<number, number>();
  let sites = 0;
  for (const { calls } of methods) {
    sites += calls.length;
    for (const { targets } of calls) {
      sitesByFanOut.set(targets.length, (sitesByFanOut.get(targets.length) ?? 0) + 1);
    }
  }
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
