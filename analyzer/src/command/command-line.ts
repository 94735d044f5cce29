import type { Artifact } from '@csqa/report';
import { CONTRACT_VERSION } from '@csqa/report/speaker';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import { AnalysisError, type AnalysisErrorCode } from '../base/errors.ts';
import { type AnalysisThread, startAnalysisThread } from './analysis-thread.ts';
import { EventStream, writeToStandardOutput } from './event-stream.ts';
import { type LibraryFlags, libraryOptions } from './library-options.ts';
import { assertNodeVersion } from './node-version.ts';
import { probe } from './probe.ts';
import { type AnalyzeFlags, readRequest } from './read-request.ts';
import { type FinishedAnalysis, runAnalysis } from './run-analysis.ts';
import { thisMachine, threadCount, type WantedThreads } from './thread-count.ts';
import { prepareOutDirectory, WholeFile } from './write-report.ts';

const EXIT_FAILED = 1;
const EXIT_BAD_INPUT = 2;

/** Errors of whoever called; everything else is a failure of the run. */
const BAD_INPUT: ReadonlySet<AnalysisErrorCode> = new Set<AnalysisErrorCode>([
  'SOURCE_NOT_FOUND',
  'SOURCE_NOT_A_DIRECTORY',
  'SOURCE_UNREADABLE',
  'SOURCE_EMPTY',
  'CONFIG_INVALID',
  'OUT_DIR_REFUSED',
]);

/** What a process starts with. */
export interface Start {
  readonly env: NodeJS.ProcessEnv;
  /** Started ahead, where the arguments look like an analysis. */
  readonly thread: AnalysisThread | null;
}

const events = new EventStream(writeToStandardOutput, () => new Date());
const log = (line: string) => process.stderr.write(`${line}\n`);

async function analyzeCommand(flags: AnalyzeFlags & LibraryFlags, { env, thread }: Start): Promise<void> {
  const started = performance.now();
  events.send({
    type: 'hello',
    tool: 'csqa',
    version: packageFile.version,
    contract: CONTRACT_VERSION,
    capabilities: ['java'],
  });
  const cancel = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => cancel.abort());
  const request = await readRequest(flags);
  const libraries = await libraryOptions(flags, env);
  await prepareOutDirectory(request.out);
  const report = new WholeFile(request.out, 'report.json');
  try {
    const done = await runAnalysis({
      task: {
        root: request.root,
        config: request.config,
        configFile: request.configFile,
        mode: flags.mode,
        libraries,
        revision: flags.revision ?? null,
        version: packageFile.version,
        callsFile: flags.dumpCalls ?? null,
        cacheDirectory: request.cacheDirectory,
        threads: threadCount(flags.threads ?? 1, thisMachine()),
      },
      thread: thread ?? startAnalysisThread(),
      events,
      deadline: flags.deadline ?? null,
      signal: cancel.signal,
      log,
      onReport: (part) => report.add(part),
    });
    tellResult(done, await report.finish(), started);
  } catch (error) {
    await report.discard();
    throw error;
  }
}

function tellResult({ metrics, diagnostics }: FinishedAnalysis, file: Artifact, started: number): void {
  for (const { id, status, value } of metrics) {
    events.send({ type: 'metric', id: id as 'A1', status, value });
  }
  for (const diagnostic of diagnostics) events.send({ type: 'warn', ...diagnostic });
  const { user, system } = process.cpuUsage();
  events.send({
    type: 'result',
    files: [file],
    usage: {
      wallMs: performance.now() - started,
      cpuMs: (user + system) / 1000,
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    },
  });
}

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('expected seconds above 0');
  return value;
}

function threads(text: string): WantedThreads {
  const value = Number(text);
  if (text === 'auto') return text;
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('expected a whole number above 0, or auto');
  return value;
}

