import { lstatSync, renameSync } from 'node:fs';
import { lstat, lutimes, mkdir, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOnDisk, removeLeft } from '@csqa/orchestrator';
import { type Kysely, sql } from 'kysely';
import type { WebTables } from '../../data/schema.ts';

/** Where analyses keep what they read, and how much of it. */
export interface CacheRoom {
  /** Absolute. Holds a directory for each project, by its id. */
  readonly directory: string;
  /** Bytes that all may take together; 0 where nothing is kept. */
  readonly mostBytes: number;
  /** Told what an operator wants to know, a line each. */
  readonly log: (line: string) => void;
}

interface Cache {
  readonly projectId: string;
  readonly bytes: number;
  /** When it was of use; the file system's own number. */
  readonly usedAt: number;
}

/** What could not be removed, of which so many are told: the line has an end. */
const MOST_TOLD = 5;

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PROJECT_ID = new RegExp(`^${ID}$`, 'u');
/** A directory that is being removed, or whose removal somebody did not live to end. */
const REMOVED = new RegExp(`^removed-${ID}$`, 'u');

/**
 * The directories of this host in which analyses keep what they read, one for each project. What lies in them was written
 * beside trees that nobody trusts: it is counted and removed, never followed, and whatever is wrong with it fails no run.
 */
export class ProjectCaches {
  readonly #room: CacheRoom;
  /** Runs of this process by the project whose directory they use. */
  readonly #users = new Map<string, number>();

  constructor(room: CacheRoom) {
    this.#room = room;
  }

  /** Does work with the directory of a project, which stays until the work has ended; null where there is none to be had. */
  async lend<T>(projectId: string, work: (directory: string | null) => Promise<T>): Promise<T> {
    if (this.#room.mostBytes === 0 || !PROJECT_ID.test(projectId)) return await work(null);
    this.#users.set(projectId, (this.#users.get(projectId) ?? 0) + 1);
    try {
      return await work(await this.#prepare(projectId));
    } finally {
      // What ran there may have set the time, too.
      await markUsed(this.#placeOf(projectId)).catch(() => undefined);
      const others = (this.#users.get(projectId) ?? 1) - 1;
      if (others === 0) this.#users.delete(projectId);
      else this.#users.set(projectId, others);
    }
  }

  async #prepare(projectId: string): Promise<string | null> {
    const directory = this.#placeOf(projectId);
    try {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      if (!(await lstat(directory)).isDirectory()) throw new Error('it is no directory');
      await markUsed(directory);
      return directory;
    } catch (error) {
      this.#room.log(`nothing is kept for project ${projectId}: ${reasonOf(error)}`);
      return null;
    }
  }

  /**
   * Removes what is over the limit: directories of projects that the database does not know first, then those that were of use
   * longest ago, and none that a run is using. Gives how many. Throws when all is done, where some could not be removed.
   */
  async trim(db: Kysely<WebTables>): Promise<number> {
    const { directory, mostBytes } = this.#room;
    const names = await readdir(directory).catch(noneIfAbsent);
    const failures: string[] = [];
    for (const name of names.filter((each) => REMOVED.test(each))) await this.#erase(name, failures);
    const caches = await this.#look(names.filter((name) => PROJECT_ID.test(name)));
    // What is beyond counting goes by itself: the others need not make room for it.
    const taken = sum(caches.map(({ bytes }) => bytes).filter(Number.isFinite));
    let over = mostBytes === 0 ? Number.POSITIVE_INFINITY : taken - mostBytes;
    let removed = 0;
    for (const cache of over > 0 || caches.some(isBeyondCounting) ? await inOrder(db, caches) : []) {
      if (over <= 0 && !isBeyondCounting(cache)) continue;
      if (!(await this.#remove(cache, failures))) continue;
      removed += 1;
      if (!isBeyondCounting(cache)) over -= cache.bytes;
    }
    if (mostBytes === 0) await rmdir(directory).catch(() => undefined);
    if (failures.length > 0) throw new Error(failures.slice(0, MOST_TOLD).join(', '));
    return removed;
  }

  async #look(projectIds: readonly string[]): Promise<readonly Cache[]> {
    const caches: Cache[] = [];
    for (const projectId of projectIds) {
      const place = this.#placeOf(projectId);
      const seen = await lstat(place).catch(() => null);
      if (seen !== null) caches.push({ projectId, usedAt: seen.mtimeMs, bytes: await bytesOnDisk(place) });
    }
    return caches;
  }

  /** False where somebody uses it, or has since it was looked at. */
  async #remove({ projectId, usedAt }: Cache, failures: string[]): Promise<boolean> {
    const place = this.#placeOf(projectId);
    const name = `removed-${projectId}`;
    try {
      // In one piece and without a pause: a run of this process begins before or after, and then with a new directory.
      if (this.#users.has(projectId) || lstatSync(place).mtimeMs !== usedAt) return false;
      renameSync(place, join(this.#room.directory, name));
    } catch (error) {
      if (!isGone(error)) failures.push(`${projectId}: ${reasonOf(error)}`);
      return false;
    }
    await this.#erase(name, failures);
    return true;
  }

  async #erase(name: string, failures: string[]): Promise<void> {
    const place = join(this.#room.directory, name);
    try {
      await removeLeft(place);
    } catch (error) {
      failures.push(`${name}: ${reasonOf(error)}`);
    }
  }

  #placeOf(projectId: string): string {
    return join(this.#room.directory, projectId);
  }
}

/** Those that may go, the first to go first. Runs of other processes are known by the database. */
async function inOrder(db: Kysely<WebTables>, caches: readonly Cache[]): Promise<readonly Cache[]> {
  const ids = caches.map(({ projectId }) => projectId);
  const { rows } = await sql<{ id: string; is_used: boolean }>`
    select id, exists (
      select from run where run.project_id = project.id and run.state in ('running', 'cancelling')
    ) as is_used
    from project where id = any(${ids})`.execute(db);
  const isUsed = new Map(rows.map((row) => [row.id, row.is_used]));
  const rank = ({ projectId }: Cache) => (isUsed.has(projectId) ? 1 : 0);
  return caches
    .filter(({ projectId }) => isUsed.get(projectId) !== true)
    .toSorted((one, other) => rank(one) - rank(other) || one.usedAt - other.usedAt);
}

function isBeyondCounting({ bytes }: Cache): boolean {
  return !Number.isFinite(bytes);
}

async function markUsed(directory: string): Promise<void> {
  const now = new Date();
  await lutimes(directory, now, now);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function noneIfAbsent(error: unknown): readonly string[] {
  if (isGone(error)) return [];
  throw error;
}

function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** Names of files are those of strangers, so of what the file system says only the code goes into the log. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
