import { type GlobSymbols, globCovers, globsMeet } from './glob-relation.ts';
import type { PathRelation } from './path-relation.ts';
import { cutPath, MULTI, ONE, RUN } from './segments.ts';

/** Any character; a run of characters of a class, and one of them: the class as written stands behind. */
const ANY = '\uE003';
const NARROW = '\uE004';
const ONE_OF = '\uE005';
/** Stands before an expression for which case makes no difference. */
const ANY_CASE = '(?i)';
const MOST_PATTERN = 300;
const MOST_ALTERNATIVES = 30;

/**
 * Relates a path template to a regular expression that must match the whole path. The expression comes from the analysed
 * tree and is never run: the everyday subset (literals, `.`, `.*`, `.+`, `[^/]*`, classes with `+` or `*`, alternatives in one
 * group) is read as a list of symbols; anything else is `unknown`.
 */
export function relateRegex(expression: string, template: string): PathRelation {
  const ignoresCase = expression.startsWith(ANY_CASE);
  const alternatives = readExpression(
    ignoresCase ? lowerCase(expression.slice(ANY_CASE.length)) : expression,
  );
  const inner = templateSymbols(ignoresCase ? template.toLowerCase() : template);
  if (alternatives === null) return 'unknown';
  const isOnePath = !inner.some(isOpenSymbol);
  let best = 'none' as PathRelation;
  for (const symbols of alternatives) {
    if (!globsMeet(symbols, inner, SYMBOLS)) continue;
    const isNarrowed = symbols.some((symbol) => symbol.startsWith(NARROW) || symbol.startsWith(ONE_OF));
    if (isOnePath || (!isNarrowed && globCovers(symbols, inner, SYMBOLS))) return 'all';
    if (best !== 'some') best = symbols.some(isOpenSymbol) ? 'some' : 'single';
  }
  return best;
}

/** Escapes keep their letter: `\\D` is not `\\d`. */
function lowerCase(expression: string): string {
  return expression.replaceAll(/\\.|[^\\]/gsu, (part) => (part.length > 1 ? part : part.toLowerCase()));
}

function templateSymbols(template: string): readonly string[] {
  return cutPath(template).segments.flatMap((segment) => ['/', ...segment]);
}

/** It stands for more than one text. */
function isOpenSymbol(symbol: string): boolean {
  return /^[\uE003-\uE005]/u.test(symbol) || [ONE, RUN, MULTI].includes(symbol);
}

const SYMBOLS: GlobSymbols<string> = {
  isRun: (symbol) => symbol === RUN || symbol === MULTI || symbol.startsWith(NARROW),
  absorbs: (run, symbol) => {
    if (run.startsWith(NARROW)) return isInClass(run.slice(1), symbol);
    return run === MULTI || (symbol !== '/' && symbol !== MULTI && symbol !== ANY);
  },
  covers: (outer, inner) => outer === ANY || outer === inner,
  meets: (left, right) =>
    left === right ||
    (left.startsWith(ONE_OF) && isInClass(left.slice(1), right)) ||
    left === ANY ||
    right === ANY ||
    (left === ONE && right !== '/') ||
    (right === ONE && left !== '/'),
};

/** Whether a character is of a class as written, `[a-z0-9]` or `\\d`; a symbol that may be several is, where it can be one. */
function isInClass(written: string, symbol: string): boolean {
  if (isOpenSymbol(symbol)) return symbol !== MULTI;
  const known = KNOWN_CLASSES.get(written.toLowerCase());
  if (known !== undefined) return known.test(symbol) === (written === written.toLowerCase());
  const inside = written.slice(1, -1);
  const isNegated = inside.startsWith('^');
  const chars = [...(isNegated ? inside.slice(1) : inside)];
  const isMember = chars.some((char, index) => {
    if (char === '-' && index > 0 && index < chars.length - 1) return false;
    const isRange = chars[index + 1] === '-' && index + 2 < chars.length;
    return isRange ? symbol >= char && symbol <= (chars[index + 2] ?? char) : symbol === char;
  });
  return isMember !== isNegated;
}

