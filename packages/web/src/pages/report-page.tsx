import { score } from './figures.ts';
import { may, type PageContext } from './page-context.ts';
import { Copyable } from './parts/copyable.tsx';
import { CsrfField } from './parts/csrf-field.tsx';
import { Foreign } from './parts/foreign.tsx';
import { BandMark } from './parts/marks.tsx';
import { Commit } from './parts/run-source.tsx';
import { Time } from './parts/time.tsx';
import { Shell } from './shell.tsx';
import { moment } from './times.ts';

/** One link to the report. */
export interface ShareLine {
  readonly id: string;
  readonly created_by: string;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
}

/** What the page around a report shows. */
export interface ReportModel {
  readonly run: {
    readonly id: string;
    readonly revision: string | null;
    readonly index_value: number | null;
    readonly band: string | null;
  };
  readonly project: { readonly id: string; readonly name: string };
  /** Addresses of the report in each format, by file name. */
  readonly downloads: readonly { readonly name: string; readonly href: string; readonly what: string }[];
  readonly shares: readonly ShareLine[];
  /** A link that was just made, whole. */
  readonly created: string | null;
}

interface ReportProps {
  readonly page: PageContext;
  readonly model: ReportModel;
}

/** Days that a link may be good for; the first is what is chosen. */
export const SHARE_DAYS = [7, 1, 30, 90] as const;

/** The interactive report in a frame of its own, with the ways to take it along. */
export function ReportPage({ page, model }: ReportProps) {
  const { words } = page;
  const { run, project } = model;
  const frame = page.link(`/runs/${run.id}/report.html?lang=${page.language}`);
  return (
    <Shell page={page} title={words.report.title(project.name)} wide>
      <div class="title-line">
        <div>
          <p class="crumbs">
            <a href={page.link(`/projects/${project.id}`)}>
              <Foreign text={project.name} />
            </a>{' '}
            / <a href={page.link(`/runs/${run.id}`)}>{words.run.one}</a>
          </p>
          <h1>
            <span class="number">{score(run.index_value, page.language)}</span>{' '}
            <BandMark band={run.band} page={page} /> <Commit revision={run.revision} />
          </h1>
        </div>
        <div class="actions">
          <Downloads page={page} model={model} />
          {may(page, 'submit') ? <Sharing page={page} model={model} /> : null}
          <a class="button" href={frame}>
            {words.report.full}
          </a>
        </div>
      </div>
      <iframe
        class="report-frame"
        title={words.report.frame}
        src={frame}
        sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
        referrerpolicy="no-referrer"
      />
    </Shell>
  );
}

function Downloads({ page, model }: ReportProps) {
  return (
    <details class="menu">
      <summary class="button">{page.words.report.downloads}</summary>
      <ul class="plain menu-body">
        {model.downloads.map(({ name, href, what }) => (
          <li key={name}>
            <a href={href} download={name}>
              {name}
            </a>{' '}
            <span class="muted small">{what}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sharing({ page, model }: ReportProps) {
  const { words } = page;
  return (
    <details class="menu" open={model.created !== null}>
      <summary class="button">{words.report.share}</summary>
      <div class="menu-body share">
        {model.created === null ? (
          <p class="muted small">{words.report.shareLead}</p>
        ) : (
          <>
            <p role="status">{words.report.shareCreated}</p>
            <Copyable text={model.created} name={words.report.share} page={page} />
          </>
        )}
        <form method="post" action={page.link(`/runs/${model.run.id}/share`)} class="share-form">
          <CsrfField page={page} />
          <label class="field">
            <span>{words.report.shareDays}</span>
            <select name="days">
              {SHARE_DAYS.map((days) => (
                <option value={days} key={days}>
                  {words.report.days(days)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">{words.report.shareCreate}</button>
        </form>
        {model.shares.length === 0 ? null : <Shares page={page} model={model} />}
      </div>
    </details>
  );
}

function Shares({ page, model }: ReportProps) {
  const { words, now } = page;
  return (
    <ul class="plain shares" aria-label={words.report.shares}>
      {model.shares.map((share) => (
        <li key={share.id}>
          <span>
            <Foreign text={share.created_by} />{' '}
            <span class="muted small" title={moment(share.expires_at, page.language)}>
              {share.revoked_at !== null ? words.report.revoked : null}
              {share.revoked_at === null && share.expires_at <= now ? words.report.expired : null}
              {share.revoked_at === null && share.expires_at > now ? (
                <>
                  {words.report.expires} <Time at={share.expires_at} page={page} />
                </>
              ) : null}
            </span>
          </span>
          {share.revoked_at === null && share.expires_at > now ? (
            <form method="post" action={page.link(`/runs/${model.run.id}/share/${share.id}/revoke`)}>
              <CsrfField page={page} />
              <button type="submit" class="quiet">
                {words.report.revoke}
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
