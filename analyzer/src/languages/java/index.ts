import type { RelativePath } from '../../base/ids.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import type { FactExtractor, Language } from '../language.ts';
import { createSourceParser } from '../parse.ts';
import { TextTable } from '../shared/text-table.ts';
import { extractJava } from './compilation-unit.ts';
import { javaRules } from './resolution.ts';
import { javaTable } from './syntax.ts';

/** Java up to 21, with the preview features its grammar knows. */
export const java: Language = {
  id: 'java',
  extensions: ['.java'],
  rules: javaRules,
  createExtractor: createJavaExtractor,
};

async function createJavaExtractor(): Promise<FactExtractor> {
  const grammar = { package: 'tree-sitter-java', file: 'tree-sitter-java.wasm' };
  const parser = await createSourceParser(grammar, javaTable);
  const tools = { parse: (source: string) => parser.parse(source), texts: new TextTable() };
  return {
    extract: (path: RelativePath, text: string): FileFacts => extractJava(path, text, tools),
    close: () => parser.close(),
  };
}
