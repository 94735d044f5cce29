import { compareText } from '../base/ordering.ts';

/** A version as Maven's order sees it: numbers, words, and what stands after a hyphen as a list of its own. */
type Item = bigint | string | readonly Item[];

/** Words with a rank, oldest first; the empty one is the release itself. Words that nobody knows come after all of them. */
const RANKED = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const ALIASES: Readonly<Record<string, string>> = { ga: '', final: '', release: '', cr: 'rc' };
/** Before a digit: `1.0a1` is `1.0-alpha-1`. */
const LETTERS: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' };

/** Longer ones are no versions; what comes after does not decide. */
const MAX_LENGTH = 256;

/**
 * Orders two versions as Maven 3.9 does: https://maven.apache.org/pom.html#Version_Order_Specification, as
 * org.apache.maven.artifact.versioning.ComparableVersion implements it.
 */
export function compareMavenVersions(left: string, right: string): number {
  return compareLists(parse(left), parse(right));
}

/** Builds nested lists: each hyphen, and each border between digits and letters, opens one that stays open to the end. */
class ListBuilder {
  readonly #root: Item[] = [];
  readonly #lists: Item[][] = [this.#root];

  add(item: Item): void {
    this.#last().push(item);
  }

  open(): void {
    const list: Item[] = [];
    this.#last().push(list);
    this.#lists.push(list);
  }

  get isEmpty(): boolean {
    return this.#last().length === 0;
  }

  /** Takes out the trailing parts that mean nothing, innermost list first. */
  finish(): readonly Item[] {
    for (const list of this.#lists.toReversed()) normalize(list);
    return this.#root;
  }

  #last(): Item[] {
    return this.#lists.at(-1) ?? this.#root;
  }
}

function parse(version: string): readonly Item[] {
  const list = new ListBuilder();
  const tokens =
    version
      .slice(0, MAX_LENGTH)
      .toLowerCase()
      .match(/\d+|[^\d.-]+|[.-]/gu) ?? [];
  for (const [index, token] of tokens.entries()) {
    const follows = tokens[index - 1] ?? '';
    if (!isPart(token)) addSeparator(list, token, follows);
    else if (isNumber(token)) addNumber(list, token, follows);
    else addWord(list, { word: token, follows, next: tokens[index + 1] ?? null });
  }
  return list.finish();
}

/** Nothing between two separators counts as 0. */
function addSeparator(list: ListBuilder, separator: string, follows: string): void {
  if (!isPart(follows)) list.add(0n);
  if (separator === '-') list.open();
}

function addNumber(list: ListBuilder, digits: string, follows: string): void {
  if (isPart(follows)) list.open();
  list.add(BigInt(digits));
}

/** Whether a token is a part of a version and not what stands between two. */
function isPart(token: string): boolean {
  return token !== '' && token !== '.' && token !== '-';
}

function isNumber(token: string): boolean {
  return /^\d/u.test(token);
}

interface Word {
  readonly word: string;
  readonly follows: string;
  /** The token after it; null at the end. */
  readonly next: string | null;
}

/** `.X` counts as `-X` at the end and before a digit; before a dot or a hyphen a word stands where it is. */
function addWord(list: ListBuilder, { word, follows, next }: Word): void {
  const isBeforeDigit = next !== null && isNumber(next);
  if (isPart(follows) || ((isBeforeDigit || next === null) && !list.isEmpty)) list.open();
  list.add(ALIASES[word] ?? (isBeforeDigit ? (LETTERS[word] ?? word) : word));
}

function normalize(list: Item[]): void {
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const item = list[index];
    if (item !== undefined && isNothing(item)) list.splice(index, 1);
    else if (!Array.isArray(item)) return;
  }
}

function isNothing(item: Item): boolean {
  if (typeof item === 'bigint') return item === 0n;
  return typeof item === 'string' ? item === '' : item.length === 0;
}

function compareLists(left: readonly Item[], right: readonly Item[]): number {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const verdict = compareItems(left[index], right[index]);
    if (verdict !== 0) return verdict;
  }
  return 0;
}

function compareItems(left: Item | undefined, right: Item | undefined): number {
  if (left === undefined) return right === undefined ? 0 : -compareWithNothing(right);
  if (right === undefined) return compareWithNothing(left);
  if (typeof left === 'bigint')
    return typeof right === 'bigint' ? Number(left > right) - Number(left < right) : 1;
  if (typeof left === 'string') return typeof right === 'string' ? compareText(rank(left), rank(right)) : -1;
  if (typeof right === 'bigint') return -1;
  return typeof right === 'string' ? 1 : compareLists(left, right);
}

function compareWithNothing(item: Item): number {
  if (typeof item === 'bigint') return item === 0n ? 0 : 1;
  if (typeof item === 'string') return compareText(rank(item), rank(''));
  for (const part of item) {
    const verdict = compareWithNothing(part);
    if (verdict !== 0) return verdict;
  }
  return 0;
}

/** Ranks are compared as text, as Maven does: no list of words is longer than nine. */
function rank(word: string): string {
  const index = RANKED.indexOf(word);
  return index < 0 ? `${RANKED.length}-${word}` : String(index);
}
