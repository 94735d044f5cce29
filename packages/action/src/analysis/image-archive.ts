import { buffer } from 'node:stream/consumers';
import { list, type ReadEntry } from 'tar';
import { z } from 'zod';

/** Of an archive with thousands of images it would be more. */
const MOST_BYTES = 1024 * 1024;

const manifestSchema = z.array(z.object({ RepoTags: z.array(z.string()).nullable() }));

/** The names of each image in an archive as `docker save` writes it; null where it is none. Loads nothing. */
export async function imagesIn(file: string): Promise<readonly (readonly string[])[] | null> {
  let manifest: Promise<Buffer> | null = null;
  const onReadEntry = (entry: ReadEntry): void => {
    if (entry.path === 'manifest.json' && entry.size <= MOST_BYTES) manifest = buffer(entry);
    else entry.resume();
  };
  try {
    await list({ file, strict: true, onReadEntry });
    if (manifest === null) return null;
    const parsed = manifestSchema.safeParse(JSON.parse(String(await (manifest as Promise<Buffer>))));
    return parsed.success ? parsed.data.map(({ RepoTags }) => RepoTags ?? []) : null;
  } catch {
    // No archive, one that was cut short, or no JSON in it: all of them are no image.
    return null;
  }
}
