import { isAbsolute, relative, resolve } from 'node:path';
import type {
  AnalysisOutcome,
  CancelledOutcome,
  FailedOutcome,
  IncompleteOutcome,
  SucceededOutcome,
} from '@csqa/orchestrator';
import { type Comparison, gateReasonText, plain, type Report, reportAsOf } from '@csqa/report';
import { callName } from '../analysis/call-name.ts';
import type { GateVerdict } from '../analysis/gate.ts';
import { judgedReport } from '../analysis/judged-report.ts';
import { languageOfReport } from '../arguments/language.ts';
import { EXIT } from '../failures/exit-codes.ts';
import { type Failure, failureJson, failureLines, failureOf } from '../failures/failure.ts';
import { worstFirst } from '../summary/rank-findings.ts';
import { quietLines, summaryLines } from '../summary/summary.ts';
import { lookOf } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';
import { cliTextsOf } from '../text/texts-of.ts';
import type { World } from '../world.ts';
import { type AnalyzeFlags, DEFAULT_OUT_DIR } from './analyze-flags.ts';
import { gateFlagsOf } from './gate-flags.ts';
import { outputLook, type Setting, writeLines } from './setting.ts';

/** How an analysis ended. */
export interface Ending {
  readonly outcome: AnalysisOutcome;
  /** What the process ends with if the run was cancelled. */
  readonly interruptedWith: number;
  /** The report to hold this one against; null where there is none. */
  readonly baseline: Report | null;
}

/** Tells how an analysis ended, the summary or JSON on standard output and failures on standard error, and sets the exit code. */
export function tellEnding(ending: Ending, flags: AnalyzeFlags, setting: Setting): void {
  const { outcome, baseline } = ending;
  switch (outcome.status) {
    case 'succeeded':
    case 'incomplete':
      return tellReport({ outcome, baseline }, flags, setting);
    case 'failed': {
      const failure = failureOf(outcome.error, setting.texts);
      return tellNoReport(outcome, { ...setting, flags, failure });
    }
    case 'cancelled': {
      const failure = failureOf(outcome.error, setting.texts);
      return tellNoReport(outcome, {
        ...setting,
        flags,
        failure: { ...failure, exitCode: ending.interruptedWith },
      });
    }
  }
}

interface Reported {
  readonly outcome: SucceededOutcome | IncompleteOutcome;
  readonly baseline: Report | null;
}

function tellReport({ outcome, baseline }: Reported, flags: AnalyzeFlags, setting: Setting): void {
  const { world, languageAsked } = setting;
  const day = flags.asOf ?? world.today();
  const report = reportAsOf(outcome.report, day);
  const { gate, comparison } = judgedReport(report, { baseline, day, flags: gateFlagsOf(flags) });
  const texts = cliTextsOf(languageOfReport(languageAsked, world.env, report.meta.config));
  const failure = outcome.status === 'incomplete' ? failureOf(outcome.error, texts) : null;
  const exitCode = failure?.exitCode ?? (gate?.verdict === 'failed' ? EXIT.gateFailed : EXIT.fine);
  setting.end(exitCode);
  if (flags.json) {
    writeDocument(world, {
      ...documentOf(outcome, { exitCode, gate, failure, texts, comparison }),
      asOf: day,
      report: outcome.report,
    });
    return;
  }
  if (failure !== null)
    tellFailure({ ...failure, message: `${texts.summary.incomplete}. ${failure.message}` }, flags, setting);
  const summary = {
    report,
    comparison,
    subject: subjectOf(outcome.source.location),
    gate,
    files: outcome.artifacts.files,
    directory: shortPath(outcome.artifacts.directory, world.cwd),
    next: nextCommand(report, outcome.artifacts.directory, world),
    texts,
    look: outputLook(setting, flags),
  };
  writeLines(world.stdout, flags.quiet ? quietLines(summary) : summaryLines(summary));
}

interface NoReport extends Setting {
  readonly flags: AnalyzeFlags;
  readonly failure: Failure;
}

function tellNoReport(outcome: FailedOutcome | CancelledOutcome, telling: NoReport): void {
  const { world, texts, flags, failure } = telling;
  telling.end(failure.exitCode);
  if (flags.json) {
    const document = documentOf(outcome, {
      exitCode: failure.exitCode,
      gate: null,
      failure,
      texts,
      comparison: null,
    });
    writeDocument(world, { ...document, report: null });
  } else if (outcome.status === 'cancelled') {
    writeLines(world.stderr, [texts.progress.stopped]);
  } else {
    tellFailure(failure, flags, telling);
  }
}

function tellFailure(failure: Failure, flags: AnalyzeFlags, { world, texts }: Setting): void {
  const look = lookOf({ stream: world.stderr, env: world.env, color: flags.color });
  writeLines(world.stderr, failureLines(failure, texts, look));
}

interface Verdicts {
  readonly exitCode: number;
  readonly gate: GateVerdict;
  readonly comparison: Comparison | null;
  readonly failure: Failure | null;
  readonly texts: CliTexts;
}

/** What `--json` prints beside the report: combined.json with the gate, the exit code and the files; readers of combined.json read it. */
function documentOf(
  outcome: AnalysisOutcome,
  { exitCode, gate, failure, texts, comparison }: Verdicts,
): object {
  const { directory, files } = outcome.artifacts;
  return {
    contract: outcome.record.contract,
    exitCode,
    gate: gate && {
      ...gate,
      reasons: gate.reasons.map((reason) => ({ ...reason, text: gateReasonText(reason, texts.language) })),
    },
    ...(comparison === null ? {} : { comparison }),
    ...(failure === null ? {} : failureJson(failure)),
    artifacts: { directory, files: files.map(({ name }) => name) },
    orchestrator: outcome.record,
  };
}

/** On one line: a report of a large tree has a hundred megabytes, and who reads it is a program. */
function writeDocument({ stdout }: World, document: object): void {
  stdout.write(`${JSON.stringify(document)}\n`);
}

/** The path as the reader would type it: relative where it lies below the current directory. */
function shortPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}

/** The last part of a path or a URL, without `.git`. */
function subjectOf(location: string): string {
  const last = location.split(/[/\\]/).findLast((part) => part !== '') ?? location;
  return last.replace(/\.git$/, '');
}

/** How to read on about the worst finding. */
function nextCommand(report: Report, directory: string, { env, cwd }: World): string | null {
  const [worst] = worstFirst(report.findings);
  if (worst === undefined) return null;
  const isUsual = directory === resolve(cwd, DEFAULT_OUT_DIR);
  const where = isUsual ? '' : ` --report ${quoted(shortPath(directory, cwd))}`;
  return `${callName(env)} explain ${plain(worst.id, 256)}${where}`;
}

function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
