import { type Contributor, type MeasuredMetric, type MetricResult, plain } from '@csqa/report';
import { indent, padEnd, padStart, widest, wrap } from '../terminal/layout.ts';
import { figure, percent, score } from '../terminal/numbers.ts';
import type { MetricName } from './find-subject.ts';
import { type PageContext, paragraph } from './page.ts';

/** Contributors shown; report.json has all that were kept. */
const SHOWN_CONTRIBUTORS = 10;

/** UTF-16 units kept of a name or a path. */
const LONGEST_LABEL = 400;

/** A metric: its question, its definition and, where there is a report, its value and what moved it. */
export function metricPage(metric: MetricName, context: PageContext): readonly string[] {
  const { words, look, report } = context;
  const text = metric === 'M1' ? words.topology : words.metrics[metric];
  return [
    look.paint.bold(`${metric} ${text.name}`),
    text.question,
    '',
    ...indent(wrap(text.definition, look.width - 2), 2),
    ...(report === null ? [] : inReport(metric, context)),
  ];
}

function inReport(metric: MetricName, context: PageContext): readonly string[] {
  const { report, words, texts, look } = context;
  if (report === null) return [];
  if (metric === 'M1') {
    const { nodes, edges } = report.topology;
    return [
      '',
      look.paint.bold(texts.explain.inThisReport),
      `  ${texts.explain.topology(nodes.length, edges.length)}`,
    ];
  }
  const result = report.metrics.find(({ id }) => id === metric);
  if (result === undefined || result.status === 'notApplicable') {
    const reason = result === undefined ? '' : `: ${plain((result satisfies MetricResult).reason, 2_000)}`;
    return paragraph(texts.explain.inThisReport, `${words.summary.notMeasured}${reason}`, context);
  }
  return [
    ...paragraph(texts.explain.inThisReport, valueText(result, context), context),
    ...parts(result, context),
    ...contributors(result, context),
  ];
}

function valueText(result: MeasuredMetric, { words, texts }: PageContext): string {
  const { language } = texts;
  const models = `csqa-1 ${score(result.values['csqa-1'], language)}, csqa-2 ${score(result.values['csqa-2'], language)}`;
  const confidence = `${words.summary.confidence} ${percent(result.confidence)}`;
  const weight = `${texts.metrics.weight} ${figure(result.weight, language)}`;
  return `${score(result.value, language)} (${models}), ${weight}, ${confidence}`;
}

function parts({ distribution }: MeasuredMetric, { texts, look }: PageContext): readonly string[] {
  if (distribution.length === 0) return [];
  const rows = distribution.map(
    ({ label, value }) => [plain(label, LONGEST_LABEL), figure(value, texts.language)] as const,
  );
  return ['', look.paint.bold(texts.explain.parts), ...table(rows)];
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const left = Math.min(40, widest(rows.map(([label]) => label)));
  const right = widest(rows.map(([, value]) => value));
  return rows.map(([label, value]) => `  ${padEnd(label, left)}  ${padStart(value, right)}`);
}

function contributors(result: MeasuredMetric, context: PageContext): readonly string[] {
  const shown = result.contributors.slice(0, SHOWN_CONTRIBUTORS);
  if (shown.length === 0) return [];
  const { texts, look } = context;
  const heading = texts.explain.contributors(shown.length, result.contributorCount);
  return ['', look.paint.bold(heading), ...shown.flatMap((item) => contributorLines(item, context))];
}

function contributorLines(item: Contributor, { texts, look }: PageContext): readonly string[] {
  const value = padStart(figure(item.value, texts.language), 8);
  const label = plain(item.label, LONGEST_LABEL);
  const detail = item.detail === undefined ? [] : wrap(plain(item.detail, 1_000), look.width - 12);
  const place =
    item.file === null ? [] : [plain(item.file, 4_096) + (item.line === null ? '' : `:${item.line}`)];
  return [
    `  ${value}  ${label}`,
    ...indent(
      place.map((text) => look.paint.cyan(text)),
      12,
    ),
    ...indent(
      detail.map((text) => look.paint.dim(text)),
      12,
    ),
  ];
}
