import type { ComponentChildren } from 'preact';
import { ENDED } from '../data/run-states.ts';
import type { Run } from '../data/runs.ts';
import { openFindings } from './charts/findings-chart.tsx';
import { count, score } from './figures.ts';
import { may, type PageContext } from './page-context.ts';
import { CsrfField } from './parts/csrf-field.tsx';
import { Foreign } from './parts/foreign.tsx';
import { BandMark, GateMark, StateMark } from './parts/marks.tsx';
import { Commit, RunSourceText } from './parts/run-source.tsx';
import { Time } from './parts/time.tsx';
import { LiveProgress } from './run/live-progress.tsx';
import type { RunProgress } from './run/run-progress.ts';
import { Shell } from './shell.tsx';
import { stopwatch } from './times.ts';

/** What the page of a run shows. */
export interface RunModel {
  readonly run: Run;
  readonly project: { readonly id: string; readonly name: string };
  readonly progress: RunProgress;
  /** Runs that are begun before this one, while it waits. */
  readonly ahead: number | null;
  /** The newest run before this one that has a report. */
  readonly before: string | null;
}

interface RunProps {
  readonly page: PageContext;
  readonly model: RunModel;
}

/** Seconds between two loads of the page where no script follows the run. */
const REFRESH_SECONDS = 4;

/** One run: how far it is while it is not over, what became of it then. */
export function RunPage({ page, model }: RunProps) {
  const { run, project } = model;
  const isOver = ENDED.includes(run.state);
  return (
    <Shell page={page} title={page.words.run.title(project.name)} refresh={isOver ? null : REFRESH_SECONDS}>
      <div class="title-line">
        <div>
          <p class="crumbs">
            <a href={page.link(`/projects/${project.id}`)}>
              <Foreign text={project.name} />
            </a>
          </p>
          <h1>
            {page.words.run.one} <Commit revision={run.revision} />{' '}
            <StateMark state={run.state} page={page} /> <GateMark gate={run.gate} page={page} />
          </h1>
        </div>
        <Actions page={page} model={model} />
      </div>
      <Facts page={page} model={model} />
      {isOver ? <Ending page={page} model={model} /> : null}
      <Live page={page} model={model} isOver={isOver} />
    </Shell>
  );
}

function Actions({ page, model: { run, before } }: RunProps) {
  const { words } = page;
  const isOver = ENDED.includes(run.state);
  const hasReport = run.index_value !== null || run.findings !== null;
  const post = (path: string, name: string, kind: string) => (
    <form method="post" action={page.link(`/runs/${run.id}/${path}`)}>
      <CsrfField page={page} />
      <button type="submit" class={kind}>
        {name}
      </button>
    </form>
  );
  return (
    <div class="actions">
      {hasReport ? (
        <a class="button primary" href={page.link(`/runs/${run.id}/report`)}>
          {words.run.openReport}
        </a>
      ) : null}
      {hasReport && before !== null ? (
        <a class="button" href={page.link(`/compare?base=${before}&head=${run.id}`)}>
          {words.run.compare}
        </a>
      ) : null}
      {may(page, 'submit') && !isOver && run.state !== 'cancelling'
        ? post('cancel', words.run.cancel, 'danger')
        : null}
      {may(page, 'submit') && isOver && run.source.kind === 'git' ? post('again', words.run.again, '') : null}
    </div>
  );
}

function Facts({ page, model: { run } }: RunProps) {
  const { words } = page;
  const ended = run.finished_at ?? page.now;
  return (
    <dl class="facts-row card">
      <Fact name={words.run.source}>
        <RunSourceText source={run.source} page={page} />
      </Fact>
      <Fact name={words.run.mode}>{words.modes[run.mode]}</Fact>
      <Fact name={words.run.requestedBy}>
        <Foreign text={run.requested_by} /> · <Time at={run.created_at} page={page} />
      </Fact>
      {run.started_at === null ? null : (
        <Fact name={run.finished_at === null ? words.run.elapsed : words.run.took}>
          <span
            class="number"
            {...(run.finished_at === null ? { 'data-elapsed-since': run.started_at.toISOString() } : {})}
          >
            {stopwatch(ended.getTime() - run.started_at.getTime())}
          </span>
        </Fact>
      )}
      {run.worker_id === null ? null : (
        <Fact name={words.run.worker}>
          <Foreign text={run.worker_id} />
        </Fact>
      )}
      {run.attempt > 1 ? <Fact name={words.run.attempt}>{String(run.attempt)}</Fact> : null}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Ending({ page, model: { run } }: RunProps) {
  const { words, language } = page;
  return (
    <>
      {run.groups !== null && run.index_value === null ? (
        <section class="card verdict">
          <p>{words.run.nothingMeasured}</p>
        </section>
      ) : null}
      {run.index_value === null ? null : (
        <section class="card verdict">
          <p class="verdict-index">
            <span class="huge number">{score(run.index_value, language)}</span>{' '}
            <BandMark band={run.band} page={page} />
          </p>
          {run.findings === null ? null : (
            <p>
              {words.findings.count(openFindings(run.findings))}
              <span class="muted">
                {' '}
                · {words.findings.fresh} {count(run.findings.fresh, language)} · {words.findings.fixed}{' '}
                {count(run.findings.fixed, language)}
              </span>
            </p>
          )}
          {run.state === 'incomplete' ? <p class="refused">{words.run.incomplete}</p> : null}
        </section>
      )}
      {run.error === null ? null : (
        <section class="card failure" aria-labelledby="failure">
          <h2 id="failure">{words.run.failure}</h2>
          <p>
            <code class="code">{run.error.code}</code> <Foreign text={words.run.told(run.error).what} />
          </p>
          <p>
            <b>{words.run.hint}:</b> <Foreign text={words.run.told(run.error).fix} />
          </p>
        </section>
      )}
      {run.state === 'cancelled' ? <p class="card">{words.run.cancelled}</p> : null}
    </>
  );
}

function Live({ page, model, isOver }: RunProps & { readonly isOver: boolean }) {
  const { run, progress, ahead } = model;
  const live = { progress, isRepository: run.source.kind === 'git', ahead, language: page.language };
  if (isOver) {
    // Events are kept for a while only; what is left of a run then is said above.
    if (progress.seq === 0) return null;
    return (
      <details class="past" open={run.state === 'failed'}>
        <summary>{page.words.run.log}</summary>
        <div class="live">
          <LiveProgress {...live} />
        </div>
      </details>
    );
  }
  return (
    <>
      <div
        class="live"
        data-live={JSON.stringify(live)}
        data-events={page.link(`/api/v1/runs/${run.id}/events`)}
        data-lost={page.words.run.lost}
      >
        <LiveProgress {...live} />
      </div>
      <noscript>
        <p class="muted small">{page.words.run.noScript}</p>
      </noscript>
    </>
  );
}
