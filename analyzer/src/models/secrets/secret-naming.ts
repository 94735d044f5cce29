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
  const meant = phraseSearch(names.secretNames);
  const kept = phraseSearch(names.keptWords);
  const valueTypes = new Set(names.valueTypes.map(canonicalName));
  const read = (name: string): Text | undefined => {
    const words = wordsOf(name);
    if (words.length === 0 || words.some((word) => except.has(word))) return undefined;
    if (exceptLast.has(words.at(-1) ?? '') || exceptFirst.has(words[0] ?? '')) return undefined;
    return meant(words);
  };
  const whatIs = remembered(read);
  return {
    whatIs,
    whatIsKept: remembered((name) => kept(wordsOf(name)) ?? whatIs(name)),
    canHold: (type) => canHold(type, valueTypes),
  };
}

/** Splits a name at case changes, digits, underscores, dashes and dots: `userAPIKey2` gives user, api, key. */
export function wordsOf(name: string): readonly string[] {
  if (name.length > LONGEST_NAME) return [];
  return name.match(WORDS)?.map((word) => word.toLowerCase()) ?? [];
}

const WORDS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/gu;

/** A program uses few names very often. */
function remembered(read: (name: string) => Text | undefined): (name: string) => Text | undefined {
  const answers = new Map<string, Text | null>();
  return (name) => {
    let known = answers.get(name);
    if (known === undefined) {
      known = read(name) ?? null;
      answers.set(name, known);
    }
    return known ?? undefined;
  };
}

interface Phrase {
  readonly what: Text;
  readonly words: readonly string[];
  readonly place: number;
}

/** Finds what the first of the phrases means that stands among the words; looks only at those that begin with one of them. */
function phraseSearch(
  rows: readonly { readonly what: Text; readonly words: readonly string[] }[],
): (words: readonly string[]) => Text | undefined {
  const phrases = rows
    .flatMap(({ what, words }) => words.map((phrase) => ({ what, words: phrase.split(' ') })))
    .map((phrase, place): Phrase => ({ ...phrase, place }));
  const byStart = Map.groupBy(phrases, ({ words }) => words[0] ?? '');
  return (words) => {
    let first: Phrase | undefined;
    for (let start = 0; start < words.length; start++) {
      const begun = byStart.get(words[start] ?? '') ?? NO_PHRASES;
      const found = begun.find((phrase) => standsAt(words, start, phrase.words));
      if (found !== undefined && (first === undefined || found.place < first.place)) first = found;
    }
    return first?.what;
  };
}

const NO_PHRASES: readonly Phrase[] = [];

function standsAt(words: readonly string[], start: number, phrase: readonly string[]): boolean {
  for (let offset = 1; offset < phrase.length; offset++) {
    if (words[start + offset] !== phrase[offset]) return false;
  }
  return true;
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
