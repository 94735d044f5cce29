import type { EntryPoint } from '../flow/security-view.ts';
import type { MetricEvidence } from '../metrics/metric.ts';
import { takesRequests } from '../metrics/scale.ts';

/** Who gets to an entry point, as far as severity is concerned. An undecided verdict raises nothing. */
export function exposureOf(entry: EntryPoint): Pick<MetricEvidence, 'exposure'> {
  if (!takesRequests(entry)) return { exposure: 'internal' };
  return entry.access.verdict === 'public' ? { exposure: 'anonymous' } : {};
}
