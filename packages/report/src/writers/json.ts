import type { FileDocument } from '../schema/by-schema.ts';
import type { Comparison } from '../schema/comparison.ts';
import type { Report } from '../schema/report.ts';
import type { Combined, RunRecord } from '../schema/run.ts';
import { inContract } from './in-contract.ts';
import { layOut } from './lay-out.ts';

/**
 * report.json: keys in the order of the schema, one element of a list a line, a newline at the end. The order of elements is
 * the producer's. Throws a TypeError, naming the place, if the report does not fit the contract.
 */
export function renderJson(report: Report): string {
  return renderCanonical('report', report);
}

/** orchestrator.json, in the same form. Throws a TypeError if the record does not fit the contract. */
export function renderRunRecord(record: RunRecord): string {
  return renderCanonical('run', record);
}

/** combined.json, in the same form. Throws a TypeError if it does not fit the contract. */
export function renderCombined(combined: Combined): string {
  return renderCanonical('combined', combined);
}

/** comparison.json, in the same form. Throws a TypeError if it does not fit the contract. */
export function renderComparison(comparison: Comparison): string {
  return renderCanonical('comparison', comparison);
}

function renderCanonical(name: FileDocument, document: unknown): string {
  return [...layOut(inContract(name, document))].join('');
}
