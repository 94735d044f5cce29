/** Positions that get a label: the first, the last and evenly between, at most so many. */
export function ticksOf(length: number, most: number): readonly number[] {
  if (length <= most) return Array.from({ length }, (_, index) => index);
  return Array.from({ length: most }, (_, index) => Math.round((index * (length - 1)) / (most - 1)));
}

/** Where a label begins: the outer ones stay inside of the chart. */
export function anchorOf(index: number, length: number): 'start' | 'middle' | 'end' {
  if (length === 1) return 'middle';
  if (index === 0) return 'start';
  return index === length - 1 ? 'end' : 'middle';
}
