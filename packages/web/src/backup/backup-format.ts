import { z } from 'zod';
import { TABLES } from '../data/schema.ts';

/** Version of the file format. */
export const BACKUP_FORMAT = 1;

/** A backup is gzipped lines of JSON: a header, then rows in the order of the tables, then how many of each there were. */
export const headerSchema = z.object({
  format: z.literal('csqa-backup'),
  version: z.literal(BACKUP_FORMAT),
  /** Newest step of the schema that the rows are of. */
  schema: z.string(),
  at: z.iso.datetime(),
});

export const rowSchema = z.object({
  table: z.enum(TABLES),
  row: z.record(z.string(), z.unknown()),
});

export const footerSchema = z.object({ rows: z.partialRecord(z.enum(TABLES), z.number().int()) });

/** Columns that JSON cannot hold as they are, by table. */
const BYTES: ReadonlySet<string> = new Set(['report.document', 'upload_chunk.data']);

/** A row as JSON can hold it: moments as ISO text, bytes as base64. */
export function portableRow(table: string, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      BYTES.has(`${table}.${column}`) ? Buffer.from(value as Uint8Array).toString('base64') : value,
    ]),
  );
}

/** The other way round: objects and lists become the JSON text that JSON columns take. */
export function storedRow(table: string, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (BYTES.has(`${table}.${column}`)) return [column, Buffer.from(String(value), 'base64')];
      return [column, typeof value === 'object' && value !== null ? JSON.stringify(value) : value];
    }),
  );
}
