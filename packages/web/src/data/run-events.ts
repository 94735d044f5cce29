import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { WebTables } from './schema.ts';

/** What happened in a run, as it is sent to browsers. */
export interface StoredEvent {
  readonly seq: number;
  readonly at: Date;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Appends events to a run and numbers them on; one writer at a time, which the row of the run sees to. */
export function appendEvents(
  db: Kysely<WebTables>,
  runId: string,
  events: readonly Omit<StoredEvent, 'seq'>[],
): Promise<readonly StoredEvent[]> {
  if (events.length === 0) return Promise.resolve([]);
  return db.transaction().execute(async (transaction) => {
    await transaction
      .selectFrom('run')
      .select('id')
      .where('id', '=', runId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const last = await transaction
      .selectFrom('run_event')
      .select(sql<number>`coalesce(max(seq), 0)`.as('seq'))
      .where('run_id', '=', runId)
      .executeTakeFirstOrThrow();
    const numbered = events.map((event, index) => ({ ...event, seq: last.seq + index + 1 }));
    await transaction
      .insertInto('run_event')
      .values(numbered.map(({ seq, at, body }) => ({ run_id: runId, seq, at, body: JSON.stringify(body) })))
      .execute();
    return numbered;
  });
}

/** The events of a run after a number, in order: what a browser that comes back has missed. */
export function eventsAfter(
  db: Kysely<WebTables>,
  place: { readonly runId: string; readonly seq: number; readonly limit: number },
): Promise<readonly StoredEvent[]> {
  return db
    .selectFrom('run_event')
    .select(['seq', 'at', 'body'])
    .where('run_id', '=', place.runId)
    .where('seq', '>', place.seq)
    .orderBy('seq')
    .limit(place.limit)
    .execute();
}
