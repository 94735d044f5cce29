import type { Environment } from '../config.ts';
import type { Credentials, Servant } from './step-down.ts';

/** The user `node` of the base image. */
export const NODE_USER: Servant = { uid: 1000, gid: 1000 };

const USUAL_SOCKET = '/var/run/docker.sock';
const UNIX = 'unix://';

/** The user of this process, and how it becomes another. */
export function ownCredentials(): Credentials {
  return {
    uid: process.getuid?.() ?? NODE_USER.uid,
    setGroups: (groups) => process.setgroups?.([...groups]),
    setGroup: (gid) => process.setgid?.(gid),
    setUser: (uid) => process.setuid?.(uid),
  };
}

/** Where the engine's socket is, if it is a socket: `DOCKER_HOST` may name a server. */
export function socketFrom(env: Environment): string | null {
  const host = env['DOCKER_HOST']?.trim();
  if (host === undefined || host === '') return USUAL_SOCKET;
  return host.startsWith(UNIX) ? host.slice(UNIX.length) : null;
}
