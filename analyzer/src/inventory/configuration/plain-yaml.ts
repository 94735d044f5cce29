/** One flat key of a YAML text with its place. */
export interface YamlKey {
  /** `a.b[0].c` */
  readonly key: string;
  readonly value: string;
  readonly line: number;
  /** Number of the document in its file, from 0. */
  readonly document: number;
}

/** A map or a list that lines are still added to. */
interface Open {
  readonly indent: number;
  readonly key: string;
  /** Index of the next item of a list; null for a map. */
  next: number | null;
}

/** A key after which nothing stood: what follows further in is its value, and where nothing does it has none. */
interface Pending {
  readonly indent: number;
  readonly key: string;
  readonly line: number;
}

interface Reading {
  readonly keys: YamlKey[];
  /** From the outermost on. */
  readonly open: Open[];
  pending: Pending | null;
  line: number;
  document: number;
  /** Whether the document has begun. */
  hasBegun: boolean;
}

const MOST_LINES = 20_000;
const MAX_KEY_LENGTH = 1_000;

const NOTHING_SAID = /^ *(?:#.*)?$/;
const BEGIN = /^--- *$/;
const MEMBER = /^(?:([A-Za-z_][\w.-]*)|"([ !#-[\]-~]+)"|'([ -&(-~]+)'):(?: +(.*))?$/;
/** Names that YAML takes for something else than a text, and one that brings in what another map holds. */
const NO_NAME = /^(?:true|false|null)$/i;
const MERGE = '<<';
/** What may follow a value on its line. */
const REST = /^(?: +#.*| *)$/;
/** What begins with none of the signs of YAML, and holds none that end it. */
const PLAIN = /^(?:[\w./$(+<~^;=]|-[\w./$])[ -~]*$/;
const NO_PLAIN = /: |:$/;
const NULL = /^(?:~|[Nn]ull|NULL)$/;
/** Of a text in double quotes: anything but a quote or a backslash behind a backslash. */
const OTHER_ESCAPE = /\\[^"\\]/;
const EMPTY = /^(?:\[\]|\{\})(?: +#.*| *)$/;

/**
 * Reads YAML as nearly all settings are written: maps by indentation, lists of values and of maps, values on one line, in
 * quotes without escapes or plain. Null for any other text, which says nothing of it: a library reads it then.
 */
export function plainYamlKeys(text: string): readonly YamlKey[] | null {
  const reading: Reading = { keys: [], open: [], pending: null, line: 0, document: 0, hasBegun: false };
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const hasReturn = found !== -1 && end > start && text[end - 1] === '\r';
    reading.line += 1;
    if (reading.line > MOST_LINES || !readLine(reading, text.slice(start, hasReturn ? end - 1 : end)))
      return null;
    start = end + 1;
  }
  endPending(reading);
  return reading.keys;
}

/** False where it is written in another way. */
function readLine(reading: Reading, line: string): boolean {
  if (NOTHING_SAID.test(line)) return true;
  if (BEGIN.test(line)) {
    beginDocument(reading);
    return true;
  }
  reading.hasBegun = true;
  const indent = line.search(/[^ ]/);
  const written = line.slice(indent);
  const isItem = written.startsWith('- ');
  if (!enter(reading, indent, isItem)) return false;
  return isItem ? readItem(reading, written, indent) : readMember(reading, written, indent);
}

function beginDocument(reading: Reading): void {
  endPending(reading);
  reading.open.length = 0;
  if (reading.hasBegun) reading.document += 1;
  reading.hasBegun = true;
}

function endPending(reading: Reading): void {
  const { pending } = reading;
  reading.pending = null;
  if (pending !== null) add(reading, pending.key, { value: '', line: pending.line });
}

function add(reading: Reading, key: string, { value, line }: Pick<YamlKey, 'value' | 'line'>): void {
  reading.keys.push({ key, value, line, document: reading.document });
}

/** Finds the map or list that a line belongs to, or opens it; false where there is none. */
function enter(reading: Reading, indent: number, isItem: boolean): boolean {
  const { open, pending } = reading;
  if (pending !== null && (indent > pending.indent || (indent === pending.indent && isItem))) {
    reading.pending = null;
    open.push({ indent, key: pending.key, next: isItem ? 0 : null });
    return true;
  }
  // What stands further in than a value goes on with it.
  if (pending === null && indent > (open.at(-1)?.indent ?? 0)) return false;
  endPending(reading);
  if (open.length === 0) open.push({ indent: 0, key: '', next: null });
  return leaveTo(open, indent, isItem);
}

function leaveTo(open: Open[], indent: number, isItem: boolean): boolean {
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const isLeft = last.indent > indent || (last.indent === indent && last.next !== null && !isItem);
    if (!isLeft) return last.indent === indent && (last.next !== null) === isItem;
    open.pop();
  }
  return false;
}

function readItem(reading: Reading, written: string, indent: number): boolean {
  const list = reading.open.at(-1);
  if (list === undefined || list.next === null) return false;
  const key = `${list.key}[${list.next}]`;
  list.next += 1;
  const inner = written.slice(written.slice(1).search(/[^ ]|$/) + 1);
  if (MEMBER.test(inner)) {
    const within = indent + written.length - inner.length;
    reading.open.push({ indent: within, key, next: null });
    return readMember(reading, inner, within);
  }
  const value = valueIn(inner);
  if (value === null || key.length > MAX_KEY_LENGTH) return false;
  add(reading, key, { value, line: reading.line });
  return true;
}

function readMember(reading: Reading, written: string, indent: number): boolean {
  const [, plain, doubly, singly, rest = ''] = MEMBER.exec(written) ?? [];
  const name = plain ?? doubly ?? singly ?? MERGE;
  const around = reading.open.at(-1)?.key ?? '';
  const key = around === '' || name.startsWith('[') ? `${around}${name}` : `${around}.${name}`;
  if (name === MERGE || (plain !== undefined && NO_NAME.test(plain)) || key.length > MAX_KEY_LENGTH)
    return false;
  if (rest === '' || rest.startsWith('#')) {
    reading.pending = { indent, key, line: reading.line };
    return true;
  }
  const value = valueIn(rest);
  if (value === null) return false;
  add(reading, key, { value, line: reading.line });
  return true;
}

/** A value as Spring binds it; null where it is written in another way. */
function valueIn(written: string): string | null {
  if (written.startsWith('"')) {
    const end = endOfQuoted(written);
    const value = written.slice(1, end);
    const isPlain = end !== -1 && !OTHER_ESCAPE.test(value) && REST.test(written.slice(end + 1));
    return isPlain ? value.replace(/\\(.)/g, '$1') : null;
  }
  if (written.startsWith("'")) {
    const end = written.indexOf("'", 1);
    return end !== -1 && REST.test(written.slice(end + 1)) ? written.slice(1, end) : null;
  }
  return EMPTY.test(written) ? '' : unquotedIn(written);
}

function unquotedIn(written: string): string | null {
  const comment = written.indexOf(' #');
  const value = comment === -1 ? written : written.slice(0, comment);
  // Of white space it can hold blanks alone.
  if (!PLAIN.test(value)) return null;
  const trimmed = value.trimEnd();
  if (NO_PLAIN.test(trimmed)) return null;
  return NULL.test(trimmed) ? '' : trimmed;
}

/** Where the double quotes that a text begins with are closed; -1 where they are not. */
function endOfQuoted(written: string): number {
  for (let end = written.indexOf('"', 1); end !== -1; end = written.indexOf('"', end + 1)) {
    let before = end;
    while (written[before - 1] === '\\') before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return -1;
}
