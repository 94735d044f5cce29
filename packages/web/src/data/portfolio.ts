import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FindingCounts, GroupValues, RunState, WebTables } from './schema.ts';

/** One line of the table of all projects. */
export interface PortfolioRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** The newest run, whatever became of it. */
  readonly lastRun: { readonly id: string; readonly state: RunState; readonly createdAt: Date } | null;
  /** The newest run with a report, of which the figures are. */
  readonly measuredRunId: string | null;
  readonly index: number | null;
  readonly band: string | null;
  readonly groups: GroupValues | null;
  /** The group with the highest value. */
  readonly worst: { readonly group: string; readonly value: number } | null;
  readonly findings: FindingCounts | null;
  /** Index of the newest runs with a report, oldest first. */
  readonly trend: readonly number[];
}

/** Columns that the table may be ordered by; bands are in the order of the index. */
export const PORTFOLIO_ORDERS = ['name', 'index', 'group', 'lastRun'] as const;
export type PortfolioOrder = (typeof PORTFOLIO_ORDERS)[number];

/** Which projects, and in which order. Every property is free text of a stranger: none becomes SQL. */
export interface PortfolioQuestion {
  readonly order?: PortfolioOrder;
  readonly descending?: boolean;
  /** Part of the name or the address, in any case. */
  readonly text?: string;
  readonly band?: string;
  readonly limit: number;
  readonly offset: number;
}

/** A page of the table of projects, and how many there are on all pages. */
export interface PortfolioPage {
  readonly rows: readonly PortfolioRow[];
  readonly total: number;
}

const COLUMNS: Readonly<Record<PortfolioOrder, RawBuilder<unknown>>> = {
  name: sql`lower(project.name)`,
  index: sql`project.index_value`,
  group: sql`project.worst_value`,
  lastRun: sql`project.last_run_at`,
};

/** A page of all projects. What has no value in the column of the order stands last, whichever way it goes. */
export async function portfolio(db: Kysely<WebTables>, question: PortfolioQuestion): Promise<PortfolioPage> {
  const { order = 'name', descending = false, limit, offset } = question;
  const way = descending ? sql`desc` : sql`asc`;
  const inOrder = sql`order by ${COLUMNS[order]} ${way} nulls last, project.id`;
  const { rows } = await sql<PortfolioRecord>`
    select project.*, newest.id as run_id, newest.state as run_state, newest.created_at as run_created_at
    from (
      select id, key, name, last_run_at, measured_run_id, index_value, band, groups, worst_group, worst_value, findings, trend,
        count(*) over () as total
      from project where ${asked(question)} ${inOrder} limit ${limit} offset ${offset}
    ) project
    left join lateral (
      select id, state, created_at from run where project_id = project.id
      order by created_at desc, id desc limit 1
    ) newest on true
    ${inOrder}`.execute(db);
  const [first] = rows;
  const total = first === undefined ? await count(db, question) : Number(first.total);
  return { rows: rows.map(rowOf), total };
}

/** A page past the end has no row that could say how many there are. */
async function count(db: Kysely<WebTables>, question: PortfolioQuestion): Promise<number> {
  if (question.offset === 0) return 0;
  const { rows } = await sql<{
    total: string;
  }>`select count(*) as total from project where ${asked(question)}`.execute(db);
  return Number(rows[0]?.total ?? 0);
}

function asked({ text, band }: PortfolioQuestion): RawBuilder<unknown> {
  const pattern = text === undefined || text === '' ? null : `%${text.replace(/[\\%_]/gu, '\\$&')}%`;
  const byText = pattern === null ? sql`true` : sql`(name ilike ${pattern} or key ilike ${pattern})`;
  return band === undefined ? byText : sql`${byText} and band = ${band}`;
}

interface PortfolioRecord {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly run_id: string | null;
  readonly run_state: RunState | null;
  readonly run_created_at: Date | null;
  readonly measured_run_id: string | null;
  readonly index_value: number | null;
  readonly band: string | null;
  readonly groups: GroupValues | null;
  readonly worst_group: string | null;
  readonly worst_value: number | null;
  readonly findings: FindingCounts | null;
  readonly trend: readonly number[];
  readonly total: number | string;
}

function rowOf(record: PortfolioRecord): PortfolioRow {
  const { id, key, name, index_value, band, groups, findings, trend, worst_group, worst_value } = record;
  const { run_id, run_state, run_created_at } = record;
  const hasRun = run_id !== null && run_state !== null && run_created_at !== null;
  return {
    ...{ id, key, name, index: index_value, band, groups, findings, trend },
    lastRun: hasRun ? { id: run_id, state: run_state, createdAt: run_created_at } : null,
    measuredRunId: record.measured_run_id,
    worst: worst_group === null || worst_value === null ? null : { group: worst_group, value: worst_value },
  };
}
