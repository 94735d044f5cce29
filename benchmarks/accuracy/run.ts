import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { relativePath } from '../../analyzer/src/base/ids.ts';
import { java } from '../../analyzer/src/languages/java/index.ts';
import { dumpCalls } from '../../analyzer/src/link/dump-calls.ts';
import { link } from '../../analyzer/src/link/link.ts';
import type { LinkInput, ResolutionCoverage } from '../../analyzer/src/link/program.ts';
import type { LinkContext } from '../../analyzer/src/link/world.ts';
import { loadModels } from '../../analyzer/src/models/load-models.ts';
import { linkedLanguages } from '../../analyzer/src/stages/linked-languages.ts';
import { accuracyPage, type Row, tableOf } from './accuracy-page.ts';
import { askJavac, compileJudge } from './ask-javac.ts';
import { type Corpus, readCorpora } from './corpus.ts';
import { judge, parseDump, parseTruth } from './judge-calls.ts';

interface Linked {
  readonly dump: readonly string[];
  readonly coverage: ResolutionCoverage;
  readonly parseMs: number;
  readonly linkMs: number;
}

/** What is the same for every repository. */
interface Run {
  readonly work: string;
  readonly misses: number;
  readonly context: LinkContext;
}

const page = join(import.meta.dirname, '../../docs/accuracy.md');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      corpora: { type: 'string' },
      misses: { type: 'string', default: '0' },
      only: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.corpora === undefined)
    throw new Error('expected --corpora DIR, a folder with checked-out repositories');
  const work = mkdtempSync(join(tmpdir(), 'accuracy-'));
  try {
    compileJudge(work);
    const corpora = readCorpora(resolve(values.corpora)).filter(
      ({ name }) => values.only === undefined || name === values.only,
    );
    const rows: Row[] = [];
    const { synthesis } = await loadModels();
    const run = { work, misses: Number(values.misses), context: { ...linkedLanguages(), synthesis } };
    for (const corpus of corpora) rows.push(await measure(corpus, run));
    console.log(tableOf(rows));
    if (values.write) writeFileSync(page, accuracyPage(rows, new Date().toISOString().slice(0, 10)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function measure(corpus: Corpus, run: Run): Promise<Row> {
  const { work, misses } = run;
  const { dump, coverage, parseMs, linkMs } = await linkCorpus(corpus, run.context);
  const verdict = judge(parseTruth(askJavac(corpus, work), corpus.root), parseDump(dump));
  for (const edge of verdict.missing.slice(0, misses)) console.log(`missing ${edge}`);
  for (const edge of verdict.wrong.slice(0, misses)) console.log(`wrong   ${edge}`);
  const { name, revision, files } = corpus;
  return { name, revision, files: files.length, verdict, coverage, parseMs, linkMs };
}

/** Reads and links a repository; the second run is the one that is timed, with the compiled code of the first. */
async function linkCorpus(corpus: Corpus, context: LinkContext): Promise<Linked> {
  const extractor = await java.createExtractor();
  const texts = corpus.files.map((file) => ({
    path: relativePath(relative(corpus.root, file)),
    text: readFileSync(file, 'utf8'),
  }));
  const once = (): Linked => {
    const start = performance.now();
    const inputs = texts.map(
      ({ path, text }): LinkInput => ({
        facts: extractor.extract(path, text),
        role: 'production',
        module: '.',
      }),
    );
    const parsed = performance.now();
    const program = link(inputs, context);
    const linkMs = performance.now() - parsed;
    return { dump: [...dumpCalls(program)], coverage: program.coverage, parseMs: parsed - start, linkMs };
  };
  once();
  const timed = once();
  extractor.close();
  return timed;
}

await main();
