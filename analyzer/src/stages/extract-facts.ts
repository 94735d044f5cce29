import type { Diagnostic } from '../base/diagnostics.ts';
import type { RelativePath } from '../base/ids.ts';
import type { Text } from '../base/text.ts';
import type { FactProblem } from '../facts/file-facts.ts';
import type { FactSource, KeptReadings } from '../facts/file-reading.ts';
import type { Inventory, InventoryFile } from '../inventory/inventory.ts';
import { languageOf } from '../inventory/languages.ts';
import { throwIfAborted } from '../inventory/scan-repository.ts';
import type { SourceReader } from '../inventory/source-reader.ts';
import { fileNameOf } from '../inventory/tree-path.ts';
import type { Language } from '../languages/language.ts';
import { languages } from '../languages/registry.ts';
import type { FileRole, LinkInput } from '../link/program.ts';
import { createFileReader } from './file-reader.ts';
import type { KeptTests } from './known-tests.ts';
import type { MethodHashes } from './method-hashes.ts';
import { type ReadFiles, readFiles } from './read-files.ts';
import { notesOf } from './read-test.ts';
import type { FileNotes, ReadingCrew, ReadTest } from './reading-beside.ts';
import type { WaitingFile } from './reading-queue.ts';

/** Files between two progress reports. */
const PROGRESS_STEP = 25;

/** A file whose facts were taken, here or beside. */
export interface ReadSource {
  readonly role: FileRole;
  readonly facts: FileNotes;
}

export interface ExtractedFacts {
  /** Facts of the files that were read here. */
  readonly inputs: readonly LinkInput[];
  /** All files that were read, in the order of the inventory. */
  readonly files: readonly ReadSource[];
  /** Those of them that were read beside, or are known. */
  readonly readBeside: readonly ReadTest[];
  readonly lines: number;
  readonly bytes: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly methodHashes: MethodHashes;
}

export interface ExtractOptions {
  readonly inventory: Inventory;
  readonly reader: SourceReader;
  /** What earlier runs have read. */
  readonly kept?: KeptReadings | undefined;
  /** What earlier runs have made of tests; null or absent: all tests are read. */
  readonly keptTests?: KeptTests | null;
  /** Who reads beside this thread; null or absent: all is read here. */
  readonly crew?: ReadingCrew | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

interface ChosenFile {
  readonly file: InventoryFile;
  readonly language: Language;
  readonly role: FileRole;
}

/** Reads the facts of every source file in a supported language: production, generated and test code. */
export async function extractFacts(options: ExtractOptions): Promise<ExtractedFacts> {
  const chosen = options.inventory.files.flatMap((file): ChosenFile[] => {
    const language = languageFor(file);
    const role = linkRole(file);
    return language && role && file.unparsed === null ? [{ file, language, role }] : [];
  });
  const contents = new Contents(options);
  const { readings, tests } = await readAll(options, contents, chosen);
  options.onProgress(chosen.length, chosen.length);
  const inputs = chosen.flatMap(({ file: { path, module }, role }): LinkInput[] => {
    const reading = readings.get(path);
    return reading === undefined ? [] : [{ facts: reading.facts, role, module }];
  });
  const read = new Map<RelativePath, ReadSource>();
  for (const { facts, role } of inputs) read.set(facts.path, { role, facts: notesOf(facts) });
  for (const [path, { facts }] of tests) read.set(path, { role: 'test', facts });
  const files = chosen.flatMap(({ file }) => read.get(file.path) ?? []);
  return {
    ...{ inputs, files },
    readBeside: chosen.flatMap(({ file }) => tests.get(file.path) ?? []),
    lines: files.reduce((sum, { facts }) => sum + facts.lines.total, 0),
    bytes: contents.bytes,
    diagnostics: chosen.flatMap(({ file: { path } }) => [
      ...(contents.diagnostics.get(path) ?? []),
      ...[read.get(path)].flatMap((source) => (source === undefined ? [] : problemsOf(source.facts))),
    ]),
    methodHashes: new Map(
      inputs.flatMap(({ facts: { path } }) => {
        const hashes = readings.get(path)?.methodHashes ?? null;
        return hashes === null ? [] : [[path, hashes] as const];
      }),
    ),
  };
}

/** Reads the facts of some files once more, from the tree itself. */
export async function readFactsOf(
  paths: readonly RelativePath[],
  { inventory, reader, signal }: Pick<ExtractOptions, 'inventory' | 'reader' | 'signal'>,
): Promise<readonly LinkInput[]> {
  const wanted = new Set(paths);
  const files = inventory.files.filter(({ path }) => wanted.has(path));
  const onProgress = () => undefined;
  return (await extractFacts({ inventory: { ...inventory, files }, reader, signal, onProgress })).inputs;
}

/** Texts of files, with what is to be said of all of them. */
class Contents {
  bytes = 0;
  readonly diagnostics = new Map<RelativePath, readonly Diagnostic[]>();
  readonly #options: Pick<ExtractOptions, 'reader' | 'signal'>;

