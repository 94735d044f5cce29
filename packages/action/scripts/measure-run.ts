import { stat, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRevisions } from '../../../benchmarks/accuracy/corpus.ts';
import { actionPage, barTable, judgeBars } from '../../../benchmarks/action/action-page.ts';
import { runWith, WrongArguments } from '../../../benchmarks/wrong-arguments.ts';
import { runCommand, tools } from '../../../scripts/run-command.ts';
import { measureAction } from './measure-action.ts';

const USAGE = `npm run bench:action -- REPOSITORY [--rounds N] [--write]

Measures the released action on a clone with at least three commits, served by git over HTTP: a push without a cache, the same push once
more, the next push after one that filled the cache, and git clone of the same beside them; and the size of what a runner downloads.
  --rounds N   how often each is run, in turn; 3 by default, the medians count
  --write      write docs/action.md; commits come from revisions.json beside the repository
  --help       this text

Examples:
  npm run bench:action -- ../spring-petclinic
  npm run bench:action -- ../spring-petclinic --rounds 5 --write

Exit codes: 0 within every bar, 1 a bar is missed or something failed, 2 wrong arguments.
`;

interface Asked {
  readonly repository: string;
  readonly rounds: number;
  readonly write: boolean;
}

/** Throws WrongArguments. Null where help is asked for. */
async function readArguments(): Promise<Asked | null> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '3' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0)
    throw new WrongArguments(`expected one repository, got ${positionals.length}`);
  const repository = resolve(process.env.INIT_CWD ?? '.', given);
  if (!(await stat(join(repository, '.git')).catch(() => null)))
    throw new WrongArguments(`expected a clone of git, got ${given}`);
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new WrongArguments(`--rounds: expected a whole number above 0, got ${values.rounds}`);
  return { repository, rounds, write: values.write };
}

async function main(): Promise<number> {
  const asked = await readArguments();
  if (asked === null) {
    console.log(USAGE);
    return 0;
  }
  const { repository, rounds } = asked;
  const script = { script: tools.turbo, args: ['run', 'build', '--filter=@csqa/action'] };
  const build = await runCommand({ ...script, output: 'capture' });
  if (build.code !== 0) throw new Error(`the build failed:\n${build.text}`);
  const bars = judgeBars(await measureAction(repository, rounds));
  console.log(barTable(bars));
  if (asked.write) {
    const name = basename(repository);
    const page = actionPage(bars, {
      ...{ name, rounds, revision: readRevisions(dirname(repository))[name] ?? 'unknown' },
      date: new Date().toISOString().slice(0, 10),
      ...{ node: process.versions.node, cores: availableParallelism(), memoryBytes: totalmem() },
    });
    await writeFile(join(import.meta.dirname, '../../../docs/action.md'), page);
  }
  const missed = bars.filter(({ isMet }) => isMet === false);
  for (const { what } of missed) console.error(`missed: ${what}`);
  return missed.length > 0 ? 1 : 0;
}

await runWith(USAGE, main);
