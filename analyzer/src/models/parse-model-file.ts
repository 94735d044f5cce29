import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { AnalysisError } from '../base/errors.ts';

/** One model file as read, before it is looked at. */
export interface ModelText {
  /** For messages: path below the data folder. */
  readonly path: string;
  readonly text: string;
}

/**
 * Reads YAML and checks it against a schema. Throws AnalysisError MODEL_INVALID that names the file, the line, the
 * row and what was expected there, for the first three problems.
 */
export function parseModelFile<Schema extends z.ZodType>(file: ModelText, schema: Schema): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(file.text, {
    lineCounter: lines,
    maxAliasCount: 0,
    version: '1.2',
  } as never);
  const broken = document.errors[0];
  if (broken !== undefined) {
    const place = lines.linePos(broken.pos[0]);
    throw invalid(`${file.path}:${place.line}: ${broken.message.split('\n')[0] ?? 'not YAML'}`);
  }
  const value = plainValue(document, file);
  const parsed = safely(schema, value, file);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 3).map((issue) => {
    const { path, message } = innermost(issue, value);
    const node = nearestNode(document, path);
    const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
    return `${file.path}:${line}: ${rowName(value, path)}${path.join('.') || 'file'}: ${message}`;
  });
  throw invalid(problems.join('\n'));
}

function plainValue(document: ReturnType<typeof parseDocument>, file: ModelText): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    if (cause instanceof ReferenceError) throw invalid(`${file.path}: expected no aliases: ${cause.message}`);
    throw cause;
  }
}

function safely<Schema extends z.ZodType>(schema: Schema, value: unknown, file: ModelText) {
  try {
    return schema.safeParse(value);
  } catch (cause) {
    if (cause instanceof RangeError) throw invalid(`${file.path}: ${cause.message}`);
    throw cause;
  }
}

/** Steps into the branch of a union that got furthest: its message is the one that helps. */
function innermost(
  issue: z.core.$ZodIssue,
  value: unknown,
): { readonly path: readonly PropertyKey[]; readonly message: string } {
  let current = issue;
  let path: readonly PropertyKey[] = issue.path;
  while (current.code === 'invalid_union' && current.errors.length > 0) {
    const deepest = current.errors
      .flat()
      .reduce<z.core.$ZodIssue | undefined>(
        (best, each) => (best === undefined || each.path.length > best.path.length ? each : best),
        undefined,
      );
    if (deepest === undefined || deepest.path.length === 0) break;
    current = deepest;
    path = [...path, ...deepest.path];
  }
  const written = valueAt(value, path);
  const shown = written === undefined ? '' : `, got ${JSON.stringify(written).slice(0, 80)}`;
  return { path, message: `${current.message}${shown}` };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}

/** The node at a path, or the nearest one around it. */
function nearestNode(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): unknown {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents;
}

/** `row spring-web.handler: ` where the path leads into a row with an id. */
function rowName(value: unknown, path: readonly PropertyKey[]): string {
  const row = valueAt(value, path.slice(0, 2));
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
  return typeof id === 'string' ? `row ${id}: ` : '';
}

/** The one way a wrong model is reported. */
export function invalid(message: string): AnalysisError {
  return new AnalysisError('MODEL_INVALID', message, {
    ru: message,
    hint: 'Mend the named row; model-schema.ts and the other files under models/data show every key.',
  });
}
