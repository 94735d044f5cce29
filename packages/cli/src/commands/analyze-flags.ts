import { ENGINE_CHOICES, type EngineChoice } from '@csqa/orchestrator';
import {
  ANALYSIS_MODES,
  type AnalysisMode,
  isDay,
  isWriterName,
  WRITERS,
  type WriterName,
} from '@csqa/report';
import { Command, Option } from 'commander';
import { FAIL_ON_CHOICES, type FailOn } from '../analysis/gate.ts';
import { readBytes, readSeconds, readShare } from '../arguments/quantities.ts';
import { UsageError } from '../failures/usage-error.ts';
import type { CliTexts, UsageTexts } from '../text/catalogue.ts';
import type { GlobalFlags } from './setting.ts';

/** Where `analyze` writes and `explain` reads when nothing else is said. */
export const DEFAULT_OUT_DIR = './csqa-out';

/** The command line of `analyze`, read. */
export interface AnalyzeFlags extends GlobalFlags {
  readonly ref?: string;
  readonly mode: AnalysisMode;
  readonly out: string;
  readonly format: readonly WriterName[];
  readonly config?: string;
  readonly failOn?: FailOn;
  readonly maxRisk?: number;
  /** `YYYY-MM-DD`. */
  readonly asOf?: string;
  readonly json: boolean;
  readonly engine?: EngineChoice;
  /** Seconds. */
  readonly timeout?: number;
  /** Bytes. */
  readonly memory?: number;
  readonly dumpCalls?: string;
  readonly quiet: boolean;
}

const formats = Object.keys(WRITERS).filter(isWriterName);

/** Formats where none is asked for; report.json is always there. */
const DEFAULT_FORMATS: readonly WriterName[] = ['markdown'];

/** The command `analyze` with its argument and options, without an action. */
export function analyzeWithFlags(texts: CliTexts): Command {
  const { usage } = texts;
  const help = texts.help.analyze;
  const option = (flags: string, about: string): Option => new Option(flags, about);
  return new Command('analyze')
    .description(help.about)
    .argument('[source]', help.source, '.')
    .option('--ref <ref>', help.ref)
    .addOption(oneOf(option('--mode <mode>', help.mode), ANALYSIS_MODES, texts).default('fast'))
    .option('-o, --out <dir>', help.out, DEFAULT_OUT_DIR)
    .addOption(formatOption(option('--format <name>', help.format), texts))
    .option('--config <file>', help.config)
    .addOption(oneOf(option('--fail-on <severity>', help.failOn), FAIL_ON_CHOICES, texts))
    .addOption(
      measured({
        option: option('--max-risk <number>', help.maxRisk),
        read: readShare,
        expected: usage.riskNumber,
        usage,
      }),
    )
    .addOption(asOfOption(option('--as-of <date>', help.asOf), texts))
    .option('--json', help.json, false)
    .addOption(oneOf(option('--engine <engine>', help.engine), ENGINE_CHOICES, texts))
    .addOption(
      measured({
        option: option('--timeout <time>', help.timeout),
        read: readSeconds,
        expected: usage.duration,
        usage,
      }),
    )
    .addOption(
      measured({
        option: option('--memory <size>', help.memory),
        read: readBytes,
        expected: usage.size,
        usage,
      }),
    )
    .option('--dump-calls <file>', help.dumpCalls)
    .option('-q, --quiet', help.quiet, false);
}

/** An option that takes one of several words; a wrong one is told in our language, not in commander's. */
function oneOf(option: Option, choices: readonly string[], { usage }: CliTexts): Option {
  const read = (written: string): string | null => (choices.includes(written) ? written : null);
  return option
    .choices(choices)
    .argParser(valueReader({ option, read, expected: usage.oneOf(choices), usage }));
}

function measured(reader: ValueReader<number>): Option {
  return reader.option.argParser(valueReader(reader));
}

/** A day by which suppressions are judged instead of today. */
function asOfOption(option: Option, { usage }: CliTexts): Option {
  const read = (written: string): string | null => (isDay(written) ? written : null);
  return option.argParser(valueReader({ option, read, expected: usage.day, usage }));
}

/** Collects repeated options, and names separated by commas. */
function formatOption(option: Option, { usage }: CliTexts): Option {
  const given = new Set<WriterName>();
  const read = (written: string): readonly WriterName[] | null => {
    const names = written.split(',').map((name) => name.trim());
    if (!names.every(isWriterName)) return null;
    for (const name of names) given.add(name);
    return [...given];
  };
  return option
    .choices(formats)
    .default(DEFAULT_FORMATS)
    .argParser(valueReader({ option, read, expected: usage.oneOf(formats), usage }));
}

interface ValueReader<Value> {
  readonly option: Option;
  /** Null for what the option does not take. */
  readonly read: (written: string) => Value | null;
  readonly expected: string;
  readonly usage: UsageTexts;
}

function valueReader<Value>({
  option,
  read,
  expected,
  usage,
}: ValueReader<Value>): (written: string) => Value {
  return (written) => {
    const value = read(written);
    if (value !== null) return value;
    const message = usage.badValue(option.long ?? option.flags, expected, written);
    throw new UsageError(message, { fix: usage.seeHelp('csqa analyze') });
  };
}
