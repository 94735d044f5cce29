import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { table } from '../../accuracy/markdown.ts';
import { analyse, medianRun } from '../measure.ts';
import type { Run } from '../process-cost.ts';
import { serviceTree } from './service-tree.ts';

/** A generated tree of one size, analysed. */
export interface SizedRun {
  /** How many times the smallest. */
  readonly times: number;
  readonly files: number;
  readonly bytes: number;
  readonly run: Run;
}

const SIZES = [1, 2, 4, 8] as const;

/** Modules of the smallest tree: 1.7 MB, so that starting up is little of what it takes. */
const MODULES = 200;

/** Time for a megabyte may grow by so much from the smallest to the largest. */
export const GROWTH_BAR = 1.3;

/** Analyses generated trees of one, two, four and eight times the size, in turn; the medians of each count. */
export async function measureGrowth(rounds: number): Promise<readonly SizedRun[]> {
  const work = await mkdtemp(join(tmpdir(), 'csqa-growth-'));
  try {
    const trees = await Promise.all(SIZES.map((times) => writeTree(times, join(work, `tree-${times}`))));
    const runs: Run[][] = trees.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, { root }] of trees.entries()) {
        runs[index]?.push(await analyse(root, join(work, 'out')));
      }
    }
    return trees.map(({ times, files, bytes }, index) => ({
      times,
      files,
      bytes,
      run: medianRun(runs[index] ?? []),
    }));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function writeTree(times: number, root: string) {
  const files = serviceTree(MODULES * times);
  for (const { path, text } of files) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { times, root, files: files.length, bytes };
}

/** Seconds for each megabyte, and how many times those of the smallest tree that is. */
export function growthTable(sizes: readonly SizedRun[]): string {
  return table(
    ['size', 'files', 'MB', 'wall s', 's/MB', 'growth', 'CPU s', 's/MB', 'growth', 'peak MB'],
    sizes.map(({ times, files, bytes, run }) => [
      `${times}×`,
      files,
      (bytes / 1e6).toFixed(1),
      ...perMegabyte(sizes, { bytes, run }, ({ wallMs }) => wallMs),
      ...perMegabyte(sizes, { bytes, run }, ({ cpuMs }) => cpuMs),
      (run.peakMemoryBytes / 1e6).toFixed(0),
    ]),
  );
}

function perMegabyte(
  sizes: readonly SizedRun[],
  { bytes, run }: Pick<SizedRun, 'bytes' | 'run'>,
  figure: (run: Run) => number,
): readonly string[] {
  const [smallest] = sizes;
  if (smallest === undefined) return [];
  const rate = figure(run) / bytes;
  return [
    (figure(run) / 1000).toFixed(1),
    (rate * 1000).toFixed(2),
    `**${(rate / (figure(smallest.run) / smallest.bytes)).toFixed(2)}**`,
  ];
}
