import { byNumber, type Comparator, inOrder } from '../base/ordering.ts';
import type { Road } from '../flow/security-view.ts';
import { GUARD_CATEGORIES } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import {
  entryLabel,
  extremes,
  histogram,
  measured,
  notApplicable,
  oneRoadPerEntry,
  pathModels,
  pathSteps,
  takesRequests,
  withoutEntryPoints,
} from './scale.ts';

const CATEGORIES = GUARD_CATEGORIES.length;
const CRITICAL_SHARE = 0.2;
const HIGH_SHARE = 0.5;

export const defenceDepth = defineMetric({
  id: 'B1',
  group: 'B',
  name: 'defence depth',
  question: 'How many independent walls stand between a request and the operation it ends in?',
  formula:
    'per road the distinct guard categories (authentication, authorization, validation, sanitization, rate limiting, audit) / 6; raw = weakest road; value = 1 − raw',
  weight: 0.1,
  caveats: [
    'Counts kinds of guards, not their quality; walls outside the repository (gateway, network) are not seen.',
  ],
  restsOnCallGraph: true,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const nothing = withoutEntryPoints(view);
  if (nothing) return nothing;
  const roads = view.roads.filter((road) => takesRequests(road.entry));
  if (roads.length === 0)
    return notApplicable({
      en: 'no request reaches a sink over resolved calls',
      ru: 'по разрешённым вызовам ни один запрос не доходит до важной операции',
    });
  const lacks = roads.map((road) => 1 - share(road));
  return measured({
    value: pathModels(lacks),
    raw: extremes(roads.map(share))?.least ?? 1,
    contributors: roads.map((road, index) => ({
      label: `${entryLabel(road.entry)} → ${road.sink.operation}`,
      value: lacks[index] ?? 0,
      location: road.entry.location,
    })),
    distribution: histogram(
      roads,
      Object.fromEntries(Array.from({ length: CATEGORIES + 1 }, (_, count) => [count, String(count)])),
      (road) => String(road.categories.length),
    ),
    evidence: oneRoadPerEntry(
      roads.filter((road) => share(road) < HIGH_SHARE && isDecided(road)),
      thinnestFirst,
    ).map(thinDefence),
  });
}

function share(road: Road): number {
  return road.categories.length / CATEGORIES;
}

/** A road whose access could not be decided is measured but accuses nobody. */
function isDecided(road: Road): boolean {
  return road.entry.access.verdict !== 'unknown' && road.entry.access.verdict !== 'denied';
}

/** Fewest walls, then what does most harm. */
const thinnestFirst: Comparator<Road> = inOrder(
  byNumber((road) => road.categories.length),
  byNumber((road) => (road.sink.privileged ? 0 : 1)),
);

function thinDefence({ road, others }: { readonly road: Road; readonly others: number }): MetricEvidence {
  return {
    rule: 'B1-thin-defence',
    severity: share(road) < CRITICAL_SHARE ? 'critical' : 'high',
    confidence: road.confidence === 'possible' ? 'low' : road.sink.privileged ? 'high' : 'medium',
    location: road.entry.location,
    symbol: road.entry.handler,
    facts: {
      entry: entryLabel(road.entry),
      operation: road.sink.operation,
      present: road.categories,
      others,
      missing: GUARD_CATEGORIES.filter((category) => !road.categories.includes(category)),
    },
    path: pathSteps(road.hops),
    framework: road.entry.framework,
    causes: [
      road.categories.includes('authentication') || road.categories.includes('authorization')
        ? `authorization ${road.entry.id}`
        : `access ${road.entry.id}`,
    ],
  };
}
