import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** As much of the parser as is measured. */
interface ParserPackage {
  readonly Language: { load(wasm: Uint8Array): Promise<object> };
  readonly Parser: (new () => SourceParser) & { init(): Promise<void> };
}

interface SourceParser {
  setLanguage(language: object): SourceParser;
  parse(text: string): { readonly rootNode: { readonly descendantCount: number }; delete(): void } | null;
}

/** What all threads share. */
interface Work {
  /** In the order in which they are taken. */
  readonly files: readonly string[];
  /** The number of files that were taken, and of nodes that were parsed. */
  readonly counters: Int32Array<SharedArrayBuffer>;
}

/**
 * The measure of things: reads the files that a list names and parses each, with nothing else going on: one parser a thread,
 * trees thrown away. One thread takes the files as they come; several take the next that nobody has, the largest first, which
 * is as evenly as they can be shared, and nothing goes from one to the other. Prints what it took as JSON.
 */
async function main([list = '', wanted = '1']: readonly string[]): Promise<void> {
  const started = performance.now();
  const threads = Number(wanted);
  const listed = readFileSync(list, 'utf8')
    .split('\n')
    .filter((file) => file !== '');
  const work: Work = {
    files: threads > 1 ? largestFirst(listed) : listed,
    counters: new Int32Array(new SharedArrayBuffer(8)),
  };
  const others = Array.from({ length: threads - 1 }, () =>
    ended(new Worker(new URL(import.meta.url), { workerData: work })),
  );
  await parseAll(work);
  await Promise.all(others);
  const { user, system } = process.cpuUsage();
  console.log(
    JSON.stringify({
      wallMs: performance.now() - started,
      cpuMs: (user + system) / 1000,
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
      nodes: work.counters[1],
    }),
  );
}

function largestFirst(files: readonly string[]): readonly string[] {
  const sized = files.map((file) => ({ file, bytes: statSync(file).size }));
  return sized.sort((left, right) => right.bytes - left.bytes).map(({ file }) => file);
}

function ended(worker: Worker): Promise<void> {
  return new Promise((done, fail) => {
    worker.on('error', fail);
    worker.on('exit', () => done());
  });
}

async function parseAll({ files, counters }: Work): Promise<void> {
  /** The analyzer's own parser and grammar, whatever else is installed. */
  const fromAnalyzer = createRequire(new URL('../../analyzer/package.json', import.meta.url));
  const { Language, Parser } = fromAnalyzer('web-tree-sitter') as ParserPackage;
  await Parser.init();
  const grammar = await Language.load(
    readFileSync(fromAnalyzer.resolve('tree-sitter-java/tree-sitter-java.wasm')),
  );
  const parser = new Parser().setLanguage(grammar);
  for (;;) {
    const file = files[Atomics.add(counters, 0, 1)];
    if (file === undefined) return;
    const tree = parser.parse(readFileSync(file, 'utf8'));
    Atomics.add(counters, 1, tree?.rootNode.descendantCount ?? 0);
    tree?.delete();
  }
}

if (isMainThread) await main(process.argv.slice(2));
else await parseAll(workerData as Work);
