import { hash } from 'node:crypto';
import { type MethodId, relativePath, type TypeName } from '../base/ids.ts';
import type { PackReader } from '../facts/packed/pack-reader.ts';
import type { PackWriter } from '../facts/packed/pack-writer.ts';
import { readNotes, writeNotes } from '../facts/packed/packed-facts.ts';
import type { TestRequest } from '../models/labels.ts';
import type { TestFile } from '../models/tests/read-tests.ts';
import type { KnownTest, KnownTree, KnownType } from '../stages/known-tests.ts';
import type { FactSegment, FactSegmentBuilder } from './fact-segment.ts';

/** Bytes that are packed at a time, more or less: of a large tree all of it would take as much again as it does, several times. */
const PART_BYTES = 128 * 1024;
/** What a test file takes beside the texts of its types and its words. */
const BYTES_BESIDE = 2 * 1024;

const HEAD = keyOf('tree');

function keyOf(name: string): string {
  return hash('sha256', name, 'hex');
}

/**
 * Writes a tree, part by part. Texts that many files of a part hold are there once, and so are the choices of methods that calls
 * of the tree share.
 */
export function writeTree(content: FactSegmentBuilder, { code, namesakes, tests }: KnownTree): void {
  const choices = new Choices();
  for (const { comesTo } of tests.values()) for (const choice of comesTo.choices) choices.add(choice);
  const types = partsOf([...code.types], ([, line]) => line.length);
  const files = partsOf([...tests.values()], sizeOf);
  content.add(HEAD, (to) => {
    to.text(namesakes);
    for (const parts of [types, files]) to.number(parts.length);
    to.list([...code.overriders], writeTexts);
    to.list([...code.packages], (_, name) => to.text(name));
    to.list(choices.all, (_, choice) => to.list(choice, (__, id) => to.text(id)));
  });
  content.endBlock();
  for (const [at, part] of types.entries()) {
    content.add(keyOf(`types ${at}`), (to) => to.list(part, writeTexts));
    content.endBlock();
  }
  for (const [at, part] of files.entries()) {
    content.add(keyOf(`tests ${at}`), (to) => to.list(part, (_, test) => writeTest(to, test, choices)));
    content.endBlock();
  }
}

/** Reads what was written; null where any of it is not there, or damaged. */
export async function readTree(segment: FactSegment): Promise<KnownTree | null> {
  const head = await segment.read(HEAD, readHead);
  if (head === null) return null;
  const types = await readParts(segment, head.types, { name: 'types', read: readTexts });
  const tests = await readParts(segment, head.tests, {
    name: 'tests',
    read: (from) => readTest(from, head.choices),
  });
  if (types === null || tests === null) return null;
  const { namesakes, overriders, packages } = head;
  return {
    namesakes,
    code: { types: new Map(types as readonly (readonly [TypeName, string])[]), overriders, packages },
    tests: new Map(tests.map((test) => [test.notes.path, test] as const)),
  };
}

function readHead(from: PackReader) {
  const namesakes = from.text();
  const [types, tests] = [from.number(), from.number()];
  const overriders = new Map(from.list(readTexts));
  const packages = new Set(from.list(() => from.text()));
  const choices = from.list(() => from.list(() => from.text() as MethodId));
  return { namesakes, types, tests, overriders, packages, choices };
}

interface PartReading<T> {
  readonly name: string;
  readonly read: (from: PackReader) => T;
}

async function readParts<T>(
  segment: FactSegment,
  count: number,
  { name, read }: PartReading<T>,
): Promise<readonly T[] | null> {
  const all: T[] = [];
  for (let at = 0; at < count; at++) {
    const part = await segment.read(keyOf(`${name} ${at}`), (from) => from.list(read));
    if (part === null) return null;
    for (const each of part) all.push(each);
  }
  return all;
}

