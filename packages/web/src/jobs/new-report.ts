import { asksAnything, compareReports, gateOfConfig, judgeGate, type Report, readReport } from '@csqa/report';
import type { Kysely } from 'kysely';
import { storedGateOf } from '../data/project-settings.ts';
import { baselineOf, loadReport, type NewReport } from '../data/reports.ts';
import type { Run } from '../data/runs.ts';
import type { FindingCounts, WebTables } from '../data/schema.ts';

/**
 * A fresh report with what is kept beside it: its findings against the baseline, and the verdict of the gate. There may be
 * two gates, one in the configuration of the repository and one in the settings of the project: both must be passed.
 */
export async function newReportOf(
  db: Kysely<WebTables>,
  run: Run,
  fresh: { readonly report: Report; readonly document: string },
): Promise<NewReport> {
  const { report, document } = fresh;
  const before = await reportBefore(db, run);
  const comparison = before === null ? null : compareReports(before, report);
  const gate = await storedGateOf(db, run.project_id);
  const asked = [gateOfConfig(report.meta.config), gateOfConfig({ gate })].filter(asksAnything);
  const verdicts = asked.map((conditions) => judgeGate({ report, comparison, conditions }).verdict);
  return {
    ...{ report, document },
    findings: {
      open: bySeverity(report),
      fresh: comparison?.counts.new ?? 0,
      fixed: comparison?.counts.fixed ?? 0,
    },
    gate: verdicts.length === 0 ? null : verdicts.includes('failed') ? 'failed' : 'passed',
  };
}

/** The report that a run is held against; null where there is none that can be read. */
async function reportBefore(db: Kysely<WebTables>, run: Run): Promise<Report | null> {
  const before = await baselineOf(db, run);
  const document = before === undefined ? undefined : await loadReport(db, before.id);
  if (document === undefined) return null;
  const read = readReport(reportIn(document));
  return read.ok ? read.value : null;
}

/** combined.json holds the report beside the record of the run. */
function reportIn(document: string): string {
  const { report } = JSON.parse(document) as { readonly report?: unknown };
  return JSON.stringify(report ?? null);
}

function bySeverity({ findings }: Report): FindingCounts['open'] {
  const counts: Record<string, number> = {};
  for (const { severity } of findings) counts[severity] = (counts[severity] ?? 0) + 1;
  return counts;
}
