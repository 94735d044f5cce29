import { type Finding, isRuleId, plain, SEVERITIES } from '@csqa/report';
import { hanging, padEnd, widest, wrap } from '../terminal/layout.ts';
import { paintSeverity } from '../terminal/severity-paint.ts';
import { worstFirst } from './rank-findings.ts';
import { LONGEST_PATH, type SummaryContext } from './summary-context.ts';

/** Rules shown; each by its worst finding, so that one rule with many findings does not hide the others. */
const SHOWN_RULES = 6;

/** Lines of text shown of one finding. */
const SHOWN_LINES = 3;

interface RuleFindings {
  readonly worst: Finding;
  readonly count: number;
}

/** How many findings there are, and the worst of each rule with its place and its id. */
export function worstFindings(context: SummaryContext): readonly string[] {
  const { report, words, texts, look } = context;
  const heading = look.paint.bold(words.summary.findings);
  if (report.findings.length === 0) {
    const none =
      report.files.analysed === 0
        ? words.summary.noFindings
        : texts.summary.noFindingsIn(report.files.analysed);
    return [heading, `  ${none}`, ...suppressed(context)];
  }
  const rules = byRule(report.findings);
  const shown = rules.slice(0, SHOWN_RULES);
  const hidden = rules.slice(SHOWN_RULES).reduce((sum, { count }) => sum + count, 0);
  return [
    `${heading}  ${counts(context)}`,
    ...shown.flatMap((rule) => ['', ...findingLines(rule, context)]),
    ...(hidden === 0
      ? []
      : ['', look.paint.dim(`  ${look.glyphs.ellipsis} ${texts.summary.moreRules(hidden)}`)]),
    ...suppressed(context),
  ];
}

/** The worst finding of every rule, worst first. */
function byRule(findings: readonly Finding[]): readonly RuleFindings[] {
  const rules = new Map<string, RuleFindings>();
  for (const finding of worstFirst(findings)) {
    const known = rules.get(finding.rule);
    rules.set(finding.rule, { worst: known?.worst ?? finding, count: (known?.count ?? 0) + 1 });
  }
  return [...rules.values()];
}

function counts({ report, words, look }: SummaryContext): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const count = report.findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [paintSeverity(look.paint, severity, `${words.severities[severity]} ${count}`)];
  });
  return `${report.findings.length}  ${parts.join(` ${look.glyphs.bullet} `)}`;
}

function findingLines({ worst, count }: RuleFindings, context: SummaryContext): readonly string[] {
  const { words, look } = context;
  const { paint } = look;
  const margin = widest(Object.values(words.severities)) + 4;
  const blank = ' '.repeat(margin);
  const title = isRuleId(worst.rule) ? words.rules[worst.rule] : plain(worst.rule, 140);
  const more = count === 1 ? '' : paint.dim(` ${look.glyphs.times}${count}`);
  const severity = paintSeverity(
    paint,
    worst.severity,
    padEnd(`  ${words.severities[worst.severity]}`, margin),
  );
  const sentences = wrap(plain(worst.what, 1_200), look.width - margin);
  const shown = sentences.slice(0, SHOWN_LINES).map((line) => blank + line);
  if (sentences.length > SHOWN_LINES) shown.push(`${shown.pop() ?? ''} ${look.glyphs.ellipsis}`);
  return [
    ...hanging(severity, paint.bold(title) + more, { head: margin, width: look.width }),
    `${blank}${paint.cyan(`${plain(worst.file, LONGEST_PATH)}:${worst.line}`)}  ${paint.dim(plain(worst.id, 256))}`,
    ...shown,
  ];
}

function suppressed({ report, words, look }: SummaryContext): readonly string[] {
  const count = report.suppressed.length;
  return count === 0 ? [] : ['', look.paint.dim(`  ${words.summary.suppressed(count)}`)];
}
