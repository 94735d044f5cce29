import { byNumber, reversed } from '../base/ordering.ts';
import type { Road } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import {
  entryLabel,
  extremes,
  measured,
  notApplicable,
  oneRoadPerEntry,
  pathModels,
  pathSteps,
  takesRequests,
  withoutEntryPoints,
} from './scale.ts';

/** Hops at which a chain counts as fully critical. */
const FULL_SCALE = 10;
const HIGH_HOPS = 5;
const MEDIUM_HOPS = 3;

export const trustChainDepth = defineMetric({
  id: 'D2',
  group: 'D',
  name: 'trust-chain depth',
  question: 'How far from the last check is the operation that relies on it?',
  formula:
    'raw = most hops after the last authentication or authorization check on a road from an authenticated entry point; value = min(1, raw / 10); csqa-2: per pair the hops since the last check on the shortest road, since the entry point where there is none',
  weight: 0.06,
  caveats: [
    'A deep chain is no hole; it is where the next caller will forget the check.',
    'Under csqa-2 a road that nobody checks counts its whole length, so that taking away the only check cannot lower the value.',
  ],
  restsOnCallGraph: true,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const nothing = withoutEntryPoints(view);
  if (nothing) return nothing;
  const requests = view.roads.filter((road) => takesRequests(road.entry));
  if (requests.length === 0)
    return notApplicable({
      en: 'no request reaches a sink over resolved calls',
      ru: 'по разрешённым вызовам ни один запрос не доходит до важной операции',
    });
  const roads = requests.filter(
    ({ entry }) => entry.access.verdict === 'authenticated' || entry.access.verdict === 'authorized',
  );
  return measured({
    value: {
      'csqa-1': pathModels(roads.map((road) => share(hopsOf(road))))['csqa-1'],
      'csqa-2': pathModels(requests.map((road) => share(uncheckedOf(road))))['csqa-2'],
    },
    raw: extremes(roads.map(hopsOf))?.most ?? null,
    absentIn: roads.length === 0 ? 'csqa-1' : null,
    contributors: roads.map((road) => ({
      label: `${entryLabel(road.entry)} → ${road.sink.operation}`,
      value: hopsOf(road),
      location: road.entry.location,
    })),
    distribution: [
      { label: { en: 'roads', ru: 'дороги' }, value: roads.length },
      {
        label: { en: '≥ 5 hops', ru: '≥ 5 шагов' },
        value: roads.filter((road) => hopsOf(road) >= HIGH_HOPS).length,
      },
      {
        label: { en: '3–4 hops', ru: '3–4 шага' },
        value: roads.filter((road) => inMiddle(hopsOf(road))).length,
      },
    ],
    evidence: oneRoadPerEntry(
      roads.filter((road) => hopsOf(road) >= MEDIUM_HOPS),
      reversed(byNumber(hopsOf)),
    ).map(longTrustChain),
  });
}

function share(hops: number): number {
  return Math.min(1, hops / FULL_SCALE);
}

/** Hops on which nobody asks again; a request that is always refused travels none. */
function uncheckedOf(road: Road): number {
  return road.entry.access.verdict === 'denied' ? 0 : road.uncheckedHops;
}

/** Hops since the last check; a road that shows none is as long as it is. */
function hopsOf(road: Road): number {
  return road.hopsSinceTrust ?? Math.max(0, road.hops.length - 1);
}

function inMiddle(hops: number): boolean {
  return hops >= MEDIUM_HOPS && hops < HIGH_HOPS;
}

function longTrustChain({ road, others }: { readonly road: Road; readonly others: number }): MetricEvidence {
  return {
    rule: 'D2-long-trust-chain',
    severity: hopsOf(road) >= HIGH_HOPS ? 'high' : 'medium',
    confidence: road.confidence === 'possible' ? 'low' : 'medium',
    location: road.entry.location,
    symbol: road.entry.handler,
    facts: {
      entry: entryLabel(road.entry),
      operation: road.sink.operation,
      hops: hopsOf(road),
      others,
      sink: `${road.sink.location.file}:${road.sink.location.line}`,
    },
    path: pathSteps(road.hops),
    framework: road.entry.framework,
  };
}
