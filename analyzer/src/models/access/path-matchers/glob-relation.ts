/**
 * Two questions about two lists of symbols, in which some symbols stand for runs: is everything that `inner` can be also
 * `outer`, and is there anything that both can be. Quadratic tables, no backtracking: the lists come from hostile text.
 */
export interface GlobSymbols<Symbol> {
  /** The symbol stands for any run (maybe empty) of what `absorbs` allows. */
  isRun(symbol: Symbol): boolean;
  /** A run on the outer side may swallow this symbol of the other side. */
  absorbs(run: Symbol, symbol: Symbol): boolean;
  /** The outer symbol stands for all that the inner one stands for. */
  covers(outer: Symbol, inner: Symbol): boolean;
  /** Both can be the same. */
  meets(left: Symbol, right: Symbol): boolean;
}

/** Whether all that `inner` stands for is among what `outer` stands for (sound; misses only far-fetched cases). */
export function globCovers<T>(outer: readonly T[], inner: readonly T[], rules: GlobSymbols<T>): boolean {
  let next = lastRow(inner.length);
  for (let i = outer.length - 1; i >= 0; i -= 1) {
    const row = new Array<boolean>(inner.length + 1).fill(false);
    const symbol = outer[i] as T;
    for (let j = inner.length; j >= 0; j -= 1) {
      const other = inner[j];
      if (rules.isRun(symbol)) {
        row[j] =
          next[j] === true || (j < inner.length && row[j + 1] === true && rules.absorbs(symbol, other as T));
      } else {
        row[j] =
          j < inner.length &&
          next[j + 1] === true &&
          !rules.isRun(other as T) &&
          rules.covers(symbol, other as T);
      }
    }
    next = row;
  }
  return next[0] === true;
}

/** Whether there is anything that both sides can be. */
export function globsMeet<T>(left: readonly T[], right: readonly T[], rules: GlobSymbols<T>): boolean {
  const least = Math.min(left.length, right.length);
  let same = 0;
  // Up to the first run both sides go hand in hand: most pairs of paths part at their first segments.
  for (; same < least; same += 1) {
    const [a, b] = [left[same] as T, right[same] as T];
    if (rules.isRun(a) || rules.isRun(b)) break;
    if (!rules.meets(a, b)) return false;
  }
  return restsMeet(left.slice(same), right.slice(same), rules);
}

function restsMeet<T>(left: readonly T[], right: readonly T[], rules: GlobSymbols<T>): boolean {
  let next: boolean[] = [];
  for (let i = left.length; i >= 0; i -= 1) {
    const row = new Array<boolean>(right.length + 1).fill(false);
    for (let j = right.length; j >= 0; j -= 1) {
      row[j] = meetsAt(
        { a: left[i], b: right[j], rules },
        { right: row[j + 1], down: next[j], both: next[j + 1] },
      );
    }
    next = row;
  }
  return next[0] === true;
}

interface Reached {
  /** The right side one further, the left side one further, and both: whether the rests meet. */
  readonly right: boolean | undefined;
  readonly down: boolean | undefined;
  readonly both: boolean | undefined;
}

/** Whether the rests of both sides meet; `a` and `b` are undefined at their ends. */
function meetsAt<T>(
  { a, b, rules }: { readonly a: T | undefined; readonly b: T | undefined; readonly rules: GlobSymbols<T> },
  reached: Reached,
): boolean {
  if (a === undefined && b === undefined) return true;
  const runs = [a !== undefined && rules.isRun(a), b !== undefined && rules.isRun(b)];
  if (runs[0]) return reached.down === true || (reached.right === true && swallows(a, b, rules));
  if (runs[1]) return reached.right === true || (reached.down === true && swallows(b, a, rules));
  return a !== undefined && b !== undefined && reached.both === true && rules.meets(a, b);
}

function swallows<T>(run: T | undefined, symbol: T | undefined, rules: GlobSymbols<T>): boolean {
  return run !== undefined && symbol !== undefined && (rules.isRun(symbol) || rules.absorbs(run, symbol));
}

function lastRow(innerLength: number): boolean[] {
  const row = new Array<boolean>(innerLength + 1).fill(false);
  row[innerLength] = true;
  return row;
}
