import type { z } from 'zod';
import { parseInParts } from '../read/parse-in-parts.ts';
import { type Comparison, comparisonSchema } from '../schema/comparison.ts';
import { type Report, reportSchema } from '../schema/report.ts';
import { type Combined, combinedSchema, type RunRecord, runRecordSchema } from '../schema/run.ts';

/**
 * report.json: keys in the order of the schema, one element of a list a line, a newline at the end. The order of elements is
 * the producer's. Throws a TypeError, naming the place, if the report does not fit the contract.
 */
export function renderJson(report: Report): string {
  return renderCanonical(reportSchema, report);
}

/** orchestrator.json, in the same form. Throws a TypeError if the record does not fit the contract. */
export function renderRunRecord(record: RunRecord): string {
  return renderCanonical(runRecordSchema, record);
}

/** combined.json, in the same form. Throws a TypeError if it does not fit the contract. */
export function renderCombined(combined: Combined): string {
  return renderCanonical(combinedSchema, combined);
}

/** comparison.json, in the same form. Throws a TypeError if it does not fit the contract. */
export function renderComparison(comparison: Comparison): string {
  return renderCanonical(comparisonSchema, comparison);
}

function renderCanonical(schema: z.ZodObject, document: unknown): string {
  const result = parseInParts(schema, document);
  if (!result.ok) {
    const places = result.issues.map((issue) => `${issue.path}: ${issue.message}`);
    throw new TypeError(`document does not fit the contract: ${places.slice(0, 5).join('; ')}`);
  }
  return `${layOut(result.value, '', MAX_INDENTED_LEVELS)}\n`;
}

/** combined → report → topology → edges: below that, an element is one line. */
const MAX_INDENTED_LEVELS = 4;

/** Spreads objects over lines, and lists so that each element is one line: a change of one finding changes one line. */
function layOut(value: unknown, indent: string, levels: number): string {
  if (typeof value !== 'object' || value === null || levels === 0) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => inner + JSON.stringify(item)).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${layOut(item, inner, levels - 1)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
