/** A piece of a Groovy or Kotlin build script. Comments and blanks are gone; `end` is a line end or `;`. */
export interface ScriptToken {
  readonly kind: 'word' | 'text' | 'sign' | 'end';
  /** Word, string content (placeholders as `${name}`), or the one sign. */
  readonly value: string;
  readonly line: number;
}

const WORD_START = /[A-Za-z_]/;
const WORD_PART = /[\w]/;

interface Reading {
  readonly script: string;
  at: number;
  line: number;
}

/**
 * Cuts a build script into tokens without understanding more of the language than its strings and comments. Total: any
 * text gives tokens, in linear time.
 */
export function readScriptTokens(script: string): readonly ScriptToken[] {
  const reading: Reading = { script, at: 0, line: 1 };
  const tokens: ScriptToken[] = [];
  while (reading.at < script.length) {
    const token = nextToken(reading);
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

function nextToken(reading: Reading): ScriptToken | null {
  const { script, at, line } = reading;
  const character = script.charAt(at);
  if (character === '\n' || character === ';') {
    reading.at += 1;
    if (character === '\n') reading.line += 1;
    return { kind: 'end', value: '', line };
  }
  if (script.startsWith('//', at)) return skipTo(reading, script.indexOf('\n', at));
  if (script.startsWith('/*', at)) {
    const close = script.indexOf('*/', at + 2);
    return skipTo(reading, close < 0 ? -1 : close + 2);
  }
  if (character === '"' || character === "'") return readText(reading, character);
  if (WORD_START.test(character)) return readWord(reading);
  reading.at += 1;
  return character.trim() === '' ? null : { kind: 'sign', value: character, line };
}

function skipTo(reading: Reading, end: number): null {
  const stop = end < 0 ? reading.script.length : end;
  reading.line += newlinesIn(reading.script.slice(reading.at, stop));
  reading.at = stop;
  return null;
}

function readWord(reading: Reading): ScriptToken {
  const start = reading.at;
  while (WORD_PART.test(reading.script.charAt(reading.at))) reading.at += 1;
  return { kind: 'word', value: reading.script.slice(start, reading.at), line: reading.line };
}

function readText(reading: Reading, quote: string): ScriptToken {
  const { script, line } = reading;
  const fence = script.startsWith(quote.repeat(3), reading.at) ? quote.repeat(3) : quote;
  let at = reading.at + fence.length;
  let value = '';
  while (at < script.length && !script.startsWith(fence, at)) {
    if (fence.length === 1 && script[at] === '\n') break;
    const end = quote === '"' && script.startsWith('${', at) ? placeholderEnd(script, at) : -1;
    if (end > 0) {
      value += script.slice(at, end);
      at = end;
      continue;
    }
    if (script[at] === '\\') at += 1;
    value += script.charAt(at);
    at += 1;
  }
  const closed = script.startsWith(fence, at);
  reading.line += newlinesIn(value);
  reading.at = closed ? at + fence.length : at;
  return { kind: 'text', value: quote === '"' ? bracedPlaceholders(value) : value, line };
}

/** An expression inside a string may hold quotes of its own: `"${property("x")}"`. */
const MAX_EXPRESSION = 200;

/** Index after the brace that ends an expression; -1 where none does on this line. */
function placeholderEnd(script: string, from: number): number {
  const limit = Math.min(script.length, from + MAX_EXPRESSION);
  for (let at = from + 2; at < limit && script[at] !== '\n'; at += 1) if (script[at] === '}') return at + 1;
  return -1;
}

/** `$name` and `$a.b` of a double-quoted string in the one form that is resolved later. */
function bracedPlaceholders(text: string): string {
  return text.replace(
    /\$([A-Za-z_]\w{0,200}(?:\.[A-Za-z_]\w{0,200}){0,8})/g,
    (_, name: string) => `\${${name}}`,
  );
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
