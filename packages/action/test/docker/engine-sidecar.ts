import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { BASE_IMAGE, docker, untilTrue } from '../../../orchestrator/test/docker/real-engine.ts';
import { bind } from './job-container.ts';

/** A second engine in a container of its own, as `services: docker:` gives a job: another disk, reached over TCP. */
export interface EngineSidecar extends Disposable {
  /** Id of its container. */
  readonly id: string;
  /** DOCKER_HOST of this machine. */
  readonly address: string;
  /** Its command line. */
  readonly docker: typeof docker;
  /** Gives it images that the engine of this machine has. */
  readonly load: (...images: readonly string[]) => Promise<void>;
}

/** What an engine is told, and what it shares with this machine. */
export interface SidecarParts {
  /** Root in its containers is an ordinary user on its host. */
  readonly remapsUsers?: boolean;
  /** A directory that it sees under the same name. */
  readonly shared?: string;
}

const REMAPPED = [
  'echo dockremap:x:990:990::/:/bin/false >>/etc/passwd',
  'echo dockremap:x:990: >>/etc/group',
  'echo dockremap:100000:65536 | tee /etc/subuid >/etc/subgid',
];

/**
 * Starts it, and waits until it answers. There is no image with an engine where no registry is reached: the programs are those of
 * this machine.
 */
export async function startSidecar({
  remapsUsers = false,
  shared,
}: SidecarParts = {}): Promise<EngineSidecar> {
  const engine = [
    ...['exec', 'dockerd', '--bridge=none', '--iptables=false', '--host=tcp://0.0.0.0:2375', '--tls=false'],
    ...(remapsUsers ? ['--userns-remap=default'] : []),
  ].join(' ');
  const started = docker([
    ...['run', '--detach', '--privileged', '--publish', '127.0.0.1::2375'],
    // Its disk is memory: a volume takes an image three times as long.
    ...['--tmpfs', '/var/lib/docker:size=3g', '--env', `PATH=/engine:${process.env.PATH ?? ''}`],
    ...bind('/usr', '/usr', 'readonly'),
    ...bind('/etc/alternatives', '/etc/alternatives', 'readonly'),
    ...bind(engineDirectory() ?? '', '/engine', 'readonly'),
    ...(shared === undefined ? [] : bind(shared, shared)),
    ...[BASE_IMAGE, 'sh', '-ec', [...(remapsUsers ? REMAPPED : []), engine].join('\n')],
  ]);
  if (started.exitCode !== 0) throw new Error(`the second engine cannot be started: ${started.stderr}`);
  const id = started.stdout.trim();
  const remove = (): void => void docker(['rm', '--force', '--volumes', id]);
  try {
    const address = `tcp://${docker(['port', id, '2375/tcp']).stdout.split('\n')[0]}`;
    const ask: typeof docker = (args, input) => docker(['--host', address, ...args], input);
    await untilTrue('the second engine answers', () => ask(['info']).exitCode === 0);
    return {
      ...{ id, address, docker: ask },
      load: (...images) => load(images, address),
      [Symbol.dispose]: remove,
    };
  } catch (error) {
    const { stdout, stderr } = docker(['logs', id]);
    remove();
    throw new Error(`${stdout}\n${stderr}`, { cause: error });
  }
}

async function load(images: readonly string[], address: string): Promise<void> {
  const save = spawn('docker', ['save', ...images], { stdio: ['ignore', 'pipe', 'inherit'] });
  const taking = spawn('docker', ['--host', address, 'load', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  save.stdout.pipe(taking.stdin);
  const codes = await Promise.all([save, taking].map((child) => once(child, 'close')));
  if (codes.some(([code]) => code !== 0))
    throw new Error(`the second engine did not get ${images.join(', ')}`);
}

/** Why no second engine can be started here; null where it can. */
export function whyNoSidecar(): string | null {
  return engineDirectory() === null ? 'no dockerd of this machine runs whose programs can be borrowed' : null;
}

/** Where the engine of this machine has its programs. */
function engineDirectory(): string | null {
  for (const process of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      const program = readlinkSync(`/proc/${process}/exe`);
      // One that runs in a container names a file of that container.
      if (basename(program) === 'dockerd' && existsSync(program)) return dirname(program);
    } catch {
      // It has ended, or belongs to the kernel or to somebody else.
    }
  }
  return null;
}
