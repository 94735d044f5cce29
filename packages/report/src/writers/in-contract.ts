import type { z } from 'zod';
import { parseInParts } from '../read/parse-in-parts.ts';
import { reportSchema } from '../schema/report.ts';

/** A document as its schema makes it. Throws a TypeError, naming the place, if it does not fit the contract. */
export function inContract(schema: z.ZodObject, document: unknown): unknown {
  const result = parseInParts(schema, document);
  if (result.ok) return result.value;
  const places = result.issues.map((issue) => `${issue.path}: ${issue.message}`);
  throw new TypeError(`document does not fit the contract: ${places.slice(0, 5).join('; ')}`);
}

/** A report as the contract makes it. Throws a TypeError, naming the place, if it does not fit. */
export function reportInContract(report: unknown): unknown {
  return inContract(reportSchema, report);
}
