import { type Cause, type ComparedFinding, isRuleId, plain } from '@csqa/report';
import { hanging, padEnd, widest, wrap } from '../terminal/layout.ts';
import { paintSeverity } from '../terminal/severity-paint.ts';
import type { DiffContext } from './diff-context.ts';

/** Findings shown of one kind. */
const SHOWN_FINDINGS = 20;
/** Findings shown of what is no new risk. */
const SHOWN_OTHERS = 6;
/** Causes shown of one finding. */
const SHOWN_CAUSES = 3;
/** Lines of text shown of one finding. */
const SHOWN_LINES = 3;

/** New findings with their causes, ripples apart, then those that weigh more, came back, moved or are fixed. */
export function findingSections(context: DiffContext): readonly string[] {
  const { words, comparison } = context;
  const text = words.comparison;
  const by = (keep: (finding: ComparedFinding) => boolean) => comparison.findings.filter(keep);
  const ripple = by(({ state, origin }) => state === 'new' && origin === 'ripple');
  const fresh = by(({ state, origin }) => state === 'new' && origin !== 'ripple');
  const sections = [
    section(text.newFindings, fresh, context),
    section(text.ripple, ripple, context),
    section(
      text.worsened,
      by(({ worsened }) => worsened),
      context,
    ),
    section(
      text.states.reopened,
      by(({ state }) => state === 'reopened'),
      context,
    ),
    section(
      text.states.moved,
      by(({ state }) => state === 'moved'),
      context,
    ),
    section(
      text.states.suppressed,
      by(({ state }) => state === 'suppressed'),
      context,
    ),
    section(
      text.states.fixed,
      by(({ state }) => state === 'fixed'),
      context,
    ),
  ];
  return sections.flat();
}

function section(
  heading: string,
  findings: readonly ComparedFinding[],
  context: DiffContext,
): readonly string[] {
  if (findings.length === 0) return [];
  const { look, words } = context;
  const state = findings[0]?.state;
  const isRisk = state === 'new' || state === 'reopened' || findings[0]?.worsened === true;
  const shown = isRisk ? SHOWN_FINDINGS : SHOWN_OTHERS;
  const hidden = findings.length - shown;
  return [
    '',
    look.paint.bold(`${capitalized(heading)}  ${findings.length}`),
    ...findings.slice(0, shown).flatMap((finding) => findingLines(finding, context)),
    ...(hidden > 0 ? [look.paint.dim(`  ${look.glyphs.ellipsis} ${words.comparison.more(hidden)}`)] : []),
  ];
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function findingLines(compared: ComparedFinding, context: DiffContext): readonly string[] {
  const { words, look } = context;
  const { paint, glyphs } = look;
  const { finding, before, state } = compared;
  const margin = widest(Object.values(words.severities)) + 4;
  const blank = ' '.repeat(margin);
  const title = isRuleId(finding.rule) ? words.rules[finding.rule] : plain(finding.rule, 140);
  const head = paintSeverity(
    paint,
    finding.severity,
    padEnd(`  ${words.severities[finding.severity]}`, margin),
  );
  const was =
    before === null ? '' : `  ${paint.dim(`${words.comparison.was} ${wasText(compared, context)}`)}`;
  const what = (words.language === 'ru' ? finding.localized?.ru?.what : undefined) ?? finding.what;
  const lines = wrap(plain(what, 1_200), look.width - margin);
  const shown = state === 'fixed' || state === 'moved' ? [] : lines.slice(0, SHOWN_LINES);
  return [
    ...hanging(head, paint.bold(title), { head: margin, width: look.width }),
    `${blank}${paint.cyan(`${plain(finding.file, 400)}:${finding.line}`)}  ${paint.dim(plain(finding.id, 256))}${was}`,
    ...shown.map((line) => blank + line),
    ...(shown.length > 0 && lines.length > SHOWN_LINES ? [`${blank}${glyphs.ellipsis}`] : []),
    ...causeLines(compared, context, margin),
  ];
}

function wasText({ before, worsened }: ComparedFinding, { words }: DiffContext): string {
  if (before === null) return '';
  return worsened ? words.severities[before.severity] : `${plain(before.file, 200)}:${before.line}`;
}

function causeLines(
  { causes, origin }: ComparedFinding,
  { words, look }: DiffContext,
  margin: number,
): readonly string[] {
  if (origin === null) return [];
  const { paint, glyphs, width } = look;
  const text = words.comparison;
  const blank = ' '.repeat(margin);
  if (causes.length === 0) return origin === 'ripple' ? [`${blank}${paint.dim(text.unexplained)}`] : [];
  return causes.slice(0, SHOWN_CAUSES).flatMap((cause) => {
    const place = `${plain(cause.file, 300)}${cause.line === null ? '' : `:${cause.line}`}`;
    const said = `${text.causes[cause.kind]}${away(cause, text.nearby)}${cause.text === cause.file ? '' : `: ${plain(cause.text, 200)}`}`;
    return hanging(`${blank}${paint.yellow(glyphs.arrow)}`, `${said}  ${paint.cyan(place)}`, {
      head: margin + 3,
      width,
    });
  });
}

function away({ distance }: Cause, nearby: (calls: number) => string): string {
  return distance === null ? '' : ` (${nearby(distance)})`;
}
