import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** As much of the parser as is measured. */
interface ParserPackage {
  readonly Language: { load(wasm: Uint8Array): Promise<object> };
  readonly Parser: (new () => SourceParser) & { init(): Promise<void> };
}

interface SourceParser {
  setLanguage(language: object): SourceParser;
  parse(text: string): { readonly rootNode: { readonly descendantCount: number }; delete(): void } | null;
}

/**
 * The measure of things: reads the files that a list names and parses each, with nothing else going on. One thread, one
 * parser, trees thrown away. Prints what it took as JSON.
 */
const [list = ''] = process.argv.slice(2);
/** The analyzer's own parser and grammar, whatever else is installed. */
const fromAnalyzer = createRequire(new URL('../../analyzer/package.json', import.meta.url));
const { Language, Parser } = fromAnalyzer('web-tree-sitter') as ParserPackage;
const started = performance.now();

await Parser.init();
const grammar = await Language.load(
  readFileSync(fromAnalyzer.resolve('tree-sitter-java/tree-sitter-java.wasm')),
);
const parser = new Parser().setLanguage(grammar);
let nodes = 0;
for (const file of readFileSync(list, 'utf8').split('\n')) {
  if (file === '') continue;
  const tree = parser.parse(readFileSync(file, 'utf8'));
  nodes += tree?.rootNode.descendantCount ?? 0;
  tree?.delete();
}

const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    wallMs: performance.now() - started,
    cpuMs: (user + system) / 1000,
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    nodes,
  }),
);
