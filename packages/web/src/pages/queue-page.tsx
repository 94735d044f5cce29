import type { QueuedRun, WorkerState } from '../data/workers.ts';
import type { PageContext } from './page-context.ts';
import { Empty } from './parts/empty.tsx';
import { Foreign } from './parts/foreign.tsx';
import { StateMark } from './parts/marks.tsx';
import { Time } from './parts/time.tsx';
import { Shell } from './shell.tsx';

/** Who is alive, what runs, what waits. */
export interface QueueModel {
  readonly workers: readonly WorkerState[];
  readonly queued: number;
  /** Next first; not more than fit on a page. */
  readonly waiting: readonly QueuedRun[];
}

interface QueueProps {
  readonly page: PageContext;
  readonly model: QueueModel;
}

const REFRESH_SECONDS = 10;

/** Workers and queue; loads itself again, for nothing here stays as it is. */
export function QueuePage({ page, model }: QueueProps) {
  const { words } = page;
  const running = model.workers.flatMap(({ runs }) => runs);
  return (
    <Shell page={page} title={words.queue.title} refresh={REFRESH_SECONDS}>
      <div class="title-line" data-refresh={REFRESH_SECONDS}>
        <h1>{words.queue.title}</h1>
        <p class="tally">
          <b class="big">{running.length}</b> {words.queue.running.toLocaleLowerCase(page.language)} ·{' '}
          <b class="big">{model.queued}</b> {words.queue.waiting.toLocaleLowerCase(page.language)}
        </p>
      </div>
      <section class="card" aria-labelledby="workers">
        <h2 id="workers">{words.queue.workers}</h2>
        {model.workers.length === 0 ? (
          <Empty title={words.queue.noWorkers}>{words.queue.noWorkersHint}</Empty>
        ) : (
          <Workers page={page} model={model} />
        )}
      </section>
      <section class="card" aria-labelledby="waiting">
        <h2 id="waiting">{words.queue.waiting}</h2>
        {model.waiting.length === 0 ? (
          <Empty title={words.queue.noneWaiting} />
        ) : (
          <Runs runs={model.waiting} page={page} caption={words.queue.waiting} />
        )}
      </section>
    </Shell>
  );
}

function Workers({ page, model }: QueueProps) {
  const { words } = page;
  return (
    <div class="scroll">
      <table class="stacks">
        <caption class="unseen">{words.queue.workers}</caption>
        <thead>
          <tr>
            <th scope="col">{words.queue.worker}</th>
            <th scope="col">{words.queue.works}</th>
            <th scope="col" class="number">
              {words.queue.capacity}
            </th>
            <th scope="col">{words.queue.seen}</th>
          </tr>
        </thead>
        <tbody>
          {model.workers.map((worker) => (
            <tr key={worker.id}>
              <th scope="row">
                <Foreign text={worker.id} />{' '}
                <span class="muted small">
                  {worker.engine} · {worker.version}
                </span>
              </th>
              <td>
                {worker.runs.length === 0 ? <span class="muted">{words.queue.idle}</span> : null}
                <ul class="plain">
                  {worker.runs.map((run) => (
                    <li key={run.id}>
                      <a href={page.link(`/runs/${run.id}`)}>
                        <Foreign text={run.projectName} />
                      </a>{' '}
                      <span class="muted small">{words.run.stages[run.phase ?? ''] ?? run.phase}</span>{' '}
                      {run.state === 'cancelling' ? <StateMark state={run.state} page={page} /> : null}
                    </li>
                  ))}
                </ul>
              </td>
              <td class="number" data-name={words.queue.capacity}>
                {worker.runs.length} / {worker.concurrency}
              </td>
              <td>
                <Time at={worker.seenAt} page={page} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RunsProps {
  readonly runs: readonly QueuedRun[];
  readonly page: PageContext;
  readonly caption: string;
}

function Runs({ runs, page, caption }: RunsProps) {
  const { words } = page;
  return (
    <div class="scroll">
      <table class="stacks">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.run.project}</th>
            <th scope="col">{words.run.mode}</th>
            <th scope="col">{words.run.requestedBy}</th>
            <th scope="col">{words.run.when}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">
                <a href={page.link(`/runs/${run.id}`)}>
                  <Foreign text={run.projectName} />
                </a>
              </th>
              <td>{words.modes[run.mode]}</td>
              <td>
                <Foreign text={run.requestedBy} />
              </td>
              <td>
                <Time at={run.createdAt} page={page} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
