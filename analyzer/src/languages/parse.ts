import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';
import { unpacked } from '../base/unpacked.ts';
import { createTreeBuffers, type FlatTree, type GrammarTable, readFlatTree } from './shared/flat-tree.ts';
import { type ParserMemory, TreeMemory } from './shared/tree-memory.ts';

/** Where a grammar's WASM file is found: beside the bundle as `grammars/<file>`, else in its npm package. */
export interface GrammarSource {
  /** npm package, e.g. `tree-sitter-java`. */
  readonly package: string;
  /** File in that package, e.g. `tree-sitter-java.wasm`. */
  readonly file: string;
}

/** A grammar and a parser, used for any number of texts in one thread. */
export interface SourceParser {
  /** Parses a text of any content; null when the parser gave up on it. The tree is valid until the next call. */
  parse(text: string): FlatTree | null;
  /** Whether the memory of the runtime is larger than it was at the beginning. It never shrinks. */
  hasGrown(): boolean;
  /** Frees the parser. */
  close(): void;
}

/** The names of a grammar, to build its table from. Index is the id; unused ids are empty. */
export interface GrammarNames {
  readonly types: readonly string[];
  readonly isNamed: readonly boolean[];
  readonly fields: readonly (string | null)[];
}

const RUNTIME: GrammarSource = { package: 'web-tree-sitter', file: 'web-tree-sitter.wasm' };

/**
 * Loads the parser runtime (once a process) and a grammar.
 * @throws Error when a WASM file is neither beside the bundle nor in node_modules.
 */
export async function createSourceParser(
  source: GrammarSource,
  tableOf: (names: GrammarNames) => GrammarTable,
): Promise<SourceParser> {
  const memory = await startRuntime();
  const grammar = await Language.load(unpacked(await readFile(locate(source))));
  const names = namesOf(grammar);
  const table = tableOf(names);
  const parser = new Parser().setLanguage(grammar);
  const buffers = createTreeBuffers();
  return {
    parse(text) {
      parser.reset();
      const tree = parser.parse(text);
      if (tree === null) return null;
      try {
        const { hasError } = tree.rootNode;
        return readFlatTree(
          { memory, address: addressOf(tree), hasError, types: names.types },
          table,
          buffers,
        );
      } finally {
        tree.delete();
      }
    },
    hasGrown: () => memory.hasGrown(),
    close: () => parser.delete(),
  };
}

/** In pages of 64 KiB: 32 MB at first, as the runtime would take itself, and enough for 16 MB of code; it aborts where that is not. */
const RUNTIME_MEMORY = { initial: 512, maximum: 8_192 };

/** The types of Node do not name it. */
const { Memory } = (
  globalThis as unknown as {
    WebAssembly: { Memory: new (pages: typeof RUNTIME_MEMORY) => ParserMemory };
  }
).WebAssembly;

let runtimeMemory: Promise<TreeMemory> | null = null;

/** Starts the parser runtime with a memory that we can look into; once a process. */
function startRuntime(): Promise<TreeMemory> {
  runtimeMemory ??= (async () => {
    const wasmBinary = unpacked(await readFile(locate(RUNTIME)));
    const wasmMemory = new Memory(RUNTIME_MEMORY);
    await Parser.init({ wasmBinary, wasmMemory });
    return new TreeMemory(wasmMemory);
  })();
  return runtimeMemory;
}

/** Where a tree begins in the memory of the runtime; the library keeps it under the name `0`. */
function addressOf(tree: object): number {
  return (tree as { readonly 0: number })[0];
}

function namesOf(grammar: Language): GrammarNames {
  const types = Array.from({ length: grammar.nodeTypeCount }, (_, id) => grammar.nodeTypeForId(id) ?? '');
  return {
    types,
    isNamed: types.map((_, id) => grammar.nodeTypeIsNamed(id)),
    fields: Array.from({ length: grammar.fields.length }, (_, id) => grammar.fields[id] ?? null),
  };
}

function locate(source: GrammarSource): string {
  const besideBundle = fileURLToPath(new URL(`./grammars/${source.file}`, import.meta.url));
  if (existsSync(besideBundle)) return besideBundle;
  try {
    return createRequire(import.meta.url).resolve(`${source.package}/${source.file}`);
  } catch (cause) {
    throw new Error(
      `expected ${source.file} at ${besideBundle} or in the package ${source.package}, found neither`,
      {
        cause,
      },
    );
  }
}