function program(start: Start): Command {
  const command = new Command('csqa-analyzer')
    .description('Reads a source directory, never compiling or running it, and writes report.json.')
    .version(packageFile.version)
    .exitOverride()
    .addHelpText(
      'after',
      [
        '',
        'Standard output is one JSON event a line; standard error is a log for people.',
        'Exit codes: 0 done, 1 the analysis failed, 2 wrong input.',
        '',
        'Example:',
        '  csqa-analyzer analyze --source /src --out /out --mode fast --deadline 600',
        '',
        'As an image, with the tree and the result as mounts:',
        '  docker run --rm --network none -v "$PWD:/src:ro" -v "$PWD/out:/out" csqa-metrics:fast \\',
        '    analyze --source /src --out /out',
        'Only the image csqa-metrics:full has Maven. It needs a network, or --offline and a repository:',
        '  docker run --rm -v "$PWD:/src:ro" -v "$PWD/out:/out" -v "$HOME/.m2/repository:/m2:ro" \\',
        '    csqa-metrics:full analyze --source /src --out /out --mode full --offline --maven-repository /m2',
      ].join('\n'),
    );
  addAnalyze(command, start);
  command
    .command('probe')
    .description('tell as one JSON line what is seen of a directory, and write a nonce back to it')
    .requiredOption('--directory <dir>', 'the directory that is said to be shared')
    .option('--nonce-file <name>', 'file in it to read, and to answer beside')
    .action(async ({ directory, nonceFile }: { directory: string; nonceFile?: string }) => {
      writeToStandardOutput(`${JSON.stringify(await probe(directory, nonceFile ?? null))}\n`);
    });
  return command;
}

function addAnalyze(program: Command, start: Start): void {
  program
    .command('analyze')
    .description('analyse a directory')
    .requiredOption('--source <dir>', 'the tree to read')
    .requiredOption('--out <dir>', 'where report.json goes')
    .addOption(
      new Option('--mode <mode>', 'fast reads files only; full also has Maven resolve class paths')
        .choices(['fast', 'full'])
        .default('fast'),
    )
    .option('--deadline <seconds>', 'end by itself after so many seconds', seconds)
    .option('--config <file>', 'configuration instead of .csqa.yml of the tree')
    .option('--revision <commit>', 'commit of the tree, for the report')
    .option('--dump-calls <file>', 'write every call site as one JSON line')
    .option(
      '--threads <number>',
      'threads to work in, 1 by default; auto for one a processor; never more than processors and memory allow',
      threads,
    )
    .option('--cache-dir <dir>', 'keep what was read there, and read only what has changed since')
    .option('--advisories <dir>', 'OSV advisories (.json, .zip) to compare libraries with')
    .option('--maven-repository <dir>', 'repository that Maven fills, or only reads where it cannot write')
    .option('--maven-mirror-file <file>', 'file with the URL that Maven gets everything from')
    .option('--maven-timeout <seconds>', 'time for Maven, 600 by default', seconds)
    .option('--offline', 'Maven asks no network')
    .action((flags: AnalyzeFlags & LibraryFlags) => analyzeCommand(flags, start));
}

/** Tells the reader of events and the reader of the log, and says by the exit code whose fault it is. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_BAD_INPUT;
  const known =
    error instanceof AnalysisError
      ? error
      : new AnalysisError('INTERNAL', `the analyzer met a defect of its own: ${String(error)}`, {
          hint: 'please report it with the log',
          ru: `сбой внутри анализатора: ${String(error)}`,
          cause: error,
        });
  log(`${known.code}: ${known.message}\n${known.hint}`);
  if (known.code === 'INTERNAL') log(String(known.stack));
  events.send({
    type: 'error',
    code: known.code,
    message: known.message,
    hint: known.hint,
    retryable: known.code === 'DEADLINE_EXCEEDED',
    localized: { ru: { message: known.ru } },
  });
  return BAD_INPUT.has(known.code) ? EXIT_BAD_INPUT : EXIT_FAILED;
}

/** Does what is asked, without the name of the program, and gives its exit code. */
export async function runCommandLine(asked: readonly string[], start: Start): Promise<number> {
  try {
    assertNodeVersion(process.versions.node, packageFile.engines.node);
    await program(start).parseAsync([...asked], { from: 'user' });
    return 0;
  } catch (error) {
    return fail(error);
  }
}
