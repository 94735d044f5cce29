import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A copy of a tree in which some files change again and again. */
export interface ChangingTree {
  readonly root: string;
  /** Paths of the files that change. */
  readonly changing: readonly string[];
}

/** Which share of a tree's source files a change touches. */
const SHARE = 0.01;

/** Copies a tree, without what git keeps of it, and picks every hundredth of its source files, one at least. */
export async function copyToChange(
  root: string,
  files: readonly string[],
  to: string,
): Promise<ChangingTree> {
  await cp(root, to, { recursive: true, filter: (path) => basename(path) !== '.git' });
  const step = 1 / SHARE;
  return { root: to, changing: files.filter((_, index) => index % step === 0) };
}

/** Adds a method of its own to the last class of each changing file, another in each round. */
export async function changeFiles({ root, changing }: ChangingTree, round: number): Promise<void> {
  for (const path of changing) {
    const file = join(root, path);
    await writeFile(file, withMethod(await readFile(file, 'utf8'), round));
  }
}

/** A file without any class, as package-info.java, gets a comment. */
export function withMethod(source: string, round: number): string {
  const end = source.lastIndexOf('}');
  const name = `changedInRound${round}`;
  if (end === -1 || !/\bclass\b/u.test(source)) return `${source}\n// ${name}\n`;
  return `${source.slice(0, end)}\n    private int ${name}() {\n        return ${round};\n    }\n${source.slice(end)}`;
}
