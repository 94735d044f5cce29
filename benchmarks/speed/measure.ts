import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DEFAULT_CONFIG } from '../../analyzer/src/config/default-config.ts';
import { resolveRoot } from '../../analyzer/src/inventory/resolve-root.ts';
import { takeInventory } from '../../analyzer/src/inventory/take-inventory.ts';
import { type ChangingTree, changeFiles, copyToChange } from './changed-tree.ts';
import { type FinishedRun, measureCommand, quoted, type Run } from './process-cost.ts';

export interface AnalysisRun extends Run {
  /** Milliseconds from one stage to the next, by stage, as the events tell. */
  readonly stages: Readonly<Record<string, number>>;
}

/** A reference tool that ended otherwise than well. */
interface FailedReference {
  readonly failure: string;
}

/** One tree, measured. */
export interface Measurement {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly analysis: AnalysisRun;
  /** The analysis of a tree that has not changed since an earlier one kept its result. */
  readonly unchanged: Run;
  /** The analysis of a tree of which one file in a hundred has changed since an earlier one kept its facts. */
  readonly changed: Run;
  /** The analysis that finds nothing kept, and keeps what it finds. */
  readonly first: Run;
  readonly parsing: Run;
  /** Null where none was given. */
  readonly reference: Run | FailedReference | null;
}

/** How a tree is measured. */
export interface Measuring {
  /** How often each command runs, in turn. */
  readonly rounds: number;
  /** Threads that the analysis and parsing alone work in. */
  readonly threads: number;
  /** A command line of another tool; `{}` stands for the directory, which comes last where it does not occur. */
  readonly reference: string | null;
}

const analyzer = join(import.meta.dirname, '../../analyzer/dist/main.js');
const parseOnly = join(import.meta.dirname, 'parse-only.ts');

/**
 * Measures a tree: parsing, the whole analysis, the same with what was kept and with nothing kept yet, and the reference take turns, so that whatever else the
 * machine does falls on all of them, and the median of each figure counts. All are measured from outside, alike.
 */
export async function measureTree(directory: string, measuring: Measuring): Promise<Measurement> {
  const root = resolveRoot(directory);
  const work = await mkdtemp(join(tmpdir(), 'csqa-bench-'));
  try {
    const files = await parsedFiles(root);
    const list = join(work, 'files');
    await writeFile(list, files.map(({ path }) => join(root, path)).join('\n'));
    const changing = await copyToChange(
      root,
      files.map(({ path }) => path),
      join(work, 'changing'),
    );
    const runs = await takeTurns({ root, work, list, changing }, measuring);
    return {
      name: basename(root),
      files: files.length,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      analysis: { ...medianRun(runs.analyses), stages: medianStages(runs.analyses) },
      unchanged: medianRun(runs.repeated),
      changed: medianRun(runs.changed),
      first: medianRun(runs.first),
      parsing: medianRun(runs.parsings),
      reference: measuring.reference === null ? null : judgeReference(runs.references),
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Where a tree lies, where output goes, and the list of its files. */
interface Ground {
  readonly root: string;
  readonly work: string;
  readonly list: string;
  readonly changing: ChangingTree;
}

async function takeTurns({ root, work, list, changing }: Ground, measuring: Measuring) {
  const { rounds, reference, threads } = measuring;
  const analyses: AnalysisRun[] = [];
  const [repeated, changed, first]: [Run[], Run[], Run[]] = [[], [], []];
  const [parsings, references]: [FinishedRun[], FinishedRun[]] = [[], []];
  const out = join(work, 'out');
  const asked = ['--threads', String(threads)];
  const cache = [...asked, '--cache-dir', join(work, 'cache')];
  const changedCache = [...asked, '--cache-dir', join(work, 'cache-of-changing')];
  await analyse(root, out, cache);
  await analyse(changing.root, out, changedCache);
  for (let round = 0; round < rounds; round++) {
    parsings.push(await succeeding([parseOnly, list, String(threads)]));
    analyses.push(await analyse(root, out, asked));
    if (reference !== null) references.push(await measureCommand(commandFor(reference, root)));
    repeated.push(await succeeding([analyzer, 'analyze', '--source', root, '--out', out, ...cache]));
    await changeFiles(changing, round);
    changed.push(await analyse(changing.root, out, changedCache));
    const empty = join(work, 'empty-cache');
    first.push(await analyse(root, out, [...asked, '--cache-dir', empty]));
    await rm(empty, { recursive: true });
  }
  return { analyses, repeated, changed, first, parsings, references };
}

/** The command line of the reference for one directory. */
export function commandFor(template: string, directory: string): string {
  const word = quoted(directory);
  return template.includes('{}') ? template.replaceAll('{}', () => word) : `${template} ${word}`;
}

/** What the reference took; where one run of it failed, why. */
export function judgeReference(runs: readonly FinishedRun[]): Run | FailedReference {
  const failed = runs.find(({ code }) => code !== 0);
  if (failed === undefined) return medianRun(runs);
  const why = failed.complaint === '' ? '' : `: ${failed.complaint.slice(0, 200)}`;
  return { failure: `ended with exit code ${failed.code}${why}` };
}

/** The files that an analysis parses, by the analyzer's own inventory. */
async function parsedFiles(root: string) {
  const inventory = await takeInventory({ root, limits: DEFAULT_CONFIG.limits });
  return inventory.files.filter(
    ({ language, role, unparsed }) =>
      language === 'java' && unparsed === null && ['production', 'generated', 'test'].includes(role),
  );
}

interface Event {
  readonly type: string;
  readonly ts: string;
  readonly phase?: string;
}

/** Analyses a tree with the built analyzer. Throws where it does not end well. */
export async function analyse(
  root: string,
  out: string,
  flags: readonly string[] = [],
): Promise<AnalysisRun> {
  const { stdout, ...run } = await succeeding([
    analyzer,
    'analyze',
    '--source',
    root,
    '--out',
    out,
    ...flags,
  ]);
  const events = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Event);
  if (events.at(-1)?.type !== 'result') throw new Error(`the analysis of ${root} ended without a result`);
  return { ...run, stages: stagesOf(events) };
}

function stagesOf(events: readonly Event[]): Record<string, number> {
  const marks = events.filter(({ type }) => type === 'hello' || type === 'phase' || type === 'result');
  const stages = marks.slice(0, -1).map((mark, index) => {
    const next = marks[index + 1]?.ts ?? mark.ts;
    return [mark.phase ?? 'start', Date.parse(next) - Date.parse(mark.ts)] as const;
  });
  return Object.fromEntries(stages);
}

/** A run of Node that must end well. */
async function succeeding(args: readonly string[]): Promise<FinishedRun> {
  const run = await measureCommand([process.execPath, ...args].map(quoted).join(' '));
  if (run.code !== 0) throw new Error(`${args.join(' ')} ended with exit code ${run.code}: ${run.complaint}`);
  return run;
}

function medianStages(analyses: readonly AnalysisRun[]): Record<string, number> {
  return Object.fromEntries(
    Object.keys(analyses[0]?.stages ?? {}).map((stage) => [
      stage,
      median(analyses.map(({ stages }) => stages[stage] ?? 0)),
    ]),
  );
}

/** The middle of each figure. */
export function medianRun(runs: readonly Run[]): Run {
  return {
    wallMs: median(runs.map(({ wallMs }) => wallMs)),
    cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
    peakMemoryBytes: median(runs.map(({ peakMemoryBytes }) => peakMemoryBytes)),
  };
}

/** The middle of the figures; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