  constructor(options: Pick<ExtractOptions, 'reader' | 'signal'>) {
    this.#options = options;
  }

  /** Null where it is no text. */
  async textOf({ file }: ChosenFile): Promise<Pick<FactSource, 'text' | 'digest'> | null> {
    throwIfAborted(this.#options.signal);
    const content = await this.#options.reader.read(file.path);
    this.diagnostics.set(file.path, content.diagnostics);
    if (content.kind !== 'text') return null;
    this.bytes += content.bytes;
    return { text: content.text, digest: content.digest };
  }
}

async function readAll(
  { kept, keptTests = null, crew = null, onProgress }: ExtractOptions,
  contents: Contents,
  chosen: readonly ChosenFile[],
): Promise<ReadFiles> {
  const reader = createFileReader();
  let told = 0;
  const onRead = (files: number) => {
    if (files - told < PROGRESS_STEP) return;
    told = files;
    onProgress(files, chosen.length);
  };
  try {
    await keptTests?.open(chosen.flatMap(({ file, role }) => (role === 'test' ? [file.path] : [])));
    const hasBench = crew !== null && crew.bench !== null;
    return await readFiles(waiting(contents, chosen, hasBench), {
      ...{ reader, kept: kept ?? null, keptTests, crew, onRead },
    });
  } finally {
    reader.close();
    // Whoever only reads has no more to do.
    for (const other of crew?.readers ?? []) void other.close();
  }
}

async function* waiting(
  contents: Contents,
  chosen: readonly ChosenFile[],
  hasBench: boolean,
): AsyncGenerator<WaitingFile, void, undefined> {
  for (const each of chosen) {
    const written = await contents.textOf(each);
    const { file, language, role } = each;
    if (written === null) continue;
    yield {
      source: { ...written, path: file.path, language: language.id, isMeasured: role !== 'test' },
      module: file.module,
      isTest: role === 'test',
      wanting: hasBench && role === 'test' ? 'bench' : 'program',
    };
  }
}

/** Whether a file's name says that it is in a supported language. */
export function isSource(path: RelativePath): boolean {
  const language = languageOf(fileNameOf(path));
  return languages.some(({ id }) => id === language);
}

function languageFor(file: InventoryFile): Language | undefined {
  return languages.find((language) => language.id === file.language);
}

function linkRole(file: InventoryFile): FileRole | null {
  return file.role === 'production' || file.role === 'test' || file.role === 'generated' ? file.role : null;
}

function problemsOf({ path, problems }: FileNotes): Diagnostic[] {
  return problems.map((problem) => ({
    code: problem.code,
    stage: 'facts',
    severity: 'warning',
    file: path,
    line: problem.line,
    message: problem.message,
    hint: HINTS[problem.code],
  }));
}

const HINTS: Readonly<Record<FactProblem['code'], Text>> = {
  'syntax-error': { en: 'the rest of the file is analysed', ru: 'остальная часть файла проанализирована' },
  'too-deep': { en: 'what nests deeper is not analysed', ru: 'что вложено глубже, не анализируется' },
  'not-parsed': {
    en: 'nothing of the file is analysed: mend it, or exclude it in .csqa.yml',
    ru: 'из файла ничего не проанализировано: исправьте его или исключите в .csqa.yml',
  },
};

/** Lines of source around places, from files that are read once each. */
export async function readExcerpts(
  reader: SourceReader,
  findings: readonly { readonly location: { readonly file: RelativePath } }[],
): Promise<
  (file: string, line: number) => { readonly startLine: number; readonly lines: readonly string[] } | null
> {
  const texts = new Map<string, readonly string[]>();
  for (const file of new Set(findings.map(({ location }) => location.file))) {
    const content = await reader.read(file);
    if (content.kind === 'text') texts.set(file, content.text.split(/\r\n|\r|\n/));
  }
  return (file, line) => {
    const lines = texts.get(file);
    if (!lines || line > lines.length) return null;
    const start = Math.max(1, line - EXCERPT_REACH);
    const shown = lines.slice(start - 1, line + EXCERPT_REACH);
    return { startLine: start, lines: shown.map((text) => text.slice(0, EXCERPT_WIDTH)) };
  };
}

/** Lines shown above and below the line of a finding. */
const EXCERPT_REACH = 2;
/** Longest shown line, in UTF-16 units: a minified file must not fill the report. */
const EXCERPT_WIDTH = 240;
