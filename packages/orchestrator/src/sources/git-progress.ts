import type { CheckoutProgress } from '../events.ts';

const steps: Readonly<Record<string, CheckoutProgress['step']>> = {
  'Receiving objects': 'receiving',
  'Resolving deltas': 'resolving',
  'Updating files': 'writing',
};

const progressLine = /^(Receiving objects|Resolving deltas|Updating files): +\d+% \((\d+)\/(\d+)\)/;

/** Longer than any line of progress; more without an end is no progress. */
const LONGEST_LINE = 512;

/** Reads the progress that git writes to standard error, one line after another, parted by carriage returns. */
export function progressReader(
  packBytes: () => number,
  onProgress: (progress: CheckoutProgress) => void,
): (chunk: Uint8Array) => void {
  let begun = '';
  return (chunk) => {
    const lines = (begun + new TextDecoder('latin1').decode(chunk)).split(/[\r\n]/);
    begun = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    for (const line of lines) {
      const match = progressLine.exec(line);
      const step = steps[match?.[1] ?? ''];
      if (match === null || step === undefined) continue;
      onProgress({
        type: 'checkout',
        step,
        done: Number(match[2]),
        total: Number(match[3]),
        bytes: packBytes(),
      });
    }
  };
}
