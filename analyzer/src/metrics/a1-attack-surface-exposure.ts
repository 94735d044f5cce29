import type { Text } from '../base/text.ts';
import type { EntropyClass, EntryParameter, EntryPoint } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import { bothModels, entryLabel, histogram, mayBeAnonymous, measured, withoutEntryPoints } from './scale.ts';

/** How much the loosest parameter widens an entry point. */
const LOOSENESS: Readonly<Record<EntropyClass, number>> = {
  bounded: 1,
  string: 1.3,
  untyped: 1.5,
  binary: 1.5,
};
const NOT_AUTHENTICATED = 1.4;
const NOT_VALIDATED = 1.2;
/** Endpoints that one finding names; the rest is counted. */
const SHOWN_NAMES = 4;
/** raw at which the surface counts as fully critical. */
const FULL_SCALE = 1000;

const VERDICTS: Readonly<Record<EntryPoint['access']['verdict'], Text>> = {
  public: { en: 'public', ru: 'открыто всем' },
  authenticated: { en: 'authenticated', ru: 'после входа' },
  authorized: { en: 'authorized', ru: 'по правам' },
  denied: { en: 'denied', ru: 'запрещено' },
  unknown: { en: 'unknown', ru: 'неизвестно' },
};

export const attackSurfaceExposure = defineMetric({
  id: 'A1',
  group: 'A',
  name: 'attack surface exposure',
  question: 'How much can a stranger reach, and how loosely is it guarded at the door?',
  formula:
    'raw = Σ over entry points of 1 × (1.3 string | 1.5 untyped or binary input) × 1.4 if not authenticated × 1.2 if not validated; value = min(1, log2(1 + raw) / log2(1001))',
  weight: 0.08,
  caveats: [
    'An entry point whose access could not be decided weighs as not authenticated, and lowers the confidence.',
    'Endpoints that a library supplies (management, consoles) make findings but do not weigh: they are not of this code.',
    'Scheduled jobs and command lines weigh as authenticated: no stranger starts them.',
  ],
  restsOnCallGraph: false,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const nothing = withoutEntryPoints(view);
  if (nothing) return { ...nothing, evidence: publicSuppliedEntryPoints(view.suppliedEntryPoints) };
  const weighed = view.entryPoints.map((entry) => ({ entry, weight: exposure(entry) }));
  const raw = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const reaching = new Map<string, string[]>();
  for (const road of view.roads) {
    const operations = reaching.get(road.entry.id) ?? [];
    if (!operations.includes(road.sink.operation)) operations.push(road.sink.operation);
    reaching.set(road.entry.id, operations);
  }
  return measured({
    value: bothModels(Math.log2(1 + raw) / Math.log2(1 + FULL_SCALE)),
    raw,
    contributors: weighed.map(({ entry, weight }) => ({
      label: entryLabel(entry),
      value: weight,
      location: entry.location,
    })),
    distribution: histogram(view.entryPoints, VERDICTS, (entry) => entry.access.verdict),
    evidence: [
      ...view.entryPoints.flatMap((entry) => [
        ...publicEntryPoint(entry, reaching.get(entry.id) ?? []),
        ...unvalidatedInput(entry),
      ]),
      ...publicSuppliedEntryPoints(view.suppliedEntryPoints),
    ],
  });
}

function exposure(entry: EntryPoint): number {
  const loosest = inputs(entry).reduce(
    (highest, parameter) => Math.max(highest, LOOSENESS[parameter.entropy]),
    1,
  );
  const authentication = mayBeAnonymous(entry) ? NOT_AUTHENTICATED : 1;
  return loosest * authentication * (isValidated(entry) ? 1 : NOT_VALIDATED);
}

/** Parameters that carry something from outside. */
function inputs(entry: EntryPoint): readonly EntryParameter[] {
  return entry.parameters.filter((parameter) => parameter.source !== 'framework');
}

/** Every input is checked, or its type leaves nothing to check. */
function isValidated(entry: EntryPoint): boolean {
  return inputs(entry).every((parameter) => parameter.validated || parameter.entropy === 'bounded');
}

function publicEntryPoint(entry: EntryPoint, operations: readonly string[]): MetricEvidence[] {
  if (entry.kind !== 'http' || entry.access.verdict !== 'public') return [];
  return [
    {
      rule: 'A1-public-entry-point',
      severity: operations.length > 0 ? 'high' : 'medium',
      confidence: 'high',
      location: entry.location,
      symbol: entry.handler,
      facts: {
        entry: entryLabel(entry),
        mechanism: entry.access.mechanism,
        evidence: entry.access.evidence.map((line) => `${line.file}:${line.line}`),
        operations,
      },
      path: [],
      framework: entry.framework,
      causes: [`access ${entry.id}`],
    },
  ];
}

/** Repositories that a library puts on the web: one finding for each line that does it. What else a library answers is a check's business. */
function publicSuppliedEntryPoints(entries: readonly EntryPoint[]): MetricEvidence[] {
  const lines = new Map<string, EntryPoint[]>();
  for (const entry of entries) {
    if (entry.supplied !== 'data' || entry.access.verdict !== 'public') continue;
    const key = `${entry.location.file}:${entry.location.line}`;
    lines.set(key, [...(lines.get(key) ?? []), entry]);
  }
  return [...lines.values()].flatMap((group) => {
    const [first] = group.flatMap((entry) => publicEntryPoint(entry, []));
    if (!first) return [];
    const shown = group.slice(0, SHOWN_NAMES).map(entryLabel).join(', ');
    const rest = group.length - SHOWN_NAMES;
    return [{ ...first, facts: { ...first.facts, entry: rest > 0 ? `${shown} and ${rest} more` : shown } }];
  });
}

function unvalidatedInput(entry: EntryPoint): MetricEvidence[] {
  const unchecked = inputs(entry).filter(
    (parameter) =>
      !parameter.validated &&
      parameter.entropy !== 'bounded' &&
      (parameter.source === 'body' || parameter.entropy === 'untyped' || parameter.entropy === 'binary'),
  );
  if (unchecked.length === 0) return [];
  return [
    {
      rule: 'A1-unvalidated-input',
      severity: 'medium',
      confidence: 'high',
      location: entry.location,
      symbol: entry.handler,
      facts: {
        entry: entryLabel(entry),
        parameters: unchecked.map((parameter) => `${parameter.name}: ${parameter.type}`),
      },
      path: [],
      framework: entry.framework,
      ...(unchecked.length === 1 ? { causes: [`input ${entry.id} ${unchecked[0]?.index}`] } : {}),
    },
  ];
}
