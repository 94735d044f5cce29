import { readFile } from 'node:fs/promises';

/** The file that the build of the bundle leaves: a hash of every file of the analyzer. */
const BUILD_FILE = new URL('./analyzer/build-id', import.meta.url);

/**
 * What tells one analyzer from another, for reports that are kept: a hash of the bundled one, or an image by digest or
 * id. Null where nothing does.
 */
export function analyzerBuild(
  engine: 'local' | 'docker' | 'server',
  image: string | undefined,
): Promise<string | null> {
  if (engine === 'local') return readFile(BUILD_FILE, 'utf8').catch(() => null);
  const isExact = engine === 'docker' && /(?:^|@)sha256:/.test(image ?? '');
  return Promise.resolve(isExact ? (image ?? null) : null);
}
