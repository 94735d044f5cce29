import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runWith, WrongArguments } from '../wrong-arguments.ts';
import { accuracyPage, type Section } from './accuracy-page.ts';
import { callEdges } from './call-edges.ts';
import { readRevisions } from './corpus.ts';
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
];

const USAGE = `npm run bench:accuracy -- --corpora DIR [--suite NAME]… [--only NAME] [--misses N] [--write]

Measures what the analyzer knows against judges of its own kind: the compiler, the frameworks themselves and public benchmarks.
  --corpora DIR    a folder with checked-out repositories by their name; those that are missing are named
  --suite NAME     only these: ${SUITES.map(({ name }) => name).join(', ')}
  --only NAME      only this repository, or this part, of a suite
  --misses N       print that many of the differences
  --write          write the sections into docs/accuracy.md; commits come from revisions.json in DIR
  --help           this text

Examples:
  npm run bench:accuracy -- --corpora ../corpora
  npm run bench:accuracy -- --corpora ../corpora --suite call-edges --only apollo --misses 20

Exit codes: 0 measured, 1 something failed, 2 wrong arguments.
`;

const page = join(import.meta.dirname, '../../docs/accuracy.md');

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      corpora: { type: 'string' },
      suite: { type: 'string', multiple: true },
      misses: { type: 'string', default: '0' },
      only: { type: 'string' },
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
    for (const suite of suites) {
      const run = {
        corpora,
        work,
        only: values.only,
        revisionOf: (name: string) => revisions[name] ?? 'unknown',
      };
      sections.push(await runSuite(suite, run, Number(values.misses)));
    }
    if (values.write) {
      const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
      const date = new Date().toISOString().slice(0, 10);
      writeFileSync(page, accuracyPage(before, SUITES, { sections, date }));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return 0;
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
async function runSuite(suite: Suite, run: SuiteRun, misses: number): Promise<Section> {
  const missing = suite.corpora.filter((corpus) => !existsSync(join(run.corpora, corpus)));
  const lines = missing.map((corpus) => `Missing below DIR, and so not measured: \`${corpus}\`.`);
  const isAlone = suite.corpora.length === 0 || suite.measuresOthers === true;
  if (missing.length < suite.corpora.length || isAlone) {
    const { section, misses: wrong } = await suite.measure(run);
    for (const line of wrong.slice(0, misses)) console.log(line);
    lines.push(section);
  }
  const body = lines.join('\n\n');
  console.log(`## ${suite.title}\n\n${body}\n`);
  return { suite: suite.name, title: suite.title, body };
}

await runWith(USAGE, main);
