/** What stands where a secret would, and is none: a placeholder, an encrypted value, a place where the secret lies. */
const REFERENCE =
  /\$\{|#\{|\{\{|^<[^>]*>$|^%[\w.-]*%?$|^@[\w.-]+@$|^ENC\(|^\{cipher\}|^vault:|^(?:classpath|file|https?|jdbc|redis|amqps?|s3|env):|^\.{0,2}\/|^[A-Za-z]:\\/iu;
/** What people write to say that a value belongs here. */
const DUMMY =
  /^(?:x{2,}|[a-z]+[-_]password|eyJ[\w-]+\.eyJ[\w-]*|\*+|\.{2,}|-+|null|none|nil|undefined|todo|tbd|n\/a|changeit|change[-_ ]?me|(?:the|my|your|some|any)[-_ ].*|.*(?:example|placeholder|dummy|replace[-_ ]?(?:me|this)|insert[-_ ]).*)$/iu;
/** Shapes that only a provider's credentials have. */
const ISSUED: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/u,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/u,
  /\bglpat-[A-Za-z0-9_-]{20}\b/u,
  /\bxox[abprs]-[A-Za-z0-9-]{20,}\b/u,
  /\b[sr]k_live_[A-Za-z0-9]{20,}\b/u,
  /\bAIza[0-9A-Za-z_-]{35}\b/u,
  /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/u,
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*(?:[A-Za-z0-9+/=]|\\n|\s){40}/u,
];
/** The shortest of them. */
const SHORTEST_ISSUED = 20;
/** UTF-16 units of a value that are looked at. */
const LOOKED_AT = 4_096;
/** Bits for each character below which a key reads like a word. */
const KEY_ENTROPY = 2.75;
const SHORTEST_KEY = 8;
/** Letters alone up to here are a word. */
const LONGEST_WORD = 20;
/** Letters of a word on average; what a machine made falls into shorter pieces. */
const SHORTEST_MEAN_WORD = 2.3;
/** Digits in a name that no machine made. */
const MOST_DIGITS = 4;
const SHORTEST_WRITTEN_PASSWORD = 4;

/** Whether a text has the shape of credentials that a provider issues: a secret under whatever name. */
export function isIssued(value: string): boolean {
  if (value.length < SHORTEST_ISSUED) return false;
  const text = value.slice(0, LOOKED_AT);
  return ISSUED.some((shape) => shape.test(text));
}

/** Kinds of secrets that people choose; the others are made by machines and look like it. */
const CHOSEN: ReadonlySet<string> = new Set(['password', 'credentials', 'one-time code']);

/**
 * Whether a value under the name of a secret is one. In settings a password may be any word; in code, where a constant of
 * that name is more often the name of a field, it has a digit or a symbol.
 */
export function isSecretValue(what: string, value: string, where: 'code' | 'settings'): boolean {
  const text = value.slice(0, LOOKED_AT).trim();
  if (text === '' || REFERENCE.test(text) || DUMMY.test(text)) return false;
  if (isIssued(text)) return true;
  if (/\s/u.test(text)) return false;
  if (!CHOSEN.has(what))
    return text.length >= SHORTEST_KEY && bitsPerCharacter(text) >= KEY_ENTROPY && !isName(text);
  if (where === 'settings') return !/^(?:true|false)$/iu.test(text);
  return (
    text.length >= SHORTEST_WRITTEN_PASSWORD &&
    /[0-9!@#$^&*+=?~]/u.test(text) &&
    !/[%:/()[\]<>{},;]/u.test(text)
  );
}

/** A key, a column, a header, a class: words of a language, joined by separators or capitals. */
function isName(text: string): boolean {
  const words = text.split(/[._\-/:+]|(?<=[a-z0-9])(?=[A-Z])/u).filter((word) => word !== '');
  const letters = text.replaceAll(/[^A-Za-z]/gu, '').length;
  return (
    (words.length > 1 || text.length < LONGEST_WORD) &&
    letters >= words.length * SHORTEST_MEAN_WORD &&
    text.replaceAll(/\D/gu, '').length <= MOST_DIGITS &&
    words.every((word) => /^[A-Za-z0-9]{1,20}$/u.test(word))
  );
}

/** Shannon entropy of the characters of a text. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
