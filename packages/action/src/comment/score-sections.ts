import {
  type Change,
  markdownCode as code,
  gateReasonText,
  markdownProse as prose,
  signedDelta,
  markdownTable as table,
} from '@csqa/report';
import type { Page } from './page.ts';
import { block, type Section } from './section.ts';

/** A difference below that is none. */
const LEAST_CHANGE = 0.00005;
const ARROWS = { up: '▲', down: '▼', same: '' } as const;
const MARKS = { passed: '✅', 'gate-failed': '❌', error: '⚠️' } as const;

/** What the gate says, first of all: one line, and a line for each reason. */
export function verdictLines({ judged, text, words }: Page): string {
  const { analysis, verdict } = judged;
  const { outcome, judgement, sentence } = verdict;
  const said =
    outcome === 'gate-failed'
      ? text.failed
      : outcome === 'error'
        ? text.undecided
        : judgement === null
          ? text.ungated
          : text.passed;
  const name = analysis.project.path === '' ? '' : ` · ${code(analysis.project.slug, 100)}`;
  const reasons = (judgement?.reasons ?? []).map(
    (reason) => `- ${prose(gateReasonText(reason, words.language), 400)}`,
  );
  const because = reasons.length > 0 ? reasons.join('\n') : outcome === 'passed' ? '' : prose(sentence, 600);
  const mark = outcome === 'passed' && judgement === null ? 'ℹ️' : MARKS[outcome];
  return [`## ${mark} CSQA${name}: ${said}`, ...(because === '' ? [] : [because])].join('\n\n');
}

/** Why there is nothing to compare with, or what a comparison is not to be trusted in. */
export function baselineSection({ judged, words }: Page): Section[] {
  const { base, comparison } = judged.analysis;
  if (base.status === 'absent') {
    return base.reason === 'not-asked' ? [] : [block(`> ${prose(base.text, 600)}`)];
  }
  if (comparison === null || comparison.comparability.verdict === 'comparable') return [];
  const { verdict, issues } = comparison.comparability;
  const lines = issues.map(({ code: issue }) => `> - ${words.comparison.issues[issue]}`);
  return [block([`> ⚠️ ${words.comparison.verdicts[verdict]}`, '>', ...lines].join('\n'))];
}

/** The index and the groups, before and after where there is a baseline. */
export function scoreSection(page: Page): Section[] {
  const { judged, text, words } = page;
  const { comparison, head } = judged.analysis;
  const name = (id: keyof typeof words.groups): string => `${id} · ${words.groups[id].name}`;
  if (comparison === null) {
    const rows = head.aggregate.groups.map(({ id, value }) => [name(id), score(value)]);
    const whole = [`**${text.index}**`, `**${score(head.aggregate.index)}**`];
    return [block(`${table(['', words.summary.value], [whole, ...rows], [1])}\n\n${text.riskiest}`)];
  }
  const { base, head: after, change } = words.comparison;
  const { index, groups } = comparison;
  const rows = groups.map(({ id, value }) => [name(id), score(value.base), score(value.head), moved(value)]);
  const whole = [text.index, score(index.base), score(index.head), moved(index)].map((cell) =>
    cell === '' ? '' : `**${cell}**`,
  );
  const body = table(['', base, after, change], [whole, ...rows], [1, 2, 3]);
  const counts = countsLine(page);
  return [block([body, text.riskiest, ...(counts === '' ? [] : [counts])].join('\n\n'))];
}

/** How many findings are new, fixed and as they were. */
function countsLine({ judged, text, words }: Page): string {
  const { counts } = judged.analysis.comparison ?? {};
  if (counts === undefined) return '';
  const states = ['new', 'reopened', 'fixed', 'suppressed', 'moved', 'unchanged'] as const;
  const parts = states
    .filter((state) => counts[state] > 0)
    .map((state) => `${words.comparison.states[state]} **${counts[state]}**`);
  if (counts.worsened > 0) parts.push(`${text.worse} **${counts.worsened}**`);
  return parts.join(' · ');
}

function moved({ delta }: Change): string {
  if (delta === null) return '–';
  if (Math.abs(delta) < LEAST_CHANGE) return ARROWS.same;
  return `${delta > 0 ? ARROWS.up : ARROWS.down} ${signedDelta(delta).replace('-', '−')}`;
}

function score(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}
