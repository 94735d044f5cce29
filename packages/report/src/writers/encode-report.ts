import jsonSchema from '../../schema/report.schema.json' with { type: 'json' };
import { canonicalCheck, type JsonSchema } from '../read/canonical-check.ts';
import type { Report } from '../schema/report.ts';
import { layOut } from './lay-out.ts';

/** Characters that are turned into bytes at a time. */
const PART = 1 << 20;

/**
 * report.json as `renderJson` gives it, as the bytes of a file, in parts that each have memory of their own. A text of a large report
 * takes several times its bytes: it is made of all its lines, and letters that are not Latin make each character two bytes.
 * The zod schema is loaded only for a report that is not in order yet. Rejects with a TypeError where it does not fit.
 */
export async function encodeReport(report: Report): Promise<Uint8Array<ArrayBuffer>[]> {
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let waiting = '';
  for (const piece of layOut(isInOrder(report) ? report : await inOrder(report))) {
    waiting += piece;
    if (waiting.length < PART) continue;
    parts.push(encoder.encode(waiting));
    waiting = '';
  }
  parts.push(encoder.encode(waiting));
  return parts;
}

/** Whether a report is what the contract makes of it: it fits, with its keys in their order and no others. */
export function isInOrder(report: Report): boolean {
  return canonicalCheck(jsonSchema as JsonSchema)(report);
}

async function inOrder(report: Report): Promise<unknown> {
  const { reportInContract } = await import('./in-contract.ts');
  return reportInContract(report);
}
