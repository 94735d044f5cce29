import { loadJavaGrammar } from './java/grammar.ts';
import type { SourceParser } from './parse.ts';

/** Grammars of the languages that are parsed by one, for texts of any content; one line each. */
export const grammars = { java: loadJavaGrammar } satisfies Readonly<
  Record<string, () => Promise<SourceParser>>
>;

/** A language that has one. */
export type GrammarId = keyof typeof grammars;
