import { z } from 'zod';
import type { RunCursor } from '../../data/runs.ts';
import { Problem } from '../problem.ts';

/** How many of a list, at most. */
export const limitSchema = z.coerce.number().int().min(1).max(200).default(50);

/** Where a page begins: what `next` of the page before was. */
export const cursorSchema = z.string().max(100).optional().describe('`next` of the page before.');

const partsSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** A place in a list of runs, newest first, as text for the next question. */
export function cursorText({ createdAt, id }: RunCursor): string {
  return Buffer.from(`${createdAt.toISOString()} ${id}`).toString('base64url');
}

/** Reads it back. Throws REQUEST_INVALID for what is none. */
export function readCursor(text: string | undefined): RunCursor | undefined {
  if (text === undefined) return undefined;
  const parts = partsSchema.safeParse(Buffer.from(text, 'base64url').toString('utf8').split(' '));
  if (!parts.success)
    throw new Problem('REQUEST_INVALID', 'after: is no place in the list', { hint: 'give `next` of a page' });
  const [createdAt, id] = parts.data;
  return { createdAt: new Date(createdAt), id };
}
