import type { PublishedFile } from '@csqa/orchestrator';
import { type Comparison, plain, type Report, reportIn, textsOf, WRITERS } from '@csqa/report';
import type { GateVerdict } from '../analysis/gate.ts';
import { changeLines } from '../diff/diff-page.ts';
import { hanging } from '../terminal/layout.ts';
import { score } from '../terminal/numbers.ts';
import { paintBand } from '../terminal/severity-paint.ts';
import type { Look } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';
import { diagnostics } from './diagnostics.ts';
import { entryPoints } from './entry-points.ts';
import { headline, nothingAnalysed } from './headline.ts';
import { scores } from './scores.ts';
import { LONGEST_PATH, type SummaryContext } from './summary-context.ts';
import { verdictLines } from './verdict.ts';
import { worstFindings } from './worst-findings.ts';

/** What there is to tell about an analysis that left a report. */
export interface SummaryRequest {
  readonly report: Report;
  /** What was analysed, in a word: the name of the directory or of the repository. */
  readonly subject: string;
  readonly gate: GateVerdict;
  /** What changed since the baseline; null where there is none. */
  readonly comparison: Comparison | null;
  readonly files: readonly Pick<PublishedFile, 'name'>[];
  /** The out directory as the reader would type it. */
  readonly directory: string;
  /** A command that shows more about the worst finding; null where there is none. */
  readonly next: string | null;
  readonly texts: CliTexts;
  readonly look: Look;
}

/** The summary on standard output. Everything from the report is shown as text: no escape sequence of a tree gets through. */
export function summaryLines(request: SummaryRequest): readonly string[] {
  const context = contextOf(request);
  return [
    ...headline(context),
    '',
    ...scores(context),
    '',
    ...entryPoints(context),
    '',
    ...worstFindings(context),
    ...diagnostics(context),
    ...changes(request, context),
    '',
    ...verdictLines(request.gate, context),
    '',
    ...whereTheFilesAre(request),
  ];
}

/** One line for `--quiet`, and the reasons where the gate failed. */
export function quietLines(request: SummaryRequest): readonly string[] {
  const { report, look, texts, gate } = request;
  const context = contextOf(request);
  const { index, band } = report.aggregate;
  const { words } = context;
  const shown =
    index === null || band === null
      ? words.summary.noIndex
      : `${words.summary.riskIndex} ${paintBand(look.paint, band, `${score(index, texts.language)} ${words.bands[band]}`)}`;
  const counts = texts.summary.findingCount(report.findings.length);
  const headlineText = [shown, counts, plain(request.directory, LONGEST_PATH)].join(
    ` ${look.glyphs.bullet} `,
  );
  return [headlineText, ...nothingAnalysed(context), ...(gate === null ? [] : verdictLines(gate, context))];
}

function changes({ comparison }: SummaryRequest, { words, texts, look }: SummaryContext): readonly string[] {
  if (comparison === null) return [];
  const heading = look.paint.bold(words.comparison.title);
  return ['', heading, ...changeLines({ comparison, words, texts, look })];
}

function contextOf({ report, subject, texts, look }: SummaryRequest): SummaryContext {
  const { language } = texts;
  return { report: reportIn(report, language), subject, words: textsOf(language), texts, look };
}

function whereTheFilesAre({ files, directory, next, texts, look }: SummaryRequest): readonly string[] {
  const { paint, width } = look;
  const words = texts.summary;
  const page = files.some(({ name }) => name === WRITERS.html.fileName)
    ? plain(`${directory}/${WRITERS.html.fileName}`, LONGEST_PATH)
    : null;
  const heads = [words.files, words.next, ...(page === null ? [] : [words.open])];
  const room = { head: Math.max(...heads.map((head) => head.length)) + 2, width };
  const names = files
    .map(({ name }) => plain(name, 200))
    .sort()
    .join(', ');
  const where = `${plain(directory, LONGEST_PATH)}/  ${paint.dim(names)}`;
  return [
    ...hanging(paint.bold(words.files), where, room),
    ...(page === null ? [] : hanging(paint.bold(words.open), paint.cyan(page), room)),
    ...(next === null ? [] : hanging(paint.bold(words.next), paint.cyan(next), room)),
  ];
}
