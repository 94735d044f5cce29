import { asksAnything, compareReports, gateOfConfig, judgeGate, type Report, readReport } from '@csqa/report';
import type { Kysely } from 'kysely';
import { loadReport, type NewReport } from '../data/reports.ts';
import type { Run } from '../data/runs.ts';
import type { FindingCounts, WebTables } from '../data/schema.ts';

/** A fresh report with what is kept beside it: its findings against the report before it, and the verdict of its own gate. */
export async function newReportOf(
  db: Kysely<WebTables>,
  run: Run,
  fresh: { readonly report: Report; readonly document: string },
): Promise<NewReport> {
  const { report, document } = fresh;
  const before = await reportBefore(db, run);
  const comparison = before === null ? null : compareReports(before, report);
  const conditions = gateOfConfig(report.meta.config);
  return {
    ...{ report, document },
    findings: {
      open: bySeverity(report),
      fresh: comparison?.counts.new ?? 0,
      fixed: comparison?.counts.fixed ?? 0,
    },
    gate: asksAnything(conditions) ? judgeGate({ report, comparison, conditions }).verdict : null,
  };
}

/** The report of the newest run of the same project before this one; null where there is none that can be read. */
async function reportBefore(db: Kysely<WebTables>, run: Run): Promise<Report | null> {
  const before = await db
    .selectFrom('run')
    .select('id')
    .where('project_id', '=', run.project_id)
    .where('id', '!=', run.id)
    .where('created_at', '<=', run.created_at)
    .where('index_value', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
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
