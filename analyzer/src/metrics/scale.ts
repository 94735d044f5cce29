import {
  byNumber,
  byText,
  type Comparator,
  firstIn,
  firstOnesIn,
  inOrder,
  reversed,
} from '../base/ordering.ts';
import { type Label, labelIn, type Text } from '../base/text.ts';
import type { EntryPoint, Hop, Road, SecurityView } from '../flow/security-view.ts';
import type {
  Contributor,
  Measured,
  MetricEvidence,
  NotApplicable,
  Part,
  PathStep,
  ScoringModel,
} from './metric.ts';

/** How many contributors a report carries for each metric: all but in the largest trees, so that comparisons can tell what moved. */
const CONTRIBUTOR_LIMIT = 1_000;

/** Cuts to [0, 1]; a value that is no number is a defect and throws. */
export function unit(value: number): number {
  if (Number.isNaN(value)) throw new RangeError('expected a number, got NaN');
  return Math.min(1, Math.max(0, value));
}

/** Mean of a list; 0 for an empty one. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The same value in both scoring models: for metrics that are not about paths. */
export function bothModels(value: number): Record<ScoringModel, number> {
  return { 'csqa-1': unit(value), 'csqa-2': unit(value) };
}

/**
 * Values of a path metric from the values of its (entry, operation) pairs: `csqa-1` is the worst pair,
 * `csqa-2` half the worst and half the mean, so that mending 99 of 100 weak roads shows (design/metrics.md).
 */
export function pathModels(pairValues: readonly number[]): Record<ScoringModel, number> {
  const worst = pairValues.reduce((highest, value) => Math.max(highest, value), 0);
  return { 'csqa-1': unit(worst), 'csqa-2': unit((worst + mean(pairValues)) / 2) };
}

/** Puts a measured result together: orders contributors heaviest first and cuts the list. */
export function measured(parts: {
  readonly value: Record<ScoringModel, number>;
  readonly raw: number | null;
  readonly contributors: readonly Contributor[];
  readonly distribution: readonly Part[];
  readonly evidence?: readonly MetricEvidence[];
  readonly absentIn?: ScoringModel | null;
}): Measured {
  const first = firstOnesIn(
    parts.contributors,
    CONTRIBUTOR_LIMIT,
    inOrder(
      reversed(byNumber((contributor) => contributor.value)),
      byText((contributor) => contributor.location.file),
      byNumber((contributor) => contributor.location.line),
      byText((contributor) => labelIn('en', contributor.label)),
    ),
  );
  return {
    kind: 'measured',
    value: parts.value,
    ...(parts.absentIn ? { absentIn: parts.absentIn } : {}),
    raw: parts.raw,
    worst: first[0] ?? null,
    contributors: first,
    contributorCount: parts.contributors.length,
    distribution: parts.distribution,
    evidence: parts.evidence ?? [],
  };
}

/** A result without a figure: what is absent. */
export function notApplicable(reason: Text, evidence: readonly MetricEvidence[] = []): NotApplicable {
  return { kind: 'notApplicable', reason, evidence };
}

/** Why nothing that starts at an entry point can be measured; null where it can. */
export function withoutEntryPoints(view: SecurityView): NotApplicable | null {
  if (view.methods.length === 0)
    return notApplicable({
      en: 'no production code in a supported language was found',
      ru: 'рабочего кода на поддерживаемом языке нет',
    });
  if (view.entryPoints.length === 0)
    return notApplicable({
      en: 'no entry point of a known framework was found',
      ru: 'точек входа известных фреймворков не найдено',
    });
  return null;
}

/** Entry points that a request from outside makes run; jobs and command lines are started by the operator. */
export function takesRequests(entry: EntryPoint): boolean {
  return entry.kind !== 'job' && entry.kind !== 'cli';
}

/** Nobody has to say who he is: the verdict is public, or could not be decided. */
export function mayBeAnonymous(entry: EntryPoint): boolean {
  return takesRequests(entry) && (entry.access.verdict === 'public' || entry.access.verdict === 'unknown');
}

/** Paths of one entry point that its label names. */
const LABELLED_PATHS = 5;

/** `GET /owners/{id}`, `job cleanup`: how an entry point is named to people. */
export function entryLabel(entry: EntryPoint): string {
  const verb = entry.verbs.length === 0 ? entry.kind : entry.verbs.join('|');
  const more = entry.paths.length - LABELLED_PATHS;
  const paths = entry.paths.slice(0, LABELLED_PATHS).join(', ');
  if (entry.paths.length === 0) return `${verb} ${entry.handler}`;
  return more > 0 ? `${verb} ${paths} and ${more} more` : `${verb} ${paths}`;
}

/** Counts items by kind: one bar for each kind that has a name, in the order of the names. */
export function histogram<T, Kind extends string>(
  items: readonly T[],
  names: Readonly<Record<Kind, Label>>,
  kindOf: (item: T) => Kind,
): Part[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const kind = kindOf(item);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Object.entries<Label>(names).map(([kind, label]) => ({ label, value: counts.get(kind) ?? 0 }));
}

/** Smallest and largest of a list, without the stack limits of `Math.min(...list)`; null for an empty one. */
export function extremes(
  values: readonly number[],
): { readonly least: number; readonly most: number } | null {
  const first = values[0];
  if (first === undefined) return null;
  let least = first;
  let most = first;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

const DOUBT = { certain: 0, likely: 1, possible: 2 } as const;

/** Of roads that are alike the surest speaks for them. */
export const surestFirst: Comparator<Road> = byNumber((road) => DOUBT[road.confidence]);

/** One road for each entry point: the first by the given order, then the surest, then by operation. A person mends entry points, not pairs. */
export function oneRoadPerEntry(
  roads: readonly Road[],
  worstFirst: Comparator<Road>,
): { readonly road: Road; readonly others: number }[] {
  const byEntry = new Map<string, Road[]>();
  for (const road of roads) {
    const group = byEntry.get(road.entry.id);
    if (group) group.push(road);
    else byEntry.set(road.entry.id, [road]);
  }
  const order = inOrder(
    worstFirst,
    surestFirst,
    byText<Road>((road) => road.sink.operation),
  );
  return [...byEntry.values()].flatMap((group) => {
    const worst = firstIn(group, order);
    return worst ? [{ road: worst, others: group.length - 1 }] : [];
  });
}

/** The hops of a road or a flow as steps of evidence. */
export function pathSteps(hops: readonly Hop[]): PathStep[] {
  return hops.map(({ method, label, location, guards }) => ({
    label,
    location,
    symbol: method,
    guards: [...new Set(guards.map((guard) => guard.category))],
  }));
}
