import { CsqaError, type CsqaErrorCode, type ErrorEvidence } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { AnalyzerRun } from './run-analyzer.ts';
import type { EndReason } from './watchdog.ts';

/** What the end of a run means, before its report is looked at. */
export type Verdict =
  /** A valid report makes this a success. */
  | { readonly kind: 'finished' }
  /** Even a valid report is not to be taken for a clean pass. */
  | { readonly kind: 'doubtful'; readonly error: CsqaError }
  /** What was left is not even looked at. */
  | { readonly kind: 'failed'; readonly error: CsqaError };

/** A run and what is known about it. */
export interface VerdictRequest extends AnalyzerRun {
  readonly limits: Limits;
  readonly logTail: readonly string[];
}

/** Exit codes of the analyzer contract. */
const EXIT_DONE = 0;
const EXIT_BAD_INPUT = 2;

/**
 * Judges how a run ended: first what we did to it, then memory, then what the analyzer said, then its exit code. The code
 * alone would mislead: a child that ran out of memory can leave a 0, and 137 can be anything.
 */
export function judge(run: VerdictRequest): Verdict {
  const { exit, endedBy, heard } = run;
  if (endedBy === 'cancelled')
    return failed(run, 'CANCELLED', {
      text: 'The analysis was cancelled.',
      ru: 'Анализ отменён.',
      hint: 'Start it again.',
    });
  if (endedBy === 'lingering') {
    return heard.error === null ? { kind: 'finished' } : reported(run, heard.error);
  }
  if (endedBy !== null) return endedByLimit(run, endedBy);
  if (exit.outOfMemory === true) return outOfMemory(run);
  if (heard.error !== null) return reported(run, heard.error);
  if (exit.signal !== null) {
    return failed(run, 'KILLED_UNKNOWN', {
      text: `Something ended the analyzer with ${exit.signal}; it was not the orchestrator.`,
      ru: `Что-то остановило анализатор сигналом ${exit.signal}, и это был не оркестратор.`,
      hint: 'Look at the memory of the host (dmesg), then try again.',
    });
  }
  if (exit.exitCode === EXIT_DONE) return { kind: 'finished' };
  if (exit.exitCode === EXIT_BAD_INPUT) {
    return failed(run, 'INPUT_REJECTED', {
      text: `The analyzer refused its input: ${lastLine(run)}`,
      ru: `Анализатор не принял ввод: ${lastLine(run)}`,
      hint: 'See container.log.',
    });
  }
  return failed(run, 'ANALYZER_FAILED', {
    text: `The analyzer ended with exit code ${exit.exitCode}: ${lastLine(run)}`,
    ru: `Анализатор завершился с кодом ${exit.exitCode}: ${lastLine(run)}`,
    hint: 'See container.log, and report it if it comes again.',
  });
}

/** Where a limit ended the run late, there may be a report already. A flood is no reason to trust one. */
function endedByLimit(run: VerdictRequest, reason: Exclude<EndReason, 'cancelled' | 'lingering'>): Verdict {
  const { limits } = run;
  switch (reason) {
    case 'timeout':
      return doubtful(run, 'TIMEOUT', tookTooLong(limits));
    case 'stalled':
      return doubtful(run, 'STALLED', {
        text: `The analyzer said nothing for ${limits.stallSeconds} s and was ended.`,
        ru: `Анализатор молчал ${limits.stallSeconds} с и был остановлен.`,
        hint: 'Try again; raise limits.stallSeconds if the host is slow.',
      });
    case 'events':
      return failed(run, 'ANALYZER_FAILED', {
        text: `The analyzer wrote more than ${limits.eventBytes} bytes of events and was ended.`,
        ru: `Анализатор написал больше ${limits.eventBytes} байт событий и был остановлен.`,
        hint: 'Report it: an analyzer should be quieter.',
      });
    case 'files':
      return failed(run, 'RESULT_TOO_LARGE', {
        text: `The analyzer left more than ${limits.outBytes} bytes of files and was ended.`,
        ru: `Анализатор оставил больше ${limits.outBytes} байт файлов и был остановлен.`,
        hint: 'Raise limits.outBytes.',
      });
    case 'cache':
      return failed(run, 'RESULT_TOO_LARGE', {
        text: `The analyzer kept more than ${limits.cacheBytes} bytes for later runs and was ended; nothing of it is kept.`,
        ru: `Анализатор сохранил для следующих запусков больше ${limits.cacheBytes} байт и был остановлен; сохранённое удалено.`,
        hint: 'Raise limits.cacheBytes; an analyzer keeps 640 MiB at most.',
      });
  }
}

