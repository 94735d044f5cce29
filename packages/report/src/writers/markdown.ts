import type { Finding } from '../schema/finding.ts';
import type { Report } from '../schema/report.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { reportIn } from '../text/report-in.ts';
import { textsOf } from '../text/texts-of.ts';
import { worstFirst } from './finding-order.ts';
import { findingCounts, findingDetail } from './markdown-findings.ts';
import { about, groups, headline, metrics, notMeasured } from './markdown-overview.ts';
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

/** Room kept for the sentence that says what was left out. */
const NOTE_BYTES = 600;

/** Findings shown in full by default; more do not fit in a head. */
const DEFAULT_FINDINGS = 20;

/**
 * summary.md: the report for people. Everything that comes from the report is shown as text. Parts that would not fit in
 * `maxBytes` are left out whole, the last ones first, and a note says so; the bound holds for any report and any bound of at
 * least 2,000 bytes. Throws a RangeError for a smaller one.
 */
export function renderMarkdown(original: Report, options: RenderOptions): string {
  const maxBytes = options.maxBytes ?? DEFAULT_SUMMARY_BYTES;
  if (!(maxBytes >= 2_000))
    throw new RangeError(`expected a summary of at least 2000 bytes, got ${maxBytes}`);
  const text = textsOf(options.lang);
  const report = reportIn(original, options.lang);
  const ranked = worstFirst(report.findings);
  const shown = ranked.slice(0, options.maxFindings ?? DEFAULT_FINDINGS);
  const budget = new Budget(maxBytes - NOTE_BYTES);
  const opening = budget.take(openingParts(report, text));
  const closing = budget.take(closingParts(report, text));
  const details = budget.take(detailParts(shown, text));
  const notes: string[] = [];
  const missing = ranked.length - details.length;
  if (missing > 0) notes.push(text.summary.omitted(missing));
  if (budget.refused) notes.push(text.summary.omittedSections);
  const note = notes.length === 0 ? [] : [`> ${notes.join(' ')}`];
  return `${[...opening, ...details, ...note, ...closing].join('\n\n')}\n`;
}

function openingParts(report: Report, text: Catalogue): string[] {
  return present([
    headline(report, text),
    groups(report, text),
    metrics(report, text),
    notMeasured(report, text),
    coverage(report, text),
    entryPoints(report, text),
    undecidedEntryPoints(report, text),
    openEntryPoints(report, text),
    findingCounts(report, text),
  ]);
}

function closingParts(report: Report, text: Catalogue): string[] {
  return present([diagnostics(report, text), about(report, text)]);
}

/** One at a time: of thousands of findings only those that fit are written. */
function* detailParts(findings: readonly Finding[], text: Catalogue): Generator<string> {
  for (const finding of findings) yield findingDetail(finding, text);
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
