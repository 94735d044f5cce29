/** What an expression that must match a whole text says of it. */
export interface PatternStrength {
  /** It asks for something; `.*`, and what only asks for something among anything, does not. */
  readonly bounds: boolean;
  /** Only letters that it names can stand in the text, so that nothing else can be written with it. */
  readonly narrows: boolean;
}

/** One thing that a pattern asks for, repeated so often. */
interface Atom {
  /** It lets every letter through that means something to somebody. */
  readonly isAny: boolean;
  /** It lets a letter through by which a text ends what it was put into, or by which a path goes up. */
  readonly isFree: boolean;
  readonly most: number;
}

const UNREAD: PatternStrength = { bounds: true, narrows: false };
const MOST_PATTERN = 1_000;
/** Fewer letters of anybody's choice do no harm. */
const HARMLESS = 3;
/** Letters by which a text ends what it was put into. */
const ENDING = ["'", '"', '<', '`'];
/** Letters by which it becomes code, a path or an element. */
const MEANING = ["'", '"', '<', '/', '\\', '`', '$', '('];

/**
 * Reads how much an expression lets through. It comes from the analysed tree and is never run; look-arounds are left out,
 * for they only ask for more.
 */
export function patternStrength(pattern: string): PatternStrength {
  if (pattern.length > MOST_PATTERN) return UNREAD;
  const alternatives = read(pattern);
  if (alternatives === null) return UNREAD;
  const isOpen = (atom: Atom | undefined) => atom === undefined || (atom.isAny && atom.most === Infinity);
  return {
    bounds: alternatives.every((atoms) => !isOpen(atoms[0]) && !isOpen(atoms.at(-1))),
    narrows: alternatives.every((atoms) => atoms.every(({ isFree, most }) => !isFree || most <= HARMLESS)),
  };
}

interface Group {
  readonly alternatives: Atom[][];
  readonly isLook: boolean;
}

/** The alternatives of a pattern; null where it is not well-formed. */
function read(pattern: string): readonly (readonly Atom[])[] | null {
  const open: Group[] = [{ alternatives: [[]], isLook: false }];
  let at: number | null = 0;
  while (at !== null && at < pattern.length) at = readNext(pattern, at, open);
  return at !== null && open.length === 1 ? (open[0]?.alternatives ?? null) : null;
}

/** Reads what stands at a place into the groups that are open there; where it goes on, null where it cannot. */
function readNext(pattern: string, at: number, open: Group[]): number | null {
  const group = open.at(-1);
  switch (pattern.charAt(at)) {
    case '(':
      return openGroup(pattern, at, open);
    case ')':
      return closeGroup(pattern, at, open);
    case '|':
      group?.alternatives.push([]);
      return at + 1;
    case '^':
    case '$':
      return at + 1;
    default: {
      const one = readOne(pattern, at);
      if (one === null || group === undefined) return null;
      const { most, end } = repeated(pattern, one.end);
      if (one.isLetter) group.alternatives.at(-1)?.push({ isAny: one.isAny, isFree: one.isFree, most });
      return end;
    }
  }
}

const GROUP_START = /^\((?:\?(?:[a-zA-Z-]*\)|[a-zA-Z-]*:|<[a-zA-Z]\w*>|<?[=!]|>))?/u;

function openGroup(pattern: string, at: number, open: Group[]): number {
  const prefix = GROUP_START.exec(pattern.slice(at, at + 40))?.[0] ?? '(';
  // `(?i)` opens nothing.
  if (!prefix.endsWith(')')) open.push({ alternatives: [[]], isLook: /[=!]$/u.test(prefix) });
  return at + prefix.length;
}

function closeGroup(pattern: string, at: number, open: Group[]): number | null {
  const group = open.pop();
  const outer = open.at(-1);
  if (group === undefined || outer === undefined) return null;
  const { most, end } = repeated(pattern, at + 1);
  if (!group.isLook) outer.alternatives.at(-1)?.push(together(group, most));
  return end;
}

/** A group as one thing: of any letter where one of its parts is. */
function together({ alternatives }: Group, most: number): Atom {
  const free = alternatives.flat().filter(({ isFree }) => isFree);
  const longest = Math.max(1, ...free.map((atom) => atom.most));
  return {
    isAny: free.some(({ isAny }) => isAny),
    isFree: free.length > 0,
    most: free.length > 0 ? longest * most : most,
  };
}