function outOfMemory(run: VerdictRequest): Verdict {
  const words = {
    text: `The analyzer needed more memory than the limit of ${run.limits.memoryBytes} bytes.`,
    ru: `Анализатору не хватило предела памяти в ${run.limits.memoryBytes} байт.`,
    hint: 'Raise limits.memoryBytes (CSQA_ANALYZER_MEMORY), or exclude generated files in .csqa.yml.',
  };
  const finished = run.exit.exitCode === EXIT_DONE;
  return finished ? doubtful(run, 'OOM_PARTIAL', words) : failed(run, 'OOM', words);
}

function reported(run: VerdictRequest, said: NonNullable<VerdictRequest['heard']['error']>): Verdict {
  if (said.code === 'DEADLINE_EXCEEDED') return doubtful(run, 'TIMEOUT', tookTooLong(run.limits));
  if (said.code === 'OUT_OF_MEMORY') return outOfMemory(run);
  const { message: text } = said;
  const ru = said.localized?.ru?.message;
  if (diskIsFull.test(text))
    return failed(run, 'DISK_FULL', { text, ru, hint: 'Free some space, or name another tempDir.' });
  const code = run.exit.exitCode === EXIT_BAD_INPUT ? 'INPUT_REJECTED' : 'ANALYZER_FAILED';
  return failed(run, code, { text, ru, hint: said.hint ?? 'See container.log.' });
}

const diskIsFull = /ENOSPC|no space left/i;

/** What is said of an end: the message, its Russian, and what to do. */
interface Words {
  readonly text: string;
  readonly ru: string | undefined;
  readonly hint: string;
}

function tookTooLong(limits: Limits): Words {
  return {
    text: `The analyzer was not done after ${limits.timeoutSeconds} s.`,
    ru: `Анализатор не закончил за ${limits.timeoutSeconds} с.`,
    hint: 'Raise limits.timeoutSeconds (CSQA_ANALYZER_TIMEOUT).',
  };
}

function failed(run: VerdictRequest, code: CsqaErrorCode, words: Words): Verdict {
  return { kind: 'failed', error: errorOf(run, code, words) };
}

function doubtful(run: VerdictRequest, code: CsqaErrorCode, words: Words): Verdict {
  return { kind: 'doubtful', error: errorOf(run, code, words) };
}

function errorOf(run: VerdictRequest, code: CsqaErrorCode, words: Words): CsqaError {
  const { exit, heard, logTail } = run;
  const evidence: ErrorEvidence = {
    stderrTail: logTail,
    ...(exit.exitCode === null ? {} : { exitCode: exit.exitCode }),
    ...(exit.signal === null ? {} : { signal: exit.signal }),
    ...(heard.error === null ? {} : { analyzerCode: heard.error.code }),
  };
  const { text, ...details } = words;
  return new CsqaError(code, text, { ...details, evidence });
}

/** What Node writes last of all where an error ends a program: after the error and where it came from. */
const versionOfNode = /^Node\.js v\d/;

const errorByName = /^(?:Uncaught )?[\w.]*(?:Error|Exception)\b/;

function lastLine({ logTail }: VerdictRequest): string {
  const last = logTail.at(-1) ?? 'it said nothing.';
  if (!versionOfNode.test(last)) return last;
  return logTail.findLast((line) => errorByName.test(line)) ?? logTail.at(-2) ?? last;
}
