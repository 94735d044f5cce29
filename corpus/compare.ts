import type { Summary } from './summarise.ts';

/** Lines shown of one list that changed. */
const SHOWN_ROWS = 12;

/** How a summary differs from the reviewed one, a line a difference, for people; empty where it does not. */
export function differences(expected: Summary, actual: Summary): readonly string[] {
  const { sample: expectedRows, ...expectedFigures } = expected;
  const { sample: actualRows, ...actualFigures } = actual;
  const figures = Object.keys({ ...expectedFigures, ...actualFigures }).flatMap((section) =>
    sectionDifferences(section, recordAt(expectedFigures, section), recordAt(actualFigures, section)),
  );
  const gone = expectedRows.filter((row) => !actualRows.includes(row));
  const come = actualRows.filter((row) => !expectedRows.includes(row));
  return [...figures, ...shown('- ', gone), ...shown('+ ', come)];
}

type Figures = Readonly<Record<string, number | string | null>>;

function recordAt(figures: object, section: string): Figures {
  return ((figures as Readonly<Record<string, Figures>>)[section] ?? {}) as Figures;
}

function sectionDifferences(section: string, expected: Figures, actual: Figures): readonly string[] {
  return Object.keys({ ...expected, ...actual })
    .filter((key) => expected[key] !== actual[key])
    .map(
      (key) =>
        `${section}.${key}: ${told(expected[key])} → ${told(actual[key])}${moved(expected[key], actual[key])}`,
    );
}

function told(value: number | string | null | undefined): string {
  return value === undefined || value === null ? 'none' : String(value);
}

function moved(from: Figures[string] | undefined, to: Figures[string] | undefined): string {
  if (typeof from !== 'number' || typeof to !== 'number') return '';
  const change = Math.round((to - from) * 1000) / 1000;
  return ` (${change > 0 ? '+' : ''}${change})`;
}

function shown(mark: string, rows: readonly string[]): readonly string[] {
  const more = rows.length - SHOWN_ROWS;
  return [
    ...rows.slice(0, SHOWN_ROWS).map((row) => mark + row),
    ...(more > 0 ? [`${mark}${more} more`] : []),
  ];
}
