import type { ComponentChildren } from 'preact';
import type { Run } from '../../data/runs.ts';
import { openFindings } from '../charts/findings-chart.tsx';
import { count, score } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import { stopwatch } from '../times.ts';
import { Foreign } from './foreign.tsx';
import { BandMark, GateMark, StateMark } from './marks.tsx';
import { Commit } from './run-source.tsx';
import { Time } from './time.tsx';

/** A run with the name of its project. */
export type NamedRun = Pick<
  Run,
  | 'id'
  | 'project_id'
  | 'state'
  | 'mode'
  | 'created_at'
  | 'started_at'
  | 'finished_at'
  | 'revision'
  | 'index_value'
  | 'band'
  | 'findings'
  | 'gate'
> & { readonly project_name: string };

interface RunTableProps {
  readonly runs: readonly NamedRun[];
  readonly page: PageContext;
  /** What the table is called. */
  readonly caption: string;
  /** All are of one project, which need not be named. */
  readonly ofOne?: boolean;
  /** A cell before each run. */
  readonly lead?: (run: NamedRun) => ComponentChildren;
  readonly leadTitle?: string;
}

/** Runs, a line each; the way to each is its first link. */
export function RunTable({ runs, page, caption, ofOne, lead, leadTitle }: RunTableProps) {
  const { words } = page;
  return (
    <div class="scroll">
      <table class="runs stacks">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {lead === undefined ? null : <th scope="col">{leadTitle}</th>}
            <th scope="col">{ofOne === true ? words.run.when : words.run.project}</th>
            <th scope="col">{words.run.state}</th>
            <th scope="col">{words.run.index}</th>
            <th scope="col" class="number">
              {words.findings.title}
            </th>
            <th scope="col">{words.run.commit}</th>
            <th scope="col">{ofOne === true ? words.run.took : words.run.when}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              {lead === undefined ? null : <td class="lead-cell">{lead(run)}</td>}
              <RunCells run={run} page={page} ofOne={ofOne === true} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RunCellsProps {
  readonly run: NamedRun;
  readonly page: PageContext;
  readonly ofOne: boolean;
}

function RunCells({ run, page, ofOne }: RunCellsProps) {
  const { words, language } = page;
  return (
    <>
      <th scope="row">
        <a href={page.link(`/runs/${run.id}`)}>
          {ofOne ? <Time at={run.created_at} page={page} /> : <Foreign text={run.project_name} />}
        </a>
      </th>
      <td>
        <StateMark state={run.state} page={page} /> <GateMark gate={run.gate} page={page} />
      </td>
      <td class="nowrap" data-name={words.run.index}>
        {run.index_value === null ? null : (
          <>
            <b class="number">{score(run.index_value, language)}</b> <BandMark band={run.band} page={page} />
          </>
        )}
      </td>
      <td class="number" data-name={words.findings.title}>
        {run.findings === null ? null : (
          <>
            {count(openFindings(run.findings), language)}
            {run.findings.fresh > 0 ? (
              <span class="muted small"> +{count(run.findings.fresh, language)}</span>
            ) : null}
          </>
        )}
      </td>
      <td>
        <Commit revision={run.revision} />
      </td>
      <td class="muted">{ofOne ? duration(run) : <Time at={run.created_at} page={page} />}</td>
    </>
  );
}

function duration({ started_at, finished_at }: NamedRun): string {
  return started_at === null || finished_at === null
    ? ''
    : stopwatch(finished_at.getTime() - started_at.getTime());
}
