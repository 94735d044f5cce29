import { stat } from 'node:fs/promises';
import { CsqaError } from '../errors.ts';
import type { MountPlan } from '../host-paths/mount-plan.ts';
import type { DockerOptions } from './docker-options.ts';
import type { DockerSession } from './docker-session.ts';

/**
 * How the repository directory of Maven reaches a container. A directory that is there for this process is meant: what the engine
 * calls it is found out and proved, and it is never copied, for it may have gigabytes. One that is not there is the host's own.
 * Throws PATH_NOT_SHARED where the engine does not see that very directory.
 */
export async function repositoryPlan(
  session: Pick<DockerSession, 'paths'>,
  { m2CacheDir = '', images }: Pick<DockerOptions, 'm2CacheDir' | 'images'>,
): Promise<MountPlan> {
  const isHere = await stat(m2CacheDir).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isHere) return { kind: 'bind', hostPath: m2CacheDir, strategy: 'explicit' };
  const { plan, discarded } = await session.paths(images.full, 'auto').resolve(m2CacheDir, 'read');
  if (plan.kind !== 'copy') return plan;
  const tried = discarded.map(({ strategy, reason }) => `${strategy}: ${reason}`).join('; ');
  throw new CsqaError(
    'PATH_NOT_SHARED',
    `The engine does not see the directory ${m2CacheDir} that CSQA_M2_CACHE_DIR names. Tried: ${tried}.`,
    {
      hint: 'Name a directory that is mounted from the host of the engine, say what it is called there in CSQA_PATH_MAP, or use CSQA_MAVEN_MIRROR.',
      ru: `Движок не видит каталог ${m2CacheDir} из CSQA_M2_CACHE_DIR.`,
    },
  );
}
