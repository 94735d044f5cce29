import { plain, type Report } from '@csqa/report';
import { bar, cutEnd, hanging, padEnd, widest } from '../terminal/layout.ts';
import { percent, score } from '../terminal/numbers.ts';
import { paintBand } from '../terminal/severity-paint.ts';
import { LONGEST_LABEL, type SummaryContext } from './summary-context.ts';

/** Cells of the bar of the index, where there is room. */
const INDEX_CELLS = 30;

/** Characters of a commit id that tell it apart. */
const SHORT_COMMIT = 8;

/** Title, index with band, and what the figures rest on. */
export function headline(context: SummaryContext): readonly string[] {
  const { words, look } = context;
  const { summary } = words;
  const heads = [summary.riskIndex, summary.confidence, summary.coverage];
  const room = { head: widest(heads) + 4, width: look.width };
  return [
    titleLine(context),
    '',
    ...indexLines(context, room.head),
    ...hanging(`  ${summary.confidence}`, confidenceText(context), room),
    ...hanging(`  ${summary.coverage}`, scopeText(context), room),
    ...nothingAnalysed(context),
  ];
}

function titleLine({ report, subject, words, look }: SummaryContext): string {
  const { meta } = report;
  const { paint, glyphs } = look;
  const project = plain(meta.project ?? subject, LONGEST_LABEL);
  const commit = meta.revision === null ? [] : [plain(shortCommit(meta.revision), LONGEST_LABEL)];
  const rest = [project, ...commit, plain(meta.mode, 20), plain(meta.model, 20)];
  const title = paint.bold(`CSQA ${glyphs.bullet} ${words.summary.title}`);
  const line = `${title}${paint.dim(rest.map((part) => ` ${glyphs.bullet} ${part}`).join(''))}`;
  return cutEnd(line, look.width, glyphs);
}

/** The beginning of the commit id, with what follows it: `6f1c0d0e-dirty`. */
function shortCommit(revision: string): string {
  const match = /^([0-9a-f]{40,64})(.*)$/.exec(revision);
  return match === null ? revision : `${match[1]?.slice(0, SHORT_COMMIT)}${match[2]}`;
}

function indexLines({ report, words, texts, look }: SummaryContext, margin: number): readonly string[] {
  const { index, band } = report.aggregate;
  const { paint, glyphs } = look;
  if (index === null || band === null) return [`  ${paint.bold(words.summary.noIndex)}`];
  const figure = `${score(index, texts.language)} ${words.bands[band]}`;
  const cells = Math.min(INDEX_CELLS, look.width - margin - widest([figure]) - 2);
  const { full, empty } = bar(index, cells, glyphs);
  const head = paint.bold(padEnd(`  ${words.summary.riskIndex}`, margin));
  return [
    `${head}${paintBand(paint, band, paint.bold(figure))}  ${paintBand(paint, band, full)}${paint.dim(empty)}`,
  ];
}

function confidenceText({ report, texts }: SummaryContext): string {
  const { callSites, unresolved } = report.coverage;
  const confidence = percent(report.aggregate.confidence);
  if (callSites === 0) return confidence;
  return `${confidence}, ${texts.summary.resolved(callSites, percent((callSites - unresolved) / callSites))}`;
}

function scopeText({ report, words }: SummaryContext): string {
  const { analysed, lines } = report.files;
  const languages = languagesOf(report);
  return `${words.summary.filesAnalysed(analysed, lines)}${languages === '' ? '' : ` (${languages})`}`;
}

/** Languages of production code, the most lines first. */
function languagesOf(report: Report): string {
  return report.files.languages
    .filter(({ role }) => role === 'production')
    .toSorted((left, right) => right.lines - left.lines)
    .slice(0, 6)
    .map(({ language }) => plain(language, 40))
    .join(', ');
}

/** That no source file was analysed, where that is so. */
export function nothingAnalysed({ report, words, look }: SummaryContext): readonly string[] {
  if (report.files.analysed > 0) return [];
  return [`  ${look.paint.yellow(`${look.glyphs.warn} ${words.summary.nothingAnalysed}`)}`];
}
