import { stringify } from 'csv-stringify/sync';
import type { Finding, Hop, SuppressedFinding } from '../schema/finding.ts';
import type { Report } from '../schema/report.ts';
import { plain } from '../text/plain.ts';
import { reportIn } from '../text/report-in.ts';
import type { RenderOptions } from './writer.ts';

/** UTF-16 units of a cell; a spreadsheet takes 32,767. */
const LONGEST_CELL = 8_000;

/** The columns in their order; new ones are added at the end. */
const COLUMNS: readonly (readonly [name: string, cell: (finding: Finding | SuppressedFinding) => unknown])[] =
  [
    ['id', ({ id }) => id],
    ['rule', ({ rule }) => rule],
    ['metric', ({ metric }) => metric],
    ['severity', ({ severity }) => severity],
    ['confidence', ({ confidence }) => confidence],
    ['file', ({ file }) => file],
    ['line', ({ line }) => line],
    ['symbol', ({ symbol }) => symbol ?? ''],
    ['what', ({ what }) => what],
    ['why', ({ why }) => why],
    ['fix', ({ fix }) => fix],
    ['path', ({ path }) => path.map(hopText).join(' > ')],
    ['cwe', ({ cwe }) => cwe.join(' ')],
    ['owasp', ({ owasp }) => owasp.join(' ')],
    ['asvs', ({ asvs }) => (asvs ?? []).join(' ')],
    ['entryPoint', ({ entryPoint }) => entryPoint ?? ''],
    ['sink', ({ sink }) => sink ?? ''],
    ['sameCauseAs', ({ sameCauseAs }) => sameCauseAs ?? ''],
    ['fingerprint', ({ fingerprint }) => fingerprint],
    ['suppressed', (finding) => ('suppression' in finding ? finding.suppression.source : '')],
    ['suppressionReason', (finding) => ('suppression' in finding ? finding.suppression.reason : '')],
    ['suppressedUntil', (finding) => ('suppression' in finding ? (finding.suppression.until ?? '') : '')],
  ];

/**
 * findings.csv: RFC 4180 with a head, one row a finding, suppressed ones last. Every cell is one line of text, and none begins
 * like a formula: a spreadsheet that opens it computes nothing. In Russian a byte order mark leads, without which Excel does
 * not read UTF-8.
 */
export function renderCsv(original: Report, options: RenderOptions): string {
  const report = reportIn(original, options.lang);
  const rows = [...report.findings, ...report.suppressed].map((finding) =>
    COLUMNS.map(([, cell]) => plain(String(cell(finding)), LONGEST_CELL)),
  );
  return stringify([COLUMNS.map(([name]) => name), ...rows], {
    record_delimiter: 'windows',
    escape_formulas: true,
    bom: options.lang === 'ru',
  });
}

function hopText({ file, line, label }: Hop): string {
  return label === undefined ? `${file}:${line}` : `${label} (${file}:${line})`;
}
