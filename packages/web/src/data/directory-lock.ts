import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { WebError } from '../failures/web-error.ts';

/** The one process that may use a directory. */
export interface DirectoryLock {
  release(): Promise<void>;
}

/** How often the holder shows that it lives, and after how long it counts as dead, in milliseconds. */
const REFRESH_MS = 5_000;
const DEAD_AFTER_MS = 30_000;
const MAX_TRIES = 20;

const noteSchema = z.object({ pid: z.number().int(), host: z.string(), id: z.string() });
type Note = z.infer<typeof noteSchema>;

/**
 * Takes a directory for this process: PGlite itself takes no lock, and two processes on one directory destroy it. The
 * lock of a process that died is taken over: on this host at once, on another host (a volume that two containers share)
 * when its last sign of life is half a minute old. Throws DATA_DIR_BUSY while another process holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'csqa.lock');
  const note: Note = { pid: process.pid, host: hostname(), id: randomUUID() };
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    if (await claim(file, note)) return hold(file, note);
    const holder = await holderOf(file);
    if (holder === 'gone') continue;
    if (holder === 'alive') break;
    await takeAside(file, holder);
  }
  throw new WebError('DATA_DIR_BUSY', `another process uses the database in ${directory}`, {
    hint: 'stop the other process, or give this one a directory of its own with CSQA_DATA_DIR',
  });
}

/** Written beside its place and linked there, so that nobody ever reads half a note. */
async function claim(file: string, note: Note): Promise<boolean> {
  const draft = `${file}.${note.id}`;
  await writeFile(draft, JSON.stringify(note));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** `alive`, `gone` where there is no lock by now, or the text of a lock whose holder is dead. */
async function holderOf(file: string): Promise<'alive' | 'gone' | { readonly text: string }> {
  try {
    const text = await readFile(file, 'utf8');
    const { mtimeMs } = await stat(file);
    const note = noteSchema.safeParse(parsed(text));
    if (Date.now() - mtimeMs > DEAD_AFTER_MS) return { text };
    if (!note.success || note.data.host !== hostname()) return 'alive';
    return note.data.pid !== process.pid && isRunning(note.data.pid) ? 'alive' : heldHere(note.data, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    throw error;
  }
}

/** A note with our own number is of this process, or of one that had the number before: of an earlier container, say. */
function heldHere(note: Note, text: string): 'alive' | { readonly text: string } {
  return HELD.has(note.id) ? 'alive' : { text };
}

/** Locks that this process holds, by id. */
const HELD = new Set<string>();

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Moves a dead lock away. Where another process was faster and it is a living one by now, it goes back. */
async function takeAside(file: string, dead: { readonly text: string }): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, 'utf8')) !== dead.text) await link(aside, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

function hold(file: string, note: Note): DirectoryLock {
  HELD.add(note.id);
  const refresh = setInterval(() => {
    const now = new Date();
    // A disk that is away for a while takes the sign of life, not the process.
    utimes(file, now, now).catch(() => undefined);
  }, REFRESH_MS);
  refresh.unref();
  return {
    async release() {
      clearInterval(refresh);
      if (HELD.delete(note.id)) await rm(file, { force: true });
    },
  };
}
