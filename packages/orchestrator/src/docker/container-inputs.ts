import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineJob } from '../engines/engine.ts';
import { CsqaError } from '../errors.ts';
import type { ParsedOptions } from '../options.ts';

const CONFIG_FILE = 'csqa.yml';
const MIRROR_FILE = 'maven-mirror';

/** Files that a job brings to its container beside the tree, in one directory. */
export interface ContainerInputs {
  /** The directory on our side, in that of the job; null where there is nothing to bring. */
  readonly directory: string | null;
  /** Names in it; null for what there is not. */
  readonly config: string | null;
  readonly mavenMirror: string | null;
}

/**
 * Puts the files of a job into its directory, so that one proved root is enough. The process in the container may be
 * another user than ours, to whom the mode of an original would shut it; the directory above lets nobody else in here.
 */
export async function prepareInputs(
  job: EngineJob,
  { mavenMirror }: ParsedOptions['libraries'],
): Promise<ContainerInputs> {
  const mirror = job.mode === 'full' ? mavenMirror : undefined;
  if (job.configPath === null && mirror === undefined) {
    return { directory: null, config: null, mavenMirror: null };
  }
  const directory = join(job.directory.path, 'config');
  await mkdir(directory, { mode: 0o755 });
  if (job.configPath !== null) await copyConfig(job.configPath, join(directory, CONFIG_FILE));
  if (mirror !== undefined) await writeFile(join(directory, MIRROR_FILE), `${mirror}\n`, { mode: 0o644 });
  return {
    directory,
    config: job.configPath === null ? null : CONFIG_FILE,
    mavenMirror: mirror === undefined ? null : MIRROR_FILE,
  };
}

async function copyConfig(configPath: string, copy: string): Promise<void> {
  await copyFile(configPath, copy).catch((error: unknown) => {
    throw new CsqaError('INPUT_REJECTED', `The configuration ${configPath} cannot be read.`, {
      hint: 'Check the path after --config.',
      ru: `Настройки ${configPath} прочитать нельзя.`,
      cause: error,
    });
  });
  await chmod(copy, 0o644);
}
