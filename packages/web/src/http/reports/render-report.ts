import {
  asksAnything,
  type Comparison,
  compareReports,
  gateOfConfig,
  judgeGate,
  type Language,
  type RenderOptions,
  type Report,
  reportAsOf,
  WRITERS,
  type WriterName,
} from '@csqa/report';
import { storedGateOf } from '../../data/project-settings.ts';
import { baselineOf } from '../../data/reports.ts';
import { findRun, type Run } from '../../data/runs.ts';
import type { AppParts } from '../app-parts.ts';
import { Problem } from '../problem.ts';
import { type LoadedReport, loadCombined } from './load-combined.ts';
import { TextCache } from './text-cache.ts';

/** Reports in their formats, drawn when somebody asks and kept for a while: drawing a large one takes seconds. */
export class ReportShelf {
  readonly #parts: AppParts;
  readonly #cache = new TextCache();

  constructor(parts: AppParts) {
    this.#parts = parts;
  }

  /** A report in a format, judged by the day. Throws what loadCombined throws. */
  render(run: Run, format: WriterName, lang: Language): Promise<string> {
    const day = dayOf(this.#parts.clock());
    return this.#cache.get(`${run.id} ${format} ${lang} ${day}`, async () => {
      const loaded = await loadCombined(this.#parts, run);
      const report = reportAsOf(loaded.report, day);
      return WRITERS[format].render(report, await this.#options(loaded, report, lang));
    });
  }

  /** Two runs of one project held against each other. Throws NOT_COMPARABLE for runs of two projects. */
  async compare(base: Run, head: Run): Promise<Comparison> {
    if (base.project_id !== head.project_id) {
      throw new Problem('NOT_COMPARABLE', 'the two runs are of different projects', {
        hint: 'choose two runs of one project',
      });
    }
    const day = dayOf(this.#parts.clock());
    const [before, after] = [await loadCombined(this.#parts, base), await loadCombined(this.#parts, head)];
    return compareReports(reportAsOf(before.report, day), reportAsOf(after.report, day));
  }

  async #options({ run, record }: LoadedReport, report: Report, lang: Language): Promise<RenderOptions> {
    const comparison = await this.#comparison(run, report);
    const set = await storedGateOf(this.#parts.database.db, run.project_id);
    const asked = [gateOfConfig(report.meta.config), gateOfConfig({ gate: set })].filter(asksAnything);
    const judged = asked.map((conditions) => judgeGate({ report, comparison, conditions }));
    // Both the gate of the repository and that of the project must be passed; the one that is not is the one to tell of.
    const gate = judged.find(({ verdict }) => verdict === 'failed') ?? judged[0] ?? null;
    return { lang, run: record, comparison, gate };
  }

  /** Against the report that the run was held against; null where that is none, or can no longer be read. */
  async #comparison(run: Run, report: Report): Promise<Comparison | null> {
    const { db } = this.#parts.database;
    const baseline = await baselineOf(db, run);
    const before = baseline === undefined ? undefined : await findRun(db, baseline.id);
    if (before === undefined) return null;
    try {
      const loaded = await loadCombined(this.#parts, before);
      return compareReports(reportAsOf(loaded.report, dayOf(this.#parts.clock())), report);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
