import { CsqaError } from '@csqa/orchestrator';
import { plain } from '@csqa/report';
import type { Look } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';
import { WebAppError } from './web-app-error.ts';

/** A failure as people and programs are told of it. */
export interface Failure {
  /** A code of the orchestrator or the web app, `USAGE` for a command line, `INTERNAL` for a defect. */
  readonly code: string;
  /** What was expected, what came, where; several lines where several things are wrong. */
  readonly message: string;
  readonly fix: string;
  /** The same may succeed later with nothing changed. */
  readonly retryable: boolean;
  readonly exitCode: number;
}

/** UTF-16 units kept of one line: it may quote an analysed repository. */
const LONGEST_LINE = 2_000;
/** Lines kept of one message. */
const MOST_LINES = 30;

/** Reads anything that was thrown. */
export function failureOf(error: unknown, texts: CliTexts): Failure {
  if (error instanceof UsageError) {
    const { message, fix } = error;
    return { code: 'USAGE', message, fix, retryable: false, exitCode: EXIT.wrongInput };
  }
  if (error instanceof WebAppError) {
    const { code, message, fix } = error;
    return { code, message, fix, retryable: false, exitCode: EXIT.couldNotRun };
  }
  if (error instanceof CsqaError) {
    const { code, hint, localized, retryable } = error;
    const ownHint = texts.language === 'ru' ? localized.ruHint : undefined;
    const { title, fix, quotesHint = false } = texts.failure.orchestrator(code);
    return {
      code,
      message: messageIn(error, title, texts),
      fix: fix !== undefined && quotesHint ? (ownHint ?? `${fix}: ${hint}`) : (fix ?? hint),
      retryable,
      exitCode: exitCodeOf(code),
    };
  }
  return {
    code: 'INTERNAL',
    message: `${texts.failure.defect}: ${error instanceof Error ? error.message : String(error)}`,
    fix: texts.failure.defectFix,
    retryable: false,
    exitCode: EXIT.couldNotRun,
  };
}

/** What happened, in the reader's language; where only English is there, the title in his language leads. */
function messageIn({ message, localized }: CsqaError, title: string | undefined, texts: CliTexts): string {
  const own = texts.language === 'ru' ? localized.ru : undefined;
  if (own !== undefined) return own;
  return title === undefined ? message : `${title}: ${message}`;
}

/** The lines on standard error: what is wrong, and `fix:`. */
export function failureLines(failure: Failure, texts: CliTexts, { paint }: Look): readonly string[] {
  const [first = '', ...rest] = failure.message
    .split('\n')
    .slice(0, MOST_LINES)
    .map((line) => plain(line, LONGEST_LINE));
  return [
    `${paint.red(paint.bold(`${texts.failure.error}:`))} ${first}`,
    ...rest.map((line) => `  ${line}`),
    `${paint.cyan(`${texts.failure.fix}:`)} ${plain(failure.fix, LONGEST_LINE)}`,
  ];
}

/** What a program gets as JSON. */
export function failureJson({ code, message, fix, retryable, exitCode }: Failure): object {
  return { exitCode, error: { code, message, fix, retryable } };
}
