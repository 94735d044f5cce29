import { chown, mkdir, stat } from 'node:fs/promises';
import { WebError } from '../failures/web-error.ts';

/** Whom the app runs as once it has what only root can give it. */
export interface Servant {
  readonly uid: number;
  readonly gid: number;
}

/** What a process may do about who it is; Node's own, but for tests. */
export interface Credentials {
  readonly uid: number;
  setGroups(groups: readonly number[]): void;
  setGroup(gid: number): void;
  setUser(uid: number): void;
}

/** What a container hands to the app. */
export interface Handed {
  readonly servant: Servant;
  readonly credentials: Credentials;
  /** Directory that the app writes to; a bind mount that the engine made belongs to root. */
  readonly dataDir: string;
  /** Socket of the engine; null where none is mounted. */
  readonly socket: string | null;
}

/**
 * Stops being root. A container starts as root for two things only: to give the data directory to whom the app runs as, and
 * to learn which group may use the engine's socket, which no image can know. Whoever starts the container as somebody else
 * (`user:`, an arbitrary user id of a platform) has seen to both, and stays who it is. Gives a line for the log.
 */
export async function stepDown({ servant, credentials, dataDir, socket }: Handed): Promise<string> {
  if (credentials.uid !== 0) return `running as user ${credentials.uid}`;
  await handOver(dataDir, servant);
  const groups = await groupsFor(socket, servant);
  credentials.setGroups(groups);
  credentials.setGroup(servant.gid);
  credentials.setUser(servant.uid);
  return `running as user ${servant.uid}, groups ${groups.join(' ')}`;
}

/** Only the directory itself: what lies in it was written by the app, or is not the app's to take. */
async function handOver(directory: string, { uid, gid }: Servant): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    if ((await stat(directory)).uid === 0) await chown(directory, uid, gid);
  } catch (error) {
    throw cannotGive(directory, uid, error);
  }
}

async function groupsFor(socket: string | null, { gid }: Servant): Promise<number[]> {
  if (socket === null) return [gid];
  try {
    return [...new Set([gid, (await stat(socket)).gid])];
  } catch {
    return [gid];
  }
}

function cannotGive(directory: string, uid: number, cause: unknown): WebError {
  return new WebError('CONFIG_INVALID', `the data directory ${directory} cannot be given to user ${uid}`, {
    hint: 'mount a directory there that can be written to, or name another in CSQA_DATA_DIR',
    cause,
  });
}
