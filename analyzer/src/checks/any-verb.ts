import { byNumber, byText, inOrder } from '../base/ordering.ts';
import type { Road } from '../flow/security-view.ts';
import type { MetricInput } from '../metrics/metric.ts';
import { entryLabel, oneRoadPerEntry, pathSteps } from '../metrics/scale.ts';
import type { Check } from './check.ts';

const CHANGING: ReadonlySet<Road['sink']['kind']> = new Set(['db', 'fs', 'identity', 'mail']);

/** Handlers that answer every verb, a link among them, and change something for whoever has a session. */
export const anyVerb: Check = {
  rules: ['A1-any-verb'],
  look: ({ view }: MetricInput) => {
    if (!view.hasSessionLogin) return [];
    const roads = view.roads.filter(
      ({ entry, sink }) =>
        entry.kind === 'http' &&
        entry.verbs.includes('*') &&
        (entry.access.verdict === 'authenticated' || entry.access.verdict === 'authorized') &&
        sink.privileged &&
        CHANGING.has(sink.kind),
    );
    const shortest = inOrder<Road>(
      byNumber((road) => road.hops.length),
      byText((road) => road.sink.operation),
    );
    return oneRoadPerEntry(roads, shortest).map(({ road }) => ({
      rule: 'A1-any-verb',
      confidence: road.confidence === 'possible' ? ('low' as const) : ('high' as const),
      location: road.entry.location,
      symbol: road.entry.handler,
      facts: { entry: entryLabel(road.entry), operation: road.sink.operation },
      path: pathSteps(road.hops),
      framework: road.entry.framework,
    }));
  },
};
