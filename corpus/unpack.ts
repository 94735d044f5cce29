import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { type Entry, openPromise } from 'yauzl';

/** Most that an archive may hold, unpacked. */
const MAX_FILES = 20_000;
const MAX_BYTES = 200 * 1024 * 1024;
/** Type bits of a Unix mode, as zip archives carry it in the upper half of the external attributes. */
const TYPE_BITS = 0o170_000;
const REGULAR_FILE = 0o100_000;

/**
 * Unpacks the regular files of a zip archive below a directory. Throws where a name leads out of it (the reader refuses
 * such names), and where there is more than an archive of sources may hold.
 */
export async function unpackZip(archive: string, into: string): Promise<void> {
  const zip = await openPromise(archive);
  let files = 0;
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (!isRegularFile(entry)) continue;
    files++;
    bytes += entry.uncompressedSize;
    if (files > MAX_FILES || bytes > MAX_BYTES) throw new Error(`${archive}: more than an archive may hold`);
    const target = join(into, entry.fileName);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { flags: 'wx' }));
  }
}

function isRegularFile(entry: Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & TYPE_BITS;
  return !entry.fileName.endsWith('/') && (type === 0 || type === REGULAR_FILE);
}

/** Unpacks the regular files of an npm package below a directory, without its leading folder. */
export async function unpackNpm(archive: string, into: string): Promise<void> {
  let files = 0;
  let bytes = 0;
  await extract({
    file: archive,
    cwd: into,
    strip: 1,
    strict: true,
    filter: (_path, entry) => {
      files++;
      bytes += entry.size ?? 0;
      if (files > MAX_FILES || bytes > MAX_BYTES)
        throw new Error(`${archive}: more than an archive may hold`);
      return !('type' in entry) || entry.type === 'File' || entry.type === 'Directory';
    },
  });
}
