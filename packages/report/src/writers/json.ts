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

/** Characters that are turned into bytes at a time. */
const PART = 1 << 20;

/**
 * report.json as `renderJson` gives it, as the bytes of a file, in parts that each have memory of their own. A text of a large report
 * takes several times its bytes: it is made of all its lines, and letters that are not Latin make each character two bytes.
 */
export function encodeReport(report: Report): Uint8Array<ArrayBuffer>[] {
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let waiting = '';
  for (const piece of canonicalPieces(reportSchema, report)) {
    waiting += piece;
    if (waiting.length < PART) continue;
    parts.push(encoder.encode(waiting));
    waiting = '';
  }
  parts.push(encoder.encode(waiting));
  return parts;
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
  return [...canonicalPieces(schema, document)].join('');
}

function* canonicalPieces(schema: z.ZodObject, document: unknown): Generator<string> {
  const result = parseInParts(schema, document);
  if (!result.ok) {
    const places = result.issues.map((issue) => `${issue.path}: ${issue.message}`);
    throw new TypeError(`document does not fit the contract: ${places.slice(0, 5).join('; ')}`);
  }
  yield* layOut(result.value, '', MAX_INDENTED_LEVELS);
  yield '\n';
}

/** combined → report → topology → edges: below that, an element is one line. */
const MAX_INDENTED_LEVELS = 4;

/** Spreads objects over lines, and lists so that each element is one line: a change of one finding changes one line. */
function* layOut(value: unknown, indent: string, levels: number): Generator<string> {
  if (typeof value !== 'object' || value === null || levels === 0) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* layOutList(value, indent);
  else yield* layOutObject(value, indent, levels);
}

function* layOutList(items: readonly unknown[], indent: string): Generator<string> {
  if (items.length === 0) return yield '[]';
  for (const [index, item] of items.entries()) {
    yield `${index === 0 ? '[' : ','}\n${indent}  ${JSON.stringify(item)}`;
  }
  yield `\n${indent}]`;
}

function* layOutObject(value: object, indent: string, levels: number): Generator<string> {
  const inner = `${indent}  `;
  let before = '{';
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    yield `${before}\n${inner}${JSON.stringify(key)}: `;
    yield* layOut(item, inner, levels - 1);
    before = ',';
  }
  yield before === '{' ? '{}' : `\n${indent}}`;
}
