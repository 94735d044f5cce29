/** A figure that a suite found, and what it must keep to. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** It may not be less. */
  readonly least?: number;
  /** It may not be more. */
  readonly most?: number;
}

/** Each figure that does not keep to its bar, in a sentence; what cannot be computed keeps to none. */
export function shortfalls(figures: readonly Figure[]): readonly string[] {
  return figures.flatMap(({ what, value, least, most }) => {
    if (least !== undefined && !(value >= least))
      return [`${what}: expected ${least} at the least, got ${shown(value)}`];
    if (most !== undefined && !(value <= most))
      return [`${what}: expected ${most} at the most, got ${shown(value)}`];
    return [];
  });
}

function shown(value: number): string {
  return Number.isNaN(value) ? 'nothing' : value.toFixed(4);
}
