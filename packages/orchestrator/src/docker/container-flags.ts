import type { Limits } from '../limits.ts';
import type { ContainerMount } from './mount-flags.ts';
import { mountFlags } from './mount-flags.ts';

/** Who the process in a container is. */
export interface ContainerUser {
  readonly uid: number;
  readonly gid: number;
}

/** A container to create. */
export interface ContainerPlan {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly mounts: readonly ContainerMount[];
  readonly labels: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: ContainerUser | null;
  readonly limits: Pick<Limits, 'memoryBytes' | 'pids' | 'cpus'>;
  /** Processors that the host of the engine has: more than those is refused. */
  readonly hostCpus: number | null;
  readonly network: boolean;
  readonly gpus: string | null;
  readonly isPodman: boolean;
}

/** Bytes of memory that /tmp of a container may take. They count as memory of the container. */
const TMP_BYTES = 512 * 1024 * 1024;

/**
 * The arguments of `create`. Nothing but the program and its two directories: no network, no capability, no privilege to
 * gain, a root that cannot be written to, limits on memory, processors and processes. Seccomp and AppArmor stay as the
 * engine has them. A mount is never written as `-v`, which makes an empty directory out of a mistake.
 */
export function createArguments(plan: ContainerPlan): readonly string[] {
  const { limits } = plan;
  return [
    'create',
    '--name',
    plan.name,
    ...Object.entries(plan.labels).flatMap(([name, value]) => ['--label', `${name}=${value}`]),
    '--init',
    ...(plan.isPodman ? [] : ['--pull', 'never']),
    '--network',
    plan.network ? 'bridge' : 'none',
    '--read-only',
    '--cap-drop',
    'ALL',
    '--security-opt',
    'no-new-privileges',
    '--ipc',
    plan.isPodman ? 'private' : 'none',
    '--pids-limit',
    String(limits.pids),
    '--memory',
    String(limits.memoryBytes),
    '--memory-swap',
    String(limits.memoryBytes),
    '--cpus',
    String(plan.hostCpus === null ? limits.cpus : Math.min(limits.cpus, plan.hostCpus)),
    '--ulimit',
    'nofile=4096:4096',
    '--ulimit',
    'core=0:0',
    '--tmpfs',
    `/tmp:rw,noexec,nosuid,nodev,size=${TMP_BYTES},mode=1777`,
    ...logFlags(plan.isPodman),
    '--stop-timeout',
    '10',
    ...(plan.user === null ? [] : ['--user', `${plan.user.uid}:${plan.user.gid}`]),
    ...(plan.gpus === null ? [] : gpuFlags(plan.gpus, plan.isPodman)),
    ...Object.entries(plan.environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...plan.mounts.flatMap((mount) => mountFlags(mount, plan.isPodman)),
    plan.image,
    ...plan.command,
  ];
}

/**
 * Bounded, because a flood must not fill the host's disk, and readable, whatever the engine's own default is. A follower
 * that the engine turns to the next file may miss the end of the one before, so the first file holds all that standard
 * output may have, and the run ends by that limit before anything can be missed.
 */
function logFlags(isPodman: boolean): readonly string[] {
  if (isPodman) return ['--log-driver', 'k8s-file'];
  return ['--log-driver', 'json-file', '--log-opt', 'max-size=96m', '--log-opt', 'max-file=2'];
}

/**
 * Docker has a flag for graphics processors; Podman names them as devices of the Container Device Interface. Both take `all`,
 * a number of them, or `device=` and ids by commas.
 */
function gpuFlags(gpus: string, isPodman: boolean): readonly string[] {
  if (!isPodman) return ['--gpus', gpus];
  const ids = /^device=/u.test(gpus) ? gpus.slice('device='.length).split(',') : countedGpus(gpus);
  return ids.flatMap((id) => ['--device', `nvidia.com/gpu=${id}`]);
}

function countedGpus(gpus: string): readonly string[] {
  const count = /^\d{1,2}$/u.test(gpus) ? Number(gpus) : 0;
  return count === 0 ? ['all'] : Array.from({ length: count }, (_, index) => String(index));
}
