import { writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, tools } from '../../scripts/run-command.ts';
import { readRevisions } from '../accuracy/corpus.ts';
import { type Measurement, measureTree } from './measure.ts';
import { comparison, performancePage, secondTime, stages } from './performance-page.ts';

const USAGE = `npm run bench -- DIR… [--rounds N] [--write]

Measures what the analysis of each directory costs beside parsing alone: time, CPU, memory, and time by stage;
and what it costs the second time, where nothing has changed.
  --rounds  how often each is run, in turn; 3 by default
  --write   write docs/performance.md; commits come from revisions.json beside the directories
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '3' }, write: { type: 'boolean', default: false } },
  });
  const rounds = Number(values.rounds);
  if (positionals.length === 0 || !Number.isInteger(rounds) || rounds < 1) {
    console.error(USAGE);
    return 2;
  }
  const build = await runCommand({ script: tools.turbo, args: ['run', 'build'], output: 'capture' });
  if (build.code !== 0) throw new Error(`the build failed:\n${build.text}`);
  const measured: Measurement[] = [];
  for (const directory of positionals) {
    measured.push(await measureTree(directory, rounds));
    console.error(`${directory}: measured ${rounds} times`);
  }
  console.log([comparison(measured), secondTime(measured), stages(measured)].join('\n\n'));
  if (values.write) await writePage(measured, { rounds, directories: positionals });
  return 0;
}

async function writePage(
  measured: readonly Measurement[],
  { rounds, directories }: { readonly rounds: number; readonly directories: readonly string[] },
): Promise<void> {
  const folders = [...new Set(directories.map((directory) => dirname(resolve(directory))))];
  const page = performancePage(measured, {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    rounds,
    revisions: Object.assign({}, ...folders.map(readRevisions)) as Record<string, string>,
  });
  await writeFile(join(import.meta.dirname, '../../docs/performance.md'), page);
}

process.exitCode = await main();
