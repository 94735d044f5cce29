import { bandOf, GROUP_IDS, type GroupId, type MetricResult, plain } from '@csqa/report';
import { bar, cutEnd, cutStart, hanging, padEnd, padStart, widest } from '../terminal/layout.ts';
import { score } from '../terminal/numbers.ts';
import { paintBand } from '../terminal/severity-paint.ts';
import { LONGEST_LABEL, LONGEST_PATH, type SummaryContext } from './summary-context.ts';

/** Cells of the bars of groups and metrics. */
const CELLS = 10;

/** Widest column of names; Russian names are longer than English ones. */
const WIDEST_NAME = 34;

/** Columns that metrics stand behind their group. */
const METRIC_INDENT = 3;

/** Columns left over from which the place of the worst item is shown too. */
const ROOM_FOR_PLACE = 60;

interface Columns {
  readonly name: number;
  /** Where the bar begins. */
  readonly bar: number;
  /** Columns behind the bar. */
  readonly rest: number;
}

/** The six groups with their fifteen metrics: a value and a bar each, and what weighs most; or why it was not measured. */
export function scores(context: SummaryContext): readonly string[] {
  const columns = columnsOf(context);
  return [
    heading(context, columns),
    ...GROUP_IDS.flatMap((group) => groupLines(group, context, columns)),
    ...reasons(context),
  ];
}

/** The scale beside the heading and, over their column, what the items at the right are. */
function heading({ words, look }: SummaryContext, columns: Columns): string {
  const { paint } = look;
  const left = padEnd(
    `${paint.bold(words.summary.metrics)}  ${paint.dim(words.summary.scale)}`,
    columns.bar + CELLS + 2,
  );
  const { worstPlace } = words.summary;
  return columns.rest < widest([worstPlace]) ? left.trimEnd() : `${left}${paint.dim(worstPlace)}`;
}

/** Why metrics were not measured, each reason once. */
function reasons({ report, words, look }: SummaryContext): readonly string[] {
  const metrics = new Map<string, readonly string[]>();
  for (const metric of report.metrics) {
    if (metric.status !== 'notApplicable') continue;
    const reason = plain(metric.reason, 600);
    metrics.set(reason, [...(metrics.get(reason) ?? []), metric.id]);
  }
  if (metrics.size === 0) return [];
  const room = { head: METRIC_INDENT, width: look.width };
  return [
    '',
    look.paint.bold(words.summary.notMeasuredWhy),
    ...[...metrics].flatMap(([reason, ids]) =>
      hanging('', `${ids.join(' ')}: ${look.paint.dim(reason)}`, room),
    ),
  ];
}

function columnsOf({ words, look }: SummaryContext): Columns {
  const names = [...Object.values(words.metrics), ...Object.values(words.groups)].map(({ name }) => name);
  const name = Math.min(WIDEST_NAME, widest(names));
  const barAt = METRIC_INDENT + 3 + name + 6 + 2;
  return { name, bar: barAt, rest: look.width - barAt - CELLS - 2 };
}

function groupLines(group: GroupId, context: SummaryContext, columns: Columns): readonly string[] {
  const { report, words, look } = context;
  const value = report.aggregate.groups.find(({ id }) => id === group)?.value ?? null;
  const name = cutEnd(words.groups[group].name, columns.name, look.glyphs);
  const head = padEnd(`${group}  ${name}`, METRIC_INDENT + 3 + columns.name);
  const metrics = report.metrics.filter((metric) => metric.group === group);
  return [
    `${look.paint.bold(head)}${valueCells(value, context)}`,
    ...metrics.flatMap((metric) => metricLines(metric, context, columns)),
  ];
}

function metricLines(metric: MetricResult, context: SummaryContext, columns: Columns): readonly string[] {
  const { words, look } = context;
  const name = cutEnd(words.metrics[metric.id].name, columns.name, look.glyphs);
  const head = `${' '.repeat(METRIC_INDENT)}${metric.id} ${padEnd(name, columns.name)}`;
  if (metric.status === 'notApplicable') {
    return [`${head}${padStart(look.glyphs.dash, 6)}  ${look.paint.dim(words.summary.notMeasured)}`];
  }
  return [
    `${head}${valueCells(metric.value, context)}  ${worstCell(metric, context, columns.rest)}`.trimEnd(),
  ];
}

/** A metric has no band of its own: its bar takes the colour that an index of that height would have. */
function valueCells(value: number | null, { texts, look }: SummaryContext): string {
  const { paint, glyphs } = look;
  if (value === null) return padStart(glyphs.dash, 6);
  const { full, empty } = bar(value, CELLS, glyphs);
  const shown = padStart(score(value, texts.language), 6);
  return `${shown}  ${paintBand(paint, bandOf(value), full)}${paint.dim(empty)}`;
}

function worstCell(
  metric: Extract<MetricResult, { status: 'measured' }>,
  { look }: SummaryContext,
  room: number,
): string {
  const { worst } = metric;
  if (worst === null || metric.value === 0 || room < 12) return '';
  const label = plain(worst.label, LONGEST_LABEL);
  if (worst.file === null || room < ROOM_FOR_PLACE) return look.paint.dim(cutEnd(label, room, look.glyphs));
  const half = Math.floor((room - 2) / 2);
  const shownLabel = cutEnd(label, half, look.glyphs);
  const path = plain(worst.file, LONGEST_PATH).split('/').at(-1) ?? '';
  const place = worst.line === null ? path : `${path}:${worst.line}`;
  return look.paint.dim(`${padEnd(shownLabel, half)}  ${cutStart(place, half, look.glyphs)}`);
}
