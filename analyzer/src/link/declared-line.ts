/** What other code can see of a type, apart from its members. */
export interface DeclaredHead {
  /** Its name where it is declared. */
  readonly simple: string;
  /** Within a body: nobody outside can name it, or be given it as what it is. */
  readonly isHidden: boolean;
  /** All of it but its members. */
  readonly head: string;
  /** What a lambda must be to become one; empty where none can. */
  readonly asFunction: string;
  /** Of interfaces: what decides which methods are abstract in the interfaces below. */
  readonly abstracts: string;
}

/** The same with its members. */
export interface DeclaredParts extends DeclaredHead {
  /** By kind and name. */
  readonly members: ReadonlyMap<string, string>;
}

/**
 * All of a type as one text, a part on each line. `members`: kind and name of each, and what it is written as, in turn. The text is
 * one piece of memory: what it was put together from goes at once.
 */
export function lineOf(
  { simple, isHidden, head, asFunction, abstracts }: DeclaredHead,
  members: readonly string[],
): string {
  return [simple, isHidden ? HIDDEN : '', head, asFunction, abstracts, ...members].map(onOneLine).join('\n');
}

const HIDDEN = 'hidden';

function onOneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

/** The parts of a line, whatever the text is: somebody else may have written it. */
export function partsOf(line: string): DeclaredParts {
  const [simple = '', hidden, head = '', asFunction = '', abstracts = '', ...rest] = line.split('\n');
  const members = new Map<string, string>();
  for (let at = 0; at < rest.length; at += 2) members.set(rest[at] ?? '', rest[at + 1] ?? '');
  return { simple, isHidden: hidden === HIDDEN, head, asFunction, abstracts, members };
}
