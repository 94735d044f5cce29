import type { Comparison } from '../schema/comparison.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { code, table } from '../writers/markdown-text.ts';

/** Least difference of a metric that is shown. */
const LEAST_CHANGE = 0.00005;

/** Metrics that moved, with what moved each most: a heading and a table, or nothing. */
export function metricParts({ metrics: all }: Comparison, words: Catalogue): string[] {
  const moved = all.filter(
    ({ value: { base, head } }) =>
      (base === null) !== (head === null) || Math.abs((head ?? 0) - (base ?? 0)) >= LEAST_CHANGE,
  );
  if (moved.length === 0) return [];
  const text = words.comparison;
  const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
  const rows = moved.map(({ id, value, contributors: [first] }) => {
    const label = words.language === 'en' ? undefined : first?.localized?.[words.language]?.label;
    const most =
      first === undefined
        ? '–'
        : `${code(label ?? first.label, 100)} ${figure(first.base)} → ${figure(first.head)}`;
    return [id, words.metrics[id].name, shown(value.base), shown(value.head), signed(value.delta), most];
  });
  const head = ['', words.summary.metric, text.base, text.head, text.change, words.summary.worstPlace];
  return [`### ${text.metricsMoved}\n\n${table(head, rows, [2, 3, 4])}`];
}

function figure(value: number | null): string {
  return value === null ? '–' : String(Number(value.toFixed(4)));
}

/** A difference with its sign; small ones with as many digits as tell them from none. */
export function signed(delta: number | null, digits = 2): string {
  if (delta === null) return '–';
  return `${delta > 0 ? '+' : ''}${delta.toFixed(digits === 2 && delta !== 0 && Math.abs(delta) < 0.005 ? 4 : digits)}`;
}
