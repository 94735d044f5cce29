import { table } from '../accuracy/markdown.ts';
import { GROWTH_BAR, growthTable, type SizedRun } from './growth/measure-growth.ts';
import type { Measurement } from './measure.ts';
import type { Run } from './process-cost.ts';
import { judgeSpeed, speedBarTable } from './speed-bars.ts';
import { type StartUp, startUpTable } from './start-up.ts';

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
  /** What the reference is, for whoever reads the page; null where it was not said. */
  readonly referenceName: string | null;
}

/** What is measured of trees that are generated, whatever others are given. */
export interface Generated {
  readonly growth: readonly SizedRun[];
  readonly startUp: StartUp;
}

/** docs/performance.md. */
export function performancePage(
  measured: readonly Measurement[],
  where: Circumstances,
  generated: Generated | null = null,
): string {
  const memory = Math.round(where.memoryBytes / 2 ** 30);
  const beyondTrees = generated === null ? '' : generatedSections(generated);
  return `# How fast CSQA is

Written by \`npm run bench -- --write DIR…\`; not by hand. Each tree is analysed as a whole, and its Java files are parsed with
nothing else going on (web-tree-sitter, one thread), ${where.rounds} times in turn; the medians count. Ratios say what an analysis costs
beside a parse with a well-kept library, and hold on other machines; the seconds are those of this one. The analysis itself works on
one thread too, for which the main thread reads ahead where there are a thousand files to look at
([0028](decisions/0028-code-is-read-in-several-threads.md)), and reads well-formed Java with a parser of its own
([0031](decisions/0031-well-formed-java-has-a-parser-of-its-own.md)).

Measured on ${where.date}: Node ${where.node}, ${where.cores} cores, ${memory} GB of memory.

${comparison(measured)}

Wall time runs from the start of the process to its end. The peak is that of the whole process.
What a million repositories cost, and what gives way first: [scale.md](scale.md).
${barSection(measured, generated)}${referenceSection(measured, where.referenceName)}
## The second time

What an earlier run kept (\`--cache-dir\`) makes of the whole analysis: where nothing has changed since, and where one source
file in a hundred has. All is new to a run that finds nothing kept, and keeps it for the next.

${secondTime(measured)}

## Where the time goes

Seconds of wall time by stage; \`start\` is what comes before the first stage.

${stages(measured)}

${beyondTrees}## What was measured

${trees(measured, where.revisions)}
`;
}

function barSection(measured: readonly Measurement[], generated: Generated | null): string {
  const bars = judgeSpeed(measured, generated ?? { growth: null, startUp: null });
  return bars.length === 0 ? '' : `\n## Against the bars\n\n${speedBarTable(bars)}\n`;
}

function generatedSections({ growth, startUp }: Generated): string {
  return `## Growth

Generated applications (benchmarks/speed/growth) in which a module calls as many others whatever their number; the growth of
the time for a megabyte is to stay below ${GROWTH_BAR}.

${growthTable(growth)}

## Start-up

${startUpTable(startUp)}

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

function referenceSection(measured: readonly Measurement[], name: string | null): string {
  const rows = besideReference(measured);
  if (rows === '') return '';
  const said = name === null ? '' : `: ${name}`;
  return `\n## Beside another tool\n\nRun in turns with the analysis${said}. Ratios above 1 say that it takes more.\n\n${rows}\n`;
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

/** The whole analysis, and what it takes where nothing, one file in a hundred or all has changed since something was kept. */
export function secondTime(measured: readonly Measurement[]): string {
  return table(
    ['tree', 'changed', 'wall s', 'whole', 'ratio', 'CPU s', 'whole', 'ratio', 'peak MB', 'whole', 'ratio'],
    measured.flatMap(({ name, analysis, unchanged, changed, first }) => [
      [name, 'nothing', ...besideWhole(unchanged, analysis)],
      [name, '1 %', ...besideWhole(changed, analysis)],
      [name, 'all', ...besideWhole(first, analysis)],
    ]),
  );
}

function besideWhole(part: Run, whole: Run): readonly string[] {
  return [
    ...shares(part, whole, (run) => run.wallMs / 1000),
    ...shares(part, whole, (run) => run.cpuMs / 1000),
    ...shares(part, whole, (run) => run.peakMemoryBytes / 1e6),
  ];
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
