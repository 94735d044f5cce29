import { binaryNameOf } from '../../base/ids.ts';

/** Spelling under which a type is compared: nesting by dot, because a type seen only in an import has no `$`. */
export function canonicalName(name: string): string {
  return name.includes('$') ? name.replaceAll('$', '.') : name;
}

/**
 * Whether a name fits a pattern in which `*` stands for any run of characters, and `\\*` for itself. Linear in the name for each `*`:
 * the names come from the analysed tree, so no regular expression is built.
 */
export function fitsPattern(name: string, pattern: string): boolean {
  const parts = patternParts(pattern);
  return parts === null ? name === pattern : fitsParts(name, parts);
}

/** The same for a pattern that was taken apart. */
export function fitsParts(name: string, parts: readonly string[]): boolean {
  const end = parts.length - 1;
  const first = parts[0] ?? '';
  if (end === 0) return name === first;
  const last = parts[end] ?? '';
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
    return false;
  let position = first.length;
  const before = name.length - last.length;
  for (let index = 1; index < end; index++) {
    const part = parts[index] ?? '';
    const found = name.indexOf(part, position);
    if (found === -1 || found + part.length > before) return false;
    position = found + part.length;
  }
  return true;
}

const known = new Map<string, readonly string[] | null>();

/** What stands between the `*` of a pattern; null for a plain name. Patterns come from the models: they are few. */
export function patternParts(pattern: string): readonly string[] | null {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const parts = pattern.includes('*')
    ? pattern.split(/(?<!\\)\*/u).map((part) => part.replaceAll('\\*', '*'))
    : null;
  known.set(pattern, parts);
  return parts;
}

/** Whether a name fits one of the patterns. */
export function fitsAny(name: string, patterns: readonly string[]): boolean {
  for (let i = 0; i < patterns.length; i++) if (fitsPattern(name, patterns[i] as string)) return true;
  return false;
}

/** The part of a type's name that tells the library: at most three segments of its package. */
export function libraryOf(name: string): string {
  const segments = canonicalName(name).split('.');
  const packages = segments.filter((segment) => /^[a-z]/u.test(segment));
  return packages.slice(0, 3).join('.');
}

/** Last segment of a type's name. */
export function simpleName(name: string): string {
  const canonical = canonicalName(binaryNameOf(name));
  return canonical.slice(canonical.lastIndexOf('.') + 1);
}
