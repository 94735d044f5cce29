import type { FactExtractor, Language } from '../language.ts';
import { createSourceParser, type SourceParser } from '../parse.ts';
import { indexLines } from '../shared/line-index.ts';
import { TextTable } from '../shared/text-table.ts';
import { extractJava, prepareText, readPlain } from './compilation-unit.ts';
import { createJavaParser } from './parser/parse-java.ts';
import { javaRules } from './resolution.ts';
import { javaTable } from './syntax.ts';

/** Java up to 21, with the preview features its grammar knows. */
export const java: Language = {
  id: 'java',
  extensions: ['.java'],
  rules: javaRules,
  createExtractor: createJavaExtractor,
};

/** Well-formed files are parsed here; the grammar is loaded when the first one comes that is not. */
function createJavaExtractor(): FactExtractor {
  const parser = createJavaParser();
  const texts = new TextTable();
  let grammar: Promise<SourceParser> | null = null;
  const loadGrammar = (): Promise<SourceParser> => {
    grammar ??= loadJavaGrammar();
    return grammar;
  };
  return {
    extract: async (path, text, { lines = indexLines(text), isMeasured = true } = {}) => {
      const source = { path, text, lines, texts, isMeasured };
      const plain = readPlain(source, parser);
      if (plain !== null) return extractJava(source, plain);
      const { tokens, repaired } = prepareText(text);
      const tree = parser.parse(repaired) ?? (await loadGrammar()).parse(repaired);
      return extractJava(source, { tokens, tree });
    },
    close: () => void grammar?.then((parser) => parser.close()),
  };
}

/** Loads the grammar that reads any text, well-formed or not. */
export function loadJavaGrammar(): Promise<SourceParser> {
  return createSourceParser({ package: 'tree-sitter-java', file: 'tree-sitter-java.wasm' }, javaTable);
}
