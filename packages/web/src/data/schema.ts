import type { ColumnType, Generated } from 'kysely';

/** JSON is written as text and read as what it says. */
type Json<T> = ColumnType<T, string, string>;
type OptionalJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
type Moment = ColumnType<Date, Date, Date>;
type OptionalMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** States of a run; which follows which is said in run-states.ts. */
export type RunState =
  | 'queued'
  | 'running'
  | 'cancelling'
  | 'succeeded'
  | 'incomplete'
  | 'failed'
  | 'cancelled';

/** What a run analyses. Credentials are never part of it. */
export type RunSource =
  | { readonly kind: 'git'; readonly url: string; readonly ref: string | null }
  | { readonly kind: 'archive'; readonly name: string }
  /** Analysed elsewhere, and handed in finished. */
  | { readonly kind: 'ingested'; readonly revision: string };

/** Why a run did not end well. */
export interface RunFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Values of the groups of metrics, by letter. */
export type GroupValues = Readonly<Record<string, number | null>>;

/** Findings of a run against the one before it, by severity in `open`. */
export interface FindingCounts {
  readonly open: Readonly<Record<string, number>>;
  readonly fresh: number;
  readonly fixed: number;
}

interface ProjectTable {
  id: string;
  /** What the source is known by: its address without credentials, or the name of an upload. Unique. */
  key: string;
  name: string;
  default_ref: string | null;
  created_at: Moment;
}

interface RunTable {
  id: string;
  project_id: string;
  source: Json<RunSource>;
  mode: 'fast' | 'full';
  state: RunState;
  attempt: Generated<number>;
  worker_id: string | null;
  requested_by: string;
  created_at: Moment;
  started_at: OptionalMoment;
  finished_at: OptionalMoment;
  heartbeat_at: OptionalMoment;
  phase: string | null;
  revision: string | null;
  error: OptionalJson<RunFailure>;
  index_value: number | null;
  band: string | null;
  /** Group values by letter; null where nothing of a group could be measured. */
  groups: OptionalJson<GroupValues>;
  findings: OptionalJson<FindingCounts>;
  /** Null where no gate is set. */
  gate: 'passed' | 'failed' | null;
}

interface RunEventTable {
  run_id: string;
  /** 1, 2, 3 … within a run; what a browser sends back as Last-Event-ID. */
  seq: number;
  at: Moment;
  body: Json<Readonly<Record<string, unknown>>>;
}

interface ReportTable {
  run_id: string;
  /** combined.json, gzipped. */
  document: Uint8Array;
  /** Bytes of the document before it was packed. */
  bytes: number;
  sha256: string;
}

interface RunMetricTable {
  run_id: string;
  metric: string;
  value: number | null;
}

interface ApiTokenTable {
  id: string;
  name: string;
  /** SHA-256 of the token, in hexadecimal; the token itself is shown once and kept nowhere. */
  hash: string;
  scope: 'read' | 'submit' | 'admin';
  created_at: Moment;
  last_used_at: OptionalMoment;
  revoked_at: OptionalMoment;
}

interface AuditTable {
  id: string;
  at: Moment;
  actor: string;
  action: string;
  subject: string;
}

/** Tables of the web app. Names are PostgreSQL's own style, for people who look into the database. */
export interface WebTables {
  project: ProjectTable;
  run: RunTable;
  run_event: RunEventTable;
  report: ReportTable;
  run_metric: RunMetricTable;
  api_token: ApiTokenTable;
  audit: AuditTable;
}

/** Tables in an order in which each comes after those that it refers to. */
export const TABLES = [
  'project',
  'run',
  'run_event',
  'report',
  'run_metric',
  'api_token',
  'audit',
] as const satisfies readonly (keyof WebTables)[];
