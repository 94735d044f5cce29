import { createWriteStream } from 'node:fs';
import { posix } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Header, list, Pack, ReadEntry } from 'tar';
import { z } from 'zod';

/** Of an archive with thousands of images it would be more. */
const MOST_BYTES = 1024 * 1024;

const MANIFEST = 'manifest.json';

/** A file of an archive, by a name that leads nowhere else. */
const fileSchema = z.string().refine((name) => name === posix.normalize(name) && !/^(?:\.\.)?\//.test(name));

const manifestSchema = z.array(
  z.object({
    Config: fileSchema,
    Layers: z.array(fileSchema).max(1_000),
    RepoTags: z.array(z.string()).nullable(),
  }),
);

/** An image in an archive: its files, and the names that it would be given. */
export type SavedImage = z.infer<typeof manifestSchema>[number];

/** The images in an archive as `docker save` writes it; null where it is none. Loads nothing. */
export async function imagesIn(file: string): Promise<readonly SavedImage[] | null> {
  let manifest: Promise<Buffer> | null = null;
  const onReadEntry = (entry: ReadEntry): void => {
    if (entry.path === MANIFEST && entry.size <= MOST_BYTES) manifest = buffer(entry);
    else entry.resume();
  };
  try {
    await list({ file, strict: true, onReadEntry });
    if (manifest === null) return null;
    const parsed = manifestSchema.safeParse(JSON.parse(String(await (manifest as Promise<Buffer>))));
    return parsed.success ? parsed.data : null;
  } catch {
    // No archive, one that was cut short, or no JSON in it: all of them are no image.
    return null;
  }
}

/**
 * Writes an archive with exactly the files of one image and a manifest of ours that gives it no name. What else the archive
 * holds, and what an engine would read of it that we do not, reaches none. False where a file of the image is missing, or is a link.
 */
export async function writeAlone(file: string, { Config, Layers }: SavedImage, to: string): Promise<boolean> {
  const missing = new Set([Config, ...Layers]);
  const archive = new Pack({ portable: true });
  const written = pipeline(archive, createWriteStream(to));
  archive.add(entryOf(MANIFEST, JSON.stringify([{ Config, Layers, RepoTags: null }])));
  const onReadEntry = (entry: ReadEntry): void => {
    if (entry.type === 'File' && missing.delete(entry.path)) archive.add(entry);
    else entry.resume();
  };
  await list({ file, strict: true, onReadEntry });
  archive.end();
  await written;
  return missing.size === 0;
}

function entryOf(path: string, text: string): ReadEntry {
  const bytes = Buffer.from(text);
  const header = new Header({ path, type: 'File', size: bytes.length, mode: 0o644 });
  header.encode();
  const entry = new ReadEntry(header);
  entry.end(bytes);
  return entry;
}
