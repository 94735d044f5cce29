import { execFileSync } from 'node:child_process';
import { readdirSync, readlinkSync } from 'node:fs';
import { basename, delimiter, dirname } from 'node:path';

/** What makes hosts out of this machine. */
const NEEDED = ['ip', 'nsenter', 'unshare', 'setpriv', 'mount', 'iptables'] as const;

/** Search path with the programs of the container engine on it; what is missing here, where something is. */
export function enginePath(): { readonly path: string } | { readonly missing: string } {
  if (process.getuid?.() !== 0) return { missing: 'only root can make network namespaces' };
  const absent = NEEDED.find((program) => !isOnPath(program));
  if (absent !== undefined) return { missing: `the program ${absent} is not there` };
  const usual = process.env.PATH ?? '';
  if (isOnPath('dockerd')) return { path: usual };
  const directory = runningEngine();
  if (directory === null) return { missing: 'the program dockerd is not on this machine' };
  return { path: [directory, usual].join(delimiter) };
}

/** Bytes of memory that the disks of hosts take, and what runs on them. */
const MEMORY = 6 * 1024 ** 3;

/** Why no further engines can be started here; null where they can. */
export function noEngines(): string | null {
  const found = enginePath();
  if ('missing' in found) return found.missing;
  if (process.availableMemory() < MEMORY) return 'less than 6 GiB of memory are free';
  const name = `csqa-try-${process.pid}`;
  const isMade = succeeds('ip', ['netns', 'add', name]) && succeeds('ip', ['netns', 'delete', name]);
  return isMade ? null : 'network namespaces cannot be made';
}

function isOnPath(program: string): boolean {
  return succeeds('which', [program]);
}

function succeeds(program: string, words: readonly string[]): boolean {
  try {
    execFileSync(program, [...words], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** Where the engine of this machine has its programs; null where none runs. */
function runningEngine(): string | null {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      const program = readlinkSync(`/proc/${pid}/exe`);
      if (basename(program) === 'dockerd') return dirname(program);
    } catch {
      // It has ended, or is a part of the kernel.
    }
  }
  return null;
}
