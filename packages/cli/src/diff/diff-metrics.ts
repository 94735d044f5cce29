import { type Change, type MetricChange, plain } from '@csqa/report';
import { cutEnd, padEnd, widest } from '../terminal/layout.ts';
import { figure, score, signed } from '../terminal/numbers.ts';
import type { CliTexts } from '../text/catalogue.ts';
import type { DiffContext } from './diff-context.ts';

/** Contributors shown of one metric. */
const SHOWN_CONTRIBUTORS = 3;
/** Least difference that is shown. */
const LEAST = 0.00005;

/** Metrics whose value is another, the most first, each with what moved it. */
export function metricLines(context: DiffContext): readonly string[] {
  const { comparison, words, look } = context;
  const moved = comparison.metrics
    .filter(({ value }) => isSeen(value))
    .toSorted((one, other) => movement(other.value) - movement(one.value));
  if (moved.length === 0) return [];
  const width = widest(moved.map(({ id }) => words.metrics[id].name));
  return [
    '',
    look.paint.bold(words.comparison.metricsMoved),
    ...moved.flatMap((metric) => linesOf(metric, width, context)),
  ];
}

/** Less than the last digit that is shown is no change for people; JSON has it. */
function isSeen(value: Change): boolean {
  return (value.base === null) !== (value.head === null) || movement(value) >= LEAST;
}

function movement({ base, head }: Change): number {
  return Math.abs((head ?? 0) - (base ?? 0));
}

function linesOf(
  { id, value, contributors }: MetricChange,
  name: number,
  context: DiffContext,
): readonly string[] {
  const { words, texts, look } = context;
  const { paint, glyphs } = look;
  const change = `${scoreOf(value.base, texts)} ${glyphs.arrow} ${scoreOf(value.head, texts)}`;
  const delta = value.delta === null ? '' : `  ${signed(value.delta, texts.language)}`;
  const colour = (value.head ?? 0) > (value.base ?? 0) ? paint.red : paint.green;
  return [
    `  ${id}  ${padEnd(words.metrics[id].name, name)}  ${change}${colour(delta)}`,
    ...contributors.slice(0, SHOWN_CONTRIBUTORS).map((contributor) => {
      const own = `${figureOf(contributor.base, texts)} ${glyphs.arrow} ${figureOf(contributor.head, texts)}`;
      const label = words.language === 'ru' ? contributor.localized?.ru?.label : undefined;
      return cutEnd(
        `        ${own}  ${paint.dim(plain(label ?? contributor.label, 300))}`,
        look.width,
        glyphs,
      );
    }),
  ];
}

function scoreOf(value: number | null, { language }: CliTexts): string {
  return value === null ? '–' : score(value, language);
}

function figureOf(value: number | null, { language }: CliTexts): string {
  return value === null ? '–' : figure(value, language);
}
