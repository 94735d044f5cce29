import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../analyzer/src/base/ordering.ts';

/** One repository to be judged. */
export interface Corpus {
  readonly name: string;
  readonly root: string;
  /** Absolute paths of its production sources, sorted. */
  readonly files: readonly string[];
  /** Commit and its date, where `revisions.json` beside the repositories tells them. */
  readonly revision: string;
}

/** The repositories below a folder, links to such among them, by name; those without Java sources are left out. */
export function readCorpora(folder: string): readonly Corpus[] {
  const revisions = readRevisions(folder);
  return readdirSync(folder)
    .map((name) => ({ name, root: join(folder, name) }))
    .filter(({ root }) => statSync(root, { throwIfNoEntry: false })?.isDirectory())
    .map(({ name, root }) => ({ name, root, files: javaFiles(root), revision: revisions[name] ?? 'unknown' }))
    .filter(({ files }) => files.length > 0)
    .sort((left, right) => left.files.length - right.files.length);
}

/** What `revisions.json` of a folder of repositories says: commit and date by folder name. */
export function readRevisions(folder: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(join(folder, 'revisions.json'), 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

/** Sources outside `src/test`; files that declare no type are left out, as javac reads them for nothing. */
function javaFiles(root: string): readonly string[] {
  const found: string[] = [];
  const folders = [root];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory() && entry.name !== '.git') folders.push(path);
      else if (entry.isFile() && isSource(path)) found.push(path);
    }
  }
  return found.sort(compareText);
}

function isSource(path: string): boolean {
  return (
    path.endsWith('.java') && !path.includes('/src/test/') && !/\/(?:module|package)-info\.java$/.test(path)
  );
}
