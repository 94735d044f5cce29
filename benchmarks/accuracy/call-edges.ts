import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { relativePath } from '../../analyzer/src/base/ids.ts';
import { java } from '../../analyzer/src/languages/java/index.ts';
import { dumpCalls } from '../../analyzer/src/link/dump-calls.ts';
import { link } from '../../analyzer/src/link/link.ts';
import type { LinkInput, ResolutionCoverage } from '../../analyzer/src/link/program.ts';
import type { LinkContext } from '../../analyzer/src/link/world.ts';
import { loadModels } from '../../analyzer/src/models/load-models.ts';
import { linkedLanguages } from '../../analyzer/src/stages/linked-languages.ts';
import { askJavac, compileJudge } from './ask-javac.ts';
import { callEdgeSection, type Row } from './call-edge-section.ts';
import { type Corpus, readCorpora } from './corpus.ts';
import { judge, parseDump, parseTruth } from './judge-calls.ts';
import type { Measurement, Suite, SuiteRun } from './suite.ts';

/** Repositories that are the material of other suites: pieces of code rather than applications. */
const OTHERS: ReadonlySet<string> = new Set(['BenchmarkJava', 'JCG', 'securibench-micro', 'spring-security']);

/** The call graph against javac's attribution, for every repository that is no other suite's. */
export const callEdges: Suite = {
  name: 'call-edges',
  title: 'Call edges against javac',
  corpora: ['WebGoat', 'apollo', 'jhipster-sample-app', 'langchain4j', 'spring-petclinic-rest'],
  measuresOthers: true,
  measure,
};

interface Linked {
  readonly dump: readonly string[];
  /** Ids of methods that the tree's annotation processors would generate. */
  readonly generated: ReadonlySet<string>;
  readonly coverage: ResolutionCoverage;
  readonly parseMs: number;
  readonly linkMs: number;
}

interface Judged {
  readonly row: Row;
  readonly misses: readonly string[];
}

async function measure(run: SuiteRun): Promise<Measurement> {
  compileJudge(run.work);
  const corpora = readCorpora(run.corpora).filter(({ name }) =>
    run.only === undefined ? !OTHERS.has(name) : name === run.only,
  );
  if (corpora.length === 0)
    throw new Error(`expected repositories with Java sources below ${run.corpora}, found none`);
  const { synthesis } = await loadModels();
  const judged: Judged[] = [];
  for (const corpus of corpora) {
    judged.push(await judgeCorpus(corpus, run.work, { ...linkedLanguages(), synthesis }));
  }
  return {
    section: callEdgeSection(judged.map(({ row }) => row)),
    misses: judged.flatMap(({ misses }) => misses),
    figures: judged.flatMap(({ row: { name, verdict } }) => [
      { what: `precision of call edges, ${name}`, value: verdict.common / verdict.found, least: 0.98 },
      { what: `recall of call edges, ${name}`, value: verdict.common / verdict.expected, least: 0.95 },
    ]),
  };
}

async function judgeCorpus(corpus: Corpus, work: string, context: LinkContext): Promise<Judged> {
  const { dump, generated, coverage, parseMs, linkMs } = await linkCorpus(corpus, context);
  const verdict = judge(parseTruth(askJavac(corpus, work), corpus.root), parseDump(dump, generated));
  const { name, revision, files } = corpus;
  return {
    row: { name, revision, files: files.length, verdict, coverage, parseMs, linkMs },
    misses: [
      ...verdict.missing.map((edge) => `${name} missing ${edge}`),
      ...verdict.wrong.map((edge) => `${name} wrong ${edge}`),
    ],
  };
}

/** Reads and links a repository; the second run is the one that is timed, with the compiled code of the first. */
async function linkCorpus(corpus: Corpus, context: LinkContext): Promise<Linked> {
  const extractor = java.createExtractor();
  const texts = corpus.files.map((file) => ({
    path: relativePath(relative(corpus.root, file)),
    text: readFileSync(file, 'utf8'),
  }));
  const once = async (): Promise<Linked> => {
    const start = process.cpuUsage();
    const inputs: LinkInput[] = [];
    for (const { path, text } of texts) {
      inputs.push({ facts: await extractor.extract(path, text), role: 'production', module: '.' });
    }
    const parseMs = millisecondsSince(start);
    const parsed = process.cpuUsage();
    const program = link(inputs, context);
    const linkMs = millisecondsSince(parsed);
    const generated = new Set<string>(
      program.methods.flatMap(({ id, synthesised }) => (synthesised === 'generated' ? [id] : [])),
    );
    return {
      dump: [...dumpCalls(program)],
      generated,
      coverage: program.coverage,
      parseMs,
      linkMs,
    };
  };
  await once();
  const timed = await once();
  extractor.close();
  return timed;
}

/** Processor time of this process, which other work on the machine does not lengthen as it does the clock's. */
function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
