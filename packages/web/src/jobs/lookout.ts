/** Judges whether this process may call others silent. */
export interface Lookout {
  /** Told that the database answered at a moment; says whether it did, without a gap, for as long as somebody must be silent. */
  hasSeen(now: Date): boolean;
}

/**
 * Whoever could not reach the database hears nobody: after it was away, every worker looks silent until it has shown itself
 * again. So silence is judged by those alone who have been looking for as long as it must last.
 */
export function createLookout(times: { readonly forMs: number; readonly gapMs: number }): Lookout {
  let since = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  return {
    hasSeen(now) {
      const moment = now.getTime();
      if (moment - last > times.gapMs) since = moment;
      last = moment;
      return moment - since >= times.forMs;
    },
  };
}
