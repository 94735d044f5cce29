import type { Change, Comparison, MetricChange } from '../schema/comparison.ts';
import type { Contributor, MetricResult } from '../schema/metric.ts';
import type { Report } from '../schema/report.ts';
import { GROUP_IDS, METRIC_IDS, type MetricId, type ScoringModel } from '../schema/vocabulary.ts';
import { groupBy, keyOf } from './ordering.ts';

/** Contributors that are told of one metric. */
const MOST_CONTRIBUTORS = 20;
/** Digits behind the point of a difference: sums in another order differ in their last bits. */
const DIGITS = 9;

type ContributorChange = MetricChange['contributors'][number];

/** The index, the groups and the metrics before and after, all under the scoring model of the head. */
export function scoreChanges(base: Report, head: Report): Pick<Comparison, 'index' | 'groups' | 'metrics'> {
  const model = head.aggregate.model;
  const [before, after] = [base.aggregate.models[model], head.aggregate.models[model]];
  return {
    index: change(before.index, after.index),
    groups: GROUP_IDS.map((id) => ({
      id,
      value: change(
        before.groups.find((group) => group.id === id)?.value ?? null,
        after.groups.find((group) => group.id === id)?.value ?? null,
      ),
    })),
    metrics: METRIC_IDS.flatMap((id) => metricChange(id, { base, head, model })),
  };
}

interface Sides {
  readonly base: Report;
  readonly head: Report;
  readonly model: ScoringModel;
}

function metricChange(id: MetricId, { base, head, model }: Sides): MetricChange[] {
  const before = base.metrics.find((metric) => metric.id === id);
  const after = head.metrics.find((metric) => metric.id === id);
  if (before === undefined && after === undefined) return [];
  return [
    {
      id,
      value: change(scoreOf(before, model), scoreOf(after, model)),
      raw: change(before?.raw ?? null, after?.raw ?? null),
      contributors: contributorChanges(before, after),
    },
  ];
}

function scoreOf(metric: MetricResult | undefined, model: ScoringModel): number | null {
  return metric?.status === 'measured' ? metric.values[model] : null;
}

function change(base: number | null, head: number | null): Change {
  const delta = base === null || head === null ? null : Number((head - base).toFixed(DIGITS));
  return { base, head, delta };
}

/**
 * Contributors whose own figure is another, the most first. Reports list the heaviest alone: one that is missing on a side
 * may weigh less than what is listed there, so it is told only where it would have been listed.
 */
function contributorChanges(
  before: MetricResult | undefined,
  after: MetricResult | undefined,
): readonly ContributorChange[] {
  const [left, right] = [contributorsOf(before), contributorsOf(after)];
  const others = groupBy(right.listed, keyOfContributor);
  const changes = [...groupBy(left.listed, keyOfContributor)].flatMap(([key, group]) => {
    const heads = others.get(key) ?? [];
    return Array.from({ length: Math.max(group.length, heads.length) }, (_, index) =>
      contributorChange(group[index], heads[index]),
    );
  });
  const known = new Set(left.listed.map(keyOfContributor));
  const arrived = right.listed
    .filter((contributor) => !known.has(keyOfContributor(contributor)))
    .map((contributor) => contributorChange(undefined, contributor));
  return [...changes, ...arrived]
    .filter(({ base, head }) => base !== head)
    .filter(
      ({ base, head }) => (base !== null || isListed(head, left)) && (head !== null || isListed(base, right)),
    )
    .sort((one, other) => movement(other) - movement(one))
    .slice(0, MOST_CONTRIBUTORS);
}

interface Contributors {
  readonly listed: readonly Contributor[];
  /** The least figure that the list would hold; everything where it is complete. */
  readonly from: number;
}

function contributorsOf(metric: MetricResult | undefined): Contributors {
  if (metric?.status !== 'measured') return { listed: [], from: Number.NEGATIVE_INFINITY };
  const { contributors, contributorCount } = metric;
  const isWhole = contributors.length >= contributorCount;
  const least = Math.min(...contributors.map(({ value }) => value));
  return { listed: contributors, from: isWhole ? Number.NEGATIVE_INFINITY : least };
}

function isListed(value: number | null, { from }: Contributors): boolean {
  return value !== null && value > from;
}

function contributorChange(
  before: Contributor | undefined,
  after: Contributor | undefined,
): ContributorChange {
  const shown = after ?? before;
  return {
    label: shown?.label ?? '',
    file: shown?.file ?? null,
    line: shown?.line ?? null,
    base: before?.value ?? null,
    head: after?.value ?? null,
    ...(shown?.localized?.ru === undefined ? {} : { localized: { ru: { label: shown.localized.ru.label } } }),
  };
}

function movement({ base, head }: ContributorChange): number {
  return Math.abs((head ?? 0) - (base ?? 0));
}

function keyOfContributor({ label, file, symbol }: Contributor): string {
  return keyOf(label, file, symbol);
}
