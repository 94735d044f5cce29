import type { GateJudgement } from '../gate/evaluate-gate.ts';
import { gateReasonText } from '../gate/gate-reason.ts';
import { isRuleId } from '../rules/rule-ids.ts';
import type { Cause, ComparedFinding, Comparison } from '../schema/comparison.ts';
import { FINDING_STATES } from '../schema/comparison-words.ts';
import type { Catalogue, Language } from '../text/catalogue.ts';
import { textsOf } from '../text/texts-of.ts';
import { code, prose, table } from '../writers/markdown-text.ts';
import { metricParts, signed } from './metric-markdown.ts';
import { surfaceParts } from './surface-markdown.ts';

/** Bytes by default: what a comment on a pull request may have. */
const DEFAULT_BYTES = 60_000;
/** Room kept for the sentence that says what was left out. */
const NOTE_BYTES = 300;
/** Findings shown of one kind. */
const SHOWN_FINDINGS = 20;
/** Causes shown of one finding. */
const SHOWN_CAUSES = 3;

/** What the caller may choose. */
export interface ComparisonMarkdownOptions {
  readonly lang: Language;
  /** The verdict to begin with; null or absent for none. */
  readonly gate?: GateJudgement | null;
  /** Upper bound on the bytes in UTF-8, at least 2,000. */
  readonly maxBytes?: number;
}

/**
 * A comparison for people, as Markdown: the verdict, the figures, new findings with their causes, what moved, the attack
 * surface. Everything from the reports is shown as text. Parts that would not fit are left out whole, the last ones first, and a
 * note says so. Throws a RangeError for a bound below 2,000 bytes.
 */
export function renderComparisonMarkdown(
  comparison: Comparison,
  { lang, gate = null, maxBytes = DEFAULT_BYTES }: ComparisonMarkdownOptions,
): string {
  if (!(maxBytes >= 2_000)) throw new RangeError(`expected at least 2000 bytes, got ${maxBytes}`);
  const words = textsOf(lang);
  const parts = [
    ...verdict(gate, words),
    figures(comparison, words),
    ...comparability(comparison, words),
    counts(comparison, words),
    ...findingParts(comparison, words),
    ...metricParts(comparison, words),
    ...surfaceParts(comparison, words),
  ];
  const kept: string[] = [`## CSQA · ${words.comparison.title}`];
  let left = maxBytes - NOTE_BYTES - Buffer.byteLength(kept[0] ?? '');
  for (const part of parts) {
    left -= Buffer.byteLength(part) + 2;
    if (left < 0) break;
    kept.push(part);
  }
  const isWhole = kept.length === parts.length + 1;
  return `${[...kept, ...(isWhole ? [] : [`> ${words.summary.omittedSections}`])].join('\n\n')}\n`;
}

function verdict(gate: GateJudgement | null, words: Catalogue): string[] {
  if (gate === null) return [];
  if (gate.verdict === 'passed') return [`✅ **${words.gate.passed}**`];
  const reasons = gate.reasons.map((reason) => `- ${prose(gateReasonText(reason, words.language), 400)}`);
  return [[`❌ **${words.gate.failed}**`, '', ...reasons].join('\n')];
}

function figures({ base, head, index }: Comparison, words: Catalogue): string {
  const text = words.comparison;
  const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
  const revision = (commit: string | null): string => (commit === null ? '–' : code(commit.slice(0, 12)));
  return table(
    ['', words.summary.riskIndex, words.summary.findings, words.summary.revision],
    [
      [text.base, shown(index.base), String(base.findings), revision(base.revision)],
      [text.head, shown(index.head), String(head.findings), revision(head.revision)],
      [text.change, signed(index.delta), signed(head.findings - base.findings, 0), ''],
    ],
    [1, 2],
  );
}

function comparability({ comparability: { verdict: told, issues } }: Comparison, words: Catalogue): string[] {
  if (issues.length === 0) return [];
  const text = words.comparison;
  const lines = issues.map(({ code: issue, base, head }) => {
    const values = [...new Set([base, head])].map((one) => code(one ?? '–', 120)).join(' → ');
    const shown = base === null && head === null ? '' : ` (${values})`;
    return `> - ${text.issues[issue]}${shown}`;
  });
  return [[`> ${told === 'comparable' ? '' : '⚠️ '}${text.verdicts[told]}`, '>', ...lines].join('\n')];
}

function counts(comparison: Comparison, words: Catalogue): string {
  const parts = FINDING_STATES.filter((state) => comparison.counts[state] > 0).map(
    (state) => `${words.comparison.states[state]} **${comparison.counts[state]}**`,
  );
  return parts.length === 0 ? words.summary.noFindings : parts.join(' · ');
}

function findingParts({ findings }: Comparison, words: Catalogue): string[] {
  const text = words.comparison;
  const part = (heading: string, keep: (finding: ComparedFinding) => boolean): string[] => {
    const kept = findings.filter(keep);
    if (kept.length === 0) return [];
    const hidden = kept.length - SHOWN_FINDINGS;
    const lines = kept.slice(0, SHOWN_FINDINGS).map((finding) => item(finding, words));
    return [
      [
        `### ${heading.slice(0, 1).toUpperCase()}${heading.slice(1)} (${kept.length})`,
        '',
        ...lines,
        ...(hidden > 0 ? [`- … ${text.more(hidden)}`] : []),
      ].join('\n'),
    ];
  };
  return [
    ...part(text.newFindings, ({ state, origin }) => state === 'new' && origin !== 'ripple'),
    ...part(text.ripple, ({ state, origin }) => state === 'new' && origin === 'ripple'),
    ...part(text.worsened, ({ worsened }) => worsened),
    ...part(text.states.reopened, ({ state }) => state === 'reopened'),
    ...part(text.states.fixed, ({ state }) => state === 'fixed'),
  ];
}

function item({ finding, causes }: ComparedFinding, words: Catalogue): string {
  const title = isRuleId(finding.rule) ? words.rules[finding.rule] : finding.rule;
  const what =
    (words.language === 'en' ? undefined : finding.localized?.[words.language]?.what) ?? finding.what;
  const place = code(`${finding.file}:${finding.line}`);
  return [
    `- **${words.severities[finding.severity]}** ${prose(title)} · ${place} · ${code(finding.id, 60)}<br>${prose(what, 400)}`,
    ...causes.slice(0, SHOWN_CAUSES).map((cause) => `  - ${causeText(cause, words)}`),
  ].join('\n');
}

/** What made a finding new, as one line of Markdown. */
export function causeText(cause: Cause, { comparison: text }: Catalogue): string {
  const away = cause.distance === null ? '' : ` (${text.nearby(cause.distance)})`;
  const said = cause.text === cause.file ? '' : ` ${code(cause.text, 160)}`;
  const place = code(cause.line === null ? cause.file : `${cause.file}:${cause.line}`);
  return `${text.causes[cause.kind]}${away}:${said} ${place}`;
}
