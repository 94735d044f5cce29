import { type Finding, type Hop, isRuleId, plain, type SuppressedFinding } from '@csqa/report';
import { hanging, padStart } from '../terminal/layout.ts';
import { paintSeverity } from '../terminal/severity-paint.ts';
import { LONGEST_SENTENCE, type PageContext, paragraph } from './page.ts';
import { referenceLines } from './reference-lines.ts';

/** UTF-16 units kept of a path. */
const LONGEST_PATH = 4_096;

/** Findings of one root cause that are listed. */
const SHOWN_CAUSES = 10;

/** UTF-16 units kept of a source line or a name. */
const LONGEST_LINE = 400;

/** A finding in full: fact, risk, remedy, the path hop by hop, the source, and pages to read on. */
export function findingPage(finding: Finding | SuppressedFinding, context: PageContext): readonly string[] {
  const { words, look } = context;
  const { paint } = look;
  const title = isRuleId(finding.rule) ? words.rules[finding.rule] : plain(finding.rule, LONGEST_LINE);
  const severity = paintSeverity(paint, finding.severity, words.severities[finding.severity]);
  return [
    `${severity}  ${paint.bold(title)}`,
    paint.cyan(`${plain(finding.file, LONGEST_PATH)}:${finding.line}`),
    ...(finding.symbol === null ? [] : [paint.dim(plain(finding.symbol, LONGEST_LINE))]),
    ...suppression(finding, context),
    ...paragraph(words.summary.what, plain(finding.what, LONGEST_SENTENCE), context),
    ...paragraph(words.summary.why, plain(finding.why, LONGEST_SENTENCE), context),
    ...paragraph(words.summary.fix, plain(finding.fix, LONGEST_SENTENCE), context),
    ...sameCause(finding, context),
    ...hops(words.summary.path, finding.path, context),
    ...excerpt(finding, context),
    ...hops(context.texts.explain.related, finding.related ?? [], context),
    ...referenceLines(finding, context),
    '',
    paint.dim(identity(finding, context)),
  ];
}

/** The finding that says most about the root cause, or those that say less about the one told of here. */
function sameCause(finding: Finding, context: PageContext): readonly string[] {
  const all = context.report?.findings ?? [];
  const { sameCause: words } = context.texts.explain;
  if (finding.sameCauseAs !== undefined) {
    const root = all.find(({ id }) => id === finding.sameCauseAs);
    return root === undefined ? [] : references(words.mended, [root], context);
  }
  const lesser = all.filter(({ sameCauseAs }) => sameCauseAs === finding.id);
  return lesser.length === 0 ? [] : references(words.mends(lesser.length), lesser, context);
}

function references(heading: string, findings: readonly Finding[], context: PageContext): readonly string[] {
  const { words, look } = context;
  const { paint, glyphs } = look;
  const shown = findings.slice(0, SHOWN_CAUSES).map(({ rule, file, line, id }) => {
    const title = isRuleId(rule) ? words.rules[rule] : plain(rule, LONGEST_LINE);
    return `  ${title}  ${paint.cyan(`${plain(file, LONGEST_PATH)}:${line}`)}  ${paint.dim(plain(id, LONGEST_LINE))}`;
  });
  const more = findings.length > SHOWN_CAUSES ? [paint.dim(`  ${glyphs.ellipsis}`)] : [];
  return ['', paint.bold(heading), ...shown, ...more];
}

function suppression(finding: Finding | SuppressedFinding, { texts, look }: PageContext): readonly string[] {
  if (!('suppression' in finding)) return [];
  const { source, reason, until } = finding.suppression;
  const line = texts.explain.suppressed(source, plain(reason, LONGEST_SENTENCE), until);
  return [look.paint.yellow(`${look.glyphs.warn} ${line}`)];
}

function hops(heading: string, path: readonly Hop[], context: PageContext): readonly string[] {
  if (path.length === 0) return [];
  const { look } = context;
  const numberWidth = String(path.length).length;
  const lines = path.flatMap((hop, index) =>
    hopLines(hop, padStart(String(index + 1), numberWidth), context),
  );
  return ['', look.paint.bold(heading), ...lines];
}

function hopLines(hop: Hop, number: string, { words, look }: PageContext): readonly string[] {
  const { paint, glyphs, width } = look;
  const margin = number.length + 4;
  const room = { head: margin, width };
  const label = plain(hop.label ?? hop.symbol ?? '', LONGEST_LINE);
  const categories = (hop.guards ?? []).map((category) => words.guardCategories[category]);
  const guards =
    categories.length === 0
      ? []
      : hanging('', paint.green(`${words.summary.guards}: ${categories.join(', ')}`), room);
  const place = `${plain(hop.file, LONGEST_PATH)}:${hop.line}`;
  return [
    ...hanging(`  ${number} `, label === '' ? glyphs.bullet : label, room),
    `${' '.repeat(margin)}${paint.cyan(place)}`,
    ...guards,
  ];
}

function excerpt({ excerpt: source, line }: Finding, { texts, look }: PageContext): readonly string[] {
  if (source === undefined) return [];
  const { paint, glyphs } = look;
  const last = source.startLine + source.lines.length - 1;
  const numberWidth = String(last).length;
  const lines = source.lines.map((text, index) => {
    const number = source.startLine + index;
    const shown = sourceLine(text);
    const head = padStart(String(number), numberWidth);
    return number === line
      ? `${paint.red(glyphs.arrow)} ${paint.bold(head)}  ${paint.bold(shown)}`
      : `${' '.repeat(glyphs.arrow.length)} ${paint.dim(head)}  ${shown}`;
  });
  return ['', paint.bold(texts.explain.excerpt), ...lines];
}

/** A line of source with its indentation, which `plain` alone would take away. */
function sourceLine(text: string): string {
  const [blanks = ''] = /^[ \t]*/.exec(text) ?? [];
  const columns = Math.min(80, blanks.replaceAll('\t', '    ').length);
  return ' '.repeat(columns) + plain(text, LONGEST_LINE);
}

function identity(finding: Finding, { words, look }: PageContext): string {
  const confidence = `${words.summary.confidence}: ${words.confidences[finding.confidence]}`;
  return [finding.rule, finding.metric, confidence, finding.id, finding.fingerprint]
    .map((part) => plain(part, LONGEST_LINE))
    .join(` ${look.glyphs.bullet} `);
}
