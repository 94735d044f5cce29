import { type Kysely, sql } from 'kysely';
import type { WebTables } from './schema.ts';

/** A clock that every host reads alike: that of the database. */
export interface DatabaseClock {
  now(): Date;
  /** Compares this host's clock with the database's. Gives by how many milliseconds this one is behind; negative where ahead. */
  compare(): Promise<number>;
}

/**
 * Hosts compare each other's signs of life, so their times must be of one clock: a host whose own were half a minute behind
 * would look dead to all others. Until the first comparison it is this host's own.
 */
export function databaseClock(db: Kysely<WebTables>): DatabaseClock {
  return sharedClock({ askShared: () => databaseTime(db), own: () => Date.now() });
}

async function databaseTime(db: Kysely<WebTables>): Promise<number> {
  const { rows } = await sql<{
    ms: number | string;
  }>`select extract(epoch from clock_timestamp()) * 1000 as ms`.execute(db);
  return Number(rows[0]?.ms);
}

/** A clock that follows another, which takes a while to ask: its answer is taken to be of the middle of that while. */
export function sharedClock(clocks: {
  readonly askShared: () => Promise<number>;
  readonly own: () => number;
}): DatabaseClock {
  const { askShared, own } = clocks;
  let behind = 0;
  return {
    now: () => new Date(own() + behind),
    async compare() {
      const asked = own();
      const shared = await askShared();
      const answered = own();
      const uncertain = (answered - asked) / 2;
      const found = shared - asked - uncertain;
      // What the way there and back may explain is no difference.
      behind = Math.abs(found) <= uncertain ? 0 : Math.round(found);
      return behind;
    },
  };
}
