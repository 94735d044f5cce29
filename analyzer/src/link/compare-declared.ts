import type { TypeName } from '../base/ids.ts';
import { CONSTRUCTORS, type DeclaredType } from './declared.ts';

/** What types declare, each as one text, by their names. */
export type DeclaredLines = ReadonlyMap<TypeName, string>;

/**
 * Names that may mean something else than before: of types, of members. Whoever uses none of them sees what he saw.
 * `everything` where names do not tell.
 */
export type ChangedNames = ReadonlySet<string> | 'everything';

/** All of a type as one text, a part on each line. */
export function lineOf({ simple, isHidden, head, asFunction, abstracts, members }: DeclaredType): string {
  let line = [simple, isHidden ? HIDDEN : '', head, asFunction, abstracts].map(onOneLine).join('\n');
  for (const [key, text] of members) line += `\n${onOneLine(key)}\n${onOneLine(text)}`;
  return line;
}

const HIDDEN = 'hidden';

function onOneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

type Line = Omit<DeclaredType, 'name' | 'path'>;

/** Whatever the text is: somebody else may have written it. */
function parsed(line: string): Line {
  const [simple = '', hidden, head = '', asFunction = '', abstracts = '', ...rest] = line.split('\n');
  const members = new Map<string, string>();
  for (let at = 0; at < rest.length; at += 2) members.set(rest[at] ?? '', rest[at + 1] ?? '');
  return { simple, isHidden: hidden === HIDDEN, head, asFunction, abstracts, members };
}

/** The name that a type has where it is declared. */
export function simpleNameOf(line: string): string {
  return parsed(line).simple;
}

/** What test code sees of the code that runs, as texts. */
export interface CodeLines {
  readonly types: DeclaredLines;
  /** Methods of the tree that override one outside, by `owner#name(parameters)` of that. */
  readonly overriders: ReadonlyMap<string, string>;
  readonly packages: ReadonlySet<string>;
}

/**
 * The names that mean something else to tests than before. `below` gives the names of a type and of those that stand below
 * it now.
 */
export function changedCode(
  before: CodeLines,
  now: CodeLines,
  below: (name: TypeName) => readonly string[],
): ChangedNames {
  const names = new Set([
    ...differing(before.packages, now.packages).map(lastPart),
    ...differingKeys(before.overriders, now.overriders).map(methodOf),
  ]);
  for (const name of differingKeys(before.types, now.types)) {
    const changed = changedType(lineAt(before, name), lineAt(now, name));
    if (changed === 'everything') return 'everything';
    for (const each of changed.names) names.add(each);
    if (changed.isOpenBelow) for (const each of below(name)) names.add(each);
  }
  return names;
}

function lineAt({ types }: CodeLines, name: TypeName): Line | null {
  const line = types.get(name);
  return line === undefined ? null : parsed(line);
}

interface ChangedType {
  readonly names: Iterable<string>;
  /** Whether interfaces below may have other abstract methods. */
  readonly isOpenBelow: boolean;
}

function changedType(before: Line | null, now: Line | null): ChangedType | 'everything' {
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

function changedMembers(before: Line, now: Line): readonly string[] {
  return namesIn(differingKeys(before.members, now.members), now);
}

function namesIn(keys: readonly string[], { simple }: Line): readonly string[] {
  return keys.map((key) => nameOf(key, simple));
}

/** Constructors are asked for by the name of their type. */
function nameOf(key: string, simple: string): string {
  return key === CONSTRUCTORS ? simple : key.slice(2);
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
  isNamedElsewhere: () => boolean,
): ChangedNames {
  const names = new Set<string>();
  for (const name of differingKeys(before, now)) {
    const [last, next] = [before.get(name), now.get(name)];
    if (last === undefined || next === undefined) names.add(simpleNameOf(last ?? next ?? ''));
    else if (isNamedElsewhere()) {
      const changed = changedTestType(parsed(last), parsed(next));
      if (changed === 'everything') return 'everything';
      for (const each of changed) names.add(each);
    }
  }
  return names;
}

function changedTestType(before: Line, now: Line): readonly string[] | 'everything' {
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
