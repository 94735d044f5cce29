/** What `interpolate` needs to know of a placeholder language. */
export interface InterpolationRules {
  /** Value of a name, itself possibly with placeholders; null where nobody defines it. */
  readonly lookup: (name: string) => string | null;
  /** Splits a name from its default (`:` in Spring); null where the language has no defaults. */
  readonly defaultSeparator: ':' | null;
}

/** Result of one interpolation. */
export interface Interpolated {
  /** The text; a placeholder that could not be resolved stands in it as written. */
  readonly text: string;
  /** Names without a value, in order of appearance, and names that refer to themselves. */
  readonly unresolved: readonly string[];
}

/** Values that refer to values that refer …: no honest build goes near this. */
const MAX_DEPTH = 24;
/** Replacements in one text; together with the length it stops `a=${b}${b}`, `b=${c}${c}` … from doubling for ever. */
const MAX_REPLACEMENTS = 500;
const MAX_LENGTH = 8_192;

interface Budget {
  replacements: number;
  readonly unresolved: string[];
}

/**
 * Replaces `${name}` and, where the language has defaults, `${name:default}`, nested ones included. Always ends: cycles,
 * depth, number of replacements and length are bounded, and what hits a bound counts as unresolved.
 */
export function interpolate(text: string, rules: InterpolationRules): Interpolated {
  if (!text.includes('${')) return { text, unresolved: [] };
  if (text.length > MAX_LENGTH) return { text, unresolved: ['(text too long)'] };
  const budget: Budget = { replacements: MAX_REPLACEMENTS, unresolved: [] };
  const expanded = expand(text, { rules, budget, within: [] });
  return { text: expanded, unresolved: [...new Set(budget.unresolved)] };
}

interface Expansion {
  readonly rules: InterpolationRules;
  readonly budget: Budget;
  /** Names being expanded, outermost first; its length is the depth. */
  readonly within: readonly string[];
}

function expand(text: string, expansion: Expansion): string {
  let out = '';
  let at = 0;
  while (at < text.length && out.length <= MAX_LENGTH) {
    const open = text.indexOf('${', at);
    if (open < 0) break;
    out += text.slice(at, open);
    const close = closingBrace(text, open + 2);
    if (close < 0) {
      at = open;
      break;
    }
    out += replacement(text.slice(open + 2, close), expansion) ?? text.slice(open, close + 1);
    at = close + 1;
  }
  return (out + text.slice(at)).slice(0, MAX_LENGTH);
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '}') depth -= 1;
    else if (text[at] === '{' && text[at - 1] === '$') depth += 1;
    if (depth === 0) return at;
  }
  return -1;
}

function replacement(body: string, expansion: Expansion): string | null {
  const { rules, budget, within } = expansion;
  budget.replacements -= 1;
  if (budget.replacements < 0 || within.length >= MAX_DEPTH) {
    budget.unresolved.push(body);
    return null;
  }
  const inner = { ...expansion, within: [...within, ''] };
  const cut = rules.defaultSeparator === null ? -1 : separatorAt(body, rules.defaultSeparator);
  const name = expand(cut < 0 ? body : body.slice(0, cut), inner).trim();
  if (!within.includes(name)) {
    const value = rules.lookup(name);
    if (value !== null) return expand(value, { ...expansion, within: [...within, name] });
    if (cut >= 0) return expand(body.slice(cut + 1), inner);
  }
  budget.unresolved.push(name);
  return null;
}

function separatorAt(body: string, separator: string): number {
  let depth = 0;
  for (let at = 0; at < body.length; at += 1) {
    if (body[at] === '{' && body[at - 1] === '$') depth += 1;
    else if (body[at] === '}') depth -= 1;
    else if (depth === 0 && body[at] === separator) return at;
  }
  return -1;
}
