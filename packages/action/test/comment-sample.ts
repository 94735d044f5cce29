import { compareReports, type GateConditions, judgeGate, type Report } from '@csqa/report';
import { sampleFinding, sampleRunRecord } from '../../report/test/sample-report.ts';
import { HANDLER, ROAD_FINDING, SAVE, SERVICE_GUARD, treeReport } from '../../report/test/two-trees.ts';
import type { PageInput } from '../src/comment/page.ts';
import type { GatePolicy, JudgedProject, PublishOutcome, RunContext } from '../src/run-types.ts';

export const HEAD_SHA = 'a'.repeat(40);
const BASE_SHA = 'b'.repeat(40);

/** A run for a pull request of a repository on github.com. */
export function sampleContext(changes: Partial<RunContext> = {}): RunContext {
  return {
    ...{ event: 'pull_request', eventName: 'pull_request', isPrivate: false, readOnly: null },
    repository: { owner: 'clinic', name: 'owners' },
    ...{ sha: 'c'.repeat(40), ref: 'refs/pull/7/merge' },
    pullRequest: { number: 7, headSha: HEAD_SHA, headRepository: 'clinic/owners', baseRef: 'main' },
    servers: { web: 'https://github.com', api: 'https://api.github.com', isEnterprise: false },
    run: { id: 4_211, number: 12, attempt: 1, workflow: 'CSQA', job: 'csqa' },
    ...{ workspace: '/checkout', tempDir: '/tmp/csqa', language: 'en', token: 'ghs_token' },
    ...changes,
  };
}

/** A head held against a base, and judged. */
export function judged(
  base: Report | null,
  head: Report,
  {
    conditions = { failOnNew: ['critical', 'high'] },
    slug = 'owners',
    path = '',
    policy = { of: 'head' },
  }: JudgedChoices = {},
): JudgedProject {
  const comparison = base === null ? null : compareReports(base, head);
  const judgement = judgeGate({ report: head, comparison, conditions });
  const directory = '/tmp/csqa/reports';
  return {
    analysis: {
      project: { slug, path },
      ...{ head, comparison, record: sampleRunRecord(), policy },
      base:
        base === null
          ? { status: 'absent', sha: null, reason: 'no-earlier-state', text: 'There is no earlier state.' }
          : { status: 'there', report: base, sha: BASE_SHA, from: 'analysed' },
      files: {
        directory,
        json: `${directory}/report.json`,
        combined: `${directory}/combined.json`,
        html: `${directory}/report.html`,
        sarif: `${directory}/report.sarif`,
      },
    },
    verdict: {
      outcome: judgement.verdict === 'passed' ? 'passed' : 'gate-failed',
      judgement,
      sentence: judgement.verdict === 'passed' ? 'The gate passes.' : 'The gate fails.',
    },
  };
}

interface JudgedChoices {
  readonly conditions?: GateConditions;
  readonly slug?: string;
  readonly path?: string;
  readonly policy?: GatePolicy;
}

/** What a page is made from. */
export function pageInput(
  project: JudgedProject,
  changes: { readonly context?: Partial<RunContext>; readonly published?: readonly PublishOutcome[] } = {},
): PageInput {
  return { context: sampleContext(changes.context), judged: project, published: changes.published ?? [] };
}

/** The finding that a road without its guard has. */
const UNGUARDED = {
  ...ROAD_FINDING,
  entryPoint: 'http POST /owners',
  path: ROAD_FINDING.path.map((hop, index) => ({
    ...hop,
    label: index === 0 ? 'POST /owners' : 'OwnerService.save',
  })),
};

/** Two trees: the second lacks the guard on the service, and has the finding that follows. */
export function guardRemoved(): JudgedProject {
  return judged(
    treeReport({ guards: [SERVICE_GUARD] }),
    treeReport({
      findings: [UNGUARDED],
      contents: { 'src/OwnerService.java': 's2' },
      methods: { [SAVE]: 's2' },
    }),
  );
}

/** Two trees: in the second the service calls an operation that nothing led to before. */
export function roadOpened(): JudgedProject {
  const edges = [[HANDLER, SAVE] as const];
  return judged(
    treeReport({ edges }),
    treeReport({ edges: [...edges, [SAVE, 'db.write Owner']], methods: { [SAVE]: 's2' }, verdict: 'public' }),
  );
}

/** The first tree has a finding that the second has no more. */
export function findingFixed(): JudgedProject {
  return judged(treeReport({ findings: [UNGUARDED] }), treeReport({ guards: [SERVICE_GUARD] }));
}

/** The guard that the first tree had no test for is gone in the second. */
export function untestedGuardGone(): JudgedProject {
  const untested = { ...UNGUARDED, rule: 'CSQA-F2-untested-guard', symbol: SAVE };
  return judged(treeReport({ guards: [SERVICE_GUARD], findings: [untested] }), treeReport());
}

/** A report in which a gate finds nothing, with so many findings of one kind. */
export function manyFindings(count: number, texts: readonly string[]): Report {
  const findings = Array.from({ length: count }, (_, index) => {
    const said = texts[index % texts.length] ?? '';
    const words = { what: said, why: said, fix: said, symbol: said.slice(0, 300) };
    const place = { file: `src/${said.slice(0, 300)}/F${index}.java`, line: index + 1 };
    return sampleFinding({ id: `F-${index}`, fingerprint: `print-${index}`, ...place, ...words });
  });
  return treeReport({ findings });
}
