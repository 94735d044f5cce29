import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../../analyzer/src/base/ordering.ts';

/** One case of the corpus: a small program whose call edges its annotations tell. */
export interface JcgCase {
  /** Name as the corpus gives it: `VC1`, `Lambda3`. */
  readonly name: string;
  /** Binary name of the class whose `main` starts it; null for a library, where everything may be called. */
  readonly main: string | null;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Reads all Java cases of a checkout, by name of the file and position in it. */
export function readCases(root: string): readonly JcgCase[] {
  const folder = join(root, 'jcg_testcases/src/main/resources/java');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort(compareText)
    .flatMap((name) => casesOf(readFileSync(join(folder, name), 'utf8')));
}

/** A case is a heading of the second level with a mark of its start and fenced sources, each named in its first line. */
function casesOf(page: string): readonly JcgCase[] {
  return page
    .split(/^## /mu)
    .slice(1)
    .flatMap((part) => {
      const name = part.slice(0, part.indexOf('\n')).trim();
      const main = /^\[\/\/\]: # \(MAIN: (?<main>[\w.$]+)\)/mu.exec(part)?.groups?.main;
      const isLibrary = /^\[\/\/\]: # \(LIBRARY\)/mu.test(part);
      const files = [...part.matchAll(/^```java\n\/\/ (?<path>\S+)[^\n]*\n(?<text>.*?)^```/gmsu)].flatMap(
        ({ groups }) => (groups?.path === undefined ? [] : [{ path: groups.path, text: groups.text ?? '' }]),
      );
      if ((main === undefined && !isLibrary) || files.length === 0) return [];
      return [{ name, main: main ?? null, files }];
    });
}
