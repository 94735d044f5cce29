import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The least that a program with this parser takes to start: Node itself, the parser, its grammar, and one parsed class. */
const fromAnalyzer = createRequire(new URL('../../analyzer/package.json', import.meta.url));
const { Language, Parser } = fromAnalyzer('web-tree-sitter');
await Parser.init();
const grammar = await Language.load(
  readFileSync(fromAnalyzer.resolve('tree-sitter-java/tree-sitter-java.wasm')),
);
new Parser().setLanguage(grammar).parse('class Least {}');