const KNOWN_CLASSES: ReadonlyMap<string, RegExp> = new Map([
  ['\\d', /^\d$/u],
  ['\\w', /^\w$/u],
]);

/** The alternatives of an expression as symbols; null where it uses more than the subset. */
function readExpression(expression: string): readonly (readonly string[])[] | null {
  if (expression.length > MOST_PATTERN) return null;
  // The query part of the URL stands behind the path; rules about it name it optional.
  const whole = expression
    .replace(/^(?:\^|\\A)/u, '')
    .replace(/(?:\$|\\[Zz])$/u, '')
    .replace(/\(\\\?\.\*\)\?$/u, '');
  const spread = spreadAlternatives(whole);
  if (spread === null) return null;
  const read = spread.map(readSequence);
  return read.every((each): each is string[] => each !== null) ? read : null;
}

/** `/(a|b)/.*` to `/a/.*` and `/b/.*`; groups do not nest. */
function spreadAlternatives(expression: string): readonly string[] | null {
  let texts: readonly string[] = [''];
  let rest = expression;
  for (let group = cutGroup(rest); group !== undefined; group = cutGroup(rest)) {
    if (group === null) return null;
    const { before, inside, after } = group;
    texts = texts.flatMap((text) => inside.split('|').map((each) => text + before + each));
    if (texts.length > MOST_ALTERNATIVES) return null;
    rest = after;
  }
  const tails = rest.split('|');
  if (tails.length > 1 && texts.length > 1) return null;
  return texts.flatMap((text) => tails.map((tail) => text + tail)).slice(0, MOST_ALTERNATIVES);
}

/** The first group with what stands around it; undefined where there is none, null where it is more than alternatives. */
function cutGroup(
  text: string,
): { readonly before: string; readonly inside: string; readonly after: string } | null | undefined {
  const open = findUnescaped(text, '(');
  if (open === -1) return undefined;
  const close = findUnescaped(text, ')');
  const before = text.slice(0, open);
  const inside = text.slice(open + 1, close).replace(/^\?:/u, '');
  const after = text.slice(close + 1);
  const isPlain = close > open && !inside.includes('(') && !inside.includes('?') && !before.includes('|');
  return isPlain && !/^[?*+{]/u.test(after) ? { before, inside, after } : null;
}

function findUnescaped(text: string, char: string): number {
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === char) return index;
  }
  return -1;
}

function readSequence(text: string): string[] | null {
  const symbols: string[] = [];
  let rest = text;
  while (rest !== '') {
    const step = readOne(rest);
    if (step === null) return null;
    symbols.push(...step.symbols);
    rest = rest.slice(step.length);
  }
  return symbols;
}

function readOne(text: string): { readonly symbols: readonly string[]; readonly length: number } | null {
  const known: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^\.\*/u, [MULTI]],
    [/^\.\+/u, [MULTI]],
    [/^\[\^\/\][*+]/u, [RUN]],
    [/^\.(?![?{])/u, [ANY]],
  ];
  for (const [form, symbols] of known) {
    const found = form.exec(text);
    if (found !== null) return { symbols, length: found[0].length };
  }
  const ofClass = /^(\[[^\]\\[&]{1,40}\]|\\[dwDW])([*+]?)(?![?{])/u.exec(text);
  if (ofClass !== null) return { symbols: classSymbols(ofClass), length: ofClass[0].length };
  const literal = /^(?:\\([./\\-])|([\w/ ~%!@,:;=&'-]))(?![*+?{])/u.exec(text);
  const char = literal?.[1] ?? literal?.[2];
  return literal === null || char === undefined ? null : { symbols: [char], length: literal[0].length };
}

/** `[a-z]`, `[a-z]+` and `[a-z]*`. */
function classSymbols([, written = '', times]: readonly string[]): readonly string[] {
  const run = times === '' ? [] : [`${NARROW}${written}`];
  return times === '*' ? run : [`${ONE_OF}${written}`, ...run];
}
