import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './corpus.ts';

/** Exit code of CallTruth where javac broke off in the middle. */
const GAVE_UP = 3;

/** Compiles the program that asks javac. Needs a JDK 17 or later on the path. */
export function compileJudge(work: string): void {
  execFileSync('javac', ['-nowarn', '-d', work, join(import.meta.dirname, 'CallTruth.java')]);
}

/**
 * What javac says of every call of a repository, as CallTruth prints it: all sources at once, or, where javac breaks off,
 * one source root after the other with the rest on the source path.
 */
export function askJavac(corpus: Corpus, work: string): string {
  const whole = run(corpus.files, '-', work);
  if (whole.isWhole) return whole.text;
  const roots = sourceRoots(corpus.files);
  const sourcePath = [...roots.keys()].join(':');
  return [...roots.values()].map((files) => run(files, sourcePath, work).text).join('');
}

function run(
  files: readonly string[],
  sourcePath: string,
  work: string,
): { readonly text: string; readonly isWhole: boolean } {
  const list = join(work, 'files.txt');
  const out = join(work, 'truth.tsv');
  writeFileSync(list, files.join('\n'));
  const done = spawnSync('java', ['-cp', work, 'CallTruth', out, sourcePath, list], { stdio: 'inherit' });
  if (done.status !== 0 && done.status !== GAVE_UP) throw new Error(`CallTruth ended with ${done.status}`);
  return { text: readFileSync(out, 'utf8'), isWhole: done.status === 0 };
}

function sourceRoots(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const roots = new Map<string, string[]>();
  for (const file of files) {
    const root = /^.*\/src\/main\/java(?=\/)/.exec(file)?.[0] ?? file.slice(0, file.lastIndexOf('/'));
    const known = roots.get(root);
    if (known === undefined) roots.set(root, [file]);
    else known.push(file);
  }
  return roots;
}
