import { compareText } from '../base/ordering.ts';
import type { CallSite, ResolutionCoverage } from './program.ts';
import type { UnknownReason } from './resolved-type.ts';
import type { World } from './world.ts';

/** Counts what became of the call sites of production code; calls that the compiler writes are not counted. */
export function resolutionCoverage(world: World): ResolutionCoverage {
  const counts = { callSites: 0, exact: 0, narrowed: 0, external: 0, unresolved: 0 };
  const reasons = new Map<UnknownReason, number>();
  for (const { resolution } of productionSites(world)) {
    counts.callSites++;
    counts[resolution.status]++;
    if (resolution.status === 'unresolved') {
      reasons.set(resolution.reason, (reasons.get(resolution.reason) ?? 0) + 1);
    }
  }
  const sorted = [...reasons].sort(([left], [right]) => compareText(left, right));
  return { ...counts, unresolvedByReason: Object.fromEntries(sorted) };
}

function productionSites(world: World): readonly CallSite[] {
  return world.files
    .filter(({ input }) => input.role === 'production')
    .flatMap(({ types }) => types)
    .flatMap(({ methods }) => methods)
    .flatMap(({ calls }) => calls.filter(({ operation }) => operation >= 0));
}
