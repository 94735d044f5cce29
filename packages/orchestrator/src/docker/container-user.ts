import { stat } from 'node:fs/promises';
import type { ContainerUser } from './container-flags.ts';
import type { EngineHost } from './docker-facts.ts';

/** The user of the analyzer images, for when nobody else fits. */
const IMAGE_USER: ContainerUser = { uid: 10_001, gid: 10_001 };

/**
 * Who the process in the container should be, so that it can read the source and what it writes is not root's: ourselves;
 * or, where we are root, the owner of the source, and the image's own user where that is root too. In a rootless engine
 * root of a container is ourselves. Off Linux the engine maps owners by itself.
 */
export async function containerUser(sourceDir: string, host: EngineHost): Promise<ContainerUser> {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) return IMAGE_USER;
  if (host.isRootless) return { uid: 0, gid: 0 };
  if (uid !== 0) return { uid, gid };
  const owner = await stat(sourceDir);
  return owner.uid === 0 ? IMAGE_USER : { uid: owner.uid, gid: owner.gid };
}
