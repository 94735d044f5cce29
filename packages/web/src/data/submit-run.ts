import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { WebError } from '../failures/web-error.ts';
import { inTransaction } from './in-transaction.ts';
import { countRuns, lockCounts } from './run-counts.ts';
import type { Run } from './runs.ts';
import type { RunSource, WebTables } from './schema.ts';

/** What somebody asks for. */
export interface NewRun {
  readonly projectId: string;
  readonly source: RunSource;
  readonly mode: 'fast' | 'full';
  /** Who asked, for the audit and the limits: a name of a token, `schedule`, `webhook`. Never a secret. */
  readonly requestedBy: string;
}

/** How many runs may wait; a limit that is absent is not asked. */
export interface WaitingCaps {
  readonly waiting?: number;
  readonly waitingPerRequester?: number;
}

/**
 * Puts a run in line; where it names no ref and its project has a default one, that is taken. With caps it refuses what
 * would be one too many (QUEUE_FULL, REQUESTER_QUEUE_FULL), however many ask at once.
 */
export function submitRun(
  db: Kysely<WebTables>,
  wanted: NewRun & { readonly caps?: WaitingCaps },
  now: Date,
): Promise<Run> {
  return inTransaction(db, async (transaction) => {
    if (wanted.caps !== undefined) {
      await lockCounts(transaction);
      await refuseTooMany(transaction, wanted.requestedBy, wanted.caps);
    }
    const project = await transaction
      .updateTable('project')
      .set(({ fn, val }) => ({ last_run_at: fn<Date>('greatest', ['last_run_at', val(now)]) }))
      .where('id', '=', wanted.projectId)
      .returning('default_ref')
      .executeTakeFirstOrThrow();
    return transaction
      .insertInto('run')
      .values({
        id: randomUUID(),
        project_id: wanted.projectId,
        source: JSON.stringify(withRef(wanted.source, project.default_ref)),
        mode: wanted.mode,
        state: 'queued',
        requested_by: wanted.requestedBy,
        created_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

function withRef(source: RunSource, defaultRef: string | null): RunSource {
  return source.kind === 'git' && source.ref === null ? { ...source, ref: defaultRef } : source;
}

async function refuseTooMany(
  db: Kysely<WebTables>,
  requestedBy: string,
  { waiting = Number.POSITIVE_INFINITY, waitingPerRequester = Number.POSITIVE_INFINITY }: WaitingCaps,
): Promise<void> {
  const counts = await countRuns(db, ['queued'], requestedBy);
  const hint = 'try again when some of them have ended';
  if (counts.all >= waiting) {
    const ru = `Уже ждут ${waiting} анализов, это предел.`;
    throw new WebError('QUEUE_FULL', `${waiting} analyses wait already, which is the limit`, { hint, ru });
  }
  if (counts.ofRequester >= waitingPerRequester) {
    const message = `${waitingPerRequester} analyses of yours wait already, which is the limit`;
    const ru = `Уже ждут ${waitingPerRequester} ваших анализов, это предел.`;
    throw new WebError('REQUESTER_QUEUE_FULL', message, { hint, ru });
  }
}
