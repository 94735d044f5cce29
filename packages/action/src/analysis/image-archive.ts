import { createWriteStream } from 'node:fs';
import { posix } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { Header, list, type ReadEntry } from 'tar';
import { z } from 'zod';

/** Of an archive with thousands of images it would be more. */
const MOST_BYTES = 1024 * 1024;

const MANIFEST = 'manifest.json';

/** A file of an archive, by a name that leads nowhere else. */
const fileSchema = z
  .string()
  .max(100)
  .refine((name) => name === posix.normalize(name) && !/^(?:\.\.)?\//.test(name));

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
  const wanted = new Set([Config, ...Layers]);
  const out = createWriteStream(to);
  // Named, because a second one of that name is another file; whole, because only then it counts.
  const [named, whole] = [new Set<string>(), new Set<string>()];
  const manifest = Buffer.from(JSON.stringify([{ Config, Layers, RepoTags: null }]));
  const onReadEntry = (entry: ReadEntry): void => {
    const { path, size } = entry;
    if (entry.type !== 'File' || !wanted.has(path) || named.has(path)) {
      entry.resume();
      return;
    }
    named.add(path);
    out.write(headerOf(path, size));
    let read = 0;
    entry.on('data', (chunk: Buffer) => {
      read += chunk.length;
      const isFull = !out.write(chunk);
      if (read === size) {
        out.write(paddingOf(size));
        whole.add(path);
      }
      if (!isFull) return;
      entry.pause();
      out.once('drain', () => entry.resume());
    });
    if (size === 0) whole.add(path);
  };
  const written = finished(out);
  out.write(Buffer.concat([headerOf(MANIFEST, manifest.length), manifest, paddingOf(manifest.length)]));
  await Promise.race([written, list({ file, strict: true, onReadEntry })]);
  out.end(Buffer.alloc(2 * BLOCK));
  await written;
  return whole.size === wanted.size;
}

/** Bytes of a block of an archive. */
const BLOCK = 512;

function headerOf(path: string, size: number): Buffer {
  const header = new Header({ path, type: 'File', size, mode: 0o644 });
  header.encode();
  return header.block ?? Buffer.alloc(0);
}

function paddingOf(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}
