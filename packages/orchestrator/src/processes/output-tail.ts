/** Keeps the end of an output that comes in pieces. */
export interface OutputTail {
  readonly push: (chunk: Uint8Array) => void;
  readonly bytes: () => Uint8Array;
  readonly text: () => string;
  /** The last lines, at most `count`, blank ones left out. */
  readonly lines: (count: number) => readonly string[];
}

/** Keeps the last `maxBytes` bytes of an output, whatever its length. Holds at most one piece more than that. */
export function outputTail(maxBytes: number): OutputTail {
  const pieces: Uint8Array[] = [];
  let held = 0;
  const bytes = (): Uint8Array => Buffer.concat(pieces).subarray(-maxBytes);
  const text = (): string => new TextDecoder().decode(bytes());
  return {
    push: (chunk) => {
      const piece = Uint8Array.prototype.slice.call(chunk, -maxBytes);
      pieces.push(piece);
      held += piece.length;
      for (let first = pieces[0]; first !== undefined && held - first.length >= maxBytes; first = pieces[0]) {
        pieces.shift();
        held -= first.length;
      }
    },
    bytes,
    text,
    lines: (count) =>
      text()
        .split(/[\r\n]+/)
        .filter((line) => line.trim() !== '')
        .slice(-count),
  };
}
