import type { z } from 'zod';
import { type PartsResult, parseInParts } from '../read/parse-in-parts.ts';
import { comparisonSchema } from './comparison.ts';
import { type AnalyzerEvent, analyzerEventSchema } from './event.ts';
import { reportSchema } from './report.ts';
import { combinedSchema, runRecordSchema } from './run.ts';

const documents = {
  report: reportSchema,
  run: runRecordSchema,
  combined: combinedSchema,
  comparison: comparisonSchema,
} satisfies Record<string, z.ZodObject>;

/** A document of the contract that is a file. */
export type FileDocument = keyof typeof documents;

/**
 * What the schema of a document makes of a value. Schemas take longer to load than a start should: programs load this module when
 * they first call it, and none does whose documents are all in order (`isInOrder`).
 */
export function documentBySchema(name: FileDocument, value: unknown): PartsResult {
  return parseInParts(documents[name], value);
}

/** What the schema of events makes of a value; a text where it is none. */
export function eventBySchema(value: unknown): AnalyzerEvent | string {
  const parsed = analyzerEventSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`;
}
