import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './corpus.ts';

/** Compiles the program that asks javac. Needs a JDK 17 or later on the path. */
export function compileJudge(work: string): void {
  execFileSync('javac', ['-nowarn', '-d', work, join(import.meta.dirname, 'CallTruth.java')]);
}

/** What javac says of every call of a repository, as CallTruth prints it. */
export function askJavac(corpus: Corpus, work: string): string {
  const list = join(work, 'files.txt');
  const out = join(work, 'truth.tsv');
  writeFileSync(list, corpus.files.join('\n'));
  execFileSync('java', ['-cp', work, 'CallTruth', out, list], { stdio: 'inherit' });
  return readFileSync(out, 'utf8');
}
