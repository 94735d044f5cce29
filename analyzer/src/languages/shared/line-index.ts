/** Turns offsets into 1-based lines. A line ends at LF, CRLF or a lone CR. */
export interface LineIndex {
  /** Line of an offset in UTF-16 units; cheap when offsets come nearly in order. */
  lineAt(offset: number): number;
  /** Lines of the text; a last line without an end counts, an empty one does not. */
  readonly total: number;
  /** Offset of each line, from the first on. */
  readonly starts: readonly number[];
}

/** Indexes a text once; linear in its length. */
export function indexLines(text: string): LineIndex {
  const starts = text.includes('\r') ? startsWithCarriageReturns(text) : startsOf(text);
  const lineCount = starts.length;
  let current = 0;
  // Where the line that was asked for last begins and ends: most questions are about the same one.
  let from = 0;
  let to = starts[1] ?? Number.MAX_SAFE_INTEGER;
  return {
    starts,
    total: starts[lineCount - 1] === text.length ? lineCount - 1 : lineCount,
    lineAt(offset) {
      if (offset >= from && offset < to) return current + 1;
      if ((starts[current] ?? 0) > offset || (starts[current + 8] ?? Number.POSITIVE_INFINITY) <= offset) {
        current = search(starts, offset);
      }
      while (current + 1 < lineCount && (starts[current + 1] ?? 0) <= offset) current++;
      from = starts[current] ?? 0;
      to = starts[current + 1] ?? Number.MAX_SAFE_INTEGER;
      return current + 1;
    },
  };
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsWithCarriageReturns(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** Greatest index whose start is not beyond the offset. */
function search(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
