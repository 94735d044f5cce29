import type { TypeName } from '../base/ids.ts';
import { CONSTRUCTORS } from './declared.ts';
import { type DeclaredParts, partsOf } from './declared-line.ts';

/** What types declare, each as one text, by their names. */
export type DeclaredLines = ReadonlyMap<TypeName, string>;

/**
 * Names that may mean something else than before: of types, of members. Whoever uses none of them sees what he saw.
 * `everything` where names do not tell.
 */
export type ChangedNames = ReadonlySet<string> | 'everything';

/** The name that a type has where it is declared. */
function simpleNameOf(line: string): string {
  return partsOf(line).simple;
}

/** What test code sees of the code that runs, as texts. */
export interface CodeLines {
  readonly types: DeclaredLines;
  /** Methods of the tree that override one outside, by `owner#name(parameters)` of that. */
  readonly overriders: ReadonlyMap<string, string>;
  readonly packages: ReadonlySet<string>;
}

/** What is known of types now. */
export interface TypesNow {
  /** The names of a type and of those that stand below it. */
  readonly below: (name: TypeName) => readonly string[];
  /** Whether somebody may speak of a type whom no declaration tells: a library, a test, a row. */
  readonly isTold: (name: TypeName) => boolean;
}

/** Whether a type is spoken of in declarations of others. */
export function isNamedIn(types: DeclaredLines, name: TypeName): boolean {
  for (const [other, line] of types) if (other !== name && hasName(line, name)) return true;
  return false;
}

function hasName(line: string, name: string): boolean {
  for (let at = line.indexOf(name); at !== -1; at = line.indexOf(name, at + 1)) {
    if (!PART_OF_NAME.test(line.charAt(at + name.length))) return true;
  }
  return false;
}

/** A `$` leads to a type within. */
const PART_OF_NAME = /^[\w\u0080-\uffff]$/;

/**
 * The names that mean something else to tests than before. A type that was spoken of
 * while nobody declared it is spoken of in the same words.
 */
export function changedCode(before: CodeLines, now: CodeLines, { below, isTold }: TypesNow): ChangedNames {
  const names = new Set([
    ...differing(before.packages, now.packages).map(lastPart),
    ...differingKeys(before.overriders, now.overriders).map(methodOf),
  ]);
  for (const name of differingKeys(before.types, now.types)) {
    const changed = isOpen({ before, now }, name, isTold)
      ? 'everything'
      : changedType(lineAt(before, name), lineAt(now, name));
    if (changed === 'everything') return 'everything';
    for (const each of changed.names) names.add(each);
    if (changed.isOpenBelow) for (const each of below(name)) names.add(each);
  }
  return names;
}

/** Whether a type comes or goes that others spoke of, or speak of, while nobody declares it: they do so in the same words. */
function isOpen(
  { before, now }: { readonly before: CodeLines; readonly now: CodeLines },
  name: TypeName,
  isTold: TypesNow['isTold'],
): boolean {
  if (before.types.has(name) && now.types.has(name)) return false;
  return isTold(name) || isNamedIn(before.types.has(name) ? now.types : before.types, name);
}

function lineAt({ types }: CodeLines, name: TypeName): DeclaredParts | null {
  const line = types.get(name);
  return line === undefined ? null : partsOf(line);
}

interface ChangedType {
  readonly names: Iterable<string>;
  /** Whether interfaces below may have other abstract methods. */
  readonly isOpenBelow: boolean;
}

function changedType(before: DeclaredParts | null, now: DeclaredParts | null): ChangedType | 'everything' {
  if (before === null || now === null) {
    const only = before ?? now;
    return { names: only === null || only.isHidden ? [] : [only.simple], isOpenBelow: false };
  }
  const isAnother = before.head !== now.head || before.asFunction !== now.asFunction;
  if (isAnother && !(before.isHidden && now.isHidden)) return 'everything';
  const names = isAnother
    ? namesIn([...before.members.keys(), ...now.members.keys()], now)
    : changedMembers(before, now);
  return { names, isOpenBelow: before.abstracts !== now.abstracts };
}

function changedMembers(before: DeclaredParts, now: DeclaredParts): readonly string[] {
  return namesIn(differingKeys(before.members, now.members), now);
}

function namesIn(keys: readonly string[], { simple }: DeclaredParts): readonly string[] {
  return keys.map((key) => nameOf(key, simple));
}

/** Constructors are asked for by the name of their type. */
function nameOf(key: string, simple: string): string {
  return key === CONSTRUCTORS ? simple : key.slice(2);
}

/** What is known of the types of a test file now. */
export interface TestTypesNow extends Pick<TypesNow, 'isTold'> {
  readonly isNamedElsewhere: () => boolean;
}

/** Types of one test file, before and now. */
export interface ChangingTypes {
  readonly before: DeclaredLines;
  readonly now: DeclaredLines;
}

/**
 * The same for the types of a test file, on which nothing stands but tests: what a type has changed matters where another
 * file names a type of this one, or else nobody can come upon it.
 */
export function changedTestTypes(
  { before, now }: ChangingTypes,
  { isNamedElsewhere, isTold }: TestTypesNow,
): ChangedNames {
  const names = new Set<string>();
  for (const name of differingKeys(before, now)) {
    const [last = null, next = null] = [before.get(name), now.get(name)];
    const changed =
      last === null || next === null
        ? comingOrGoing(name, last ?? next ?? '', isTold)
        : changedTestType([partsOf(last), partsOf(next)], isNamedElsewhere);
    if (changed === 'everything') return 'everything';
    for (const each of changed) names.add(each);
  }
  return names;
}

function comingOrGoing(
  name: TypeName,
  line: string,
  isTold: TypesNow['isTold'],
): readonly string[] | 'everything' {
  return isTold(name) ? 'everything' : [simpleNameOf(line)];
}

function changedTestType(
  [before, now]: readonly [DeclaredParts, DeclaredParts],
  isNamedElsewhere: () => boolean,
): readonly string[] | 'everything' {
  if (!isNamedElsewhere()) return [];
  const isAnother =
    before.head !== now.head || before.asFunction !== now.asFunction || before.abstracts !== now.abstracts;
  return isAnother ? 'everything' : changedMembers(before, now);
}

/** Keys of which two maps hold different texts, or only one of them any. */
function differingKeys<K extends string>(
  left: ReadonlyMap<K, string>,
  right: ReadonlyMap<K, string>,
): readonly K[] {
  const found: K[] = [];
  for (const [key, text] of right) if (left.get(key) !== text) found.push(key);
  for (const key of left.keys()) if (!right.has(key)) found.push(key);
  return found;
}

function differing(left: ReadonlySet<string>, right: ReadonlySet<string>): readonly string[] {
  return [...[...left].filter((each) => !right.has(each)), ...[...right].filter((each) => !left.has(each))];
}

function lastPart(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

function methodOf(key: string): string {
  const end = key.indexOf('(');
  return key.slice(key.lastIndexOf('#', end) + 1, end);
}
