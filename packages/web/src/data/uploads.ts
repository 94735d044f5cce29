import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import { WebError } from '../failures/web-error.ts';
import { ENDED } from './run-states.ts';
import type { WebTables } from './schema.ts';

type Db = Kysely<WebTables>;

/** An uploaded archive; its bytes are in rows of their own. */
export type Upload = Selectable<WebTables['upload']>;

/** What may be uploaded, in bytes: one archive, and all that wait for their run together. */
export interface UploadLimits {
  readonly bytes: number;
  readonly allBytes: number;
}

/** Bytes of one row. A row is held in memory several times over on its way. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * Keeps an archive in the database, which is the one place that workers of all hosts can take it from. Nothing of it
 * stays where it is too large (UPLOAD_TOO_LARGE), where there is no room (UPLOADS_FULL) or where the sender fails.
 */
export async function storeUpload(
  db: Db,
  given: {
    readonly name: string;
    readonly content: AsyncIterable<Uint8Array>;
    readonly limits: UploadLimits;
  },
  now: Date,
): Promise<Upload> {
  const { id } = await db
    .insertInto('upload')
    .values({ id: randomUUID(), name: given.name, bytes: 0, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const hash = createHash('sha256');
  try {
    let seq = 0;
    let bytes = 0;
    for await (const data of chunksOf(given.content)) {
      bytes += data.length;
      if (bytes > given.limits.bytes) throw tooLarge(given.limits.bytes);
      await refuseFull(db, given.limits.allBytes - data.length);
      hash.update(data);
      await db.insertInto('upload_chunk').values({ upload_id: id, seq: ++seq, data }).execute();
      await db.updateTable('upload').set({ bytes }).where('id', '=', id).execute();
    }
    return await db
      .updateTable('upload')
      .set({ sha256: hash.digest('hex') })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  } catch (error) {
    await db.deleteFrom('upload').where('id', '=', id).execute();
    throw error;
  }
}

function tooLarge(limit: number): WebError {
  return new WebError('UPLOAD_TOO_LARGE', `the archive is larger than ${limit} bytes`, {
    hint: 'leave out what is no source: builds, dependencies, the history of git',
  });
}

async function refuseFull(db: Db, room: number): Promise<void> {
  const { bytes } = await db
    .selectFrom('upload')
    .select(sql<number | string>`coalesce(sum(bytes), 0)`.as('bytes'))
    .executeTakeFirstOrThrow();
  if (Number(bytes) <= room) return;
  throw new WebError('UPLOADS_FULL', 'too many archives wait for their analysis', {
    hint: 'try again when some of them have ended',
  });
}

/** The same bytes in pieces of one size, the last one apart. */
async function* chunksOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + CHUNK_BYTES - bytes);
      held.push(part);
      bytes += part.length;
      from += part.length;
      if (bytes < CHUNK_BYTES) continue;
      yield Buffer.concat(held);
      held = [];
      bytes = 0;
    }
  }
  if (bytes > 0) yield Buffer.concat(held);
}

/** Gives an archive to the run that is to analyse it; false where it is not whole, or is another run's. */
export async function attachUpload(db: Db, id: string, runId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('upload')
    .set({ run_id: runId })
    .where('id', '=', id)
    .where('run_id', 'is', null)
    .where('sha256', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function uploadOf(db: Db, runId: string): Promise<Upload | undefined> {
  return db.selectFrom('upload').selectAll().where('run_id', '=', runId).executeTakeFirst();
}

/** The bytes of an archive in their order. Throws UPLOAD_UNUSABLE where they are not what was uploaded. */
export async function* uploadContent(db: Db, upload: Upload): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for (let seq = 1; ; seq++) {
    const chunk = await db
      .selectFrom('upload_chunk')
      .select('data')
      .where('upload_id', '=', upload.id)
      .where('seq', '=', seq)
      .executeTakeFirst();
    if (chunk === undefined) break;
    hash.update(chunk.data);
    yield chunk.data;
  }
  if (hash.digest('hex') === upload.sha256) return;
  throw new WebError('UPLOAD_UNUSABLE', 'the archive is not what was uploaded', {
    ...{ hint: 'upload it again', ru: 'Архив не тот, что был загружен.' },
  });
}

/** Removes archives whose run has ended, and those that nobody asked to analyse since a moment. Gives how many. */
export async function removeUploads(db: Db, unusedSince: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('upload')
    .where(({ eb, or, and, selectFrom }) =>
      or([
        and([eb('run_id', 'is', null), eb('created_at', '<', unusedSince)]),
        eb('run_id', 'in', selectFrom('run').select('id').where('state', 'in', ENDED)),
      ]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
