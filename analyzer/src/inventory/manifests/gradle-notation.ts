import type { DependencyScope } from '../inventory.ts';
import type { ScriptStatement } from './gradle-script.ts';
import type { ScriptToken } from './gradle-tokens.ts';
import { isSign, readPath, readValue } from './gradle-values.ts';

/** What one dependency notation names, before variables and catalogs are looked up. */
export type GradleNotation = {
  readonly line: number;
  readonly platform: boolean;
} & (
  | { readonly kind: 'coordinates'; readonly text: string }
  | { readonly kind: 'project'; readonly path: string }
  | { readonly kind: 'accessor'; readonly path: string }
);

/** A declaration in a `dependencies` block. */
export interface GradleDeclaration {
  readonly configuration: string;
  readonly notations: readonly GradleNotation[];
}

const PLATFORMS = new Set(['platform', 'enforcedPlatform']);
/** Calls that name files or Gradle itself, which are no declared components. */
const NOT_COMPONENTS = new Set([
  'files',
  'fileTree',
  'file',
  'gradleApi',
  'gradleTestKit',
  'localGroovy',
  'npm',
  'devNpm',
  'exclude',
  'because',
  'fileCollection',
]);
/** Words that begin a statement which declares something else. */
const NOT_CONFIGURATIONS = new Set([
  'def',
  'val',
  'var',
  'final',
  'println',
  'return',
  'import',
  'throw',
  'components',
  'modules',
]);
const MAP_KEYS = new Set([
  'group',
  'name',
  'version',
  'classifier',
  'ext',
  'path',
  'configuration',
  'transitive',
  'module',
]);

/** Reads a statement of a `dependencies` block; null where it declares nothing. */
export function readDeclaration({ tokens }: ScriptStatement): GradleDeclaration | null {
  const [head] = tokens;
  if (head === undefined || head.kind === 'sign' || NOT_CONFIGURATIONS.has(head.value)) return null;
  let at = 1;
  let configuration = head.value;
  const opensArguments = isSign(tokens[1], '(');
  if (head.kind === 'word' && isSign(tokens[1], '.')) return null;
  if (head.value === 'add' && opensArguments && tokens[2]?.kind === 'text') {
    configuration = tokens[2].value;
    at = 3;
  }
  const notations = readNotations(tokens, at);
  return notations.length === 0 ? null : { configuration, notations };
}

interface Collecting {
  readonly notations: GradleNotation[];
  readonly plain: ScriptToken[];
  readonly named: Map<string, { readonly text: string; readonly line: number }>;
  platform: boolean;
}

function readNotations(tokens: readonly ScriptToken[], from: number): readonly GradleNotation[] {
  const collecting: Collecting = { notations: [], plain: [], named: new Map(), platform: false };
  let at = from;
  while (at < tokens.length) at = readOne(tokens, at, collecting);
  const { notations, named, plain } = collecting;
  const group = named.get('group');
  const name = named.get('name');
  if (name !== undefined) {
    const text = [group?.text ?? '', name.text, named.get('version')?.text]
      .filter((part) => part !== undefined)
      .join(':');
    notations.push({ kind: 'coordinates', text, line: (group ?? name).line, platform: collecting.platform });
  }
  const [first] = plain;
  if (notations.length === 0 && first !== undefined && plain.length >= 2) {
    const text = plain
      .slice(0, 3)
      .map((token) => token.value)
      .join(':');
    notations.push({ kind: 'coordinates', text, line: first.line, platform: collecting.platform });
  }
  return notations;
}

/** Reads what starts at a token and returns where to go on. */
function readOne(tokens: readonly ScriptToken[], at: number, collecting: Collecting): number {
  const token = tokens[at];
  if (token?.kind === 'text') return readCoordinates(tokens, at, collecting);
  if (token?.kind !== 'word') return at + 1;
  const next = tokens[at + 1];
  const isNamed = MAP_KEYS.has(token.value) && (isSign(next, ':') || isSign(next, '='));
  if (isNamed) return readNamed(tokens, at, collecting);
  const path = readPath(tokens, at);
  if (path === null) return at + 1;
  return isSign(tokens[path.next], '(')
    ? readCall(tokens, { names: path.names, open: path.next, line: token.line }, collecting)
    : readReference(tokens, { names: path.names, open: path.next, line: token.line }, collecting);
}

