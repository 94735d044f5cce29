import { z } from 'zod';
import { MAX_PART_VALUES } from './part-values.ts';

/** What is wrong at one place of a document. */
export interface ReadIssue {
  /** `findings[3].line`. */
  readonly path: string;
  readonly message: string;
}

/** A document that fits its schema, or the first things that do not. */
export type PartsResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly ReadIssue[] };

/** Issues kept of one document. */
const MAX_ISSUES = 20;

type Path = readonly (string | number)[];

/**
 * Checks a parsed document against its schema, list by list and element by element, and stops at the first element that does
 * not fit. A schema applied to the whole would first collect the issues of every element: memory that a hostile document chooses.
 */
export function parseInParts(schema: z.ZodType, value: unknown, path: Path = []): PartsResult {
  if (schema instanceof z.ZodOptional) {
    return value === undefined
      ? { ok: true, value }
      : parseInParts(schema.unwrap() as z.ZodType, value, path);
  }
  if (schema instanceof z.ZodNullable) {
    return value === null ? { ok: true, value } : parseInParts(schema.unwrap() as z.ZodType, value, path);
  }
  if (schema instanceof z.ZodReadonly) return parseInParts(schema.unwrap() as z.ZodType, value, path);
  if (schema instanceof z.ZodObject) return parseFields(schema, value, path);
  if (schema instanceof z.ZodArray) return parseElements(schema, value, path);
  return parsePart(schema, value, { path, often: false });
}

function parseFields(schema: z.ZodObject, value: unknown, path: Path): PartsResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return failure(path, 'expected an object');
  }
  const fields: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema.shape)) {
    const given = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    const result = parseInParts(field as z.ZodType, given, [...path, key]);
    if (!result.ok) return result;
    if (result.value !== undefined) fields[key] = result.value;
  }
  return { ok: true, value: fields };
}

function parseElements(schema: z.ZodArray, value: unknown, path: Path): PartsResult {
  if (!Array.isArray(value)) return failure(path, 'expected a list');
  const max = maxLength(schema);
  if (value.length > max) return failure(path, `expected at most ${max} elements, got ${value.length}`);
  const elements: unknown[] = [];
  const often = value.length >= OFTEN;
  for (const [index, given] of value.entries()) {
    const result = parsePart(schema.element as z.ZodType, given, { path: [...path, index], often });
    if (!result.ok) return result;
    elements.push(result.value);
  }
  return { ok: true, value: elements };
}

/** Elements for which it pays that zod makes code for them; for fewer the making takes longer than it saves. */
const OFTEN = 200;

interface Part {
  readonly path: Path;
  /** Whether many values are held against the same schema. */
  readonly often: boolean;
}

function parsePart(schema: z.ZodType, value: unknown, { path, often }: Part): PartsResult {
  if (!hasAtMost(value, MAX_PART_VALUES)) {
    return failure(path, `expected at most ${MAX_PART_VALUES} values inside`);
  }
  const parsed = schema.safeParse(value, { jitless: !often });
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.slice(0, MAX_ISSUES).map((issue) => ({
    path: pathText([...path, ...issue.path]),
    message: issue.message.slice(0, 500),
  }));
  return { ok: false, issues };
}

function maxLength(schema: z.ZodArray): number {
  for (const check of schema._zod.def.checks ?? []) {
    const definition = check._zod.def as { readonly check: string; readonly maximum?: number };
    if (definition.check === 'max_length' && definition.maximum !== undefined) return definition.maximum;
  }
  return Number.POSITIVE_INFINITY;
}

/** Counts nested values without recursion and without going on once there are too many. */
function hasAtMost(value: unknown, limit: number): boolean {
  const waiting: unknown[] = [value];
  let seen = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    seen += 1;
    if (typeof next !== 'object' || next === null) continue;
    const children = Array.isArray(next) ? next : Object.values(next);
    if (seen + waiting.length + children.length > limit) return false;
    for (const child of children) waiting.push(child);
  }
  return true;
}

function failure(path: Path, message: string): PartsResult {
  return { ok: false, issues: [{ path: pathText(path), message }] };
}

function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path.slice(0, 16)) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += `${text === '' ? '' : '.'}${String(step).slice(0, 100)}`;
  }
  return text === '' ? '(document)' : text;
}
