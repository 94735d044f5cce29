import type { DeclaredSuppression, Finding, SuppressedFinding } from '../schema/finding.ts';
import type { Report, ReportDiagnostic } from '../schema/report.ts';
import { SEVERITIES } from '../schema/vocabulary.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The report as it is to be judged on a day: findings whose suppression has run out are open again, and each suppression
 * past its last day is told among the diagnostics, used or not. The report itself never ages, so whoever shows or judges one
 * begins with this; a day given twice changes nothing, and nothing that came back goes away on an earlier day. Metrics keep
 * their values. Throws a RangeError for what is no `YYYY-MM-DD`.
 */
export function reportAsOf(report: Report, day: string): Report {
  if (!isDay(day)) throw new RangeError(`expected a day as YYYY-MM-DD, got ${JSON.stringify(day)}`);
  const isOver = (until: string | null): boolean => until !== null && until < day;
  const told = report.diagnostics.filter(({ code }) => code === 'suppression-expired').map(placeOf);
  const known = new Set(told);
  const expired = declared(report)
    .filter(({ until }) => isOver(until))
    .map(expiry)
    .filter((diagnostic) => !known.has(placeOf(diagnostic)));
  const back = report.suppressed.filter(({ suppression }) => isOver(suppression.until));
  if (back.length === 0 && expired.length === 0) return report;
  return {
    ...report,
    findings: back.length === 0 ? report.findings : [...report.findings, ...back.map(open)].sort(worstFirst),
    suppressed: report.suppressed.filter(({ suppression }) => !isOver(suppression.until)),
    diagnostics: [...report.diagnostics, ...expired],
  };
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

type Declared = Omit<DeclaredSuppression, 'findings'>;

/** Reports of older versions name a suppression with its findings alone. */
function declared({ suppressions, suppressed }: Report): readonly Declared[] {
  if (suppressions !== undefined) return suppressions;
  const all = suppressed.map(({ rule, suppression }) => ({ ...suppression, rule }));
  return [...new Map(all.map((one) => [`${one.rule}\n${one.file}\n${one.line}`, one])).values()];
}

function open({ suppression, ...finding }: SuppressedFinding): Finding {
  return finding;
}

function expiry({ rule, until, file, line }: Declared): ReportDiagnostic {
  return {
    code: 'suppression-expired',
    stage: 'findings',
    severity: 'warning',
    message: `the suppression of ${rule} ended on ${until} and is not applied`,
    hint: 'mend the finding, or decide again and move the date',
    localized: {
      ru: {
        message: `срок подавления ${rule} истёк ${until}, и оно не применяется`,
        hint: 'исправьте найденное или примите решение заново и перенесите дату',
      },
    },
    file,
    line,
  };
}

function placeOf({ message, file, line }: ReportDiagnostic): string {
  return `${file}\n${line}\n${message}`;
}

/** The order in which the analyzer leaves findings. */
function worstFirst(left: Finding, right: Finding): number {
  return (
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
    compare(left.metric, right.metric) ||
    compare(left.rule, right.rule) ||
    compare(left.file, right.file) ||
    left.line - right.line ||
    compare(left.fingerprint, right.fingerprint)
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
