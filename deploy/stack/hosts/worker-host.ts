import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, Stack, until } from '../stack.ts';
import { enginePath } from './engine-programs.ts';
import type { Cable } from './network.ts';
import { removeGroup } from './remove-group.ts';

/**
 * What is a host's own, mounted where every host has it: its disk is memory, and goes with its last process. /tmp is empty
 * there, so that nothing of this machine or of another host is in reach but programs.
 */
const BOOT = `set -e
mount --bind "$1/run" /run
mount -t tmpfs -o size=3g tmpfs /srv
mount -t tmpfs tmpfs /tmp
exec dockerd --config-file /run/daemon.json --data-root /srv/docker --exec-root /run/docker \\
  --host unix:///run/docker.sock --pidfile /run/docker.pid --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "$2"
`;

/** A host of its own: network, processes, mounts, container engine. It goes with everything on it. */
export interface WorkerHost extends AsyncDisposable {
  readonly cable: Cable;
  /** The deployment on it. */
  readonly stack: Stack;
  /** Ids of containers of analyses, whatever their state. */
  analyses(): Promise<readonly string[]>;
}

/** What a host is given. */
export interface HostParts {
  readonly cable: Cable;
  /** Archive of the images that it starts. */
  readonly images: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly token: string;
}

/** Starts a host with its engine, loads the images and writes the settings; starts nothing of the app. */
export async function startWorkerHost(parts: HostParts): Promise<WorkerHost> {
  const home = await mkdtemp(join(tmpdir(), 'csqa-host-'));
  const group = home.slice(home.lastIndexOf('/') + 1);
  await using made = new AsyncDisposableStack();
  made.defer(() => rm(home, { recursive: true, force: true }));
  await mkdir(join(home, 'run'));
  await writeFile(join(home, 'run/daemon.json'), '{}');
  made.defer(() => removeGroup(group));
  made.use(startEngine({ home, group, namespace: parts.cable.namespace }));
  const engine = `unix://${home}/run/docker.sock`;
  await engineAt(engine, home);
  const loaded = await run('docker', ['-H', engine, 'load', '--quiet', '--input', parts.images]);
  if (loaded.code !== 0) throw new Error(`the images cannot be loaded: ${loaded.all}`);
  const settings = { CSQA_DATA_DIR: '/srv/csqa', ...parts.settings };
  const stack = made.use(await Stack.create({ engine, settings, token: parts.token }));
  const all = made.move();
  return {
    ...{ cable: parts.cable, stack },
    async analyses() {
      const asked = await run('docker', ['-H', engine, 'ps', '-aq', '--filter', 'label=csqa.instance']);
      return asked.stdout.split('\n').filter((line) => line !== '');
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

/** Waits for an engine; where it does not come, its log says why. */
async function engineAt(address: string, home: string): Promise<void> {
  try {
    await until('engine', 60, async () =>
      (await run('docker', ['-H', address, 'version'])).code === 0 ? 1 : null,
    );
  } catch (error) {
    throw new Error(await readFile(join(home, 'engine.log'), 'utf8'), { cause: error });
  }
}

/**
 * Starts the engine as the first process of a namespace: whatever ends it, or this process, ends all that runs there. Hosts go
 * before what else this machine does, as real ones would not notice it.
 */
function startEngine(where: {
  readonly home: string;
  readonly group: string;
  readonly namespace: string;
}): AsyncDisposable {
  const found = enginePath();
  if ('missing' in found) throw new Error(found.missing);
  const log = openSync(join(where.home, 'engine.log'), 'w');
  const child = spawn(
    'nice',
    [
      ...['-n', '-10', 'setpriv', '--pdeathsig', 'KILL', 'nsenter', `--net=${where.namespace}`],
      ...['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'],
      ...['sh', '-c', BOOT, 'sh', where.home, `/${where.group}`],
    ],
    { stdio: ['ignore', log, log], env: { PATH: found.path } },
  );
  closeSync(log);
  const gone = once(child, 'exit');
  return {
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
