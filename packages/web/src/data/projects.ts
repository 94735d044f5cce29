import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { WebTables } from './schema.ts';

export type Project = Selectable<WebTables['project']>;

/** What a project is when it is first heard of. */
export interface NewProject {
  readonly key: string;
  readonly name: string;
}

/** The project of a source; made when nobody has asked for that source before. Two who ask at once get the same one. */
export async function projectFor(db: Kysely<WebTables>, wanted: NewProject, now: Date): Promise<Project> {
  await db
    .insertInto('project')
    .values({ id: randomUUID(), key: wanted.key, name: wanted.name, default_ref: null, created_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return db.selectFrom('project').selectAll().where('key', '=', wanted.key).executeTakeFirstOrThrow();
}

export function findProject(db: Kysely<WebTables>, id: string): Promise<Project | undefined> {
  return db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The project of a source, by its address without credentials or the name of an upload. */
export function findProjectByKey(db: Kysely<WebTables>, key: string): Promise<Project | undefined> {
  return db.selectFrom('project').selectAll().where('key', '=', key).executeTakeFirst();
}

/** Where git finds a project, where it is one that git can fetch. */
export function gitAddressOf({ key }: Pick<Project, 'key'>): string | undefined {
  return /^(?:https?|file):\/\//u.test(key) && URL.canParse(key) ? key : undefined;
}
