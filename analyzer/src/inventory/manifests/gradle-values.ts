import type { ScriptStatement } from './gradle-script.ts';
import type { ScriptToken } from './gradle-tokens.ts';

/** A value read from a script, with references as `${name}`, and the index of the first token after it. */
export interface ScriptValue {
  readonly text: string;
  readonly next: number;
}

/** Receivers that only say where a property lives. */
const RECEIVERS = new Set(['project', 'rootProject', 'parent', 'ext', 'extra', 'gradle', 'settings', 'this']);
/** Calls and maps whose literal argument is the property's name. */
const PROPERTY_ACCESS = new Set([
  'property',
  'findProperty',
  'getProperty',
  'properties',
  'ext',
  'extra',
  'gradleProperty',
  'get',
]);

/** Reads `'a' + b.c + property("d")` from a position as one text; null where no value starts there. */
export function readValue(tokens: readonly ScriptToken[], from: number): ScriptValue | null {
  let text = '';
  let at = from;
  for (;;) {
    const term = readTerm(tokens, at);
    if (term === null) return at === from ? null : { text, next: at };
    text += term.text;
    at = term.next;
    if (!isSign(tokens[at], '+')) return { text, next: at };
    at += 1;
  }
}

function readTerm(tokens: readonly ScriptToken[], from: number): ScriptValue | null {
  const first = tokens[from];
  if (first?.kind === 'text') return { text: first.value, next: from + 1 };
  const path = readPath(tokens, from);
  if (path === null) return null;
  const opens = isSign(tokens[path.next], '(') || isSign(tokens[path.next], '[');
  const argument = tokens[path.next + 1];
  const last = path.names.at(-1) ?? '';
  if (opens && argument?.kind === 'text' && PROPERTY_ACCESS.has(last)) {
    return { text: `\${${argument.value}}`, next: path.next + 3 };
  }
  const names = path.names.filter((name, index) => !(index < path.names.length - 1 && RECEIVERS.has(name)));
  const called = opens && (last === 'get' || last === 'toString' || last === 'asProvider');
  const text = `\${${(called ? names.slice(0, -1) : names).join('.')}}`;
  return { text, next: called ? path.next + 2 : path.next };
}

/** Reads `a.b.c`; null where no word stands there. */
export function readPath(
  tokens: readonly ScriptToken[],
  from: number,
): { readonly names: readonly string[]; readonly next: number } | null {
  const names: string[] = [];
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token?.kind !== 'word') return names.length === 0 ? null : { names, next: at };
    names.push(token.value);
    at += 1;
    if (!isSign(tokens[at], '.') || tokens[at + 1]?.kind !== 'word') return { names, next: at };
    at += 1;
  }
}

/** True for that one sign. */
export function isSign(token: ScriptToken | undefined, value: string): boolean {
  return token?.kind === 'sign' && token.value === value;
}

/** Properties that tasks and publications have as well: only outside their blocks do they belong to the project. */
const PROJECT_PROPERTIES = new Set(['group', 'version', 'description', 'name']);
const PROJECT_BLOCK = /^(?:allprojects|subprojects|configure|project)(?:\(|$)/;

/** Every variable, extra property and string map entry that the statements of a script define; the first definition counts. */
export function readVariables(statements: readonly ScriptStatement[]): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const { tokens, blocks } of statements) {
    const configuresProject = blocks.every((block) => PROJECT_BLOCK.test(block));
    const define = (name: string, value: string): void => {
      const isOwn = configuresProject || !PROJECT_PROPERTIES.has(name);
      if (isOwn && !variables.has(name)) variables.set(name, value);
    };
    const setter = readSetter(tokens);
    if (setter !== null) define(setter.name, setter.value);
    else readAssignment(tokens, define);
  }
  return variables;
}

/** `set("name", value)`, `ext.set("name", value)` and `val name by extra(value)`. */
function readSetter(
  tokens: readonly ScriptToken[],
): { readonly name: string; readonly value: string } | null {
  const by = tokens.findIndex((token) => token.kind === 'word' && token.value === 'by');
  const declared = tokens[by - 1];
  if (by > 0 && declared?.kind === 'word' && tokens[by + 1]?.value === 'extra') {
    const value = readValue(tokens, by + 3);
    return value === null ? null : { name: declared.value, value: value.text };
  }
  const path = readPath(tokens, 0);
  if (path?.names.at(-1) !== 'set') return null;
  const at = isSign(tokens[path.next], '(') ? path.next + 1 : path.next;
  const name = tokens[at];
  const value = isSign(tokens[at + 1], ',') ? readValue(tokens, at + 2) : null;
  return name?.kind === 'text' && value !== null ? { name: name.value, value: value.text } : null;
}

type Define = (name: string, value: string) => void;

function readAssignment(tokens: readonly ScriptToken[], define: Define): void {
  const equals = tokens.findIndex((token) => isSign(token, '='));
  const name = equals < 1 || isSign(tokens[equals + 1], '=') ? null : assignedName(tokens.slice(0, equals));
  if (name === null) return;
  const start = equals + 1;
  const isMap = isSign(tokens[start], '[') || ['mapOf', 'mutableMapOf'].includes(tokens[start]?.value ?? '');
  if (isMap) readMapEntries(tokens, start, (key, value) => define(`${name}.${key}`, value));
  else {
    const value = readValue(tokens, start);
    if (value !== null) define(name, value.text);
  }
}

/** `ext.a.b`, `def a`, `val a: String`, `extra["a"]`: the name a value is stored under. */
function assignedName(tokens: readonly ScriptToken[]): string | null {
  const index = tokens.findIndex((token) => isSign(token, '['));
  const key = index < 0 ? undefined : tokens[index + 1];
  if (index >= 0) return key?.kind === 'text' ? key.value : null;
  const colon = tokens.findIndex((token) => isSign(token, ':'));
  const left = colon < 0 ? tokens : tokens.slice(0, colon);
  const start = left.findLastIndex((token, at) => token.kind === 'word' && !isSign(left[at - 1], '.'));
  const path = start < 0 ? null : readPath(left, start);
  if (path === null || path.next !== left.length) return null;
  const names = path.names.filter((name, at) => !(at < path.names.length - 1 && RECEIVERS.has(name)));
  return names.join('.');
}

/** `key: 'value'` of Groovy and `"key" to "value"` of Kotlin, up to the end of the statement. */
function readMapEntries(tokens: readonly ScriptToken[], from: number, define: Define): void {
  for (let at = from; at < tokens.length; at += 1) {
    const key = tokens[at];
    if (key?.kind !== 'word' && key?.kind !== 'text') continue;
    const separator = tokens[at + 1];
    if (!isSign(separator, ':') && !(separator?.kind === 'word' && separator.value === 'to')) continue;
    const value = readValue(tokens, at + 2);
    if (value === null) continue;
    define(key.value, value.text);
    at = value.next - 1;
  }
}
