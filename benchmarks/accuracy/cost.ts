import { join } from 'node:path';
import { runCommand, tools } from '../../scripts/run-command.ts';
import { measureTree } from '../speed/measure.ts';
import { table } from './markdown.ts';
import type { Measurement, Suite, SuiteRun } from './suite.ts';

const CORPUS = 'langchain4j';
const ROUNDS = 3;
const THREADS = 1;
/** What all the rest may cost beside parsing. */
const MOST = 2.5;

/** What accuracy costs: the whole analysis of a large repository against parsing it alone. */
export const cost: Suite = {
  name: 'cost',
  title: 'Cost of the whole analysis against parsing alone',
  corpora: [CORPUS],
  measure,
};

async function measure(run: SuiteRun): Promise<Measurement> {
  const build = await runCommand({
    script: tools.turbo,
    args: ['run', 'build', '--filter=@csqa/analyzer'],
    output: 'capture',
  });
  if (build.code !== 0) throw new Error(`the build failed:\n${build.text}`);
  const { analysis, parsing, files, bytes } = await measureTree(join(run.corpora, CORPUS), {
    rounds: ROUNDS,
    threads: THREADS,
    reference: null,
  });
  const wall = analysis.wallMs / parsing.wallMs;
  const row = [
    CORPUS,
    run.revisionOf(CORPUS),
    files,
    (bytes / 1e6).toFixed(1),
    ...[analysis.wallMs, parsing.wallMs].map(seconds),
    wall.toFixed(2),
    ...[analysis.cpuMs, parsing.cpuMs].map(seconds),
    (analysis.cpuMs / parsing.cpuMs).toFixed(2),
  ];
  return {
    section: `${table(HEAD, [row])}

- Parsing alone is web-tree-sitter with the same grammar over the same files and nothing else (benchmarks/speed/parse-only.ts), with as
  many threads as the analysis: ${THREADS}. Both are whole processes, run in turns, ${ROUNDS} times; the medians count.
- Processor time is that of all threads, of V8's compilers and collectors too. More trees are in [performance.md](performance.md).
`,
    misses: [],
    figures: [{ what: `whole analysis of ${CORPUS} ÷ parsing alone`, value: wall, most: MOST }],
  };
}

const HEAD = [
  ...['repository', 'revision', 'files', 'MB', 'wall s', 'parsing', 'wall ÷ parsing'],
  ...['processor s', 'parsing', 'processor ÷ parsing'],
];

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
