import { type Kysely, sql } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { nextTick } from './next-tick.ts';
import { gitAddressOf } from './projects.ts';
import type { Run } from './runs.ts';
import type { WebTables } from './schema.ts';
import { submitRun } from './submit-run.ts';

/** Milliseconds that a tick may be late. One that is later was slept through, and is not made up for. */
const LATE_MS = 60_000;
/** Schedules that are taken in one go. */
const TAKEN = 50;

interface DueRow {
  readonly id: string;
  readonly key: string;
  readonly cron: string;
  readonly time_zone: string | null;
  readonly next_tick_at: Date;
  readonly waits: boolean;
}

/**
 * Puts a run in line for every project whose schedule is due, and notes when it is due again, both or neither: of any
 * number of processes that look at once, one finds a tick. A project of which a run still waits gets no second one.
 */
export function submitDueRuns(db: Kysely<WebTables>, now: Date): Promise<readonly Run[]> {
  return inTransaction(db, async (transaction) => {
    const { rows } = await sql<DueRow>`
      select project.id, project.key, setting.cron, setting.time_zone, setting.next_tick_at,
        exists (select from run where run.project_id = project.id and run.state = 'queued') as waits
      from project_setting setting join project on project.id = setting.project_id
      where setting.next_tick_at <= ${now} and setting.cron is not null
      order by setting.next_tick_at limit ${TAKEN} for update of setting skip locked`.execute(transaction);
    const submitted: Run[] = [];
    for (const row of rows) {
      await transaction
        .updateTable('project_setting')
        .set({ next_tick_at: tickAfter(row, now) })
        .where('project_id', '=', row.id)
        .execute();
      const url = gitAddressOf(row);
      const isLate = now.getTime() - row.next_tick_at.getTime() > LATE_MS;
      if (row.waits || isLate || url === undefined) continue;
      const source = { kind: 'git', url, ref: null } as const;
      const wanted = { projectId: row.id, source, mode: 'fast', requestedBy: 'schedule' } as const;
      submitted.push(await submitRun(transaction, wanted, now));
    }
    return submitted;
  });
}

/** Null for a schedule that this version cannot read: it is left alone, and does not hold up the others. */
function tickAfter(row: DueRow, now: Date): Date | null {
  try {
    return nextTick({ cron: row.cron, timeZone: row.time_zone ?? 'UTC' }, now);
  } catch {
    return null;
  }
}
