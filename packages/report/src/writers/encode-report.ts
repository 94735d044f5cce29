import type { Report } from '../schema/report.ts';
import { inContract } from './in-contract.ts';
import { layOut } from './lay-out.ts';

/** Bytes of a part, but for texts that have more. */
const PART = 1 << 20;
/** Bytes that a character takes at most. */
const WIDEST = 3;

/**
 * report.json as `renderJson` gives it, as the bytes of a file, in parts that each have memory of their own, made as they are asked for.
 * A text of a large report takes several times its bytes: it is made of all its lines, and letters that are not Latin make each
 * character two bytes. Throws as `renderJson` does, before the first part.
 */
export function* encodeReport(report: Report): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const room = new Uint8Array(PART);
  let filled = 0;
  for (const piece of layOut(inContract('report', report))) {
    if (filled > 0 && filled + piece.length * WIDEST > PART) {
      yield room.slice(0, filled);
      filled = 0;
    }
    if (piece.length * WIDEST > PART) yield encoder.encode(piece);
    else filled += encoder.encodeInto(piece, room.subarray(filled)).written;
  }
  yield room.slice(0, filled);
}
