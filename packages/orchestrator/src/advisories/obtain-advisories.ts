import { chmod, realpath, stat } from 'node:fs/promises';
import { CsqaError } from '../errors.ts';
import type { JobDirectory } from '../jobs/job-directory.ts';
import type { ParsedOptions } from '../options.ts';
import type { ResolveHost } from '../ports.ts';

/** Whose advisories to bring here. */
export interface AdvisoryRequest {
  readonly options: ParsedOptions;
  readonly job: JobDirectory;
  readonly resolveHost: ResolveHost;
  readonly signal: AbortSignal;
}

/**
 * The directory of advisories that the options name, fetched where they name a URL; null where they name none. Throws
 * OPTIONS_INVALID or ADVISORIES_UNAVAILABLE.
 */
export async function obtainAdvisories(request: AdvisoryRequest): Promise<string | null> {
  const named = request.options.libraries.advisories;
  if (named === undefined) return null;
  if (!/^[a-z][a-z0-9+.-]*:\/\//iu.test(named)) return findDirectory(named);
  const directory = await request.job.makeDirectory('advisories');
  // The process in a container may be another user than ours.
  await chmod(directory, 0o755);
  const { checkout } = request.options;
  // The clients of HTTP are loaded only for it.
  const { fetchAdvisories } = await import('./fetch-advisories.ts');
  await fetchAdvisories({ ...request, url: named, directory, checkout });
  return directory;
}

async function findDirectory(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return realpath(path);
  throw new CsqaError('OPTIONS_INVALID', `There is no directory of advisories at ${path}.`, {
    hint: 'Check the path after --advisories or in CSQA_ADVISORIES.',
    ru: `Каталога с бюллетенями по пути ${path} нет.`,
  });
}
