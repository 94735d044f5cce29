import { byNumber, byText, inOrder, reversed } from '../base/ordering.ts';
import type { EntryPoint, Road, SecurityView, TaintedPath } from '../flow/security-view.ts';
import {
  defineMetric,
  type EvidenceSeverity,
  type MetricEvidence,
  type MetricInput,
  type MetricResult,
} from './metric.ts';
import {
  entryLabel,
  extremes,
  measured,
  notApplicable,
  pathModels,
  pathSteps,
  takesRequests,
  withoutEntryPoints,
} from './scale.ts';

/** Hops at which a run counts as fully critical. */
const FULL_SCALE = 10;
const CRITICAL_HOPS = 6;
const HIGH_HOPS = 4;
const MEDIUM_HOPS = 3;

export const taintedPath = defineMetric({
  id: 'C1',
  group: 'C',
  name: 'tainted path',
  question: 'How far does a value from outside travel before anyone looks at it?',
  formula:
    'raw = longest run of consecutive hops from input to sink without validation or sanitization of the value that flows; value = min(1, raw / 10)',
  weight: 0.08,
  caveats: [
    'A short unchecked flow can be worse than a long one: look at the operation it ends in.',
    'Under csqa-2 a road from input to an operation on which nothing unchecked travels counts 0 in the mean.',
  ],
  restsOnCallGraph: true,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const nothing = withoutEntryPoints(view);
  if (nothing) return nothing;
  const isAsked = view.entryPoints.some((entry) => takesRequests(entry) && takesInput(entry));
  if (!isAsked && view.taintedPaths.length === 0)
    return notApplicable({ en: 'no entry point takes input', ru: 'ни одна точка входа не принимает данных' });
  const pairs = worstPerPair(view.taintedPaths);
  const longest = extremes(pairs.map((path) => path.uncheckedHops))?.most ?? 0;
  return measured({
    value: pathModels([
      ...pairs.map((path) => Math.min(1, path.uncheckedHops / FULL_SCALE)),
      ...pairsWithoutFlow(view, pairs).map(() => 0),
    ]),
    raw: longest,
    contributors: pairs.map((path) => ({
      label: `${entryLabel(path.entry)} · ${path.source.what} → ${path.sink.operation}`,
      value: path.uncheckedHops,
      location: path.source.location,
    })),
    distribution: [
      { label: { en: 'flows', ru: 'потоки' }, value: pairs.length },
      {
        label: { en: 'to a dangerous argument', ru: 'в опасный аргумент' },
        value: pairs.filter((path) => path.taint !== null).length,
      },
      {
        label: { en: '≥ 6 hops', ru: '≥ 6 шагов' },
        value: pairs.filter((path) => path.uncheckedHops >= CRITICAL_HOPS).length,
      },
      {
        label: { en: '3–5 hops', ru: '3–5 шагов' },
        value: pairs.filter((path) => inMiddle(path.uncheckedHops)).length,
      },
      {
        label: { en: 'entry points not followed to the end', ru: 'точки входа, пройденные не до конца' },
        value: view.truncated.entries.length,
      },
      {
        label: { en: 'bodies not followed to the end', ru: 'методы, пройденные не до конца' },
        value: view.truncated.bodies.length,
      },
    ],
    evidence: worstPerEntry(pairs.filter((path) => path.uncheckedHops >= MEDIUM_HOPS)).map(longUncheckedPath),
  });
}

function inMiddle(hops: number): boolean {
  return hops >= MEDIUM_HOPS && hops < CRITICAL_HOPS;
}

/** The longest unchecked flow of each (entry point, sink operation). */
function worstPerPair(paths: readonly TaintedPath[]): TaintedPath[] {
  const pairs = new Map<string, TaintedPath>();
  const ordered = [...paths].sort(
    inOrder(
      reversed(byNumber((path) => path.uncheckedHops)),
      byText((path) => path.entry.id),
      byText((path) => path.sink.id),
      byText((path) => path.source.what),
    ),
  );
  for (const path of ordered) {
    const pair = pairOf(path);
    if (!pairs.has(pair)) pairs.set(pair, path);
  }
  return [...pairs.values()];
}

/** Roads from input to an operation on which nothing unchecked travels: they count 0, or a check at the door would show as less than none. */
function pairsWithoutFlow({ roads }: SecurityView, flows: readonly TaintedPath[]): Road[] {
  const known = new Set(flows.map(pairOf));
  return roads.filter(
    (road) => takesRequests(road.entry) && takesInput(road.entry) && !known.has(pairOf(road)),
  );
}

function takesInput({ parameters }: EntryPoint): boolean {
  return parameters.some((parameter) => parameter.source !== 'framework');
}

function pairOf({ entry, sink }: Pick<TaintedPath, 'entry' | 'sink'>): string {
  return `${entry.id} ${sink.operation}`;
}

interface Flows {
  readonly path: TaintedPath;
  /** Flows of the same entry point to other operations, as dangerous and no longer. */
  readonly others: number;
}

/** What is mended at one door is one finding: the longest flow of each entry point and danger stands for the rest. */
function worstPerEntry(longestFirst: readonly TaintedPath[]): Flows[] {
  const groups = new Map<string, Flows>();
  for (const path of longestFirst) {
    const key = `${path.entry.id} ${path.taint ?? ''}`;
    const known = groups.get(key);
    groups.set(key, known ? { ...known, others: known.others + 1 } : { path, others: 0 });
  }
  return [...groups.values()];
}

function longUncheckedPath({ path, others }: Flows): MetricEvidence {
  return {
    rule: 'C1-long-unchecked-path',
    severity: severityOf(path.uncheckedHops),
    confidence: path.confidence === 'possible' ? 'low' : path.taint === null ? 'medium' : 'high',
    location: path.entry.location,
    symbol: path.entry.handler,
    facts: {
      entry: entryLabel(path.entry),
      source: path.source.what,
      operation: path.sink.operation,
      hops: path.uncheckedHops,
      danger: path.taint ?? '',
      others,
      sink: `${path.sink.location.file}:${path.sink.location.line}`,
    },
    path: pathSteps(path.hops),
    framework: path.entry.framework,
    ...(path.taint === null ? {} : { causes: [`flow ${path.entry.id} ${path.taint}`] }),
  };
}

function severityOf(hops: number): EvidenceSeverity {
  if (hops >= CRITICAL_HOPS) return 'critical';
  return hops >= HIGH_HOPS ? 'high' : 'medium';
}
