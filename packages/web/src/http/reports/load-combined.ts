import { type Combined, type Report, readCombined } from '@csqa/report';
import { loadReport } from '../../data/reports.ts';
import type { Run } from '../../data/runs.ts';
import type { AppParts } from '../app-parts.ts';
import { Problem } from '../problem.ts';

/** The report of a run with how it came about. */
export interface LoadedReport {
  readonly run: Run;
  readonly report: Report;
  readonly record: Combined['orchestrator'];
}

/** combined.json of a run as it was stored. Throws NOT_FOUND where it has none. */
export async function storedDocument({ database }: AppParts, run: Run): Promise<string> {
  const document = await loadReport(database.db, run.id);
  if (document !== undefined) return document;
  throw new Problem('NOT_FOUND', `the run has no report: it is ${run.state}`, {
    hint: run.error?.hint ?? 'a report is there when the run has succeeded',
  });
}

/** The report of a run, read. Throws NOT_FOUND where it has none, REPORT_UNREADABLE where another version wrote it. */
export async function loadCombined(parts: AppParts, run: Run): Promise<LoadedReport> {
  const read = readCombined(await storedDocument(parts, run));
  if (!read.ok || read.value.report === null) {
    const why = read.ok ? 'it holds none' : read.message;
    throw new Problem('REPORT_UNREADABLE', `the report cannot be read by this version: ${why}`, {
      hint: 'analyse the source again',
    });
  }
  return { run, report: read.value.report, record: read.value.orchestrator };
}
