/**
 * Puts a prefix before a path the way Spring MVC and JAX-RS do: exactly one slash between and one at the start; an
 * empty path is the prefix itself, a trailing slash of the path stays.
 */
export function joinPath(prefix: string, path: string): string {
  const before = withLeadingSlash(prefix).replace(/\/$/u, '');
  if (path === '') return before === '' ? '/' : withLeadingSlash(prefix);
  return before + withLeadingSlash(path);
}

/** Every prefix before every path, in order, without repeats. An empty list counts as one empty text. */
export function joinAll(
  prefixes: readonly string[],
  paths: readonly string[],
  join: 'slash' | 'plain',
): readonly string[] {
  const combined = new Set<string>();
  for (const prefix of orEmpty(prefixes)) {
    for (const path of orEmpty(paths)) {
      if (combined.size === MAX_ROUTES) return [...combined];
      combined.add(join === 'slash' ? joinPath(prefix, path) : prefix + path);
    }
  }
  return [...combined];
}

/** Routes of one handler; a report holds no more of them, and prefixes times paths can be millions. */
const MAX_ROUTES = 1_024;

function orEmpty(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [''] : texts;
}

function withLeadingSlash(path: string): string {
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}
