import { writeSync } from 'node:fs';
import process from 'node:process';
import { languageOfEnvironment } from '../arguments/language.ts';
import type { Environment } from '../terminal/terminal.ts';
import { systemReasonEn, systemReasonRu } from '../text/system-reasons.ts';

const STDERR = 2;

/** What is told before the texts are loaded, or where nothing can be told where it belongs. */
const lines = {
  en: {
    noDirectory: ['error: the current directory is not there any more', 'fix: go to a directory that exists'],
    noOutput: (reason: string) => [
      `error: what was to be told cannot be written: ${systemReasonEn(reason)}`,
      'fix: make room where the output goes, or send it elsewhere',
    ],
  },
  ru: {
    noDirectory: ['ошибка: текущего каталога больше нет', 'исправить: перейдите в существующий каталог'],
    noOutput: (reason: string) => [
      `ошибка: вывод записать нельзя: ${systemReasonRu(reason)}`,
      'исправить: освободите место там, куда идёт вывод, или направьте его в другое место',
    ],
  },
};

/** The current directory; null, after a sentence that says so, where somebody has removed it. */
export function currentDirectory(env: Environment): string | null {
  try {
    return process.cwd();
  } catch {
    say(lines[languageOfEnvironment(env) ?? 'en'].noDirectory);
    return null;
  }
}

/** Says why an output takes no more, as a full disk does; whoever reads the exit code must not take that for a gate. */
export function tellBrokenOutput(error: NodeJS.ErrnoException, env: Environment): void {
  say(lines[languageOfEnvironment(env) ?? 'en'].noOutput(error.code ?? error.message));
}

/** At once and past the stream, which may be the one that is broken. */
function say(told: readonly string[]): void {
  try {
    writeSync(STDERR, `${told.join('\n')}\n`);
  } catch {
    // Nobody is left to be told; the exit code says it.
  }
}
