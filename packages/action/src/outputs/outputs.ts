import { SEVERITIES } from '@csqa/report';
import type { JudgedProject, OutcomeWord, PublishName, PublishOutcome } from '../run-types.ts';

/** What a run came to. */
export interface RunResult {
  readonly outcome: OutcomeWord;
  readonly projects: readonly JudgedProject[];
  readonly published: readonly PublishOutcome[];
  /** Whether a baseline was asked for at all. */
  readonly isCompared: boolean;
  /** Absolute path of the directory of reports; null where there is none. */
  readonly reportDir: string | null;
}

/** Every output of action.yml; what there is not is empty. */
export type Outputs = Readonly<Record<OutputName, string>>;

/** Every output of action.yml, in its order. */
export const OUTPUT_NAMES = [
  ...(['outcome', 'risk', 'risk-delta', 'new-count', 'fixed-count', 'total-count'] as const),
  ...(['worst-new-severity', 'baseline-sha', 'diff-status', 'report-dir', 'json-file', 'html-file'] as const),
  ...([
    'sarif-file',
    'artifact-id',
    'artifact-url',
    'sarif-id',
    'comment-url',
    'degraded',
    'projects',
  ] as const),
] as const;

type OutputName = (typeof OUTPUT_NAMES)[number];

/** Puts the outputs together: figures of several projects are summed up, of the index the worst counts. */
export function outputsOf(result: RunResult): Outputs {
  const { projects, published } = result;
  const files = projects[0]?.analysis.files;
  const artifact = publishedAs('artifact', published);
  return {
    outcome: result.outcome,
    ...figuresOf(result),
    'report-dir': result.reportDir ?? '',
    'json-file': files?.json ?? '',
    'html-file': files?.html ?? '',
    'sarif-file': files?.sarif ?? '',
    'artifact-id': artifact?.id ?? '',
    'artifact-url': artifact?.url ?? '',
    'sarif-id': publishedAs('sarif-upload', published)?.id ?? '',
    'comment-url': publishedAs('comment', published)?.url ?? '',
    degraded: JSON.stringify(degradedOf(published)),
    projects: JSON.stringify(projects.map(projectOutput)),
  };
}

type Figures = Pick<
  Outputs,
  | ('risk' | 'risk-delta' | 'new-count' | 'fixed-count' | 'total-count')
  | ('worst-new-severity' | 'baseline-sha' | 'diff-status')
>;

function figuresOf({ projects, isCompared }: RunResult): Figures {
  const figures = projects.map(figuresOfProject);
  const risks = figures.flatMap(({ risk }) => (risk === null ? [] : [risk]));
  const deltas = figures.flatMap(({ riskDelta }) => (riskDelta === null ? [] : [riskDelta]));
  const all = figures.every(({ added }) => added !== null) && figures.length > 0;
  const sum = (values: readonly (number | null)[]): string =>
    String(values.reduce<number>((total, value) => total + (value ?? 0), 0));
  const worst = SEVERITIES.find((severity) => figures.some(({ worstNew }) => worstNew === severity));
  return {
    risk: risks.length === 0 ? '' : String(Math.max(...risks)),
    'risk-delta': deltas.length === 0 ? '' : String(Math.max(...deltas)),
    'new-count': all ? sum(figures.map(({ added }) => added)) : '',
    'fixed-count': all ? sum(figures.map(({ fixed }) => fixed)) : '',
    'total-count': figures.length === 0 ? '' : sum(figures.map(({ total }) => total)),
    'worst-new-severity': worst ?? '',
    'baseline-sha': projects.map(({ analysis }) => analysis.base.sha).find((sha) => sha !== null) ?? '',
    'diff-status': !isCompared ? 'not-asked' : all ? 'available' : 'unavailable',
  };
}

function figuresOfProject({ analysis }: JudgedProject) {
  const { head, comparison } = analysis;
  const usable =
    comparison === null || comparison.comparability.verdict === 'not-comparable' ? null : comparison;
  const fresh =
    usable?.findings.filter(({ state, worsened }) => state === 'new' || state === 'reopened' || worsened) ??
    [];
  return {
    risk: head.aggregate.index,
    riskDelta: usable?.index.delta ?? null,
    added: usable === null ? null : fresh.length,
    fixed: usable?.counts.fixed ?? null,
    total: head.findings.length,
    worstNew:
      SEVERITIES.find((severity) => fresh.some(({ finding }) => finding.severity === severity)) ?? null,
  };
}

function projectOutput(judged: JudgedProject) {
  const { project, files, base } = judged.analysis;
  const { worstNew, riskDelta, added, ...figures } = figuresOfProject(judged);
  return {
    ...{ project: project.slug, path: project.path, outcome: judged.verdict.outcome },
    ...{ ...figures, riskDelta, new: added, worstNewSeverity: worstNew, baseline: base.sha, files },
  };
}

/** What was not published, why, and the line that would enable it. */
function degradedOf(published: readonly PublishOutcome[]) {
  return published.flatMap((one) =>
    one.status === 'degraded' ? [{ name: one.name, reason: one.reason, yaml: one.yamlLine }] : [],
  );
}

function publishedAs(name: PublishName, published: readonly PublishOutcome[]) {
  const found = published.find((one) => one.name === name && one.status === 'published');
  return found?.status === 'published' ? found : null;
}
