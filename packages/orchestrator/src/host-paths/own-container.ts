import { readFile, stat } from 'node:fs/promises';

/** Where a container engine keeps the files that it mounts over /etc/hostname and its like, with the container's id. */
const ID_IN_MOUNT = /\/(?:containers|overlay-containers)\/([0-9a-f]{64})\//;

/** Files that engines leave at the root of every container. */
const MARKERS = ['/.dockerenv', '/run/.containerenv'];

/** Where this process runs. */
export type Whereabouts =
  | { readonly kind: 'host' }
  /** In a container; `id` is null where nothing tells which. */
  | { readonly kind: 'container'; readonly id: string | null };

/**
 * Finds out whether this process is in a container, and in which. The id is read from our own mounts: it is there with a
 * host name of one's own, with the host's network and with the host's processes, and on cgroup v2, where
 * /proc/self/cgroup says nothing.
 */
export async function findWhereabouts(): Promise<Whereabouts> {
  if (process.platform !== 'linux') return { kind: 'host' };
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  const id = containerIdIn(mounts);
  if (id !== null) return { kind: 'container', id };
  const marked = await Promise.all(
    MARKERS.map((path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return marked.includes(true) ? { kind: 'container', id: null } : { kind: 'host' };
}

/** Mount points that engines fill for the container itself; others may show the directories of other containers. */
const OWN_FILES = new Set(['/etc/hostname', '/etc/hosts', '/etc/resolv.conf']);

/** The id of the container whose mounts these are (proc_pid_mountinfo(5)), or null. */
export function containerIdIn(mountinfo: string): string | null {
  for (const line of mountinfo.split('\n')) {
    const [, , , root = '', mountPoint = ''] = line.split(' ');
    if (!OWN_FILES.has(mountPoint)) continue;
    const id = ID_IN_MOUNT.exec(root)?.[1];
    if (id !== undefined) return id;
  }
  return null;
}
