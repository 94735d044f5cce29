/** One file that breaks a rule, said so that the reader knows what to do. */
export interface Violation {
  readonly file: string;
  readonly message: string;
}

/** Longest allowed source file, in physical lines: past this a file tells more than one story. */
export const maxSourceLines = 400;
/** Tests carry their samples in the text, so they may be longer. */
export const maxTestLines = 600;

const testFile = /\.test\.\w+$/u;
const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'service']);
/** Spelt so that this line does not find itself. */
const unfinishedWork = /\b(?:TO[D]O|FIXM[E])\b/u;

/** Spelt so that this line does not find itself. */
const endOfProcess = /process\.exi[t]\(/u;
const product = /^(?:analyzer|packages\/[^/]+)\/src\//u;
/** What may end its process, or its thread, at once. */
const mayEnd: ReadonlySet<string> = new Set([
  // The end of a thread waits for nobody.
  'analyzer/src/command/serve-analysis.ts',
  // It has been idle by then.
  'packages/action/src/main.ts',
  // Nobody reads what would still be written.
  'packages/cli/src/start/begin.ts',
  // The user has asked twice.
  'packages/cli/src/start/interruption.ts',
  // Nothing has been done yet.
  'packages/web/src/command/program.ts',
]);

/** Checks one file's name and text; `file` is relative to the repository with forward slashes. */
export function checkFile(file: string, text: string): readonly Violation[] {
  return [
    ...checkName(file),
    ...checkSize(file, text),
    ...checkFinished(file, text),
    ...checkEnd(file, text),
  ];
}

function checkName(file: string): readonly Violation[] {
  const name = file.split('/').at(-1) ?? '';
  const lastWord =
    name
      .replace(/\.(?:test\.)?\w+$/u, '')
      .split(/[-.]/u)
      .at(-1) ?? '';
  return !emptyNames.has(lastWord)
    ? []
    : [
        {
          file,
          message: `"${lastWord}" in a file name hides what the file is for; name it by what it knows or does`,
        },
      ];
}

function checkSize(file: string, text: string): readonly Violation[] {
  const limit = testFile.test(file) ? maxTestLines : maxSourceLines;
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines <= limit
    ? []
    : [{ file, message: `${lines} lines, at most ${limit}; split it where its reasons to change differ` }];
}

function checkFinished(file: string, text: string): readonly Violation[] {
  if (testFile.test(file)) return [];
  const line = text.split('\n').findIndex((content) => unfinishedWork.test(content));
  return line === -1
    ? []
    : [
        {
          file: `${file}:${line + 1}`,
          message: 'unfinished work is an issue with a number, not a mark in the code',
        },
      ];
}

function checkEnd(file: string, text: string): readonly Violation[] {
  if (!product.test(file) || testFile.test(file) || mayEnd.has(file)) return [];
  const line = text.split('\n').findIndex((content) => endOfProcess.test(content));
  return line === -1
    ? []
    : [
        {
          file: `${file}:${line + 1}`,
          message:
            'process.exit may wait for ever for what V8 compiles beside (nodejs/node#54918); set process.exitCode and let the process end',
        },
      ];
}
