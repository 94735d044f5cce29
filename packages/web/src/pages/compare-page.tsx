import type { Comparison } from '@csqa/report';
import { changeClass } from './change-class.ts';
import { ComparedFindings } from './compare/compared-findings.tsx';
import { MetricChanges } from './compare/metric-changes.tsx';
import { SurfaceChanges } from './compare/surface-changes.tsx';
import { change, count, score } from './figures.ts';
import type { PageContext } from './page-context.ts';
import { Foreign } from './parts/foreign.tsx';
import { Commit } from './parts/run-source.tsx';
import { Time } from './parts/time.tsx';
import { Shell } from './shell.tsx';

/** One of the two runs. */
export interface ComparedRun {
  readonly id: string;
  readonly created_at: Date;
  readonly revision: string | null;
}

/** Two runs of one project, held against each other. */
export interface CompareModel {
  readonly project: { readonly id: string; readonly name: string };
  readonly base: ComparedRun;
  readonly head: ComparedRun;
  readonly comparison: Comparison;
}

interface CompareProps {
  readonly page: PageContext;
  readonly model: CompareModel;
}

/** What happened between two runs: figures, findings, metrics, attack surface. */
export function ComparePage({ page, model }: CompareProps) {
  const { words, terms } = page;
  const { project, comparison } = model;
  return (
    <Shell page={page} title={words.compare.title(project.name)}>
      <div class="title-line">
        <div>
          <p class="crumbs">
            <a href={page.link(`/projects/${project.id}`)}>
              <Foreign text={project.name} />
            </a>
          </p>
          <h1>{terms.comparison.title}</h1>
        </div>
        <div class="actions">
          <a class="button" href={page.link(`/compare?base=${model.head.id}&head=${model.base.id}`)}>
            {words.compare.swap}
          </a>
          <a class="button" href={page.link(`/projects/${project.id}#runs`)}>
            {words.compare.otherRuns}
          </a>
        </div>
      </div>
      <Trust page={page} comparison={comparison} />
      <Figures page={page} model={model} />
      <ComparedFindings page={page} comparison={comparison} />
      <MetricChanges page={page} comparison={comparison} />
      <SurfaceChanges page={page} comparison={comparison} />
    </Shell>
  );
}

function Trust({ page, comparison }: { readonly page: PageContext; readonly comparison: Comparison }) {
  const { verdict, issues } = comparison.comparability;
  if (issues.length === 0) return null;
  const text = page.terms.comparison;
  return (
    <section class={verdict === 'comparable' ? 'card' : 'card refused'}>
      <p>{text.verdicts[verdict]}</p>
      <ul class="plain">
        {issues.map(({ code, base, head }) => (
          <li key={code}>
            {text.issues[code]}
            {base === null && head === null ? null : (
              <span class="muted">
                {' '}
                (<Foreign text={base ?? '–'} /> → <Foreign text={head ?? '–'} />)
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SideFigures {
  readonly value: number | null;
  readonly findings: number;
}

function Figures({ page, model }: CompareProps) {
  const { words, terms, language } = page;
  const { base, head, comparison } = model;
  const { index, counts } = comparison;
  const side = (name: string, run: ComparedRun, { value, findings }: SideFigures) => (
    <div class="side-figure">
      <p class="muted small">{name}</p>
      <p class="huge number">{score(value, language)}</p>
      <p>{words.findings.count(findings)}</p>
      <p class="muted small">
        <a href={page.link(`/runs/${run.id}`)}>
          <Time at={run.created_at} page={page} />
        </a>{' '}
        <Commit revision={run.revision} />
      </p>
    </div>
  );
  return (
    <section class="card figures" aria-label={words.compare.figures}>
      {side(terms.comparison.base, base, { value: index.base, findings: comparison.base.findings })}
      <p class={`arrow huge number ${changeClass(index.delta)}`}>
        <span aria-hidden="true">→ </span>
        {change(index.delta, language)}
      </p>
      {side(terms.comparison.head, head, { value: index.head, findings: comparison.head.findings })}
      <ul class="tallies">
        {(['new', 'reopened', 'fixed', 'moved', 'unchanged'] as const).map((state) => (
          <li key={state}>
            <b class={`big ${tallyClass(state, counts[state])}`}>{count(counts[state], language)}</b>{' '}
            {terms.comparison.states[state]}
          </li>
        ))}
        {counts.ripple === 0 ? null : (
          <li>
            <b class="big worse">{count(counts.ripple, language)}</b> {words.compare.ripple}
          </li>
        )}
      </ul>
    </section>
  );
}

function tallyClass(state: 'new' | 'reopened' | 'fixed' | 'moved' | 'unchanged', number: number): string {
  if (number === 0) return 'muted';
  if (state === 'fixed') return 'better';
  return state === 'new' || state === 'reopened' ? 'worse' : '';
}
