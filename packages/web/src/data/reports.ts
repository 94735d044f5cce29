import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Report } from '@csqa/report';
import type { Kysely, Transaction } from 'kysely';
import { OF_DEFAULT_REF, refreshSummaries } from './project-summary.ts';
import type { Run } from './runs.ts';
import type { FindingCounts, GroupValues, WebTables } from './schema.ts';

/** A report with what is asked of it often. */
export interface NewReport {
  /** combined.json as it was written. */
  readonly document: string;
  readonly report: Pick<Report, 'aggregate' | 'files' | 'metrics'>;
  readonly findings: FindingCounts;
  readonly gate: 'passed' | 'failed' | null;
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A stored document larger than this is not unpacked, in bytes. */
const MAX_DOCUMENT_BYTES = 512 * 1024 * 1024;

/** A report ready to be stored. */
export interface PackedReport extends Pick<NewReport, 'findings' | 'gate' | 'report'> {
  readonly document: Uint8Array;
  readonly bytes: number;
  readonly sha256: string;
}

/** Packs a document; done before a transaction, which it would hold up. */
export async function packReport(given: NewReport): Promise<PackedReport> {
  const { findings, gate, report } = given;
  const bytes = Buffer.from(given.document);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { findings, gate, report, document: await pack(bytes), bytes: bytes.length, sha256 };
}

/**
 * Keeps the report of a run, whole and in the figures that trends are made of; inside a transaction, so both or neither.
 * Where no source file was analysed nothing was shown to be safe, whatever settings alone come to: such a run has no figures.
 */
export async function storeReport(
  db: Transaction<WebTables>,
  runId: string,
  packed: PackedReport,
): Promise<void> {
  const { aggregate, files, metrics } = packed.report;
  const { document, bytes, sha256 } = packed;
  const isMeasured = files.analysed > 0;
  const groups = Object.fromEntries(aggregate.groups.map(({ id, value }) => [id, isMeasured ? value : null]));
  await db.insertInto('report').values({ run_id: runId, document, bytes, sha256 }).execute();
  await db
    .insertInto('run_metric')
    .values(metrics.map(({ id, value }) => ({ run_id: runId, metric: id, value })))
    .execute();
  const { project_id } = await db
    .updateTable('run')
    .set({
      index_value: isMeasured ? aggregate.index : null,
      band: isMeasured ? aggregate.band : null,
      groups: JSON.stringify(groups),
      findings: JSON.stringify(packed.findings),
      gate: packed.gate,
    })
    .where('id', '=', runId)
    .returning('project_id')
    .executeTakeFirstOrThrow();
  await refreshSummaries(db, [project_id]);
}

/** The stored document, byte for byte; undefined where the run has none. Throws where it is not what was stored. */
export async function loadReport(db: Kysely<WebTables>, runId: string): Promise<string | undefined> {
  const row = await db.selectFrom('report').selectAll().where('run_id', '=', runId).executeTakeFirst();
  if (row === undefined) return undefined;
  const bytes = await unpack(row.document, { maxOutputLength: MAX_DOCUMENT_BYTES });
  if (createHash('sha256').update(bytes).digest('hex') !== row.sha256) {
    throw new Error(`the stored report of run ${runId} is damaged`);
  }
  return bytes.toString('utf8');
}

/** What a run is held against: the newest run of its project before it that succeeded on the default ref. */
export function baselineOf(db: Kysely<WebTables>, run: Run): Promise<Pick<Run, 'id'> | undefined> {
  return db
    .selectFrom('run')
    .innerJoin('project', 'project.id', 'run.project_id')
    .select('run.id')
    .where('run.project_id', '=', run.project_id)
    .where('run.id', '!=', run.id)
    .where('run.created_at', '<=', run.created_at)
    .where('run.index_value', 'is not', null)
    .where('run.state', '=', 'succeeded')
    .where(OF_DEFAULT_REF)
    .orderBy('run.created_at', 'desc')
    .orderBy('run.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One run on the curve of a project. */
export interface TrendPoint {
  readonly runId: string;
  readonly at: Date;
  readonly revision: string | null;
  readonly gate: Run['gate'];
  readonly index: number;
  readonly groups: GroupValues | null;
  readonly findings: FindingCounts | null;
  /** Values by metric id; null where it could not be measured. */
  readonly metrics: Readonly<Record<string, number | null>>;
}

/** The newest runs of the default ref of a project that have a report, oldest first, with all that is drawn over time. */
export async function trendOf(
  db: Kysely<WebTables>,
  projectId: string,
  limit: number,
): Promise<readonly TrendPoint[]> {
  const runs = await db
    .selectFrom('run')
    .innerJoin('project', 'project.id', 'run.project_id')
    .select(['run.id', 'run.created_at', 'run.revision', 'run.gate'])
    .select(['run.index_value', 'run.groups', 'run.findings'])
    .where('run.project_id', '=', projectId)
    .where('run.index_value', 'is not', null)
    .where(OF_DEFAULT_REF)
    .orderBy('run.created_at', 'desc')
    .orderBy('run.id', 'desc')
    .limit(limit)
    .execute();
  if (runs.length === 0) return [];
  const ids = runs.map(({ id }) => id);
  const values = await db.selectFrom('run_metric').selectAll().where('run_id', 'in', ids).execute();
  const byRun = Map.groupBy(values, ({ run_id }) => run_id);
  return runs.toReversed().map((run) => ({
    runId: run.id,
    at: run.created_at,
    revision: run.revision,
    gate: run.gate,
    index: run.index_value ?? 0,
    groups: run.groups,
    findings: run.findings,
    metrics: Object.fromEntries((byRun.get(run.id) ?? []).map(({ metric, value }) => [metric, value])),
  }));
}