/** The same things one after the other, in lists of so many bytes. */
function partsOf<T>(items: readonly T[], bytesOf: (item: T) => number): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let room = 0;
  for (const item of items) {
    if (room <= 0) {
      parts.push([]);
      room = PART_BYTES;
    }
    parts.at(-1)?.push(item);
    room -= bytesOf(item);
  }
  return parts;
}

function sizeOf({ types, words }: KnownTest): number {
  return types.reduce((sum, { line }) => sum + line.length, BYTES_BESIDE + words.byteLength);
}

/** Lists of methods, each once however many lists are equal. */
class Choices {
  readonly all: (readonly MethodId[])[] = [];
  readonly #places = new Map<readonly MethodId[], number>();
  readonly #equal = new Map<string, number>();

  add(choice: readonly MethodId[]): void {
    if (this.#places.has(choice)) return;
    const text = JSON.stringify(choice);
    let place = this.#equal.get(text);
    if (place === undefined) {
      place = this.all.length;
      this.all.push(choice);
      this.#equal.set(text, place);
    }
    this.#places.set(choice, place);
  }

  placeOf(choice: readonly MethodId[]): number {
    return this.#places.get(choice) ?? 0;
  }
}

/** So many texts that their number need not be told. */
function writeTexts(to: PackWriter, texts: readonly string[]): void {
  for (const text of texts) to.text(text);
}

function readTexts(from: PackReader): readonly [string, string] {
  return [from.text(), from.text()];
}

function writeTest(to: PackWriter, test: KnownTest, choices: Choices): void {
  for (const text of [test.key, test.module, test.package]) to.text(text);
  to.text(test.notes.path);
  to.text(test.notes.language);
  writeNotes(to, test.notes);
  to.list(test.declares, (_, name) => to.text(name));
  to.list(test.types, (_, { name, simple, line }) => writeTexts(to, [name, simple, line]));
  writeWords(to, test.words);
  const { types, mentioned, calls, requests, declared } = test.comesTo;
  for (const names of [types, mentioned, calls]) to.list<string>(names, (_, name) => to.text(name));
  to.list(test.comesTo.choices, (_, choice) => to.number(choices.placeOf(choice)));
  to.list(requests, writeRequest);
  to.number(declared.types);
  to.number(declared.methods);
}

function readTest(from: PackReader, choices: readonly (readonly MethodId[])[]): KnownTest {
  const [key, module, packageName] = [from.text(), from.text(), from.text()];
  return {
    ...{ key, module, package: packageName },
    notes: { path: relativePath(from.text()), language: from.text(), ...readNotes(from) },
    declares: from.list(() => from.text()),
    types: from.list(
      (): KnownType => ({ name: from.text() as TypeName, simple: from.text(), line: from.text() }),
    ),
    words: readWords(from),
    comesTo: readTestFile(from, choices),
  };
}

function readTestFile(from: PackReader, choices: readonly (readonly MethodId[])[]): TestFile {
  return {
    types: from.list(() => from.text() as TypeName),
    mentioned: from.list(() => from.text() as TypeName),
    calls: from.list(() => from.text() as MethodId),
    choices: from.list(() => choices[from.number()] ?? []),
    requests: from.list(readRequest),
    declared: { types: from.number(), methods: from.number() },
  };
}

function writeRequest(to: PackWriter, { verb, path, location }: TestRequest): void {
  to.text(verb ?? '');
  to.text(path);
  to.text(location.file);
  to.number(location.line);
}

function readRequest(from: PackReader): TestRequest {
  const [verb, path] = [from.text(), from.text()];
  const location = { file: relativePath(from.text()), line: from.number() };
  return { verb: verb === '' ? null : verb, path, location };
}

/** Rising numbers, as what lies between them. */
function writeWords(to: PackWriter, words: Uint32Array): void {
  to.number(words.length);
  let before = 0;
  for (const word of words) {
    to.number(word - before);
    before = word;
  }
}

function readWords(from: PackReader): Uint32Array {
  let word = 0;
  return Uint32Array.from(
    from.list(() => {
      word += from.number();
      return word;
    }),
  );
}
