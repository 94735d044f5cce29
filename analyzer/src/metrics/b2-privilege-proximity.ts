import { byNumber } from '../base/ordering.ts';
import type { Road } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import {
  entryLabel,
  extremes,
  mayBeAnonymous,
  measured,
  oneRoadPerEntry,
  pathModels,
  pathSteps,
  takesRequests,
  unit,
  withoutEntryPoints,
} from './scale.ts';

/** Hops at which a privileged operation counts as far away. */
const FAR = 10;
const CRITICAL_HOPS = 1;
const HIGH_HOPS = 3;

export const privilegeProximity = defineMetric({
  id: 'B2',
  group: 'B',
  name: 'privilege proximity',
  question: 'How few steps is a stranger away from an operation that changes or destroys something?',
  formula:
    'raw = d = fewest hops from an unauthenticated entry point to a privileged sink (0 = in the handler itself); value = 1 − min(1, ln(d + 1) / ln 11), 0 if none is reachable; pairs of authenticated entry points count 0 in the mean of csqa-2',
  weight: 0.1,
  caveats: ['An entry point whose access could not be decided counts as unauthenticated, without a finding.'],
  restsOnCallGraph: true,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const nothing = withoutEntryPoints(view);
  if (nothing) return nothing;
  const roads = view.roads.filter((road) => road.sink.privileged && takesRequests(road.entry));
  const open = roads.filter((road) => mayBeAnonymous(road.entry));
  const values = roads.map((road) => (mayBeAnonymous(road.entry) ? nearness(road.shortestDistance) : 0));
  return measured({
    value: pathModels(values),
    raw: extremes(open.map((road) => road.shortestDistance))?.least ?? null,
    contributors: open.map((road) => ({
      label: `${entryLabel(road.entry)} → ${road.sink.operation}`,
      value: nearness(road.shortestDistance),
      location: road.entry.location,
    })),
    distribution: [
      { label: { en: 'pairs', ru: 'пары' }, value: roads.length },
      { label: { en: 'unauthenticated pairs', ru: 'пары без аутентификации' }, value: open.length },
      {
        label: { en: '≤ 1 hop', ru: '≤ 1 шага' },
        value: open.filter((road) => road.shortestDistance <= CRITICAL_HOPS).length,
      },
      {
        label: { en: '2–3 hops', ru: '2–3 шага' },
        value: open.filter((road) => isMiddle(road.shortestDistance)).length,
      },
    ],
    evidence: oneRoadPerEntry(
      open.filter((road) => road.entry.access.verdict === 'public' && road.shortestDistance <= HIGH_HOPS),
      byNumber((road) => road.shortestDistance),
    ).map(privilegedNearPublic),
  });
}

/** 1 in the handler itself, 0 from ten hops on. */
function nearness(hops: number): number {
  return 1 - unit(Math.log(hops + 1) / Math.log(FAR + 1));
}

function isMiddle(hops: number): boolean {
  return hops > CRITICAL_HOPS && hops <= HIGH_HOPS;
}

function privilegedNearPublic({
  road,
  others,
}: {
  readonly road: Road;
  readonly others: number;
}): MetricEvidence {
  return {
    rule: 'B2-privileged-near-public',
    severity: road.shortestDistance <= CRITICAL_HOPS ? 'critical' : 'high',
    confidence: road.confidence === 'possible' ? 'low' : 'high',
    location: road.entry.location,
    symbol: road.entry.handler,
    facts: {
      entry: entryLabel(road.entry),
      operation: road.sink.operation,
      hops: road.shortestDistance,
      others,
      sink: `${road.sink.location.file}:${road.sink.location.line}`,
    },
    path: pathSteps(road.hops),
    framework: road.entry.framework,
    causes: [`access ${road.entry.id}`],
  };
}
