import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptWork } from './judge-work.ts';

/** Modules of the tree whose figures are kept, and of the one that shows how work grows. */
export const SMALL = 12;
export const LARGE = 48;

const file = join(import.meta.dirname, 'kept-work.json');

/** What the analysis of the small generated tree may do, as last kept. */
export async function readKeptWork(): Promise<KeptWork> {
  return JSON.parse(await readFile(file, 'utf8')) as KeptWork;
}

/** Keeps it. */
export async function keepWork(work: KeptWork): Promise<void> {
  await writeFile(file, `${JSON.stringify(work, null, 2)}\n`);
}