interface NamePath {
  readonly names: readonly string[];
  /** Index of the token after the names. */
  readonly open: number;
  readonly line: number;
}

function readReference(
  tokens: readonly ScriptToken[],
  { names, open, line }: NamePath,
  collecting: Collecting,
): number {
  if (names.length === 1 && NOT_COMPONENTS.has(names[0] ?? '')) return tokens.length;
  collecting.notations.push({ kind: 'accessor', path: names.join('.'), line, platform: collecting.platform });
  return open;
}

function readCall(tokens: readonly ScriptToken[], path: NamePath, collecting: Collecting): number {
  const { names, open } = path;
  const name = names.at(-1) ?? '';
  if (name === 'project') return readProject(tokens, open, collecting);
  if (name === 'kotlin') return readKotlin(tokens, open, collecting);
  if (NOT_COMPONENTS.has(name)) return afterCall(tokens, open);
  if (name === 'get' || name === 'asProvider') {
    return readReference(tokens, { ...path, names: names.slice(0, -1) }, collecting);
  }
  collecting.platform ||= PLATFORMS.has(name);
  return open + 1;
}

function readNamed(tokens: readonly ScriptToken[], at: number, collecting: Collecting): number {
  const key = tokens[at];
  const value = readValue(tokens, at + 2);
  if (key === undefined || value === null) return at + 2;
  collecting.named.set(key.value, { text: value.text, line: key.line });
  return value.next;
}

function readCoordinates(tokens: readonly ScriptToken[], at: number, collecting: Collecting): number {
  const token = tokens[at];
  const value = readValue(tokens, at);
  if (token === undefined || value === null) return at + 1;
  if (value.text.includes(':') || value.text.startsWith('${')) {
    collecting.notations.push({
      kind: 'coordinates',
      text: value.text,
      line: token.line,
      platform: collecting.platform,
    });
  } else {
    collecting.plain.push({ ...token, value: value.text });
  }
  return value.next;
}

function readProject(tokens: readonly ScriptToken[], open: number, collecting: Collecting): number {
  const end = afterCall(tokens, open);
  const path = tokens.slice(open, end).find((token) => token.kind === 'text');
  if (path !== undefined) {
    collecting.notations.push({
      kind: 'project',
      path: path.value,
      line: path.line,
      platform: collecting.platform,
    });
  }
  return end;
}

/** `kotlin("stdlib", "2.0")` is `org.jetbrains.kotlin:kotlin-stdlib:2.0`. */
function readKotlin(tokens: readonly ScriptToken[], open: number, collecting: Collecting): number {
  const end = afterCall(tokens, open);
  const [module, version] = tokens.slice(open, end).filter((token) => token.kind === 'text');
  if (module !== undefined) {
    const text = `org.jetbrains.kotlin:kotlin-${module.value}${version === undefined ? '' : `:${version.value}`}`;
    collecting.notations.push({
      kind: 'coordinates',
      text,
      line: module.line,
      platform: collecting.platform,
    });
  }
  return end;
}

/** Index after the bracket that closes the one at `open`. */
function afterCall(tokens: readonly ScriptToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (isSign(tokens[at], '(')) depth += 1;
    else if (isSign(tokens[at], ')')) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}

/** Scope by the name of a configuration; source-set prefixes decide on tests, the ending on the rest. */
export function scopeOfConfiguration(configuration: string): DependencyScope {
  if (
    /^(?:test|androidTest|jmh)|(?:[a-z]Tests?|^it|e2e|[sS]pec)(?=Implementation|Api|RuntimeOnly|CompileOnly|Compile|Runtime|AnnotationProcessor|$)/.test(
      configuration,
    )
  )
    return 'test';
  if (
    /annotationProcessor$/i.test(configuration) ||
    /^(?:kapt|ksp|classpath|developmentOnly|errorprone)/.test(configuration)
  )
    return 'build';
  if (/compileOnly(?:Api)?$|^provided(?:Compile|Runtime)?$/i.test(configuration)) return 'provided';
  if (/^optional/.test(configuration)) return 'optional';
  return /(?:^|[a-z])(?:implementation|api|runtimeOnly|compile|runtime)$/i.test(configuration)
    ? 'runtime'
    : 'build';
}
