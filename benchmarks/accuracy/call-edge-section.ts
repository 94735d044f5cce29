import type { ResolutionCoverage } from '../../analyzer/src/link/program.ts';
import type { Verdict } from './judge-calls.ts';

/** One repository as it was judged. */
export interface Row {
  readonly name: string;
  readonly revision: string;
  readonly files: number;
  readonly verdict: Verdict;
  readonly coverage: ResolutionCoverage;
  readonly parseMs: number;
  readonly linkMs: number;
}

const HEAD = [
  'repository',
  'revision',
  'files',
  'sites judged',
  'not typed by javac',
  'edges',
  'precision',
  'recall',
  'resolved',
  'parse',
  'link',
  'link ÷ parse',
];

/** The rows as a Markdown table. */
function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ name, revision, files, verdict, coverage, parseMs, linkMs }) => [
    name,
    revision,
    files,
    verdict.judged,
    verdict.unknown,
    verdict.expected,
    ratio(verdict.common, verdict.found),
    ratio(verdict.common, verdict.expected),
    ratio(coverage.callSites - coverage.unresolved, coverage.callSites),
    `${Math.round(parseMs)} ms`,
    `${Math.round(linkMs)} ms`,
    (linkMs / parseMs).toFixed(2),
  ]);
  return [HEAD, HEAD.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(4);
}

/** The table and how to read it. */
export function callEdgeSection(rows: readonly Row[]): string {
  return `${tableOf(rows)}

- The judge is javac's own attribution of every call, \`new\`, constructor call and method reference
  (benchmarks/accuracy/CallTruth.java): the method it declares, and all methods of the tree that override it. A declared
  method with a body is no target where every class of the tree that could inherit it has another in its place.
- An edge is a call site (file, line, name) with one method of the tree. Precision: share of our edges that javac has too.
  Recall: share of its edges that we have. Both over the sites javac can type, whether what they call is in the tree or in
  the JDK.
- javac gets no class path and runs no annotation processor, so that the sources alone decide. Sites it cannot type count
  neither way, nor do those where it only guesses: it takes some overload where an argument is of a type it does not know,
  and a method from further above where Lombok would generate one. Edges to generated methods are not judged.
- Initializers of classes that an operation sets off are no calls to javac and are not judged here; the JCG cases are about
  them.
- A call of a JDK method reaches the methods of the tree that override it below the static type of its receiver; a receiver
  of type Object reaches none.
- Test sources are left out. \`resolved\` is the share of all our call sites that lead into the tree or to a known outside type.
- Times are processor time of the whole process, garbage collection included, of reading and linking once more after a
  first run.
`;
}
