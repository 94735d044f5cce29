import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runWith, WrongArguments } from '../wrong-arguments.ts';
import { accuracyPage, type Section } from './accuracy-page.ts';
import { type Figure, shortfalls } from './bars.ts';
import { callEdges } from './call-edges.ts';
import { readRevisions } from './corpus.ts';
import { cost } from './cost.ts';
import { jcg } from './jcg/jcg.ts';
import { petclinicRest } from './petclinic-rest/petclinic-rest.ts';
import { springMvc } from './spring-mvc/spring-mvc.ts';
import { springSecurity } from './spring-security/spring-security.ts';
import type { Suite, SuiteRun } from './suite.ts';
import { owaspBenchmark } from './taint/owasp-benchmark.ts';
import { securibench } from './taint/securibench.ts';

const SUITES: readonly Suite[] = [
  callEdges,
  jcg,
  springMvc,
  petclinicRest,
  springSecurity,
  owaspBenchmark,
  securibench,
  cost,
];

const USAGE = `npm run bench:accuracy -- --corpora DIR [--suite NAME]… [--only NAME] [--misses N] [--hold] [--write]

Measures what the analyzer knows against judges of its own kind: the compiler, the frameworks themselves and public benchmarks.
  --corpora DIR    a folder with checked-out repositories by their name; those that are missing are named
  --suite NAME     only these: ${SUITES.map(({ name }) => name).join(', ')}
  --only NAME      only this repository, or this part, of a suite
  --misses N       print that many of the differences
  --hold           fail where a figure is below its bar, or nothing could be measured
  --write          write the sections into docs/accuracy.md; commits come from revisions.json in DIR
  --help           this text

Examples:
  npm run bench:accuracy -- --corpora ../corpora
  npm run bench:accuracy -- --corpora ../corpora --suite call-edges --only apollo --misses 20

Exit codes: 0 measured, 1 something failed or, with --hold, fell short, 2 wrong arguments.
`;

const page = join(import.meta.dirname, '../../docs/accuracy.md');

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      corpora: { type: 'string' },
      suite: { type: 'string', multiple: true },
      misses: { type: 'string', default: '0' },
      only: { type: 'string' },
      hold: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.corpora === undefined || !existsSync(values.corpora))
    throw new WrongArguments(
      `--corpora: expected a folder with checked-out repositories, got ${values.corpora ?? 'nothing'}`,
    );
  const suites = chooseSuites(values.suite);
  const corpora = resolve(values.corpora);
  const revisions = readRevisions(corpora);
  const work = mkdtempSync(join(tmpdir(), 'accuracy-'));
  try {
    const sections: Section[] = [];
    const figures: Figure[] = [];
    for (const suite of suites) {
      const run = {
        corpora,
        work,
        only: values.only,
        revisionOf: (name: string) => revisions[name] ?? 'unknown',
      };
      const measured = await runSuite(suite, run, Number(values.misses));
      sections.push(measured.section);
      figures.push(...measured.figures);
    }
    if (values.write) {
      const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
      const date = new Date().toISOString().slice(0, 10);
      writeFileSync(page, accuracyPage(before, SUITES, { sections, date }));
    }
    return values.hold ? held(figures) : 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Says what falls short, and the exit code that this comes to. */
function held(figures: readonly Figure[]): number {
  const short = figures.length === 0 ? ['nothing could be measured'] : shortfalls(figures);
  for (const line of short) console.error(line);
  console.log(`${figures.length} figures, ${short.length} short of their bar`);
  return short.length === 0 ? 0 : 1;
}

function chooseSuites(names: readonly string[] | undefined): readonly Suite[] {
  if (names === undefined) return SUITES;
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new WrongArguments(
      `no suite ${unknown.join(', ')}; there are ${SUITES.map(({ name }) => name).join(', ')}`,
    );
  }
  return SUITES.filter(({ name }) => names.includes(name));
}

/** Measures a suite, or says which of its repositories are missing; prints what the page will say. */
async function runSuite(suite: Suite, run: SuiteRun, misses: number) {
  const missing = suite.corpora.filter((corpus) => !existsSync(join(run.corpora, corpus)));
  const lines = missing.map((corpus) => `Missing below DIR, and so not measured: \`${corpus}\`.`);
  const figures: Figure[] = [];
  const isAlone = suite.corpora.length === 0 || suite.measuresOthers === true;
  if (missing.length < suite.corpora.length || isAlone) {
    const measured = await suite.measure(run);
    for (const line of measured.misses.slice(0, misses)) console.log(line);
    lines.push(measured.section);
    figures.push(...measured.figures);
  }
  const body = lines.join('\n\n');
  console.log(`## ${suite.title}\n\n${body}\n`);
  return { section: { suite: suite.name, title: suite.title, body } satisfies Section, figures };
}

await runWith(USAGE, main);
