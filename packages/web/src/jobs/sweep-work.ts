import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { WebTables } from '../data/schema.ts';

/** Name of a directory in which one attempt of a run is worked on. */
const WORK_NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,3})$/u;

/** Where an attempt of a run has its directory while it is worked on. */
export function workPlace(workDir: string, run: { readonly id: string; readonly attempt: number }): string {
  return join(workDir, `${run.id}-${run.attempt}`);
}

/** Removes directories of attempts that are over: of workers that died, on this host or on one that shares the disk. Gives how many. */
export async function sweepWork(db: Kysely<WebTables>, workDir: string): Promise<number> {
  const names = await readdir(workDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const places = names.flatMap((name) => {
    const [, id, attempt] = WORK_NAME.exec(name) ?? [];
    return id === undefined ? [] : [{ name, id, attempt: Number(attempt) }];
  });
  if (places.length === 0) return 0;
  const ids = places.map(({ id }) => id);
  const runs = await db
    .selectFrom('run')
    .select(['id', 'attempt'])
    .where('id', 'in', ids)
    .where('state', 'in', ['running', 'cancelling'])
    .execute();
  const over = places.filter(
    ({ id, attempt }) => !runs.some((run) => run.id === id && run.attempt === attempt),
  );
  for (const { name } of over) await rm(join(workDir, name), { recursive: true, force: true });
  return over.length;
}
