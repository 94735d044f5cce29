import { createSourceParser, type SourceParser } from '../parse.ts';
import { javaTable } from './syntax.ts';

/** Loads the grammar that reads any text, well-formed or not. */
export function loadJavaGrammar(): Promise<SourceParser> {
  return createSourceParser({ package: 'tree-sitter-java', file: 'tree-sitter-java.wasm' }, javaTable);
}
