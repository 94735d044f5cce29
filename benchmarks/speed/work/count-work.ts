import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '../../../scripts/run-command.ts';
import type { SourceFile } from '../growth/service-tree.ts';
import type { WorkByPart } from './code-run.ts';

/** What one analysis ran. */
export interface CountedWork {
  /** Of the sources that were read. */
  readonly bytes: number;
  readonly work: WorkByPart;
}

/** Writes files below a directory. */
export async function writeTree(root: string, files: readonly SourceFile[]): Promise<void> {
  for (const { path, text } of files) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Analyses files in a process of their own and counts the code that runs. */
export async function countWork(files: readonly SourceFile[]): Promise<CountedWork> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'csqa-work-')));
  try {
    await writeTree(root, files);
    const { code, text } = await runCommand({
      script: join(import.meta.dirname, 'count-analysis.ts'),
      args: [root],
      nodeArgs: ['--conditions=csqa-source', '--no-warnings'],
      output: 'capture',
    });
    if (code !== 0) throw new Error(`the analysis whose work is counted failed:\n${text}`);
    return JSON.parse(text) as CountedWork;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
