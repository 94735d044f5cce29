import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';
import { createTreeBuffers, type FlatTree, type GrammarTable, readFlatTree } from './shared/flat-tree.ts';

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
  const runtime = locate(RUNTIME);
  await Parser.init({ locateFile: () => runtime });
  const grammar = await Language.load(await readFile(locate(source)));
  const table = tableOf(namesOf(grammar));
  const parser = new Parser().setLanguage(grammar);
  const buffers = createTreeBuffers();
  return {
    parse(text) {
      parser.reset();
      const tree = parser.parse(text);
      if (tree === null) return null;
      try {
        return readFlatTree(tree, table, buffers);
      } finally {
        tree.delete();
      }
    },
    close: () => parser.delete(),
  };
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
