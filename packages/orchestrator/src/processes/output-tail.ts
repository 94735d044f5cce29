/** Keeps the end of a text that comes in pieces. */
export interface OutputTail {
  readonly push: (chunk: Uint8Array) => void;
  readonly text: () => string;
  /** The last lines, at most `count`, blank ones left out. */
  readonly lines: (count: number) => readonly string[];
}

/** Keeps the last `maxBytes` bytes of an output, whatever its length. */
export function outputTail(maxBytes: number): OutputTail {
  let kept: Uint8Array = new Uint8Array();
  const text = (): string => new TextDecoder().decode(kept);
  return {
    push: (chunk) => {
      kept = Buffer.concat([kept, chunk]).subarray(-maxBytes);
    },
    text,
    lines: (count) =>
      text()
        .split(/[\r\n]+/)
        .filter((line) => line.trim() !== '')
        .slice(-count),
  };
}
