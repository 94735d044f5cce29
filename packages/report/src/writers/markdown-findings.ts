import { isRuleId } from '../rules/rule-ids.ts';
import type { Finding, Hop } from '../schema/finding.ts';
import type { Report } from '../schema/report.ts';
import { SEVERITIES, type Severity } from '../schema/vocabulary.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { section } from './markdown-overview.ts';
import { placeLink } from './markdown-place.ts';
import { code, prose, table } from './markdown-text.ts';
import type { RenderOptions } from './writer.ts';

/** A coloured mark for each severity, beside its word and never instead of it. */
export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '🔵',
  info: '⚪',
};

/** Hops of a path that are shown; a longer path shows its beginning and its end. */
const MAX_HOPS = 12;

/** How many findings there are of each severity, and how many are suppressed. */
export function findingCounts(report: Report, text: Catalogue): string {
  const parts: string[] = [];
  const rows = SEVERITIES.flatMap((severity) => {
    const count = report.findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [[`${SEVERITY_MARKS[severity]} ${text.severities[severity]}`, String(count)]];
  });
  if (rows.length === 0) parts.push(text.summary.noFindings);
  else parts.push(table([text.summary.severity, text.summary.count], rows, [1]));
  if (report.suppressed.length > 0) parts.push(text.summary.suppressed(report.suppressed.length));
  return section(text.summary.findings, parts.join('\n\n'));
}

/** What findings are shown with. */
export interface DetailContext {
  readonly text: Catalogue;
  readonly options: Pick<RenderOptions, 'sourceUrl' | 'pathPrefix'>;
}

/** One finding: fact, risk, what to do, and the path hop by hop. */
export function findingDetail(finding: Finding, context: DetailContext): string {
  const { text } = context;
  const title = isRuleId(finding.rule) ? text.rules[finding.rule] : finding.rule;
  const lines = [
    `### ${SEVERITY_MARKS[finding.severity]} ${prose(title)} · ${placeLink(finding, context.options)}`,
    '',
    `- **${text.summary.what}**: ${prose(finding.what)}`,
    `- **${text.summary.why}**: ${prose(finding.why)}`,
    `- **${text.summary.fix}**: ${prose(finding.fix)}`,
  ];
  if (finding.path.length > 0) lines.push(`- **${text.summary.path}**:`, ...pathLines(finding.path, context));
  const kinds = [...finding.cwe, ...finding.owasp].map((kind) => code(kind, 40)).slice(0, 12);
  const tail = [
    code(finding.rule, 160),
    text.severities[finding.severity],
    confidenceOf(finding, text),
    ...kinds,
  ];
  lines.push(`- ${[...tail, code(finding.id, 80)].join(' · ')}`);
  return lines.join('\n');
}

function confidenceOf(finding: Finding, text: Catalogue): string {
  return `${text.summary.confidence}: ${text.confidences[finding.confidence]}`;
}

function pathLines(path: readonly Hop[], { text, options }: DetailContext): string[] {
  const line = (hop: Hop, index: number): string => {
    const name = hop.label ?? hop.symbol ?? '';
    const guards = (hop.guards ?? []).map((category) => text.guardCategories[category]);
    const note = guards.length === 0 ? '' : ` (${text.summary.guards}: ${guards.slice(0, 6).join(', ')})`;
    return `  ${index + 1}. ${placeLink(hop, options)} ${code(name, 160)}${note}`;
  };
  const lines = path.map(line);
  if (lines.length <= MAX_HOPS) return lines;
  const half = MAX_HOPS / 2;
  return [...lines.slice(0, half), '  1. …', ...lines.slice(-half)];
}
