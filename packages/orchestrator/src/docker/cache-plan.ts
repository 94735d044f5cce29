import { basename, dirname } from 'node:path';
import { type MountPlan, planBelow } from '../host-paths/mount-plan.ts';
import { handOver } from '../host-paths/path-probe.ts';
import type { HostPathResolver } from '../host-paths/resolver.ts';
import type { ContainerUser } from './container-flags.ts';

/** Who asks, and who is told where there is no way. */
export interface CacheRequest {
  readonly paths: HostPathResolver;
  /** Who writes to it in the container. */
  readonly user: ContainerUser;
  readonly onRefusal: (reason: string) => void;
}

/**
 * How the directory that is kept for a project reaches a container. Its parent is what is proved: once, for all projects that have
 * theirs in it. It is never copied, for that would take longer than to do without. Null where no directory is wanted, and where there
 * is no way: that is told, and fails no run.
 */
export async function cachePlan(
  directory: string | null,
  { paths, user, onRefusal }: CacheRequest,
): Promise<MountPlan | null> {
  if (directory === null) return null;
  try {
    const { plan } = await paths.resolve(dirname(directory), 'write');
    if (plan.kind === 'copy') {
      onRefusal('files are copied to the container, and what is kept would have to be');
      return null;
    }
    await handOver(directory, user);
    return planBelow(plan, basename(directory));
  } catch (error) {
    onRefusal(error instanceof Error ? error.message : String(error));
    return null;
  }
}
