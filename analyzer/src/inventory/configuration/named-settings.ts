import type { RelativePath } from '../../base/ids.ts';
import type { ConfigurationKind } from '../inventory.ts';

/** The key under which a program is told that its settings are not called `application`. */
const KEY = 'spring.config.name';
/** Texts of one source file, and UTF-16 units of it, that are looked at. */
const MOST_TEXTS = 400;
const LONGEST_SOURCE = 200_000;

/**
 * Names that a source file may give to the settings of its program: the texts in a file that speaks of the key. Empty for
 * all others.
 */
export function settingsNamesIn(text: string): readonly string[] {
  if (text.length > LONGEST_SOURCE || !text.includes(KEY)) return [];
  const texts = [...text.matchAll(/"(?<text>[^"\\\n]{1,200})"/gu)].slice(0, MOST_TEXTS);
  const names = texts.flatMap(({ groups }) => (groups?.text ?? '').split(/[=,:\s]+/u));
  return [...new Set(names.filter((name) => /^[\w.-]{1,60}$/u.test(name) && !name.includes(KEY)))];
}

/** A file of settings that is called after a name. */
export interface NamedSettings {
  readonly kind: Extract<ConfigurationKind, 'spring-yaml' | 'spring-properties'>;
  readonly name: string;
}

/** Tells which resource files are settings of a program beside them; `sources` are files with the names they give. */
export function namedSettingsFor(
  sources: readonly { readonly path: RelativePath; readonly names: readonly string[] }[],
): (path: RelativePath) => NamedSettings | undefined {
  const byFolder = new Map<string, Set<string>>();
  for (const { path, names } of sources) {
    const folder = moduleFolder(path);
    const known = byFolder.get(folder) ?? new Set<string>();
    for (const name of names) known.add(name);
    byFolder.set(folder, known);
  }
  return (path) => {
    const names = byFolder.get(moduleFolder(path));
    const parts = RESOURCE.exec(path)?.groups;
    const base = parts?.base;
    if (names === undefined || base === undefined) return undefined;
    const name = [...names].find((each) => base === each || base.startsWith(`${each}-`));
    if (name === undefined) return undefined;
    return { name, kind: parts?.ending === 'properties' ? 'spring-properties' : 'spring-yaml' };
  };
}

const RESOURCE =
  /(?:^|\/)src\/main\/resources\/(?:config\/)?(?<base>[\w.-]{1,120})\.(?<ending>properties|ya?ml)$/u;

/** What stands before the sources of a module. */
function moduleFolder(path: string): string {
  const at = `/${path}`.indexOf('/src/');
  return path.slice(0, Math.max(0, at));
}
