import { GROUP_IDS, METRIC_IDS } from '@csqa/report';
import type { Project } from '../data/projects.ts';
import type { TrendPoint } from '../data/reports.ts';
import { changeClass } from './change-class.ts';
import { FindingsChart } from './charts/findings-chart.tsx';
import { IndexChart } from './charts/index-chart.tsx';
import { Sparkline } from './charts/sparkline.tsx';
import { change, score } from './figures.ts';
import { may, type PageContext } from './page-context.ts';
import { Badge } from './parts/badge.tsx';
import { CsrfField } from './parts/csrf-field.tsx';
import { Empty } from './parts/empty.tsx';
import { Foreign } from './parts/foreign.tsx';
import { BandMark, ScoreBar } from './parts/marks.tsx';
import { type NamedRun, RunTable } from './parts/run-table.tsx';
import { Shell } from './shell.tsx';

/** What the page of a project shows. */
export interface ProjectModel {
  readonly project: Pick<Project, 'id' | 'key' | 'name' | 'default_ref'>;
  /** Runs with a report, oldest first. */
  readonly trend: readonly TrendPoint[];
  readonly band: string | null;
  readonly runs: readonly NamedRun[];
  /** Where the list of runs goes on; null where it ends. */
  readonly older: string | null;
  readonly badgePath: string;
  /** Full address of the badge, for pages elsewhere. */
  readonly badgeUrl: string;
  readonly projectUrl: string;
  /** Whether git can fetch it, so that it can be analysed again. */
  readonly isRepository: boolean;
}

interface ProjectProps {
  readonly page: PageContext;
  readonly model: ProjectModel;
}

/** One project over its runs. */
export function ProjectPage({ page, model }: ProjectProps) {
  const { words, language } = page;
  const { project, trend, band } = model;
  const last = trend.at(-1);
  return (
    <Shell page={page} title={project.name}>
      <div class="title-line">
        <div>
          <p class="crumbs">
            <a href={page.link('/projects')}>{words.frame.projects}</a>
          </p>
          <h1>
            <Foreign text={project.name} />
          </h1>
          {project.key === project.name ? null : (
            <p class="muted">
              <Foreign text={project.key} />
            </p>
          )}
        </div>
        <Actions page={page} model={model} />
      </div>
      {last === undefined ? (
        <section class="card">
          <Empty title={words.project.noReports}>{words.project.noReportsHint}</Empty>
        </section>
      ) : (
        <>
          <div class="two">
            <section class="card">
              <div class="card-head">
                <h2>{words.project.trend}</h2>
                {band === null ? (
                  <p class="muted">{words.portfolio.notMeasured}</p>
                ) : (
                  <p>
                    <span class="big">{score(last.index, language)}</span>{' '}
                    <BandMark band={band} page={page} />
                  </p>
                )}
              </div>
              <IndexChart
                points={trend.map(({ runId, at, index }) => ({ runId, at, value: index }))}
                title={words.project.trend}
                page={page}
              />
              <p class="muted small">{words.project.trendHint}</p>
            </section>
            <Findings page={page} model={model} />
          </div>
          <Groups page={page} trend={trend} />
          <Metrics page={page} trend={trend} />
        </>
      )}
      <Runs page={page} model={model} />
      {last === undefined ? null : <Badge page={page} model={model} />}
    </Shell>
  );
}

function Actions({ page, model: { project, isRepository } }: ProjectProps) {
  const { words } = page;
  return (
    <div class="actions">
      {may(page, 'submit') && isRepository ? (
        <form method="post" action={page.link(`/projects/${project.id}/runs`)}>
          <CsrfField page={page} />
          <button type="submit" class="primary">
            {words.project.analyse}
          </button>
        </form>
      ) : null}
      {may(page, 'admin') ? (
        <a class="button" href={page.link(`/projects/${project.id}/settings`)}>
          {words.project.settings}
        </a>
      ) : null}
    </div>
  );
}

