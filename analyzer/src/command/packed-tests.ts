import { type MethodId, relativePath, type TypeName } from '../base/ids.ts';
import type { PackReader } from '../facts/packed/pack-reader.ts';
import type { PackWriter } from '../facts/packed/pack-writer.ts';
import { readNotes, writeNotes } from '../facts/packed/packed-facts.ts';
import type { CodeLines } from '../link/compare-declared.ts';
import type { TestRequest } from '../models/labels.ts';
import type { TestFile } from '../models/tests/read-tests.ts';
import type { KnownTest, KnownTree, KnownType } from '../stages/known-tests.ts';

/** Writes a tree. Texts that many files hold are there once, and so are the choices of methods that calls share. */
export function writeTree(to: PackWriter, { code, namesakes, tests }: KnownTree): void {
  to.text(namesakes);
  writeCode(to, code);
  const choices = new Choices();
  for (const { comesTo } of tests.values()) for (const choice of comesTo.choices) choices.add(choice);
  to.list(choices.all, (_, choice) => to.list(choice, (__, id) => to.text(id)));
  to.list([...tests.values()], (_, test) => writeTest(to, test, choices));
}

/** Reads what was written. Throws RangeError where the bytes are none. */
export function readTree(from: PackReader): KnownTree {
  const namesakes = from.text();
  const code = readCode(from);
  const choices = from.list(() => from.list(() => from.text() as MethodId));
  const tests = from.list(() => readTest(from, choices));
  return { namesakes, code, tests: new Map(tests.map((test) => [test.notes.path, test] as const)) };
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

function writeCode(to: PackWriter, { types, overriders, packages }: CodeLines): void {
  for (const lines of [types, overriders]) to.list([...lines], (_, line) => writeTexts(to, line));
  to.list([...packages], (_, name) => to.text(name));
}

/** So many texts that their number need not be told. */
function writeTexts(to: PackWriter, texts: readonly string[]): void {
  for (const text of texts) to.text(text);
}

function readCode(from: PackReader): CodeLines {
  const line = () => [from.text(), from.text()] as const;
  const types = new Map(from.list(line) as readonly (readonly [TypeName, string])[]);
  const overriders = new Map(from.list(line));
  return { types, overriders, packages: new Set(from.list(() => from.text())) };
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
