import { compareText } from '../base/ordering.ts';
import type { CallSite, ResolutionCoverage } from './program.ts';
import type { UnknownReason } from './resolved-type.ts';
import type { World } from './world.ts';

/** Counts what became of the call sites of production code; calls that the compiler writes are not counted. */
export function resolutionCoverage({ files }: Pick<World, 'files'>): ResolutionCoverage {
  const counts = { callSites: 0, exact: 0, narrowed: 0, external: 0, unresolved: 0 };
  const reasons = new Map<UnknownReason, number>();
  const count = ({ operation, resolution }: CallSite): void => {
    if (operation < 0) return;
    counts.callSites++;
    counts[resolution.status]++;
    if (resolution.status === 'unresolved') {
      reasons.set(resolution.reason, (reasons.get(resolution.reason) ?? 0) + 1);
    }
  };
  for (const { input, types } of files) {
    if (input.role !== 'production') continue;
    for (const { methods } of types) for (const { calls } of methods) calls.forEach(count);
  }
  const sorted = [...reasons].sort(([left], [right]) => compareText(left, right));
  return { ...counts, unresolvedByReason: Object.fromEntries(sorted) };
}
