import { parse, TomlError } from 'smol-toml';

/** A table as TOML gives it; values are looked at with `typeof` and {@link isTable}. */
export interface TomlTable {
  readonly [key: string]: unknown;
}

/** A TOML document, or where and why it breaks. TOML readers give nothing for a broken file. */
export interface TomlDocument {
  readonly table: TomlTable | null;
  readonly problem: { readonly message: string; readonly line: number } | null;
}

/** Nesting of inline tables and arrays that is accepted. */
const MAX_DEPTH = 64;

/** Reads TOML; keys that would reach an object's prototype are dropped. */
export function parseToml(text: string): TomlDocument {
  try {
    const table = parse(text, { maxDepth: MAX_DEPTH, unsafeKeyBehaviour: 'drop' });
    return { table, problem: null };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { table: null, problem: { message: error.message.split('\n', 1)[0] ?? '', line: error.line } };
  }
}

/** True for a table, and for nothing else that `typeof` calls an object. */
export function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