/** How often what stands before it may come, and where the pattern goes on. */
function repeated(pattern: string, at: number): { readonly most: number; readonly end: number } {
  const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/u.exec(pattern.slice(at, at + 30))?.[0];
  if (found === undefined) return { most: 1, end: at };
  const end = at + found.length;
  if (found.startsWith('?')) return { most: 1, end };
  const [, least = '', comma, highest = ''] = /^\{(\d+)(,)?(\d*)/u.exec(found) ?? [];
  if (least === '' || (comma !== undefined && highest === '')) return { most: Infinity, end };
  return { most: Number(comma === undefined ? least : highest), end };
}

/** What a letter, an escape or a class lets through, and where it ends. */
interface One extends Pick<Atom, 'isAny' | 'isFree'> {
  readonly isLetter: boolean;
  readonly end: number;
}

/** A letter, an escape or a class. */
function readOne(pattern: string, at: number): One | null {
  const char = pattern.charAt(at);
  if (char === '.') return { isAny: true, isFree: true, isLetter: true, end: at + 1 };
  if (char === '\\') {
    const next = pattern.charAt(at + 1);
    if (next === 'Q') return null;
    const property = /^\\[pP]\{[^}]*\}/u.exec(pattern.slice(at, at + 60))?.[0];
    const isAny = 'SDW'.includes(next) || (property?.startsWith('\\P') ?? false);
    const isFree = isAny || (property !== undefined && isFreeProperty(property));
    return { isAny, isFree, isLetter: !'bBAzZG'.includes(next), end: at + (property?.length ?? 2) };
  }
  if (char !== '[') return { isAny: false, isFree: false, isLetter: true, end: at + 1 };
  const end = classEnd(pattern, at);
  if (end === null) return null;
  const inside = pattern.slice(at + 1, end - 1);
  const isAny = isAnyClass(inside);
  return { isAny, isFree: isAny || isFreeClass(inside), isLetter: true, end };
}

/** Behind the bracket that closes a class. */
function classEnd(pattern: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '[') depth += 1;
    else if (char === ']' && --depth === 0) return at + 1;
  }
  return null;
}

/** `[\s\S]`, `[\w\W]`, and what leaves none of the letters out that mean something: `[^;]`, `[^\s@]`. */
function isAnyClass(inside: string): boolean {
  if (!inside.startsWith('^')) {
    return ['\\s\\S', '\\S\\s', '\\w\\W', '\\W\\w', '\\d\\D', '\\D\\d'].some((all) => inside.includes(all));
  }
  return (
    !inside.includes('\\W') &&
    !MEANING.some((letter) =>
      inside
        .slice(1)
        .replaceAll(/\\[a-zA-Z]/gu, '')
        .includes(letter),
    )
  );
}

/** Classes by their names in which quotes and brackets are. */
function isFreeProperty(property: string): boolean {
  return (
    property.startsWith('\\P') || /\{(?:ASCII|Print|Graph|(?:Is)?Punct(?:uation)?|P|S|Any)\}$/u.test(property)
  );
}

/** `[\w' -]`, `[ -~]`, `[\w./]`. */
function isFreeClass(inside: string): boolean {
  if (inside.startsWith('^')) return false;
  const parts = classParts(inside);
  const has = (letter: string) => parts.some(({ from, to }) => from <= letter && letter <= to);
  return parts.some(({ isFree }) => isFree) || ENDING.some(has) || (has('.') && has('/'));
}

/** Letters from one to another, or a class by its name, which holds all or none of those that matter. */
interface ClassPart {
  readonly from: string;
  readonly to: string;
  readonly isFree: boolean;
}

const CLASS_PART = /\\[pP]\{[^}]{0,40}\}|(\\.|[^\\])(?:-(\\.|[^\\\]]))?/gsu;
const NAMED_CLASS = /^\\[a-zA-Z]/u;

function classParts(inside: string): readonly ClassPart[] {
  return [...inside.matchAll(CLASS_PART)].map(([written, first, last]) => {
    if (first === undefined) return { from: '', to: '', isFree: isFreeProperty(written) };
    if (NAMED_CLASS.test(first)) return { from: '', to: '', isFree: 'SDW'.includes(first.charAt(1)) };
    const from = first.slice(-1);
    return { from, to: last === undefined || NAMED_CLASS.test(last) ? from : last.slice(-1), isFree: false };
  });
}
