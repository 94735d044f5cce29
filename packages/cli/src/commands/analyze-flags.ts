import { ENGINE_CHOICES, type EngineChoice } from '@csqa/orchestrator';
import { ANALYSIS_MODES, type AnalysisMode, type WriterName } from '@csqa/report';
import { Command, Option } from 'commander';
import { readBytes, readSeconds, readThreads } from '../arguments/quantities.ts';
import { choiceOption, formatOption, valueOption } from '../arguments/value-options.ts';
import type { CliTexts } from '../text/catalogue.ts';
import { addGateFlags, type GivenGate } from './gate-flags.ts';
import type { GlobalFlags } from './setting.ts';

/** Where `analyze` writes and `explain` reads when nothing else is said. */
export const DEFAULT_OUT_DIR = './csqa-out';

/** The command line of `analyze`, read. */
export interface AnalyzeFlags extends GlobalFlags, GivenGate {
  readonly ref?: string;
  readonly mode: AnalysisMode;
  readonly out: string;
  readonly format: readonly WriterName[];
  readonly config?: string;
  /** A report to hold this one against. */
  readonly baseline?: string;
  readonly json: boolean;
  readonly engine?: EngineChoice;
  /** Seconds. */
  readonly timeout?: number;
  /** Bytes. */
  readonly memory?: number;
  readonly dumpCalls?: string;
  /** A directory or a URL. */
  readonly advisories?: string;
  readonly network: boolean;
  readonly cacheDir?: string;
  readonly threads?: number | 'auto';
  readonly cache: boolean;
  readonly quiet: boolean;
}

/** Formats where none is asked for; report.json is always there. */
const DEFAULT_FORMATS: readonly WriterName[] = ['html', 'markdown'];

/** The command `analyze` with its argument and options, without an action. */
export function analyzeWithFlags(texts: CliTexts): Command {
  const { usage } = texts;
  const help = texts.help.analyze;
  const reader = { command: 'analyze', usage };
  const option = (flags: string, about: string): Option => new Option(flags, about);
  const command = new Command('analyze')
    .description(help.about)
    .argument('[source]', help.source, '.')
    .option('--ref <ref>', help.ref)
    .addOption(choiceOption(option('--mode <mode>', help.mode), ANALYSIS_MODES, reader).default('fast'))
    .option('-o, --out <dir>', help.out, DEFAULT_OUT_DIR)
    .addOption(formatOption(option('--format <name>', help.format), reader).default(DEFAULT_FORMATS))
    .option('--config <file>', help.config)
    .option('--baseline <report>', help.baseline);
  return addGateFlags(command, texts)
    .option('--json', help.json, false)
    .addOption(choiceOption(option('--engine <engine>', help.engine), ENGINE_CHOICES, reader))
    .addOption(
      valueOption(
        option('--timeout <time>', help.timeout),
        { read: readSeconds, expected: usage.duration },
        reader,
      ),
    )
    .addOption(
      valueOption(option('--memory <size>', help.memory), { read: readBytes, expected: usage.size }, reader),
    )
    .addOption(
      valueOption(
        option('--threads <number>', help.threads),
        { read: readThreads, expected: usage.threads },
        reader,
      ),
    )
    .option('--advisories <dir or url>', help.advisories)
    .option('--network', help.network, false)
    .option('--cache-dir <dir>', help.cacheDir)
    .option('--no-cache', help.noCache)
    .option('--dump-calls <file>', help.dumpCalls)
    .option('-q, --quiet', help.quiet, false);
}
