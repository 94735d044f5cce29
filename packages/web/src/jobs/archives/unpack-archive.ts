import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WebError } from '../../failures/web-error.ts';
import { type ArchiveLimits, ArchiveTally, DAMAGED, unusable } from './archive-limits.ts';
import { unpackTar } from './unpack-tar.ts';
import { unpackZip } from './unpack-zip.ts';

/** What to unpack, and where. */
export interface Unpacking {
  readonly file: string;
  /** Made here; nothing may be there before. */
  readonly directory: string;
  readonly limits: ArchiveLimits;
}

/** Where a tar says that it is one. */
const TAR_MARK = 257;

/**
 * Unpacks an archive of a stranger and gives the directory of its sources: the one that everything lies in, where there
 * is one. Files only: no links, no devices, and nothing of git, whose settings name programs. Throws UPLOAD_UNUSABLE for
 * what is no archive, would write outside of the directory, or holds too much.
 */
export async function unpackArchive({ file, directory, limits }: Unpacking): Promise<string> {
  await mkdir(directory);
  const kind = await kindOf(file);
  const work = { file, directory, tally: new ArchiveTally(limits) };
  try {
    if (kind === 'zip') await unpackZip(work);
    else await unpackTar({ ...work, isPacked: kind === 'tar.gz', limits });
  } catch (error) {
    throw error instanceof WebError || isOfSystem(error) ? error : unusable(DAMAGED, error);
  }
  const [first, ...rest] = await readdir(directory, { withFileTypes: true });
  if (first === undefined) throw unusable({ en: 'the archive is empty', ru: 'Архив пуст.' });
  return rest.length === 0 && first.isDirectory() ? join(directory, first.name) : directory;
}

/** A disk that is full is no fault of the archive; a name that is there twice is. */
function isOfSystem(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO' || code === 'EACCES';
}

async function kindOf(path: string): Promise<'zip' | 'tar' | 'tar.gz'> {
  const file = await open(path, 'r');
  try {
    const start = Buffer.alloc(TAR_MARK + 5);
    await file.read(start, 0, start.length, 0);
    if (start.subarray(0, 2).toString('latin1') === 'PK') return 'zip';
    if (start[0] === 0x1f && start[1] === 0x8b) return 'tar.gz';
    if (start.subarray(TAR_MARK).toString('latin1') === 'ustar') return 'tar';
  } finally {
    await file.close();
  }
  throw unusable({
    en: 'the file is no archive that is known here',
    ru: 'Этот файл — не архив известного вида.',
  });
}
