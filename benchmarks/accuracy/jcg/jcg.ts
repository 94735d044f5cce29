import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withImplicitCalls } from '../../../analyzer/src/flow/implicit-calls.ts';
import { loadModels } from '../../../analyzer/src/models/load-models.ts';
import { table } from '../markdown.ts';
import { readTree } from '../read-tree.ts';
import type { Measurement, Suite, SuiteRun } from '../suite.ts';
import { type CaseVerdict, judgeCase } from './judge-case.ts';
import { readCases } from './read-cases.ts';

/** The Java cases of JCG: one language feature each, with the call edges that it makes. */
export const jcg: Suite = {
  name: 'jcg',
  title: 'Language features against the JCG cases',
  corpora: ['JCG'],
  measure,
};

/** What the letters of a case's name stand for, and whether it counts for the bar. */
const FEATURES: readonly {
  readonly prefix: string;
  readonly feature: string;
  readonly scope: 'bar' | 'also' | 'out';
}[] = [
  { prefix: 'VC', feature: 'virtual calls', scope: 'bar' },
  { prefix: 'NVC', feature: 'non-virtual calls', scope: 'bar' },
  { prefix: 'J8DIM', feature: 'default methods of interfaces', scope: 'bar' },
  { prefix: 'J8SIM', feature: 'static methods of interfaces', scope: 'bar' },
  { prefix: 'MR', feature: 'method references', scope: 'bar' },
  { prefix: 'Lambda', feature: 'lambdas', scope: 'bar' },
  { prefix: 'SI', feature: 'static initializers', scope: 'bar' },
  { prefix: 'TC', feature: 'casts and type tests', scope: 'bar' },
  { prefix: 'JVMC', feature: 'calls by the virtual machine', scope: 'also' },
  { prefix: 'LIB', feature: 'libraries, to be extended by others', scope: 'also' },
  { prefix: 'CL', feature: 'class loading', scope: 'out' },
  { prefix: 'DP', feature: 'dynamic proxies', scope: 'out' },
  { prefix: 'TMR', feature: 'method handles', scope: 'out' },
  { prefix: 'TR', feature: 'reflection', scope: 'out' },
  { prefix: 'LRR', feature: 'reflection', scope: 'out' },
  { prefix: 'CSR', feature: 'reflection', scope: 'out' },
  { prefix: 'CFNE', feature: 'reflection', scope: 'out' },
  { prefix: 'Ser', feature: 'serialization', scope: 'out' },
  { prefix: 'ExtSer', feature: 'serialization', scope: 'out' },
  { prefix: 'SerLam', feature: 'serialization', scope: 'out' },
  { prefix: 'SPM', feature: 'signature polymorphic methods', scope: 'out' },
  { prefix: 'Unsafe', feature: 'sun.misc.Unsafe', scope: 'out' },
];

interface Judged {
  readonly name: string;
  readonly feature: string;
  readonly scope: 'bar' | 'also' | 'out';
  readonly verdict: CaseVerdict;
}

async function measure(run: SuiteRun): Promise<Measurement> {
  const models = await loadModels();
  const judged: Judged[] = [];
  for (const { name, main, files } of readCases(join(run.corpora, 'JCG'))) {
    const root = join(run.work, 'jcg', name);
    for (const { path, text } of files) {
      const file = join(root, 'src/main/java', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const { program, labels } = await readTree(root, models);
    const prefix = name.replace(/\d+$/u, '');
    const known = FEATURES.find((feature) => feature.prefix === prefix);
    judged.push({
      name,
      feature: known?.feature ?? `unknown (${prefix})`,
      scope: known?.scope ?? 'bar',
      verdict: judgeCase(withImplicitCalls(program, labels.implicitCalls), main),
    });
  }
  const inScope = judged.filter(({ scope }) => scope === 'bar');
  const prohibited = inScope.filter(({ verdict }) => verdict.prohibited.length > 0);
  return {
    section: sectionOf(run.revisionOf('JCG'), judged),
    figures: [
      {
        what: 'JCG cases that are right',
        value: inScope.filter(isRight).length / inScope.length,
        least: 0.9,
      },
      { what: 'JCG cases with a prohibited target', value: prohibited.length, most: 0 },
    ],
    misses: judged
      .filter(({ scope }) => scope !== 'out')
      .flatMap(({ name, verdict }) => [
        ...verdict.prohibited.map((text) => `prohibited ${name} ${text}`),
        ...verdict.missing.map((text) => `missing ${name} ${text}`),
      ]),
  };
}

const isRight = ({ verdict }: Judged): boolean =>
  verdict.missing.length === 0 && verdict.prohibited.length === 0 && verdict.expectations > 0;

function sectionOf(revision: string, judged: readonly Judged[]): string {
  const inScope = judged.filter(({ scope }) => scope === 'bar');
  const groups = [...new Set(judged.filter(({ scope }) => scope !== 'out').map(({ feature }) => feature))];
  const rows = groups.map((feature) => {
    const members = judged.filter((each) => each.feature === feature);
    const note = members[0]?.scope === 'also' ? ' (outside the bar)' : '';
    return rowOf(`${feature}${note}`, members);
  });
  const out = judged.filter(({ scope }) => scope === 'out');
  const outByFeature = [...new Set(out.map(({ feature }) => feature))].map((feature) => {
    const names = out.filter((each) => each.feature === feature).map(({ name }) => name);
    return `${feature} (${names.join(', ')})`;
  });
  return `${table(
    ['feature', 'cases', 'right', 'with a prohibited target', 'not right'],
    [...rows, rowOf('all that count for the bar', inScope)],
  )}

- Repository JCG, revision ${revision}: jcg_testcases/src/main/resources/java. Right is what the annotations of a case say.
- A case is right where every expected edge (or way of edges) is there, no prohibited one is, and the annotated method
  itself is reached from the case's \`main\`. The call graph is the linked program's with what the models add to it.
- What only somebody could connect who extends a library later is not drawn: no edge comes from a name and parameters alone.
- Out of scope, as nothing of it is in a call graph read from source: ${outByFeature.join('; ')}.
`;
}

function rowOf(feature: string, members: readonly Judged[]): readonly (string | number)[] {
  const wrong = members.filter((each) => !isRight(each)).map(({ name }) => name);
  return [
    feature,
    members.length,
    members.length - wrong.length,
    members.filter(({ verdict }) => verdict.prohibited.length > 0).length,
    wrong.join(', ') || '–',
  ];
}
