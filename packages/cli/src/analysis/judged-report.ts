import { compareReports, type RenderOptions, type Report, reportAsOf } from '@csqa/report';
import { type GateFlags, type GateVerdict, judge } from './gate.ts';

/** What a report is judged by. */
export interface Bench {
  /** The report to hold it against; null where there is none. */
  readonly baseline: Report | null;
  /** `YYYY-MM-DD` by which suppressions are judged. */
  readonly day: string;
  readonly flags: GateFlags;
}

/** What is known of a report besides itself, as formats are told it. */
export interface Judged extends Required<Pick<RenderOptions, 'comparison' | 'history'>> {
  readonly gate: GateVerdict;
}

/** Compares a report, which is as of the day already, with its baseline and judges it by the gate. */
export function judgedReport(report: Report, { baseline, day, flags }: Bench): Judged {
  const before = baseline === null ? null : reportAsOf(baseline, day);
  const comparison = before === null ? null : compareReports(before, report);
  return { gate: judge(report, flags, comparison), comparison, history: before === null ? [] : [before] };
}
