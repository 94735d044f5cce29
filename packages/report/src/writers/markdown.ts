import type { GateJudgement } from '../gate/evaluate-gate.ts';
import type { Finding } from '../schema/finding.ts';
import type { Report } from '../schema/report.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { reportIn } from '../text/report-in.ts';
import { textsOf } from '../text/texts-of.ts';
import { worstFirst } from './finding-order.ts';
import { type DetailContext, findingCounts, findingDetail } from './markdown-findings.ts';
import {
  about,
  folded,
  groupScores,
  groups,
  headline,
  metrics,
  metricTable,
  notMeasured,
  verdict,
} from './markdown-overview.ts';
import {
  coverage,
  diagnostics,
  entryPoints,
  openEntryPoints,
  undecidedEntryPoints,
} from './markdown-scope.ts';
import type { RenderOptions } from './writer.ts';

/**
 * Bytes of a summary by default. GitHub drops a whole job summary above 1 MiB, and adds to what it is given.
 */
export const DEFAULT_SUMMARY_BYTES = 900 * 1024;

/**
 * Bytes of a comment by default. GitHub takes 65,536 characters and does not say whether it counts letters or bytes, so they
 * are bytes here; whoever posts it adds a marker of its own.
 */
export const DEFAULT_COMMENT_BYTES = 60_000;

/** Room kept for the sentence that says what was left out. */
const NOTE_BYTES = 600;

/** Smallest bound in which something can be said. */
const LEAST_BYTES = 2_000;

/** What a kind of document says around its findings, and how much by default. */
interface Layout {
  readonly maxBytes: number;
  readonly maxFindings: number;
  readonly opening: (
    report: Report,
    text: Catalogue,
    gate: GateJudgement | null,
  ) => readonly (string | null)[];
  readonly closing: (report: Report, text: Catalogue) => readonly (string | null)[];
}

const SUMMARY: Layout = {
  maxBytes: DEFAULT_SUMMARY_BYTES,
  maxFindings: 20,
  opening: (report, text, gate) => [
    headline(report, text),
    verdict(gate, text),
    groups(report, text),
    metrics(report, text),
    notMeasured(report, text),
    coverage(report, text),
    entryPoints(report, text),
    undecidedEntryPoints(report, text),
    openEntryPoints(report, text),
    findingCounts(report, text),
  ],
  closing: (report, text) => [diagnostics(report, text), about(report, text)],
};

const COMMENT: Layout = {
  maxBytes: DEFAULT_COMMENT_BYTES,
  maxFindings: 10,
  opening: (report, text, gate) => [
    headline(report, text),
    verdict(gate, text),
    groupScores(report, text),
    findingCounts(report, text),
  ],
  closing: (report, text) => [
    folded(text.summary.metrics, [metricTable(report, text), notMeasured(report, text)]),
    folded(text.summary.coverage, [coverage(report, text), diagnostics(report, text), about(report, text)]),
  ],
};

/**
 * summary.md: the report for people. Everything that comes from the report is shown as text. Parts that would not fit in
 * `maxBytes` are left out whole, the last ones first, and a note says so; the bound holds for any report and any bound of at
 * least 2,000 bytes. Throws a RangeError for a smaller one.
 */
export function renderMarkdown(report: Report, options: RenderOptions): string {
  return compose(report, options, SUMMARY);
}

/** comment.md: the same in short for a comment on a pull request, with what is looked up rarely folded. The same bounds hold. */
export function renderComment(report: Report, options: RenderOptions): string {
  return compose(report, options, COMMENT);
}

function compose(original: Report, options: RenderOptions, layout: Layout): string {
  const maxBytes = options.maxBytes ?? layout.maxBytes;
  if (!(maxBytes >= LEAST_BYTES))
    throw new RangeError(`expected a bound of at least ${LEAST_BYTES} bytes, got ${maxBytes}`);
  const text = textsOf(options.lang);
  const report = reportIn(original, options.lang);
  const ranked = worstFirst(report.findings);
  const shown = ranked.slice(0, options.maxFindings ?? layout.maxFindings);
  const budget = new Budget(maxBytes - NOTE_BYTES);
  const opening = budget.take(present(layout.opening(report, text, options.gate ?? null)));
  const closing = budget.take(present(layout.closing(report, text)));
  const details = budget.take(detailParts(shown, { text, options }));
  const notes: string[] = [];
  const missing = ranked.length - details.length;
  if (missing > 0) notes.push(text.summary.omitted(missing));
  if (budget.refused) notes.push(text.summary.omittedSections);
  const note = notes.length === 0 ? [] : [`> ${notes.join(' ')}`];
  return `${[...opening, ...details, ...note, ...closing].join('\n\n')}\n`;
}

/** One at a time: of thousands of findings only those that fit are written. */
function* detailParts(findings: readonly Finding[], context: DetailContext): Generator<string> {
  for (const finding of findings) yield findingDetail(finding, context);
}

function present(parts: readonly (string | null)[]): string[] {
  return parts.filter((part) => part !== null);
}

/** Bytes that are left. */
class Budget {
  #left: number;
  /** A part did not fit. */
  refused = false;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** The parts that fit, each with its blank line, in order; after the first that does not, no more are taken. */
  take(parts: Iterable<string>): string[] {
    const taken: string[] = [];
    for (const part of parts) {
      const bytes = Buffer.byteLength(part) + 2;
      if (bytes > this.#left) {
        this.refused = true;
        break;
      }
      this.#left -= bytes;
      taken.push(part);
    }
    return taken;
  }
}