function Findings({ page, model: { trend } }: ProjectProps) {
  const { words, terms } = page;
  const points = trend.flatMap(({ runId, at, findings }) =>
    findings === null ? [] : [{ runId, at, findings }],
  );
  const last = points.at(-1)?.findings;
  return (
    <section class="card">
      <div class="card-head">
        <h2>{words.project.findingsOverRuns}</h2>
        {last === undefined ? null : (
          <p class="muted small">
            <i class="swatch fresh-fill" /> {words.findings.fresh} <b>{last.fresh}</b> ·{' '}
            <i class="swatch fixed-fill" /> {words.findings.fixed} <b>{last.fixed}</b>
          </p>
        )}
      </div>
      <FindingsChart points={points} title={words.project.findingsOverRuns} page={page} />
      <ul class="legend">
        {(['critical', 'high', 'medium', 'low', 'info'] as const).map((severity) => (
          <li key={severity}>
            <i class={`swatch severity-fill-${severity}`} />
            {terms.severities[severity]} <b>{last?.open[severity] ?? 0}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TrendProps {
  readonly page: PageContext;
  readonly trend: readonly TrendPoint[];
}

function Groups({ page, trend }: TrendProps) {
  const { words, terms } = page;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{words.project.groups}</h2>
      <ul class="group-cards">
        {GROUP_IDS.map((id) => {
          const values = trend.map(({ groups }) => groups?.[id] ?? null);
          return (
            <li class="card" key={id}>
              <h3>{terms.groups[id].name}</h3>
              <ScoreBar value={values.at(-1) ?? null} page={page} />
              <Sparkline values={known(values)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function known(values: readonly (number | null)[]): readonly number[] {
  return values.filter((value) => value !== null);
}

function Metrics({ page, trend }: TrendProps) {
  const { words, terms, language } = page;
  return (
    <section class="card" aria-labelledby="metrics">
      <h2 id="metrics">{words.project.metrics}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={words.project.metrics}>
        <table class="metrics">
          <thead>
            <tr>
              <th scope="col">{words.project.metric}</th>
              <th scope="col">{words.project.value}</th>
              <th scope="col" class="number" title={words.project.since}>
                {words.project.change}
              </th>
              <th scope="col">{words.project.course}</th>
            </tr>
          </thead>
          <tbody>
            {METRIC_IDS.map((id) => {
              const values = trend.map(({ metrics }) => metrics[id] ?? null);
              const [before, now] = [values.at(-2) ?? null, values.at(-1) ?? null];
              const delta = before === null || now === null ? null : now - before;
              return (
                <tr key={id}>
                  <th scope="row">
                    <span class="metric-id">{id}</span> {terms.metrics[id].name}
                  </th>
                  <td>
                    <ScoreBar value={now} page={page} />
                  </td>
                  <td class={`number ${changeClass(delta)}`}>{change(delta, language)}</td>
                  <td>
                    <Sparkline values={known(values)} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Runs({ page, model }: ProjectProps) {
  const { words } = page;
  const { runs, older, trend } = model;
  const withReport = new Set(trend.map(({ runId }) => runId));
  const choice = (name: 'base' | 'head', run: NamedRun) => {
    const [newest, before] = runs.filter(({ id }) => withReport.has(id));
    const chosen = name === 'head' ? newest : before;
    return (
      <label class="choice">
        <input type="radio" name={name} value={run.id} defaultChecked={run.id === chosen?.id} />
        <span class="unseen">{name === 'base' ? words.project.base : words.project.head}</span>
      </label>
    );
  };
  const table = (
    <RunTable
      runs={runs}
      page={page}
      caption={words.project.runs}
      ofOne
      {...(withReport.size < 2
        ? {}
        : {
            leadTitle: `${words.project.base} / ${words.project.head}`,
            lead: (run: NamedRun) =>
              run.index_value === null ? null : [choice('base', run), choice('head', run)],
          })}
    />
  );
  return (
    <section class="card" aria-labelledby="runs">
      <h2 id="runs">{words.project.runs}</h2>
      {runs.length === 0 ? <Empty title={words.project.noRuns} /> : null}
      {runs.length > 0 && withReport.size < 2 ? table : null}
      {withReport.size < 2 ? null : (
        <form method="get" action={page.link('/compare')} class="compare-form">
          <p class="compare-line">
            <button type="submit">{words.project.compare}</button>
            <span class="muted small">{words.project.compareHint}</span>
          </p>
          {table}
        </form>
      )}
      {older === null ? null : (
        <p>
          <a class="button" rel="next" href={page.link(older)}>
            {words.project.older}
          </a>
        </p>
      )}
    </section>
  );
}
