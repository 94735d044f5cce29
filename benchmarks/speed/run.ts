import { writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, tools } from '../../scripts/run-command.ts';
import { readRevisions } from '../accuracy/corpus.ts';
import { runWith, WrongArguments } from '../wrong-arguments.ts';
import { growthTable, measureGrowth } from './growth/measure-growth.ts';
import { type Measurement, type Measuring, measureTree } from './measure.ts';
import {
  besideReference,
  comparison,
  type Generated,
  performancePage,
  secondTime,
  stages,
} from './performance-page.ts';
import { judgeSpeed, speedBarTable } from './speed-bars.ts';
import { measureStartUp, startUpTable } from './start-up.ts';

const USAGE = `npm run bench -- [DIR…] [--growth] [--start-up] [--reference CMD [--reference-name TEXT]]
             [--rounds N] [--threads N] [--write]

Measures what the analysis of each directory costs beside parsing alone in as many threads: time, CPU, memory, MB/s, and time by
stage; what it costs the second time, where nothing or one file in a hundred has changed, and to keep what that takes; and what
another tool costs on the same files.
  --growth         also how the time for a megabyte grows over generated trees of 1, 2, 4 and 8 times the size
  --start-up       also what ten files take beside starting Node and the parser, and in a container beside an empty one
  --reference CMD  a shell command, run in turns with the analysis; {} in it is the directory, which comes last otherwise
  --reference-name TEXT
                   what that is, for the page: name, version, what it is asked to do
  --rounds N       how often each is run, in turn; 3 by default
  --threads N      threads of the analysis and of parsing alone; 1 by default, and no more than there are processors
  --write          write docs/performance.md, with growth and start-up; commits come from revisions.json beside the directories
  --help           this text

Examples:
  npm run bench -- ../spring-petclinic ../WebGoat
  npm run bench -- ../WebGoat --threads 2
  npm run bench -- --growth --rounds 5
  npm run bench -- ../WebGoat --reference 'java -jar tool.jar --out /tmp/out {}' --reference-name 'tool 1.2'
  npm run bench -- ../WebGoat --reference 'python3 -W ignore benchmarks/speed/prototype.py ../code-csa-metrics {}'

Exit codes: 0 measured, 1 something failed (the reference too), 2 wrong arguments.
`;

interface Asked {
  readonly directories: readonly string[];
  readonly measuring: Measuring;
  readonly referenceName: string | null;
  readonly growth: boolean;
  readonly startUp: boolean;
  readonly write: boolean;
}

/** Throws WrongArguments. Null where help is asked for. */
function readArguments(): Asked | null {
  const { values, positionals: directories } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '3' },
      threads: { type: 'string', default: '1' },
      reference: { type: 'string' },
      'reference-name': { type: 'string' },
      growth: { type: 'boolean', default: false },
      'start-up': { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const rounds = wholeNumber('--rounds', values.rounds, Number.MAX_SAFE_INTEGER);
  const threads = wholeNumber('--threads', values.threads, availableParallelism());
  const { growth, write, 'start-up': startUp, 'reference-name': referenceName = null } = values;
  if (referenceName !== null && values.reference === undefined)
    throw new WrongArguments('--reference-name: expected beside --reference CMD, which is missing');
  if (directories.length === 0 && (write || !(growth || startUp)))
    throw new WrongArguments('expected at least one directory');
  if (write && threads > 1) throw new WrongArguments('--write: the page is about one thread');
  return {
    directories,
    measuring: { rounds, threads, reference: values.reference ?? null },
    referenceName,
    growth: growth || write,
    startUp: startUp || write,
    write,
  };
}

/** Throws WrongArguments where the text is no whole number from 1 to `most`. */
function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  const expected = most === Number.MAX_SAFE_INTEGER ? 'above 0' : `from 1 to ${most}`;
  throw new WrongArguments(`${option}: expected a whole number ${expected}, got ${text}`);
}

async function main(): Promise<number> {
  const asked = readArguments();
  if (asked === null) {
    console.log(USAGE);
    return 0;
  }
  const { directories, measuring, referenceName } = asked;
  const build = await runCommand({ script: tools.turbo, args: ['run', 'build'], output: 'capture' });
  if (build.code !== 0) throw new Error(`the build failed:\n${build.text}`);
  const measured: Measurement[] = [];
  for (const directory of directories) {
    measured.push(await measureTree(directory, measuring));
    console.error(`${directory}: measured ${measuring.rounds} times`);
  }
  const { rounds } = measuring;
  const growth = asked.growth ? await measureGrowth(rounds) : null;
  const startUp = asked.startUp ? await measureStartUp(rounds) : null;
  const bars = judgeSpeed(measured, { growth, startUp });
  const tables = [
    ...(measured.length === 0
      ? []
      : [comparison(measured), besideReference(measured), secondTime(measured), stages(measured)]),
    growth === null ? '' : growthTable(growth),
    startUp === null ? '' : startUpTable(startUp),
    bars.length === 0 ? '' : speedBarTable(bars),
  ];
  console.log(tables.filter((text) => text !== '').join('\n\n'));
  if (asked.write && growth !== null && startUp !== null)
    await writePage(measured, { growth, startUp }, { rounds, directories, referenceName });
  return tellFailures(measured) > 0 ? 1 : 0;
}

function tellFailures(measured: readonly Measurement[]): number {
  let failures = 0;
  for (const { name, reference } of measured) {
    if (reference === null || !('failure' in reference)) continue;
    failures += 1;
    console.error(`${name}: the reference ${reference.failure}`);
  }
  return failures;
}

/** What the page tells beside the figures. */
interface Written {
  readonly rounds: number;
  readonly directories: readonly string[];
  readonly referenceName: string | null;
}

async function writePage(
  measured: readonly Measurement[],
  generated: Generated,
  { rounds, directories, referenceName }: Written,
): Promise<void> {
  const folders = [...new Set(directories.map((directory) => dirname(resolve(directory))))];
  const where = {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    rounds,
    revisions: Object.assign({}, ...folders.map(readRevisions)) as Record<string, string>,
    referenceName,
  };
  const page = performancePage(measured, where, generated);
  await writeFile(join(import.meta.dirname, '../../docs/performance.md'), page);
}

await runWith(USAGE, main);
