import { table } from '../accuracy/markdown.ts';
import type { Measurement } from './measure.ts';
import type { Run } from './process-cost.ts';

/** Where and when it was measured. */
export interface Circumstances {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly node: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly rounds: number;
  /** Commit and date of each tree, where known. */
  readonly revisions: Readonly<Record<string, string>>;
}

/** docs/performance.md. */
export function performancePage(measured: readonly Measurement[], where: Circumstances): string {
  const memory = Math.round(where.memoryBytes / 2 ** 30);
  return `# How fast CSQA is

Written by \`npm run bench -- --write DIR…\`; not by hand. Each tree is analysed as a whole, and its Java files are parsed with
nothing else going on (web-tree-sitter, one thread), ${where.rounds} times in turn; the medians count. Ratios say what an analysis costs
beyond the parse that any such tool must do, and hold on other machines; the seconds are those of this one.

Measured on ${where.date}: Node ${where.node}, ${where.cores} cores, ${memory} GB of memory.

${comparison(measured)}

Wall time runs from the start of the process to its end. The peak is that of the whole process.
What a million repositories cost, and what gives way first: [scale.md](scale.md).
${referenceSection(measured)}
## The second time

A tree in which nothing has changed since an earlier run kept its result (\`--cache-dir\`) beside the whole analysis.

${secondTime(measured)}

## Where the time goes

Seconds of wall time by stage; \`start\` is what comes before the first stage.

${stages(measured)}

## What was measured

${trees(measured, where.revisions)}
`;
}

/** Analysis beside parsing, with ratios. */
export function comparison(measured: readonly Measurement[]): string {
  const head = [
    'tree',
    'files',
    'MB',
    'MB/s',
    'wall s',
    'parsing',
    'ratio',
    'CPU s',
    'parsing',
    'ratio',
    'peak MB',
    'parsing',
    'ratio',
  ];
  return table(
    head,
    measured.map(({ name, files, bytes, analysis, parsing }) => [
      name,
      files,
      (bytes / 1e6).toFixed(1),
      (bytes / 1000 / analysis.wallMs).toFixed(1),
      ...compared(analysis, parsing, (run) => run.wallMs / 1000),
      ...compared(analysis, parsing, (run) => run.cpuMs / 1000),
      ...compared(analysis, parsing, (run) => run.peakMemoryBytes / 1e6),
    ]),
  );
}

function compared(analysis: Run, parsing: Run, figure: (run: Run) => number): readonly string[] {
  const [whole, part] = [figure(analysis), figure(parsing)];
  const digits = whole >= 100 ? 0 : 1;
  return [shown(whole, digits), shown(part, digits), `**${shown(whole / part, 1)}**`];
}

function referenceSection(measured: readonly Measurement[]): string {
  const rows = besideReference(measured);
  return rows === '' ? '' : `\n## Beside another tool\n\nRun in turns with the analysis.\n\n${rows}\n`;
}

/** A reference tool beside the analysis; how it failed where it did; empty where none was given. */
export function besideReference(measured: readonly Measurement[]): string {
  const rows = measured.flatMap(({ name, analysis, reference }) => {
    if (reference === null) return [];
    if ('failure' in reference)
      return [[name, reference.failure.replaceAll('|', '/'), ...Array(8).fill('–')]];
    return [
      [
        name,
        ...compared(reference, analysis, (run) => run.wallMs / 1000),
        ...compared(reference, analysis, (run) => run.cpuMs / 1000),
        ...compared(reference, analysis, (run) => run.peakMemoryBytes / 1e6),
      ],
    ];
  });
  if (rows.length === 0) return '';
  return table(
    ['tree', 'reference s', 'CSQA', 'ratio', 'CPU s', 'CSQA', 'ratio', 'peak MB', 'CSQA', 'ratio'],
    rows,
  );
}

/** The whole analysis, and what it takes where nothing has changed. */
export function secondTime(measured: readonly Measurement[]): string {
  return table(
    ['tree', 'unchanged s', 'whole', 'ratio', 'CPU s', 'whole', 'ratio', 'peak MB', 'whole', 'ratio'],
    measured.map(({ name, analysis, unchanged }) => [
      name,
      ...shares(unchanged, analysis, (run) => run.wallMs / 1000),
      ...shares(unchanged, analysis, (run) => run.cpuMs / 1000),
      ...shares(unchanged, analysis, (run) => run.peakMemoryBytes / 1e6),
    ]),
  );
}

function shares(part: Run, whole: Run, figure: (run: Run) => number): readonly string[] {
  const [small, large] = [figure(part), figure(whole)];
  const digits = large >= 100 ? 0 : 1;
  return [shown(small, digits), shown(large, digits), `**${shown(small / large, 2)}**`];
}

/** Seconds by stage. */
export function stages(measured: readonly Measurement[]): string {
  const names = Object.keys(measured[0]?.analysis.stages ?? {});
  return table(
    ['tree', ...names],
    measured.map(({ name, analysis }) => [
      name,
      ...names.map((stage) => ((analysis.stages[stage] ?? 0) / 1000).toFixed(2)),
    ]),
  );
}

function trees(measured: readonly Measurement[], revisions: Readonly<Record<string, string>>): string {
  return table(
    ['tree', 'revision'],
    measured.map(({ name }) => [name, revisions[name] ?? 'unknown']),
  );
}

/** A dash where nothing could be measured, as of a command that ended before its memory was looked at. */
function shown(value: number, digits: number): string {
  return Number.isFinite(value) ? value.toFixed(digits) : '–';
}
