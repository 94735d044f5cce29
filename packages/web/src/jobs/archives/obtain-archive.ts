import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import type { WebTables } from '../../data/schema.ts';
import { uploadContent, uploadOf } from '../../data/uploads.ts';
import { DEFAULT_ARCHIVE_LIMITS, unusable } from './archive-limits.ts';
import { unpackArchive } from './unpack-archive.ts';

/** Takes the archive of a run out of the database and unpacks it below a directory; gives where its sources are. */
export async function obtainArchive(
  db: Kysely<WebTables>,
  run: { readonly runId: string; readonly directory: string },
): Promise<string> {
  const upload = await uploadOf(db, run.runId);
  if (upload === undefined)
    throw unusable({ en: 'the archive is no longer here', ru: 'Архива здесь больше нет.' });
  const file = join(run.directory, 'archive');
  await pipeline(Readable.from(uploadContent(db, upload)), createWriteStream(file));
  const directory = join(run.directory, 'source');
  const sources = await unpackArchive({ file, directory, limits: DEFAULT_ARCHIVE_LIMITS });
  await rm(file);
  return sources;
}
