import type { Language } from '@csqa/report';
import type { Look, OutputStream } from '../terminal/terminal.ts';
import { lookOf } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';
import type { World } from '../world.ts';

/** What every command is run with. */
export interface Setting {
  readonly world: World;
  readonly texts: CliTexts;
  /** The language that `--lang` names; null where it was not given. */
  readonly languageAsked: Language | null;
  /** Says what the process will end with, once the command is done. */
  readonly end: (exitCode: number) => void;
}

/** Options that every command knows. */
export interface GlobalFlags {
  readonly color: boolean;
}

/** How standard output shows text. */
export function outputLook({ world }: Setting, { color }: GlobalFlags): Look {
  return lookOf({ stream: world.stdout, env: world.env, color });
}

/** Writes lines to a stream. */
export function writeLines(stream: OutputStream, lines: readonly string[]): void {
  stream.write(lines.map((line) => `${line.trimEnd()}\n`).join(''));
}

/** Writes one JSON document to standard output. */
export function writeJson({ stdout }: World, document: unknown): void {
  stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Whether colours were allowed on the command line, before it is parsed: errors about it are coloured too. */
export function colorAllowed(argv: readonly string[]): boolean {
  return !argv.includes('--no-color');
}

/** Whether a program reads us. */
export function wantsJson(argv: readonly string[]): boolean {
  return argv.includes('--json');
}
