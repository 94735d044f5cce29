import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ArchiveTally, safeName } from './archive-limits.ts';

/** An archive that is being unpacked. */
export interface ArchiveWork {
  readonly file: string;
  readonly directory: string;
  readonly tally: ArchiveTally;
}

/** A source of bytes, or what changes them on their way. */
export type PipelineStage = NodeJS.ReadableStream | NodeJS.ReadWriteStream;

/** Where an entry goes; undefined for what is left out, such as everything of git. */
export function placeOf(name: string, { directory }: ArchiveWork): string | undefined {
  const safe = safeName(name);
  return safe === '' || safe.split('/').includes('.git') ? undefined : join(directory, safe);
}

/** Writes one file. Nothing is there before: a second one of the same name is refused, and there are no links to follow. */
export async function writeEntry(
  work: ArchiveWork,
  place: string,
  content: readonly PipelineStage[],
): Promise<void> {
  work.tally.addFile();
  await mkdir(dirname(place), { recursive: true });
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        work.tally.addBytes(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
  const stages = [...content, counted, createWriteStream(place, { flags: 'wx' })];
  await pipeline(stages as [NodeJS.ReadableStream, ...NodeJS.ReadWriteStream[]]);
}
