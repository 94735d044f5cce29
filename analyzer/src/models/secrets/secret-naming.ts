import type { Text } from '../../base/text.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { canonicalName } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { SecretNames } from '../model-schema.ts';

/** Names longer than this are not read. */
const LONGEST_NAME = 200;

/** Tells names that mean a secret from names that only speak of one. */
export interface SecretNaming {
  /** What a name stands for (`password`, `api key`); undefined for everything else. */
  whatIs(name: string): Text | undefined;
  /** The same of a field of an object that is answered with: a hash of a password is no secret in a log, and has no place there. */
  whatIsKept(name: string): Text | undefined;
  /** Whether a value of the type can be a secret: text, characters, bytes, keys. Unknown types can. */
  canHold(type: ResolvedType | undefined): boolean;
}

/** Builds the naming from shared/secret-names.yml. */
export function createSecretNaming(names: SecretNames): SecretNaming {
  const except = new Set(names.exceptWords);
  const exceptLast = new Set(names.exceptLastWords);
  const exceptFirst = new Set(names.exceptFirstWords);
  const patterns = names.secretNames.flatMap((row) =>
    row.words.map((phrase) => ({ what: row.what, words: phrase.split(' ') })),
  );
  const kept = names.keptWords.flatMap((row) =>
    row.words.map((phrase) => ({ what: row.what, words: phrase.split(' ') })),
  );
  const valueTypes = new Set(names.valueTypes.map(canonicalName));
  const read = (name: string): Text | undefined => {
    const words = wordsOf(name);
    if (words.length === 0 || words.some((word) => except.has(word))) return undefined;
    if (exceptLast.has(words.at(-1) ?? '') || exceptFirst.has(words[0] ?? '')) return undefined;
    return patterns.find((pattern) => containsRun(words, pattern.words))?.what;
  };
  /** A program uses few names very often. */
  const answers = new Map<string, Text | undefined>();
  const whatIs = (name: string): Text | undefined => {
    const known = answers.get(name);
    if (known !== undefined || answers.has(name)) return known;
    const what = read(name);
    answers.set(name, what);
    return what;
  };
  return {
    whatIs,
    whatIsKept(name) {
      const words = wordsOf(name);
      return kept.find((pattern) => containsRun(words, pattern.words))?.what ?? whatIs(name);
    },
    canHold: (type) => canHold(type, valueTypes),
  };
}

/** Splits a name at case changes, digits, underscores, dashes and dots: `userAPIKey2` gives user, api, key. */
export function wordsOf(name: string): readonly string[] {
  if (name.length > LONGEST_NAME) return [];
  const words: string[] = [];
  let start = 0;
  let before = OTHER;
  for (let at = 0; at < name.length; at++) {
    const letter = letterAt(name, at);
    const isCut =
      letter === OTHER ||
      (letter === CAPITAL && (before === SMALL || (before === CAPITAL && letterAt(name, at + 1) === SMALL)));
    if (isCut) {
      if (at > start) words.push(name.slice(start, at).toLowerCase());
      start = letter === OTHER ? at + 1 : at;
    }
    before = letter;
  }
  if (start < name.length) words.push(name.slice(start).toLowerCase());
  return words;
}

const OTHER = 0;
const SMALL = 1;
const CAPITAL = 2;

function letterAt(name: string, at: number): number {
  const unit = name.charCodeAt(at);
  if (unit >= 97 && unit <= 122) return SMALL;
  return unit >= 65 && unit <= 90 ? CAPITAL : OTHER;
}

function containsRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, start) => run.every((word, offset) => words[start + offset] === word));
}

function canHold(type: ResolvedType | undefined, valueTypes: ReadonlySet<string>): boolean {
  if (type === undefined || type.kind === 'unknown') return true;
  if (type.kind === 'array') {
    return (
      (type.element.kind === 'primitive' && (type.element.name === 'byte' || type.element.name === 'char')) ||
      canHold(type.element, valueTypes)
    );
  }
  const name = classOf(type);
  return name !== undefined && valueTypes.has(canonicalName(name));
}
