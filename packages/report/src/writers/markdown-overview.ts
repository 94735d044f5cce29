import type { GateJudgement } from '../gate/evaluate-gate.ts';
import { gateReasonText } from '../gate/gate-reason.ts';
import type { MeasuredMetric, MetricResult, NotApplicableMetric } from '../schema/metric.ts';
import type { Report } from '../schema/report.ts';
import type { Band } from '../schema/vocabulary.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { bar, code, prose, table } from './markdown-text.ts';

const BAND_MARKS: Readonly<Record<Band, string>> = { low: '🟢', moderate: '🟡', high: '🟠', critical: '🔴' };

/** The title and the index with its band, its confidence and both scoring models. */
export function headline(report: Report, text: Catalogue): string {
  const { aggregate, meta } = report;
  const title = meta.project === undefined ? '' : ` · ${prose(meta.project, 120)}`;
  const lines = [`# CSQA · ${text.summary.title}${title}`];
  if (aggregate.index === null || aggregate.band === null) {
    lines.push(`**${text.summary.noIndex}.**`);
  } else {
    const index = `${text.summary.riskIndex}: ${score(aggregate.index)}, ${text.bands[aggregate.band]}`;
    lines.push(`${BAND_MARKS[aggregate.band]} **${index}** ${bar(aggregate.index)}`);
    const both = `csqa-1 ${scoreOrDash(aggregate.csqa1)}, csqa-2 ${scoreOrDash(aggregate.csqa2)}`;
    lines.push(
      `${text.summary.confidence} ${percent(aggregate.confidence)} · ${text.summary.model} ${code(aggregate.model)} (${both}) · ${text.summary.scale}`,
    );
  }
  if (report.files.analysed === 0) lines.push(`⚠️ **${text.summary.nothingAnalysed}**`);
  return lines.join('\n\n');
}

/** What the gate says, with every reason; null where no gate is set. */
export function verdict(gate: GateJudgement | null, text: Catalogue): string | null {
  if (gate === null) return null;
  if (gate.verdict === 'passed') return `✅ **${text.gate.passed}**`;
  const reasons = gate.reasons.map((reason) => `- ${prose(gateReasonText(reason, text.language))}`);
  return [`❌ **${text.gate.failed}**`, reasons.join('\n')].join('\n\n');
}

/** The six groups. */
export function groups(report: Report, text: Catalogue): string {
  const rows = report.aggregate.groups.map(({ id, value }) => [
    id,
    text.groups[id].name,
    scoreOrDash(value),
    value === null ? text.summary.notMeasured : bar(value),
    text.groups[id].definition,
  ]);
  return section(text.summary.groups, table(['', text.summary.group, text.summary.value, '', ''], rows, [2]));
}

/** The six groups without their definitions. */
export function groupScores(report: Report, text: Catalogue): string {
  const rows = report.aggregate.groups.map(({ id, value }) => [
    id,
    text.groups[id].name,
    scoreOrDash(value),
    value === null ? text.summary.notMeasured : bar(value),
  ]);
  return table(['', text.summary.group, text.summary.value, ''], rows, [2]);
}

/** The metrics, each with a bar and the item that weighs most. */
export function metrics(report: Report, text: Catalogue): string {
  return section(text.summary.metrics, metricTable(report, text));
}

/** The same without a heading. */
export function metricTable(report: Report, text: Catalogue): string {
  const head = [
    '',
    text.summary.metric,
    text.summary.value,
    '',
    text.summary.confidence,
    text.summary.worstPlace,
  ];
  const rows = report.metrics.map((metric) => metricRow(metric, text));
  return table(head, rows, [2, 4]);
}

function metricRow(metric: MetricResult, text: Catalogue): string[] {
  const name = text.metrics[metric.id].name;
  if (metric.status === 'notApplicable') return [metric.id, name, '–', text.summary.notMeasured, '–', '–'];
  return [metric.id, name, score(metric.value), bar(metric.value), percent(metric.confidence), worst(metric)];
}

function worst(metric: MeasuredMetric): string {
  if (metric.worst === null) return '–';
  const { label, file, line } = metric.worst;
  const place = file === null ? '' : ` ${code(line === null ? file : `${file}:${line}`, 120)}`;
  return `${code(label, 80)}${place}`;
}

/** What could not be measured, and why; null where everything was. */
export function notMeasured(report: Report, text: Catalogue): string | null {
  const absent = report.metrics.filter(
    (metric): metric is NotApplicableMetric => metric.status === 'notApplicable',
  );
  if (absent.length === 0) return null;
  const lines = absent.map(
    (metric) => `- ${metric.id} ${text.metrics[metric.id].name}: ${prose(metric.reason)}`,
  );
  return section(text.summary.notMeasuredWhy, lines.join('\n'));
}

/** Tool, version, model and revision. */
export function about(report: Report, text: Catalogue): string {
  const { meta } = report;
  const rows = [
    [text.summary.tool, code(meta.tool)],
    [text.summary.version, code(meta.version)],
    [text.summary.model, prose(text.models[meta.model])],
    [text.summary.mode, code(meta.mode)],
    [text.summary.revision, meta.revision === null ? text.summary.unknownRevision : code(meta.revision)],
  ];
  return section(text.summary.about, table(['', ''], rows));
}

/** A part with its heading. */
export function section(heading: string, body: string): string {
  return `## ${heading}\n\n${body}`;
}

/** Parts that a reader opens, under a title of ours. */
export function folded(title: string, parts: readonly (string | null)[]): string {
  const body = parts.filter((part) => part !== null).join('\n\n');
  return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** A score with two decimals. */
function score(value: number): string {
  return value.toFixed(2);
}

/** A share from 0 to 1 in whole per cent; only all of it is 100. */
export function percent(share: number): string {
  return `${share >= 1 ? 100 : Math.min(99, Math.round(share * 100))} %`;
}

function scoreOrDash(value: number | null): string {
  return value === null ? '–' : score(value);
}
