import { BANDS, GROUP_IDS, type GroupId } from '@csqa/report';
import type { FindingCounts, RunState } from '../data/schema.ts';
import { openFindings } from './charts/findings-chart.tsx';
import { Sparkline } from './charts/sparkline.tsx';
import { count, score } from './figures.ts';
import type { PageContext } from './page-context.ts';
import { Empty } from './parts/empty.tsx';
import { Foreign } from './parts/foreign.tsx';
import { BandMark, StateMark } from './parts/marks.tsx';
import { Time } from './parts/time.tsx';
import { Shell } from './shell.tsx';

/** Orders of the table that people choose from. */
export const PORTFOLIO_SORTS = ['risk', 'recent', 'name'] as const;
export type PortfolioSort = (typeof PORTFOLIO_SORTS)[number];

/** One project in the table. */
export interface PortfolioLine {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly lastRun: { readonly id: string; readonly state: RunState; readonly createdAt: Date } | null;
  readonly index: number | null;
  readonly band: string | null;
  readonly worst: { readonly group: string; readonly value: number } | null;
  readonly findings: FindingCounts | null;
  readonly trend: readonly number[];
}

/** What the table of projects shows, and what it was asked for. */
export interface PortfolioModel {
  readonly rows: readonly PortfolioLine[];
  readonly total: number;
  readonly asked: {
    readonly text: string;
    readonly band: string;
    readonly sort: PortfolioSort;
    /** From 1. */
    readonly page: number;
  };
  readonly pageSize: number;
}

interface PortfolioProps {
  readonly page: PageContext;
  readonly model: PortfolioModel;
}

/** All projects: how each stands and which way it goes. */
export function PortfolioPage({ page, model }: PortfolioProps) {
  const { words } = page;
  const { text, band } = model.asked;
  const isFiltered = text !== '' || band !== '';
  return (
    <Shell page={page} title={words.portfolio.title}>
      <h1>{words.portfolio.title}</h1>
      {model.total > 0 || isFiltered ? <Filters page={page} model={model} /> : null}
      <section class="card">
        {model.rows.length > 0 ? <Table page={page} model={model} /> : null}
        {model.rows.length === 0 && (isFiltered || model.total > 0) ? (
          <Empty title={words.portfolio.noMatch} />
        ) : null}
        {model.total === 0 && !isFiltered ? (
          <Empty title={words.portfolio.noneTitle}>{words.portfolio.none}</Empty>
        ) : null}
        <Pages page={page} model={model} />
      </section>
    </Shell>
  );
}

function Filters({ page, model: { asked } }: PortfolioProps) {
  const { words, terms, link } = page;
  return (
    <form class="filters" method="get" action={link('/projects')} data-submit-on-change="">
      <label class="field search">
        <span>{words.portfolio.search}</span>
        <input type="search" name="q" value={asked.text} maxLength={200} />
      </label>
      <label class="field">
        <span>{words.portfolio.band}</span>
        <select name="band">
          <option value="">{words.portfolio.all}</option>
          {BANDS.toReversed().map((band) => (
            <option value={band} selected={band === asked.band} key={band}>
              {terms.bands[band]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.portfolio.sort}</span>
        <select name="sort">
          {PORTFOLIO_SORTS.map((sort) => (
            <option value={sort} selected={sort === asked.sort} key={sort}>
              {words.portfolio.sorts[sort]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.portfolio.apply}</button>
      {asked.text !== '' || asked.band !== '' ? (
        <a class="button" href={link('/projects')}>
          {words.portfolio.clear}
        </a>
      ) : null}
    </form>
  );
}

function Table({ page, model }: PortfolioProps) {
  const { words } = page;
  return (
    <div class="scroll">
      <table class="portfolio stacks">
        <caption class="unseen">{words.portfolio.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.portfolio.project}</th>
            <th scope="col">{words.portfolio.index}</th>
            <th scope="col">{words.portfolio.course}</th>
            <th scope="col">{words.portfolio.worst}</th>
            <th scope="col" class="number">
              {words.portfolio.findings}
            </th>
            <th scope="col">{words.portfolio.lastRun}</th>
          </tr>
        </thead>
        <tbody>
          {model.rows.map((line) => (
            <Line line={line} page={page} key={line.id} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line, page }: { readonly line: PortfolioLine; readonly page: PageContext }) {
  const { words, language, link } = page;
  return (
    <tr>
      <th scope="row">
        <a href={link(`/projects/${line.id}`)}>
          <Foreign text={line.name} />
        </a>
        {line.key === line.name ? null : (
          <span class="muted small key">
            <Foreign text={line.key} />
          </span>
        )}
      </th>
      <td class="nowrap">
        {line.index === null ? (
          <span class="muted">{words.portfolio.notMeasured}</span>
        ) : (
          <>
            <b class="number">{score(line.index, language)}</b> <BandMark band={line.band} page={page} />
          </>
        )}
      </td>
      <td>
        <Sparkline values={line.trend} />
      </td>
      <td data-name={words.portfolio.worst}>
        {line.worst === null ? null : (
          <>
            {groupName(line.worst.group, page)} <b class="number">{score(line.worst.value, language)}</b>
          </>
        )}
      </td>
      <td class="number" data-name={words.portfolio.findings}>
        {line.findings === null ? null : count(openFindings(line.findings), language)}
      </td>
      <td class="nowrap">
        {line.lastRun === null ? null : (
          <>
            <a href={link(`/runs/${line.lastRun.id}`)}>
              <Time at={line.lastRun.createdAt} page={page} />
            </a>{' '}
            {line.lastRun.state === 'succeeded' ? null : <StateMark state={line.lastRun.state} page={page} />}
          </>
        )}
      </td>
    </tr>
  );
}

function groupName(id: string, { terms }: PageContext): string {
  const known: GroupId | undefined = GROUP_IDS.find((one) => one === id);
  return known === undefined ? id : terms.groups[known].name;
}

function Pages({ page, model }: PortfolioProps) {
  const { asked, pageSize, total, rows } = model;
  if (rows.length === 0) return null;
  const { words } = page;
  const from = (asked.page - 1) * pageSize + 1;
  const to = from + rows.length - 1;
  const at = (number: number) => {
    const query = new URLSearchParams({
      q: asked.text,
      band: asked.band,
      sort: asked.sort,
      page: String(number),
    });
    return page.link(`/projects?${query}`);
  };
  return (
    <nav class="pages" aria-label={words.portfolio.pages}>
      <span class="muted">{words.portfolio.shown(from, to, total)}</span>
      {asked.page > 1 ? (
        <a class="button" rel="prev" href={at(asked.page - 1)}>
          {words.portfolio.previous}
        </a>
      ) : null}
      {to < total ? (
        <a class="button" rel="next" href={at(asked.page + 1)}>
          {words.portfolio.next}
        </a>
      ) : null}
    </nav>
  );
}
