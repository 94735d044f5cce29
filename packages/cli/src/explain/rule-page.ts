import { categoriesOf, isRuleId, METRIC_IDS, plain, RULE_FACTS, type RuleId } from '@csqa/report';
import { worstFirst } from '../summary/rank-findings.ts';
import { padEnd, widest } from '../terminal/layout.ts';
import { paintSeverity } from '../terminal/severity-paint.ts';
import { metricPage } from './metric-page.ts';
import { type PageContext, paragraph } from './page.ts';
import { referenceLines } from './reference-lines.ts';

/** Findings listed under a rule. */
const SHOWN_FINDINGS = 20;

/** A rule: what it means, where to read on, the metric that it belongs to, and its findings where there is a report. */
export function rulePage(rule: string, context: PageContext): readonly string[] {
  const { words, texts, look, report } = context;
  const metric = METRIC_IDS.find((id) => rule.startsWith(`CSQA-${id}-`));
  return [
    look.paint.bold(isRuleId(rule) ? words.rules[rule] : plain(rule, 140)),
    look.paint.dim(`${texts.explain.rule} ${plain(rule, 140)}`),
    ...(isRuleId(rule) ? about(rule, context) : []),
    ...(metric === undefined ? [] : ['', ...metricPage(metric, { ...context, report: null })]),
    ...(report === null ? [] : findings(rule, context)),
  ];
}

function about(rule: RuleId, context: PageContext): readonly string[] {
  const { words } = context;
  const severities = RULE_FACTS[rule].severities.map((severity) => words.severities[severity]).join(', ');
  return [
    ...paragraph(words.summary.what, words.ruleMeanings[rule], context),
    ...paragraph(words.summary.fix, words.ruleFixes[rule], context),
    ...paragraph(words.summary.severity, severities, context),
    ...referenceLines(categoriesOf(rule), context),
  ];
}

function findings(rule: string, { report, words, texts, look }: PageContext): readonly string[] {
  const all = worstFirst((report?.findings ?? []).filter((finding) => finding.rule === rule));
  if (all.length === 0) return ['', texts.explain.noneOfRule];
  const { paint, glyphs } = look;
  const margin = widest(Object.values(words.severities));
  const lines = all.slice(0, SHOWN_FINDINGS).flatMap((finding) => {
    const name = padEnd(words.severities[finding.severity], margin);
    const severity = paintSeverity(paint, finding.severity, name);
    const place = paint.cyan(`${plain(finding.file, 4_096)}:${finding.line}`);
    return [`  ${plain(finding.id, 256)}  ${severity}  ${place}`];
  });
  const rest = all.length - SHOWN_FINDINGS;
  return [
    '',
    paint.bold(texts.explain.findingsOfRule(all.length)),
    ...lines,
    ...(rest > 0 ? [paint.dim(`  ${glyphs.ellipsis} ${words.summary.more(rest)}`)] : []),
  ];
}
