import { type MountPlan, planBelow } from './mount-plan.ts';

/** One mount of our own container, as `inspect` tells it. */
export interface OwnMount {
  readonly type: 'bind' | 'volume';
  /** Path on the host of the engine for a bind; name for a volume. */
  readonly source: string;
  /** Path in our container. */
  readonly destination: string;
  /** Directory of the volume that is mounted, without a leading slash; empty for the whole, and for a bind. */
  readonly subpath: string;
}

/**
 * Finds what the host calls a path of our container: the mount with the longest destination that covers it, compared
 * name by name, so that `/data` does not cover `/database`. Null where no mount covers it.
 *
 * @param path absolute, without links, without `.` and `..`
 */
export function translate(path: string, mounts: readonly OwnMount[]): MountPlan | null {
  const covering = mounts
    .flatMap((mount) => {
      const rest = below(mount.destination, path);
      return rest === null ? [] : [{ mount, rest }];
    })
    .toSorted((left, right) => left.rest.length - right.rest.length);
  const nearest = covering[0];
  if (nearest === undefined) return null;
  const { mount, rest } = nearest;
  const root: MountPlan =
    mount.type === 'bind'
      ? { kind: 'bind', hostPath: mount.source, strategy: 'self-inspection' }
      : { kind: 'volume', volume: mount.source, subpath: mount.subpath, strategy: 'self-inspection' };
  return planBelow(root, rest);
}

/** Path relative to a directory that it is in, or empty for that directory itself; null where it is elsewhere. */
export function below(directory: string, path: string): string | null {
  const names = namesOf(path);
  const base = namesOf(directory);
  if (base.some((name, index) => names[index] !== name)) return null;
  return names.slice(base.length).join('/');
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}
