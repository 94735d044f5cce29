import { GROUP_IDS, METRIC_IDS, MISSING_BASELINE_CHOICES, SEVERITIES } from '@csqa/report';
import type { Kysely, Updateable } from 'kysely';
import { z } from 'zod';
import { WebError } from '../failures/web-error.ts';
import { inTransaction } from './in-transaction.ts';
import { nextTick, type Schedule } from './next-tick.ts';
import { refreshSummaries } from './project-summary.ts';
import type { WebTables } from './schema.ts';

type Db = Kysely<WebTables>;

const share = z.number().min(0).max(1);

/** The gate of a project: `gate` of `.csqa.yml`, and read by the same function. A severity means itself and all that is worse. */
export const gateSettingSchema = z.strictObject({
  failOn: z.enum(SEVERITIES).optional(),
  failOnNew: z.enum(SEVERITIES).optional(),
  maxRisk: share.optional(),
  maxRiskIncrease: share.optional(),
  minCoverage: share.optional(),
  maxMetric: z.partialRecord(z.enum(METRIC_IDS), share).optional(),
  maxMetricIncrease: z.partialRecord(z.enum(METRIC_IDS), share).optional(),
  maxGroup: z.partialRecord(z.enum(GROUP_IDS), share).optional(),
  maxGroupIncrease: z.partialRecord(z.enum(GROUP_IDS), share).optional(),
  requireMeasured: z.array(z.enum(METRIC_IDS)).optional(),
  onMissingBaseline: z.enum(MISSING_BASELINE_CHOICES).optional(),
});

/** Conditions of the gate of a project. */
export type GateSetting = z.infer<typeof gateSettingSchema>;

const secret = z.string().min(16).max(200);

/** A change of settings: what is absent stays, what is null is taken away. Whether a webhook may be called is checked elsewhere. */
export const settingsChangeSchema = z.strictObject({
  defaultRef: z.string().min(1).max(250).nullable().optional(),
  gate: gateSettingSchema.nullable().optional(),
  schedule: z
    .strictObject({ cron: z.string(), timeZone: z.string().max(100).default('UTC') })
    .nullable()
    .optional(),
  webhook: z
    .strictObject({ url: z.string().max(2000), secret: secret.optional() })
    .nullable()
    .optional(),
  pushSecret: secret.nullable().optional(),
});

/** A change of the settings of a project. */
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** The settings of a project as they are shown: secrets are only said to be there. */
export interface ProjectSettings {
  readonly defaultRef: string | null;
  readonly gate: GateSetting | null;
  readonly schedule: Schedule | null;
  /** When the schedule is due next. */
  readonly nextTickAt: Date | null;
  readonly webhook: { readonly url: string; readonly isSigned: boolean } | null;
  readonly hasPushSecret: boolean;
}

/** The settings of a project; undefined where there is no such project. */
export async function loadSettings(db: Db, projectId: string): Promise<ProjectSettings | undefined> {
  const row = await db
    .selectFrom('project')
    .leftJoin('project_setting', 'project_setting.project_id', 'project.id')
    .select(['default_ref', 'gate', 'cron', 'time_zone', 'next_tick_at', 'webhook_url'])
    .select(['webhook_secret', 'push_secret'])
    .where('project.id', '=', projectId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { cron, time_zone, webhook_url } = row;
  return {
    defaultRef: row.default_ref,
    gate: gateFrom(row.gate),
    schedule: cron === null ? null : { cron, timeZone: time_zone ?? 'UTC' },
    nextTickAt: row.next_tick_at,
    webhook: webhook_url === null ? null : { url: webhook_url, isSigned: row.webhook_secret !== null },
    hasPushSecret: row.push_secret !== null,
  };
}

/** What another version wrote and this one cannot read is no gate that could be shown or changed in part. */
function gateFrom(stored: unknown): GateSetting | null {
  const gate = gateSettingSchema.safeParse(stored);
  return gate.success ? gate.data : null;
}

/** Changes settings of a project; a schedule counts from now. Throws SETTING_INVALID; false where there is no such project. */
export function changeSettings(
  db: Db,
  change: SettingsChange & { readonly projectId: string },
  now: Date,
): Promise<boolean> {
  const { projectId, defaultRef } = change;
  if (defaultRef?.startsWith('-') === true) {
    throw new WebError('SETTING_INVALID', 'no branch or tag begins with "-"', {
      ...{ hint: 'give its name', ru: 'Имя ветки или тега не начинается с «-».' },
    });
  }
  const columns = columnsOf(change, now);
  return inTransaction(db, async (transaction) => {
    const project = await transaction
      .selectFrom('project')
      .select('id')
      .where('id', '=', projectId)
      .executeTakeFirst();
    if (project === undefined) return false;
    await transaction
      .insertInto('project_setting')
      .values({ ...columns, project_id: projectId, updated_at: now })
      .onConflict((conflict) => conflict.column('project_id').doUpdateSet({ ...columns, updated_at: now }))
      .execute();
    if (defaultRef === undefined) return true;
    await transaction
      .updateTable('project')
      .set({ default_ref: defaultRef })
      .where('id', '=', projectId)
      .execute();
    await refreshSummaries(transaction, [projectId]);
    return true;
  });
}

type Columns = Updateable<WebTables['project_setting']>;

function columnsOf({ gate, schedule, webhook, pushSecret }: SettingsChange, now: Date): Columns {
  const columns: Columns = {};
  if (gate !== undefined) columns.gate = gate === null ? null : JSON.stringify(gate);
  if (schedule !== undefined) {
    columns.cron = schedule?.cron ?? null;
    columns.time_zone = schedule?.timeZone ?? null;
    columns.next_tick_at = schedule === null ? null : nextTick(schedule, now);
  }
  if (webhook !== undefined) {
    columns.webhook_url = webhook?.url ?? null;
    // A new address with no new secret keeps the old one; no address, no secret.
    if (webhook === null || webhook.secret !== undefined) columns.webhook_secret = webhook?.secret ?? null;
  }
  if (pushSecret !== undefined) columns.push_secret = pushSecret;
  return columns;
}

/** The gate of a project as it is stored, which `gateOfConfig` of the report reads; null where none is set. */
export async function storedGateOf(
  db: Db,
  projectId: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const row = await db
    .selectFrom('project_setting')
    .select('gate')
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  return row?.gate ?? null;
}

/** What the pushes of a project are signed with. To be compared with, never shown. */
export async function pushSecretOf(db: Db, projectId: string): Promise<string | null> {
  const row = await db
    .selectFrom('project_setting')
    .select('push_secret')
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  return row?.push_secret ?? null;
}
