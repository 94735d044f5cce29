import type { Diagnostic } from '../base/diagnostics.ts';
import type { RelativePath } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { KeptReadings } from '../facts/file-reading.ts';
import type { Inventory, InventoryFile } from '../inventory/inventory.ts';
import { languageOf } from '../inventory/languages.ts';
import { throwIfAborted } from '../inventory/scan-repository.ts';
import type { SourceReader } from '../inventory/source-reader.ts';
import { fileNameOf } from '../inventory/tree-path.ts';
import type { Language } from '../languages/language.ts';
import { languages } from '../languages/registry.ts';
import type { FileRole, LinkInput } from '../link/program.ts';
import { createFileReader } from './file-reader.ts';
import type { MethodHashes } from './method-hashes.ts';

/** Files between two progress reports. */
const PROGRESS_STEP = 25;

export interface ExtractedFacts {
  readonly inputs: readonly LinkInput[];
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
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

/** Reads the facts of every source file in a supported language: production, generated and test code. */
export async function extractFacts(options: ExtractOptions): Promise<ExtractedFacts> {
  const chosen = options.inventory.files.flatMap((file) => {
    const language = languageFor(file);
    const role = linkRole(file);
    return language && role && file.unparsed === null ? [{ file, language, role }] : [];
  });
  const files = createFileReader(options.kept ?? null);
  const inputs: LinkInput[] = [];
  const diagnostics: Diagnostic[] = [];
  const methodHashes = new Map<RelativePath, ReadonlyMap<number, string>>();
  let lines = 0;
  let bytes = 0;
  try {
    for (const { file, language, role } of chosen) {
      throwIfAborted(options.signal);
      const content = await options.reader.read(file.path);
      diagnostics.push(...content.diagnostics);
      if (content.kind === 'text') {
        const { text } = content;
        const source = { path: file.path, language: language.id, text, isHashed: role !== 'test' };
        const { facts, methodHashes: hashes } = await files.read(language, source);
        inputs.push({ facts, role, module: file.module });
        if (hashes !== null) methodHashes.set(facts.path, hashes);
        diagnostics.push(...problemsOf(facts));
        lines += facts.lines.total;
        bytes += content.bytes;
      }
      if (inputs.length % PROGRESS_STEP === 0) options.onProgress(inputs.length, chosen.length);
    }
  } finally {
    files.close();
  }
  options.onProgress(chosen.length, chosen.length);
  return { inputs, lines, bytes, diagnostics, methodHashes };
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

function problemsOf(facts: FileFacts): Diagnostic[] {
  return facts.problems.map((problem) => ({
    code: problem.code,
    stage: 'facts',
    severity: 'warning',
    file: facts.path,
    line: problem.line,
    message: problem.message,
    hint:
      problem.code === 'syntax-error'
        ? { en: 'the rest of the file is analysed', ru: 'остальная часть файла проанализирована' }
        : { en: 'what nests deeper is not analysed', ru: 'что вложено глубже, не анализируется' },
  }));
}

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
