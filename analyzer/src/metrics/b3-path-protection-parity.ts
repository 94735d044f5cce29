import { byNumber, byText, firstIn, inOrder, reversed } from '../base/ordering.ts';
import type { Road } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import {
  entryLabel,
  extremes,
  measured,
  notApplicable,
  pathModels,
  pathSteps,
  surestFirst,
  takesRequests,
  withoutEntryPoints,
} from './scale.ts';

/** The guards that roads to one operation are compared by. */
const COMPARED = new Set(['authentication', 'authorization', 'validation']);
const HIGH_PARITY = 0.3;
const MEDIUM_PARITY = 0.5;

export const pathProtectionParity = defineMetric({
  id: 'B3',
  group: 'B',
  name: 'protection parity',
  question: 'Are all roads to one operation guarded alike?',
  formula:
    'per sink operation the least / the most of {authentication, authorization, validation} over its roads, 1 where all have none; raw = worst operation; value = 1 − raw; csqa-2: per pair whose operation others reach too the share of the three that is missing (validation only where there is input), 0 where it is the only road',
  weight: 0.05,
  caveats: [
    'Under csqa-2 roads that are equally thin count too: it is the least figure that is nowhere below the unevenness and that no lost guard lowers.',
    'Two roads to one operation may rightly differ; the finding names both so that a person can tell.',
  ],
  restsOnCallGraph: true,
  measure,
});

interface Operation {
  readonly name: string;
  readonly weakest: Road;
  readonly strongest: Road;
  readonly parity: number;
}

function measure({ view }: MetricInput): MetricResult {
  const nothing = withoutEntryPoints(view);
  if (nothing) return nothing;
  const requests = view.roads.filter((road) => takesRequests(road.entry));
  if (requests.length === 0)
    return notApplicable({
      en: 'no request reaches a sink over resolved calls',
      ru: 'по разрешённым вызовам ни один запрос не доходит до важной операции',
    });
  const groups = groupByOperation(
    requests.filter(({ entry }) => entry.access.verdict !== 'unknown' && entry.access.verdict !== 'denied'),
  );
  const operations = [...groups].map(([name, group]) => compareRoads(name, group));
  return measured({
    value: {
      'csqa-1': pathModels(operations.map(({ parity }) => 1 - parity))['csqa-1'],
      'csqa-2': pathModels([...groupByOperation(requests).values()].flatMap(missingWalls))['csqa-2'],
    },
    raw: extremes(operations.map((operation) => operation.parity))?.least ?? null,
    absentIn: operations.length === 0 ? 'csqa-1' : null,
    contributors: operations.map((operation) => ({
      label: operation.name,
      value: 1 - operation.parity,
      location: operation.weakest.entry.location,
    })),
    distribution: [
      { label: { en: 'operations', ru: 'операции' }, value: operations.length },
      {
        label: { en: 'with several roads', ru: 'с несколькими дорогами' },
        value: [...groups.values()].filter((group) => group.length > 1).length,
      },
      {
        label: { en: 'uneven', ru: 'с неравной защитой' },
        value: operations.filter((operation) => operation.parity < 1).length,
      },
    ],
    evidence: operations.filter((operation) => operation.parity < MEDIUM_PARITY).map(unevenProtection),
  });
}

function groupByOperation(roads: readonly Road[]): Map<string, Road[]> {
  const groups = new Map<string, Road[]>();
  for (const road of roads) {
    const group = groups.get(road.sink.operation);
    if (group) group.push(road);
    else groups.set(road.sink.operation, [road]);
  }
  return groups;
}

function walls(road: Road): number {
  return road.categories.filter((category) => COMPARED.has(category)).length;
}

/**
 * For each road to one operation the share of walls that it lacks. An only road has none beside it to differ from, whatever
 * guards are added or lost; one handler under two paths is one road. A request that is always refused lacks nothing.
 */
function missingWalls(group: readonly Road[]): number[] {
  const isOnly = new Set(group.map((road) => road.entry.handler)).size === 1;
  return group.map((road) =>
    isOnly || road.entry.access.verdict === 'denied' ? 0 : 1 - Math.min(1, walls(road) / wanted(road)),
  );
}

/** How many of the compared guards a road can have: nothing is to be validated where there is no input. */
function wanted({ entry }: Road): number {
  const hasInput = entry.parameters.some((parameter) => parameter.source !== 'framework');
  return hasInput ? COMPARED.size : COMPARED.size - 1;
}

/** How far a road falls short of the best-guarded road to the same operation, 0..1. */
function lack(road: Road, strongest: Road): number {
  const most = walls(strongest);
  return most === 0 ? 0 : 1 - walls(road) / most;
}

function compareRoads(name: string, group: readonly Road[]): Operation {
  const inName = byText<Road>((road) => road.entry.id);
  const weakest = firstIn(group, inOrder(byNumber(walls), surestFirst, inName));
  const strongest = firstIn(group, inOrder(reversed(byNumber(walls)), surestFirst, inName));
  if (!weakest || !strongest) throw new RangeError(`operation ${name} has no road`);
  return { name, weakest, strongest, parity: 1 - lack(weakest, strongest) };
}

function unevenProtection({ name, weakest, strongest, parity }: Operation): MetricEvidence {
  return {
    rule: 'B3-uneven-protection',
    severity: parity < HIGH_PARITY ? 'high' : 'medium',
    confidence: weakest.confidence === 'possible' || strongest.confidence === 'possible' ? 'low' : 'medium',
    location: weakest.entry.location,
    symbol: weakest.entry.handler,
    facts: {
      operation: name,
      weak: entryLabel(weakest.entry),
      weakGuards: weakest.categories,
      strong: entryLabel(strongest.entry),
      strongGuards: strongest.categories,
      strongAt: `${strongest.entry.location.file}:${strongest.entry.location.line}`,
    },
    path: pathSteps(weakest.hops),
    framework: weakest.entry.framework,
  };
}
