import { describe, expect, it } from 'vitest';
import { type ContainerPlan, createArguments } from './container-flags.ts';

const plan = (changes: Partial<ContainerPlan> = {}): ContainerPlan => ({
  name: 'csqa-a-1',
  image: 'csqa-metrics:fast',
  command: ['analyze'],
  mounts: [],
  labels: {},
  environment: {},
  user: { uid: 1000, gid: 1000 },
  limits: { memoryBytes: 1024, pids: 8, cpus: 4 },
  hostCpus: 2,
  network: false,
  gpus: null,
  isPodman: false,
  ...changes,
});

/** Values of one flag, in the order in which they are given. */
function valuesOf(flag: string, changes: Partial<ContainerPlan> = {}): readonly (string | undefined)[] {
  const args = createArguments(plan(changes));
  return args.flatMap((arg, index) => (arg === flag ? [args[index + 1]] : []));
}

describe('a container', () => {
  it('has a graphics processor only where one is asked for, by the flag that the engine documents', () => {
    expect(valuesOf('--gpus')).toEqual([]);
    expect(valuesOf('--gpus', { gpus: 'all' })).toEqual(['all']);
    expect(valuesOf('--gpus', { gpus: 'device=0,2' })).toEqual(['device=0,2']);
  });

  it.each([
    ['all', ['nvidia.com/gpu=all']],
    ['2', ['nvidia.com/gpu=0', 'nvidia.com/gpu=1']],
    ['device=0,GPU-3a', ['nvidia.com/gpu=0', 'nvidia.com/gpu=GPU-3a']],
  ])('of Podman has %s as devices, because older ones know no other way', (gpus, devices) => {
    expect(valuesOf('--device', { gpus, isPodman: true })).toEqual(devices);
    expect(valuesOf('--gpus', { gpus, isPodman: true })).toEqual([]);
  });

  it('has no network, no capability and no root to write to, whichever engine it is', () => {
    for (const isPodman of [false, true]) {
      const args = createArguments(plan({ isPodman }));
      expect(args).toEqual(expect.arrayContaining(['--read-only', '--init']));
      expect(valuesOf('--network', { isPodman })).toEqual(['none']);
      expect(valuesOf('--cap-drop', { isPodman })).toEqual(['ALL']);
      expect(valuesOf('--security-opt', { isPodman })).toEqual(['no-new-privileges']);
      expect(valuesOf('--user', { isPodman })).toEqual(['1000:1000']);
      expect(args).not.toContain('--privileged');
      expect(args).not.toContain('-v');
    }
  });

  it('leaves the owner of a directory in a volume alone, and takes what is in it rather than what the image has', () => {
    const volume = { kind: 'volume', volume: 'out', subpath: 'a,b', strategy: 'self-inspection' } as const;
    const mounts = [{ target: '/out', readOnly: false, plan: volume }];
    expect(valuesOf('--mount', { mounts })).toEqual([
      'type=volume,source=out,"volume-subpath=a,b",volume-nocopy=true,target=/out',
    ]);
    expect(valuesOf('--mount', { mounts, isPodman: true })).toEqual([
      'type=volume,source=out,"volume-subpath=a,b",target=/out',
    ]);
  });

  it('gets no more processors than the host has', () => {
    expect(valuesOf('--cpus')).toEqual(['2']);
    expect(valuesOf('--cpus', { hostCpus: null })).toEqual(['4']);
  });
});
