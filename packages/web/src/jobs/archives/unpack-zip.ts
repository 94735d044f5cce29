import { createReadStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { DAMAGED, unusable } from './archive-limits.ts';
import { type ArchiveWork, placeOf, writeEntry } from './write-entry.ts';

const KIND_OF_FILE = 0o170000;
const REGULAR = 0o100000;
/** Methods of compression: none, and deflate. All others are rare. */
const STORED = 0;
const DEFLATED = 8;

/** Unpacks the files of a zip. */
export async function unpackZip(work: ArchiveWork): Promise<void> {
  const archive = await openPromise(work.file);
  try {
    for await (const entry of archive.eachEntry()) {
      const place = placeOf(entry.fileName, work);
      if (place === undefined || entry.fileName.endsWith('/') || !isRegular(entry)) continue;
      await writeEntry(work, place, await contentOf(archive, entry, work.file));
    }
  } finally {
    archive.close();
  }
}

/** A zip made on Unix says what kind of file an entry is; others know files only. */
function isRegular({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & KIND_OF_FILE;
  return kind === 0 || kind === REGULAR;
}

/**
 * The stages that give the content of an entry. The reader of zips tells where its bytes are; they are read and unpacked
 * with streams of Node, for those of the reader emit errors where nobody listens once they are given up.
 */
async function contentOf(archive: ZipFile, entry: Entry, file: string): Promise<(Readable | Transform)[]> {
  const { compressionMethod, compressedSize } = entry;
  if (entry.isEncrypted()) throw unusable({ en: 'the archive is encrypted', ru: 'Архив зашифрован.' });
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    throw unusable({
      en: 'the archive is packed in a way that is not known here',
      ru: 'Архив сжат неизвестным способом.',
    });
  }
  const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true });
  const range = { start: fileDataStart, end: fileDataStart + compressedSize - 1 };
  const packed = compressedSize === 0 ? Readable.from([]) : createReadStream(file, range);
  const unpacking = compressionMethod === STORED ? [] : [createInflateRaw()];
  return [packed, ...unpacking, checked(entry)];
}

/** Passes on what comes, and breaks where it is not what the archive says that it is. */
function checked(entry: Entry): Transform {
  let sum = 0;
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      bytes += chunk.length;
      done(bytes > entry.uncompressedSize ? unusable(DAMAGED) : null, chunk);
    },
    flush(done) {
      const isWhole = bytes === entry.uncompressedSize && sum === entry.crc32;
      done(isWhole ? null : unusable(DAMAGED));
    },
  });
}
