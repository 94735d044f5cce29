import {
  bandOf,
  type ComparabilityIssue,
  type Comparison,
  FINDING_STATES,
  plain,
  textsOf,
} from '@csqa/report';
import type { GateVerdict } from '../analysis/gate.ts';
import { verdictLines } from '../summary/verdict.ts';
import { cutEnd, hanging, padEnd, widest } from '../terminal/layout.ts';
import { score, signed } from '../terminal/numbers.ts';
import { paintBand } from '../terminal/severity-paint.ts';
import type { Look } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';
import type { DiffContext } from './diff-context.ts';
import { findingSections } from './diff-findings.ts';
import { metricLines } from './diff-metrics.ts';
import { surfaceLines } from './diff-surface.ts';

/** What there is to tell about two reports. */
export interface DiffRequest {
  readonly comparison: Comparison;
  readonly gate: GateVerdict;
  readonly texts: CliTexts;
  readonly look: Look;
}

/** A comparison on standard output. Everything from the reports is shown as text: no escape sequence of a tree gets through. */
export function diffLines({ comparison, gate, texts, look }: DiffRequest): readonly string[] {
  const words = textsOf(texts.language);
  const context: DiffContext = { comparison, words, texts, look };
  return [
    titleLine(context),
    '',
    ...sides(context),
    ...changeLines(context),
    '',
    ...verdictLines(gate, { words, texts, look }),
  ];
}

/** What changed, without a title and without a verdict: `analyze --baseline` shows it in its summary. */
export function changeLines(context: DiffContext): readonly string[] {
  return [
    ...comparability(context),
    '',
    counts(context),
    ...findingSections(context),
    ...metricLines(context),
    ...surfaceLines(context),
  ];
}

function titleLine({ comparison, words, look }: DiffContext): string {
  const { paint, glyphs } = look;
  const project = comparison.head.project ?? comparison.base.project;
  const rest = [
    ...(project === null ? [] : [plain(project, 100)]),
    comparison.head.mode,
    comparison.head.model,
  ];
  const title = paint.bold(`CSQA ${glyphs.bullet} ${words.comparison.title}`);
  return cutEnd(
    `${title}${paint.dim(rest.map((part) => ` ${glyphs.bullet} ${part}`).join(''))}`,
    look.width,
    glyphs,
  );
}

function sides({ comparison, words, texts, look }: DiffContext): readonly string[] {
  const { paint } = look;
  const { base, head, index } = comparison;
  const text = words.comparison;
  const margin = widest([text.base, text.head, text.change]) + 4;
  const line = (name: string, side: Comparison['base'], value: number | null): string => {
    const commit = side.revision === null ? '' : `  ${paint.dim(plain(side.revision, 60).slice(0, 12))}`;
    const shown =
      value === null
        ? words.summary.noIndex
        : paintBand(paint, bandOf(value), `${score(value, texts.language)} ${words.bands[bandOf(value)]}`);
    return `${padEnd(`  ${name}`, margin)}${shown}  ${text.findings(side.findings)}${commit}`;
  };
  const delta =
    index.delta === null
      ? []
      : [`${padEnd(`  ${text.change}`, margin)}${signed(index.delta, texts.language)}`];
  return [line(text.base, base, index.base), line(text.head, head, index.head), ...delta];
}

function comparability({ comparison, words, look }: DiffContext): readonly string[] {
  const { verdict, issues } = comparison.comparability;
  const { paint, glyphs, width } = look;
  if (issues.length === 0) return [];
  const told = ({ code, base, head }: ComparabilityIssue): readonly string[] => {
    const values =
      base === null && head === null
        ? ''
        : ` (${[...new Set([base, head])].map((one) => plain(one ?? '', 120)).join(` ${glyphs.arrow} `)})`;
    return hanging(`  ${glyphs.bullet}`, `${words.comparison.issues[code]}${values}`, { head: 4, width });
  };
  const heading =
    verdict === 'comparable' ? [] : [paint.yellow(`${glyphs.warn} ${words.comparison.verdicts[verdict]}`)];
  return ['', ...heading, ...issues.flatMap(told)];
}

function counts({ comparison, words, look }: DiffContext): string {
  const { paint, glyphs } = look;
  const parts = FINDING_STATES.flatMap((state) => {
    const count = comparison.counts[state];
    if (count === 0) return [];
    const shown = `${words.comparison.states[state]} ${count}`;
    if (state === 'new' || state === 'reopened') return [paint.red(shown)];
    return [state === 'fixed' ? paint.green(shown) : shown];
  });
  const heading = paint.bold(words.summary.findings);
  return `${heading}  ${parts.length === 0 ? words.summary.noFindings : parts.join(` ${glyphs.bullet} `)}`;
}
