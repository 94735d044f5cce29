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

function* productionSites(world: World): Generator<CallSite> {
  for (const file of world.files) {
    if (file.input.role !== 'production') continue;
    for (const type of file.types) {
      for (const method of type.methods) {
        for (const site of method.calls) if (site.operation >= 0) yield site;
      }
    }
  }
}
