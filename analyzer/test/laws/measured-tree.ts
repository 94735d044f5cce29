import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '@csqa/report';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import type { Program } from '../../src/link/program.ts';
import { analyze } from '../../src/pipeline.ts';

/** A source tree: text by path, forward slashes. */
export type Tree = Readonly<Record<string, string>>;

/** What a metric says, without the places it says it of. */
export interface Figure {
  readonly value: number | null;
  readonly raw: number | null;
  readonly csqa1: number | null;
  readonly csqa2: number | null;
  readonly distribution: readonly string[];
  readonly reason: string | null;
}

/** Figures by metric id, and the index of both scoring models. */
export type Figures = Readonly<Record<string, Figure>>;

/** Runs the whole pipeline over a tree. */
export async function reportOf(tree: Tree, onProgram?: (program: Program) => void): Promise<Report> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'csqa-laws-')));
  try {
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await analyze({
      ...{ root, config: DEFAULT_CONFIG, configFile: '.csqa.yml', mode: 'fast', revision: null },
      version: '0.0.0',
      onStage: () => undefined,
      onProgress: () => undefined,
      onProgram: (program) => Promise.resolve(onProgram?.(program)),
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Reads a directory as a tree. Build output is left out. */
export function treeAt(directory: string): Tree {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .filter((path) => !/(^|\/)(target|build|\.git)\//u.test(path));
  return Object.fromEntries(
    files.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(directory, path), 'utf8')]),
  );
}

/** All figures of a report. */
export function figuresOf(report: Report): Figures {
  const { csqa1, csqa2 } = report.aggregate;
  const index: Figure = {
    ...{ value: rounded(csqa2), raw: null, csqa1: rounded(csqa1), csqa2: rounded(csqa2) },
    ...{ distribution: [], reason: null },
  };
  const metrics = report.metrics.map((metric): [string, Figure] => [
    metric.id,
    {
      value: rounded(metric.value),
      raw: rounded(metric.raw),
      csqa1: metric.status === 'measured' ? rounded(metric.values?.['csqa-1']) : null,
      csqa2: metric.status === 'measured' ? rounded(metric.values?.['csqa-2']) : null,
      // D1 counts the files of each language, which is no figure of the code.
      distribution: (metric.id === 'D1' ? [] : (metric.distribution ?? [])).map(
        ({ label, value }) => `${label} ${rounded(value)}`,
      ),
      reason: metric.status === 'measured' ? null : metric.reason,
    },
  ]);
  return { index, ...Object.fromEntries(metrics) };
}

/** Sums of the same numbers in another order differ in their last bits. */
function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 1e9) / 1e9;
}

/** `metric: before → after` for each metric whose figures differ, apart from the named ones. */
export function differences(before: Report, after: Report, except: readonly string[] = []): string[] {
  const old = figuresOf(before);
  const now = figuresOf(after);
  return Object.keys(old).flatMap((id) => {
    const [left, right] = [JSON.stringify(old[id]), JSON.stringify(now[id])];
    return except.includes(id) || left === right ? [] : [`${id}: ${left} → ${right}`];
  });
}

/** How often each rule speaks. */
export function ruleCounts(report: Report): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { rule, severity } of report.findings) {
    const key = `${rule} ${severity}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort());
}
