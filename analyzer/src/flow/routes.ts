import type { EntryPoint } from '../models/labels.ts';

/** Finds the entry points that a request would be mapped to. */
export interface Routes {
  /** Ids of the entry points that answer; any verb where it is null. */
  answering(verb: string | null, requested: string): readonly string[];
}

interface Route {
  readonly entry: EntryPoint;
  readonly parts: readonly string[];
}

/** Key of routes whose first segment is a pattern. */
const ANY = '*';

/** Prepares path templates: `{x}` and `*` take one segment, `**` and `{*x}` the rest, `{x:…}` is taken for any value. */
export function routesOf(entries: readonly EntryPoint[]): Routes {
  const byFirst = new Map<string, Route[]>();
  for (const entry of entries) {
    for (const path of entry.paths) {
      const parts = segmentsOf(path);
      const first = parts[0] ?? '';
      const key = isPattern(first) ? ANY : first;
      const known = byFirst.get(key);
      if (known) known.push({ entry, parts });
      else byFirst.set(key, [{ entry, parts }]);
    }
  }
  return {
    answering: (verb, requested) => {
      const path = segmentsOf(pathOf(requested));
      const candidates = [...(byFirst.get(path[0] ?? '') ?? []), ...(byFirst.get(ANY) ?? [])];
      const found = candidates.filter(({ entry, parts }) => takes(entry, verb) && fits(parts, path));
      return [...new Set(found.map(({ entry }) => entry.id))];
    },
  };
}

/** Without scheme, host and query: tests send whole URLs too. */
function pathOf(requested: string): string {
  const local = requested.replace(/^[a-z]+:\/\/[^/]*/i, '');
  return local.split(/[?#]/, 1)[0] ?? '';
}

/** A slash at either end says nothing. */
function segmentsOf(path: string): readonly string[] {
  return path
    .split('/')
    .filter((segment, index, all) => segment !== '' || (index > 0 && index < all.length - 1));
}

function takes(entry: EntryPoint, verb: string | null): boolean {
  return verb === null || entry.verbs.length === 0 || entry.verbs.includes('*') || entry.verbs.includes(verb);
}

function isPattern(segment: string): boolean {
  return segment.includes('*') || segment.includes('{');
}

function fits(template: readonly string[], path: readonly string[]): boolean {
  for (let index = 0; index < template.length; index++) {
    const part = template[index] ?? '';
    if (part === '**' || part.startsWith('{*')) return true;
    const segment = path[index];
    if (segment === undefined) return false;
    const takesAny = part === '*' || (part.startsWith('{') && part.endsWith('}'));
    if (!takesAny && part !== segment) return false;
  }
  return path.length === template.length;
}
