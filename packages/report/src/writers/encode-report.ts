import type { Report } from '../schema/report.ts';
import { inContract } from './in-contract.ts';
import { layOut } from './lay-out.ts';

/** Characters that are turned into bytes at a time. */
const PART = 1 << 20;

/**
 * report.json as `renderJson` gives it, as the bytes of a file, in parts that each have memory of their own, made as they are asked for.
 * A text of a large report takes several times its bytes: it is made of all its lines, and letters that are not Latin make each
 * character two bytes. Throws as `renderJson` does, before the first part.
 */
export function* encodeReport(report: Report): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let waiting = '';
  for (const piece of layOut(inContract('report', report))) {
    waiting += piece;
    if (waiting.length < PART) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  yield encoder.encode(waiting);
}
