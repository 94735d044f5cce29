import { randomUUID } from 'node:crypto';
import { EOL } from 'node:os';

/** Writes to the log of a step. */
export type WriteLog = (text: string) => void;

/**
 * Prints lines that may hold anything, as words of an analysed repository do, so that the runner reads no command in them:
 * it obeys none until it sees a word that nobody could guess.
 */
export function printFenced(lines: readonly string[], write: WriteLog): void {
  if (lines.length === 0) return;
  const word = randomUUID();
  write(`::stop-commands::${word}${EOL}`);
  for (const line of lines) write(`${line}${EOL}`);
  write(`::${word}::${EOL}`);
}
