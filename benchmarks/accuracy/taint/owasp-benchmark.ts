import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TaintedPath } from '../../../analyzer/src/flow/security-view.ts';
import type { TaintKind } from '../../../analyzer/src/models/kinds.ts';
import { loadModels } from '../../../analyzer/src/models/load-models.ts';
import { ratio, table } from '../markdown.ts';
import { readTree } from '../read-tree.ts';
import type { Measurement, Suite, SuiteRun } from '../suite.ts';

/** OWASP Benchmark: 2,740 servlets, each really vulnerable or only looking so. */
export const owaspBenchmark: Suite = {
  name: 'owasp-benchmark',
  title: 'Taint against OWASP Benchmark 1.2',
  corpora: ['BenchmarkJava'],
  measure,
};

/** The benchmark's categories that are about flows of input, and the danger that each means. */
const CATEGORIES: ReadonlyMap<string, TaintKind> = new Map([
  ['sqli', 'sql'],
  ['cmdi', 'command'],
  ['pathtraver', 'path'],
  ['xss', 'html'],
  ['ldapi', 'ldap'],
  ['xpathi', 'xpath'],
]);

interface Case {
  readonly name: string;
  readonly category: string;
  readonly vulnerable: boolean;
}

interface Counts {
  readonly found: number;
  readonly vulnerable: number;
  readonly alarms: number;
  readonly harmless: number;
}

async function measure(run: SuiteRun): Promise<Measurement> {
  const root = join(run.corpora, 'BenchmarkJava');
  const cases = readCases(readFileSync(join(root, 'expectedresults-1.2.csv'), 'utf8'));
  const tree = await readTree(root, await loadModels());
  const reported = reportedDangers(tree.view().taintedPaths);
  const isReported = ({ name, category }: Case): boolean => {
    const danger = CATEGORIES.get(category);
    return danger !== undefined && (reported.get(name)?.has(danger) ?? false);
  };
  const wrong = cases.filter((each) => isReported(each) !== each.vulnerable);
  const groups = [...CATEGORIES.keys()].map((category) => ({
    category,
    counts: count(
      cases.filter((each) => each.category === category),
      isReported,
    ),
  }));
  const all = count(cases, isReported);
  return {
    section: sectionOf(run.revisionOf('BenchmarkJava'), [...groups, { category: 'all six', counts: all }]),
    figures: [{ what: 'Youden index of OWASP Benchmark', value: youden(all), least: 0.5 }],
    misses: wrong.map(
      ({ name, category, vulnerable }) =>
        `${vulnerable ? 'missed' : 'false alarm'} ${category} src/main/java/org/owasp/benchmark/testcode/${name}.java`,
    ),
  };
}

/** Rows `name, category, real vulnerability, cwe` of the categories measured here. */
function readCases(csv: string): readonly Case[] {
  return csv.split(/\r?\n/u).flatMap((line) => {
    const [name, category, real] = line.split(',').map((cell) => cell.trim());
    if (name === undefined || category === undefined || !CATEGORIES.has(category)) return [];
    return [{ name, category, vulnerable: real === 'true' }];
  });
}

/** By the file of the servlet that a path starts in, the dangers found: each case is one servlet. */
function reportedDangers(paths: readonly TaintedPath[]): ReadonlyMap<string, ReadonlySet<TaintKind>> {
  const dangers = new Map<string, Set<TaintKind>>();
  for (const { entry, taint } of paths) {
    if (taint === null) continue;
    const name = basename(entry.location.file, '.java');
    dangers.set(name, (dangers.get(name) ?? new Set()).add(taint));
  }
  return dangers;
}

function count(cases: readonly Case[], isReported: (each: Case) => boolean): Counts {
  const real = cases.filter(({ vulnerable }) => vulnerable);
  const fake = cases.filter(({ vulnerable }) => !vulnerable);
  return {
    found: real.filter(isReported).length,
    vulnerable: real.length,
    alarms: fake.filter(isReported).length,
    harmless: fake.length,
  };
}

function youden({ found, vulnerable, alarms, harmless }: Counts): number {
  return found / vulnerable - alarms / harmless;
}

function sectionOf(
  revision: string,
  groups: readonly { readonly category: string; readonly counts: Counts }[],
): string {
  const rows = groups.map(({ category, counts: { found, vulnerable, alarms, harmless } }) => [
    category,
    `${found} of ${vulnerable}`,
    `${alarms} of ${harmless}`,
    ratio(found, vulnerable),
    ratio(alarms, harmless),
    youden({ found, vulnerable, alarms, harmless }).toFixed(4),
  ]);
  return `${table(['category', 'found', 'false alarms', 'TPR', 'FPR', 'Youden index'], rows)}

- Repository BenchmarkJava, revision ${revision}; what is right is told by its expectedresults-1.2.csv.
- A case counts as reported where a tainted path with the danger of its category starts in its servlet. Other findings in
  the same file count neither way, as in the benchmark's own score cards.
- Youden index: TPR − FPR, of all six categories over all their cases together.
- Categories that are about no flow of input (cryptography, hashes, random numbers, cookie flags) and trust boundaries are
  left out.
`;
}
