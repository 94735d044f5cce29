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
  /** What was uploaded is in the table `upload` until the run has ended. */
  | { readonly kind: 'archive'; readonly name: string }
  /** Analysed elsewhere, and handed in finished. */
  | { readonly kind: 'ingested'; readonly revision: string };

/** Why a run did not end well. */
export interface RunFailure {
  readonly code: string;
  readonly message: string;
  /** The message in Russian; absent where the words are those of a program that speaks English only. */
  readonly ru?: string;
  readonly hint: string;
  /** The hint in Russian; absent where it is a command to copy. */
  readonly ruHint?: string;
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
  /** Branch or tag that the project is judged by; null where none was set. */
  default_ref: string | null;
  created_at: Moment;
  /** Of the newest run, whatever became of it. From here on a summary of the runs, kept by project-summary.ts. */
  last_run_at: OptionalMoment;
  /** The newest run with a report, of which the columns that follow are. */
  measured_run_id: string | null;
  index_value: number | null;
  band: string | null;
  groups: OptionalJson<GroupValues>;
  /** The group with the highest value. */
  worst_group: string | null;
  worst_value: number | null;
  findings: OptionalJson<FindingCounts>;
  /** Index of the newest runs with a report, oldest first. */
  trend: ColumnType<readonly number[], string | undefined, string>;
}

/** What somebody set for a project. Secrets are kept as they are, for they sign and check messages. */
interface ProjectSettingTable {
  project_id: string;
  /** `gate` as a configuration has it. */
  gate: OptionalJson<Readonly<Record<string, unknown>>>;
  cron: string | null;
  /** IANA name. */
  time_zone: string | null;
  next_tick_at: OptionalMoment;
  webhook_url: string | null;
  webhook_secret: string | null;
  /** What GitHub signs its pushes with. */
  push_secret: string | null;
  updated_at: Moment;
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
  /** Whether the end of the run was noted for webhooks. */
  announced: Generated<boolean>;
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

interface WorkerTable {
  /** Name of one process of workers, also in `run.worker_id`. */
  id: string;
  host: string;
  version: string;
  engine: string;
  /** Analyses at a time. */
  concurrency: number;
  started_at: Moment;
  /** Last sign of life. */
  seen_at: Moment;
}

interface UploadTable {
  id: string;
  /** The run that analyses it; null until one is asked for. */
  run_id: string | null;
  name: string;
  /** Bytes that are here so far. */
  bytes: number;
  /** Null until the last byte is here. */
  sha256: string | null;
  created_at: Moment;
}

interface UploadChunkTable {
  upload_id: string;
  /** 1, 2, 3 … */
  seq: number;
  data: Uint8Array;
}

/** States of a message to a webhook. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed';

interface WebhookDeliveryTable {
  id: string;
  run_id: string;
  url: string;
  state: DeliveryState;
  /** Attempts so far. */
  attempt: number;
  /** When it is tried next, or when an attempt that nobody finished counts as lost. */
  next_at: OptionalMoment;
  /** HTTP status of the last answer; null where there was none. */
  status: number | null;
  /** Why the last attempt was no success. */
  error: string | null;
  created_at: Moment;
  finished_at: OptionalMoment;
}

/** A link to one report; what signs it is no part of the database. */
interface ShareLinkTable {
  id: string;
  run_id: string;
  created_by: string;
  created_at: Moment;
  expires_at: Moment;
  revoked_at: OptionalMoment;
}

interface AppSecretTable {
  id: number;
  secret: string;
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
  project_setting: ProjectSettingTable;
  worker: WorkerTable;
  upload: UploadTable;
  upload_chunk: UploadChunkTable;
  webhook_delivery: WebhookDeliveryTable;
  share_link: ShareLinkTable;
  app_secret: AppSecretTable;
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
  'project_setting',
  'worker',
  'upload',
  'upload_chunk',
  'webhook_delivery',
  'share_link',
  'app_secret',
] as const satisfies readonly (keyof WebTables)[];
