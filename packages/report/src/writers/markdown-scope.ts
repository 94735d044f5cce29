import type { EntryPoint } from '../schema/entry-point.ts';
import { ACCESS_VERDICTS, ENTRY_KINDS } from '../schema/entry-words.ts';
import type { Report } from '../schema/report.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { ownEntry } from '../text/own-entry.ts';
import { percent, section } from './markdown-overview.ts';
import { code, prose, table } from './markdown-text.ts';

/** Rows of a table before it ends in a count. */
const MAX_ROWS = 25;

/** Files, languages, what was left out, and how the calls were resolved. */
export function coverage(report: Report, text: Catalogue): string {
  const { files, coverage: calls } = report;
  const lines = [
    `- ${text.summary.filesAnalysed(files.analysed, files.lines)}`,
    ...listed(text.summary.languages, languages(report)),
    ...listed(
      text.summary.skipped,
      files.skipped
        .filter(({ files: count }) => count > 0)
        .map(({ reason, files: count }) => `${skipReason(reason, text)} ${count}`),
    ),
  ];
  if (calls.callSites === 0)
    return section(text.summary.coverage, [...lines, `- ${text.summary.noCallSites}`].join('\n'));
  const share = (count: number, name: string): string =>
    `${name} ${count} (${percent(count / calls.callSites)})`;
  const parts = [
    share(calls.exact, text.summary.exact),
    share(calls.narrowed, text.summary.narrowed),
    share(calls.external, text.summary.external),
    share(calls.unresolved, text.summary.unresolved),
  ];
  lines.push(`- ${text.summary.callSites(calls.callSites)}: ${parts.join(', ')}`);
  return section(text.summary.coverage, lines.join('\n'));
}

function skipReason(reason: string, { skipReasons }: Catalogue): string {
  return ownEntry(skipReasons, reason) ?? code(reason, 60);
}

function languages(report: Report): string[] {
  const files = new Map<string, number>();
  for (const use of report.files.languages)
    files.set(use.language, (files.get(use.language) ?? 0) + use.files);
  return [...files].slice(0, MAX_ROWS).map(([language, count]) => `${code(language, 60)} ${count}`);
}

function listed(name: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`- ${name}: ${items.slice(0, MAX_ROWS).join(', ')}`];
}

/** Entry points by kind and access verdict. */
export function entryPoints(report: Report, text: Catalogue): string {
  if (report.entryPoints.length === 0) return section(text.summary.entryPoints, text.summary.noEntryPoints);
  const rows = ENTRY_KINDS.flatMap((kind) => {
    const ofKind = report.entryPoints.filter((entry) => entry.kind === kind);
    if (ofKind.length === 0) return [];
    const counts = ACCESS_VERDICTS.map((verdict) =>
      count(ofKind, (entry) => entry.access.verdict === verdict),
    );
    return [[text.entryKinds[kind], String(ofKind.length), ...counts]];
  });
  const verdicts = ACCESS_VERDICTS.map((verdict) => text.accessVerdicts[verdict]);
  const head = [text.summary.kind, text.summary.total, ...verdicts];
  return section(text.summary.entryPoints, table(head, rows, [1, 2, 3, 4, 5, 6]));
}

function count(entries: readonly EntryPoint[], holds: (entry: EntryPoint) => boolean): string {
  return String(entries.filter(holds).length);
}

/** Entry points that anybody may use, with the line that says so; null where there are none. */
export function openEntryPoints(report: Report, text: Catalogue): string | null {
  const rows = report.entryPoints
    .filter((entry) => entry.access.verdict === 'public')
    .map((entry) => {
      const [evidence] = entry.access.evidence;
      const place = evidence === undefined ? '' : ` ${code(`${evidence.file}:${evidence.line}`)}`;
      return [
        code(routeOf(entry)),
        code(`${entry.file}:${entry.line}`),
        code(entry.access.mechanism) + place,
      ];
    });
  return entryTable(text.summary.openEntryPoints, rows, text);
}

/** Entry points whose access could not be decided, and why; null where there are none. */
export function undecidedEntryPoints(report: Report, text: Catalogue): string | null {
  const rows = report.entryPoints
    .filter((entry) => entry.access.verdict === 'unknown')
    .map((entry) => {
      const reason = entry.access.reason ?? entry.access.rule ?? entry.access.mechanism;
      return [code(routeOf(entry)), code(`${entry.file}:${entry.line}`), prose(reason, 300)];
    });
  return entryTable(text.summary.undecidedEntryPoints, rows, text);
}

function entryTable(heading: string, rows: readonly string[][], text: Catalogue): string | null {
  if (rows.length === 0) return null;
  const head = [text.summary.entryPoint, text.summary.place, text.summary.reason];
  const shown = table(head, rows.slice(0, MAX_ROWS));
  const rest = rows.length > MAX_ROWS ? `\n\n${text.summary.more(rows.length - MAX_ROWS)}` : '';
  return `### ${heading} (${rows.length})\n\n${shown}${rest}`;
}

function routeOf(entry: EntryPoint): string {
  const route = [entry.verbs.join(','), entry.paths.join(', ')].filter((part) => part !== '').join(' ');
  return route === '' ? entry.handler : route;
}

/** Problems that did not stop the analysis, by severity and code; null where there are none. */
export function diagnostics(report: Report, text: Catalogue): string | null {
  if (report.diagnostics.length === 0) return null;
  const rows = report.diagnostics
    .slice(0, MAX_ROWS)
    .map(({ severity, code: name, file, line, message, hint }) => [
      text.diagnosticSeverities[severity],
      code(name, 60),
      file === undefined ? '–' : code(line === undefined ? file : `${file}:${line}`),
      prose(hint === undefined ? message : `${message} ${hint}`, 400),
    ]);
  const head = [text.summary.severity, '', text.summary.place, text.summary.message];
  const more = report.diagnostics.length - rows.length;
  const rest = more > 0 ? `\n\n${text.summary.more(more)}` : '';
  return section(`${text.summary.diagnostics} (${report.diagnostics.length})`, table(head, rows) + rest);
}
