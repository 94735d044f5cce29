import { table } from '../accuracy/markdown.ts';
import { GROWTH_BAR, type SizedRun } from './growth/measure-growth.ts';
import type { Measurement } from './measure.ts';
import type { StartUp } from './start-up.ts';

/** A figure beside what it may be at most, or has to be at least. */
export interface SpeedBar {
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  readonly isMet: boolean;
}

const [LARGE_AGAINST_PARSING, TIMES_REFERENCE] = [2.0, 6];
const [UNCHANGED_SHARE, CHANGED_SHARE] = [0.25, 0.3];
const START_UP_TIMES = 2.5;

/** Trees that have bars of their own, by name; others are measured for comparison. */
const LARGE: Readonly<Record<string, { readonly peakMB: number }>> = {
  langchain4j: { peakMB: 450 },
  thingsboard: { peakMB: 700 },
};
const SMALL: Readonly<Record<string, { readonly wallSeconds: number }>> = {
  'spring-petclinic': { wallSeconds: 0.8 },
};

/** Each bar that the measured trees, growth and start-up have; what was not measured has none. */
export function judgeSpeed(
  measured: readonly Measurement[],
  generated: { readonly growth: readonly SizedRun[] | null; readonly startUp: StartUp | null },
): readonly SpeedBar[] {
  return [
    ...measured.flatMap(barsOfTree),
    ...(generated.growth === null ? [] : barOfGrowth(generated.growth)),
    ...(generated.startUp === null ? [] : [barOfStartUp(generated.startUp)]),
  ];
}

/** The bars as a table. */
export function speedBarTable(bars: readonly SpeedBar[]): string {
  return table(
    ['', 'measured', 'bar', ''],
    bars.map(({ what, measured, bar, isMet }) => [what, measured, bar, isMet ? 'met' : '**missed**']),
  );
}

function barsOfTree(tree: Measurement): readonly SpeedBar[] {
  const { name, analysis, parsing, unchanged, changed } = tree;
  const small = SMALL[name];
  if (small !== undefined)
    return [atMost(`${name}: the whole analysis`, [analysis.wallMs / 1000, small.wallSeconds], 's')];
  const large = LARGE[name];
  if (large === undefined) return [];
  return [
    atMost(
      `${name}: the whole analysis, beside parsing`,
      [analysis.wallMs / parsing.wallMs, LARGE_AGAINST_PARSING],
      '×',
    ),
    ...besideReference(tree),
    atMost(`${name}: nothing changed`, [unchanged.wallMs / analysis.wallMs, UNCHANGED_SHARE], '×'),
    atMost(`${name}: 1 % changed`, [changed.wallMs / analysis.wallMs, CHANGED_SHARE], '×'),
    atMost(`${name}: peak of memory`, [analysis.peakMemoryBytes / 1e6, large.peakMB], 'MB'),
  ];
}

function besideReference({ name, analysis, reference }: Measurement): readonly SpeedBar[] {
  if (reference === null || 'failure' in reference) return [];
  const times = reference.wallMs / analysis.wallMs;
  return [
    {
      what: `${name}: the reference, beside the whole analysis`,
      measured: `${times.toFixed(2)} ×`,
      bar: `≥ ${TIMES_REFERENCE.toFixed(2)} ×`,
      isMet: times >= TIMES_REFERENCE,
    },
  ];
}

function barOfGrowth(growth: readonly SizedRun[]): readonly SpeedBar[] {
  const [smallest, ...larger] = growth.map(({ run, bytes }) => run.wallMs / bytes);
  if (smallest === undefined || larger.length === 0) return [];
  const steepest = Math.max(...larger) / smallest;
  return [atMost('growth of the time for a megabyte', [steepest, GROWTH_BAR], '×')];
}

function barOfStartUp({ commandLine, floor }: StartUp): SpeedBar {
  const times = commandLine.wallMs / floor.wallMs;
  return atMost('ten files, beside Node, parser and grammar', [times, START_UP_TIMES], '×');
}

function atMost(
  what: string,
  [value, most]: readonly [value: number, most: number],
  unit: '×' | 's' | 'MB',
): SpeedBar {
  const digits = unit === 'MB' ? 0 : 2;
  return {
    what,
    measured: `${value.toFixed(digits)} ${unit}`,
    bar: `≤ ${most.toFixed(digits)} ${unit}`,
    isMet: value <= most,
  };
}
