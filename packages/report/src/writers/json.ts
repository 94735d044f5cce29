import type { z } from 'zod';
import { type Comparison, comparisonSchema } from '../schema/comparison.ts';
import { type Report, reportSchema } from '../schema/report.ts';
import { type Combined, combinedSchema, type RunRecord, runRecordSchema } from '../schema/run.ts';
import { inContract } from './in-contract.ts';
import { layOut } from './lay-out.ts';

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
  return [...layOut(inContract(schema, document))].join('');
}
