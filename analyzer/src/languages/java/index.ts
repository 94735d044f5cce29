import type { FactExtractor, Language } from '../language.ts';
import { GrammarThread } from '../shared/grammar-thread.ts';
import { indexLines } from '../shared/line-index.ts';
import { TextTable } from '../shared/text-table.ts';
import { extractJava, prepareText, readPlain } from './compilation-unit.ts';
import { createJavaParser } from './parser/parse-java.ts';
import { javaRules } from './resolution.ts';

/** Java up to 21, with the preview features its grammar knows. */
export const java: Language = {
  id: 'java',
  extensions: ['.java'],
  rules: javaRules,
  createExtractor: createJavaExtractor,
};

/** Well-formed files are parsed here; the thread of the grammar is started when the first one comes that is not. */
function createJavaExtractor(): FactExtractor {
  const parser = createJavaParser();
  const texts = new TextTable();
  const grammar = new GrammarThread('java');
  return {
    extract: async (path, text, { lines = indexLines(text), isMeasured = true } = {}) => {
      const source = { path, text, lines, texts, isMeasured };
      const plain = readPlain(source, parser);
      if (plain !== null) return extractJava(source, plain);
      const { tokens, repaired } = prepareText(text);
      const tree = parser.parse(repaired) ?? (await grammar.parse(repaired));
      return extractJava(source, { tokens, tree });
    },
    close: () => grammar.close(),
  };
}
