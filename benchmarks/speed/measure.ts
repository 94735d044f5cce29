import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { DEFAULT_CONFIG } from '../../analyzer/src/config/analyzer-config.ts';
import { resolveRoot } from '../../analyzer/src/inventory/resolve-root.ts';
import { takeInventory } from '../../analyzer/src/inventory/take-inventory.ts';

/** What one run took. Wall time from the start of the process to its end; CPU and memory of the whole process. */
export interface Run {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMemoryBytes: number;
}

export interface AnalysisRun extends Run {
  /** Milliseconds from one stage to the next, by stage, as the events tell. */
  readonly stages: Readonly<Record<string, number>>;
}

/** One tree, measured. */
export interface Measurement {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly analysis: AnalysisRun;
  /** The analysis of a tree that has not changed since an earlier one kept its result. */
  readonly unchanged: Run;
  readonly parsing: Run;
}

const analyzer = join(import.meta.dirname, '../../analyzer/dist/main.js');
const parseOnly = join(import.meta.dirname, 'parse-only.ts');
const run = promisify(execFile);

/**
 * Measures a tree: the whole analysis, the same where nothing has changed, and parsing of the same files take turns, so that whatever else the machine does
 * falls on both, and the median of each figure counts.
 */
export async function measureTree(directory: string, rounds: number): Promise<Measurement> {
  const root = resolveRoot(directory);
  const work = await mkdtemp(join(tmpdir(), 'csqa-bench-'));
  try {
    const files = await parsedFiles(root);
    const list = join(work, 'files');
    await writeFile(list, files.map(({ path }) => join(root, path)).join('\n'));
    const analyses: AnalysisRun[] = [];
    const repeated: Run[] = [];
    const parsings: Run[] = [];
    const [out, cache] = [join(work, 'out'), join(work, 'cache')];
    await analyse(root, out, ['--cache-dir', cache]);
    for (let round = 0; round < rounds; round++) {
      parsings.push(await parse(list));
      analyses.push(await analyse(root, out));
      repeated.push(await analyse(root, out, ['--cache-dir', cache]));
    }
    return {
      name: basename(root),
      files: files.length,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      analysis: {
        ...medianRun(analyses),
        stages: Object.fromEntries(
          Object.keys(analyses[0]?.stages ?? {}).map((stage) => [
            stage,
            median(analyses.map(({ stages }) => stages[stage] ?? 0)),
          ]),
        ),
      },
      unchanged: medianRun(repeated),
      parsing: medianRun(parsings),
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The files that an analysis parses, by the analyzer's own inventory. */
async function parsedFiles(root: string) {
  const inventory = await takeInventory({ root, limits: DEFAULT_CONFIG.limits });
  return inventory.files.filter(
    ({ language, role, unparsed }) =>
      language === 'java' && unparsed === null && ['production', 'generated', 'test'].includes(role),
  );
}

async function parse(list: string): Promise<Run> {
  const { wallMs, stdout } = await timed([parseOnly, list]);
  const { cpuMs, peakMemoryBytes } = JSON.parse(stdout) as Run;
  return { wallMs, cpuMs, peakMemoryBytes };
}

interface Event {
  readonly type: string;
  readonly ts: string;
  readonly phase?: string;
  readonly usage?: { readonly cpuMs: number; readonly peakMemoryBytes: number };
}

async function analyse(root: string, out: string, flags: readonly string[] = []): Promise<AnalysisRun> {
  const { wallMs, stdout } = await timed([analyzer, 'analyze', '--source', root, '--out', out, ...flags]);
  const events = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Event);
  const usage = events.at(-1)?.usage;
  if (usage === undefined) throw new Error(`the analysis of ${root} ended without a result`);
  const marks = events.filter(({ type }) => type === 'hello' || type === 'phase' || type === 'result');
  const stages = marks.slice(0, -1).map((mark, index) => {
    const next = marks[index + 1]?.ts ?? mark.ts;
    return [mark.phase ?? 'start', Date.parse(next) - Date.parse(mark.ts)] as const;
  });
  return {
    wallMs,
    cpuMs: usage.cpuMs,
    peakMemoryBytes: usage.peakMemoryBytes,
    stages: Object.fromEntries(stages),
  };
}

async function timed(args: readonly string[]): Promise<{ readonly wallMs: number; readonly stdout: string }> {
  const started = performance.now();
  const { stdout } = await run(process.execPath, [...args], { maxBuffer: 256 * 1024 * 1024 });
  return { wallMs: performance.now() - started, stdout };
}

function medianRun(runs: readonly Run[]): Run {
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
