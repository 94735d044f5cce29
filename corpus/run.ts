import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type Report, readReport } from '../packages/report/src/index.ts';
import { differences } from './compare.ts';
import { fetchSource, type PinnedSource, SourceUnavailable } from './fetch-source.ts';
import { type Summary, summarise } from './summarise.ts';

const here = import.meta.dirname;
const cache = join(here, '../.cache/corpus');
const analyzer = join(here, '../analyzer/src/main.ts');
const run = promisify(execFile);

const USAGE = `npm run corpus -- [name …] [--dir NAME=PATH …] [--update]

Analyses the pinned public sources of corpus/repos.json and compares each with its reviewed summary in corpus/expected.
  name         only these of repos.json
  --dir        a checkout of your own instead, compared where corpus/expected/NAME.json exists
  --update     write the summaries; look at their diff before you commit it
`;

interface Input {
  readonly name: string;
  /** Gives the directory to analyse. */
  readonly directory: () => Promise<string>;
}

type Verdict = 'same' | 'different' | 'written' | 'unknown' | 'skipped' | 'failed';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dir: { type: 'string', multiple: true },
      update: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const inputs = await chooseInputs(values.dir ?? [], positionals);
  const verdicts: Verdict[] = [];
  for (const input of inputs) verdicts.push(await examine(input, values.update === true));
  const isRequired = process.env.CSQA_E2E === 'required';
  const count = (verdict: Verdict) => verdicts.filter((other) => other === verdict).length;
  console.log(
    `\ncorpus: ${count('same')} as reviewed, ${count('written')} written, ${count('different')} different, ` +
      `${count('unknown')} without a reviewed summary, ${count('skipped')} skipped, ${count('failed')} failed`,
  );
  return count('different') + count('failed') + (isRequired ? count('skipped') : 0) > 0 ? 1 : 0;
}

async function chooseInputs(directories: readonly string[], names: readonly string[]): Promise<Input[]> {
  const pinned = JSON.parse(await readFile(join(here, 'repos.json'), 'utf8')) as readonly PinnedSource[];
  const unknown = names.filter((name) => !pinned.some((source) => source.name === name));
  if (unknown.length > 0) throw new Error(`repos.json names no ${unknown.join(', ')}`);
  const own = directories.map((text): Input => {
    const [name = '', path] = text.split('=');
    if (!/^[\w.-]+$/u.test(name) || path === undefined)
      throw new Error(`expected --dir NAME=PATH, got ${text}`);
    return { name, directory: () => Promise.resolve(resolve(path)) };
  });
  if (own.length > 0 && names.length === 0) return own;
  const chosen = pinned.filter(({ name }) => names.length === 0 || names.includes(name));
  return [
    ...chosen.map((source) => ({ name: source.name, directory: () => fetchSource(source, cache) })),
    ...own,
  ];
}

async function examine(input: Input, update: boolean): Promise<Verdict> {
  const started = performance.now();
  try {
    const actual = summarise(await analyse(await input.directory()));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    return await judge(input.name, actual, { seconds, update });
  } catch (error) {
    const isSkipped = error instanceof SourceUnavailable;
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`${input.name}: ${isSkipped ? 'skipped, ' : ''}${reason}`);
    return isSkipped ? 'skipped' : 'failed';
  }
}

async function judge(
  name: string,
  actual: Summary,
  how: { readonly seconds: string; readonly update: boolean },
): Promise<Verdict> {
  const expected = await readExpected(name);
  const changes = expected === null ? [] : differences(expected, actual);
  const verdict = expected === null ? 'unknown' : changes.length > 0 ? 'different' : 'same';
  console.log(`${name}: ${SAID[verdict]} (${how.seconds} s)`);
  for (const line of changes) console.log(`  ${line}`);
  if (!how.update || verdict === 'same') return verdict;
  await writeFile(expectedFile(name), `${JSON.stringify(actual, null, 1)}\n`);
  return 'written';
}

const SAID = {
  same: 'as reviewed',
  different: 'not as reviewed',
  unknown: 'without a reviewed summary',
} as const;

function expectedFile(name: string): string {
  return join(here, 'expected', `${basename(name)}.json`);
}

async function readExpected(name: string): Promise<Summary | null> {
  try {
    return JSON.parse(await readFile(expectedFile(name), 'utf8')) as Summary;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function analyse(directory: string): Promise<Report> {
  const out = await mkdtemp(join(tmpdir(), 'csqa-corpus-'));
  try {
    const args = ['--conditions=csqa-source', analyzer, 'analyze', '--source', directory, '--out', out];
    await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
    const read = readReport(await readFile(join(out, 'report.json'), 'utf8'));
    if (!read.ok)
      throw new Error(`the report does not keep the contract: ${JSON.stringify(read).slice(0, 500)}`);
    return read.value;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  process.exitCode = 2;
}
