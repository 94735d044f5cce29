import { describe, expect, it } from 'vitest';
import { configFrom } from './config.ts';

describe('the settings of the app', () => {
  it('are an embedded database under the data directory unless one is named', () => {
    expect(configFrom({})).toEqual({
      dataDir: '/var/lib/csqa',
      database: { kind: 'embedded', directory: '/var/lib/csqa/database' },
      skipBootstrap: false,
      concurrency: 1,
    });
    expect(configFrom({ DATABASE_URL: ' ', CSQA_DATA_DIR: '/data' }).database).toEqual({
      kind: 'embedded',
      directory: '/data/database',
    });
  });

  it.each([
    ['postgres://u:p@db/x', 'postgresql://u:p@db/x'],
    ['postgresql://u@db:5433/x?sslmode=require', 'postgresql://u@db:5433/x?sslmode=require'],
    ['postgresql+asyncpg://u:p@db/x', 'postgresql://u:p@db/x'],
  ])('take %s as an address of PostgreSQL', (text, url) => {
    expect(configFrom({ DATABASE_URL: text }).database).toEqual({ kind: 'postgres', url });
  });

  it.each(['mysql://u:hunter2@db/x', 'postgresql://u:hunter2@[db/x', 'hunter2'])(
    'refuse an address of another kind without repeating it: %s',
    (text) => {
      expect(() => configFrom({ DATABASE_URL: text })).toThrow(/DATABASE_URL must be a PostgreSQL address/u);
      expect(() => configFrom({ DATABASE_URL: text })).not.toThrow(/hunter2/u);
    },
  );

  it.each(['0', '65', 'many', '1.5'])('refuse %s as a number of analyses at a time', (text) => {
    expect(() => configFrom({ CSQA_WORKER_CONCURRENCY: text })).toThrow('a whole number from 1 to 64');
    expect(configFrom({ CSQA_WORKER_CONCURRENCY: '8' }).concurrency).toBe(8);
  });

  it('say which value of SKIP_DB_BOOTSTRAP is none', () => {
    expect(configFrom({ SKIP_DB_BOOTSTRAP: '1' }).skipBootstrap).toBe(true);
    expect(() => configFrom({ SKIP_DB_BOOTSTRAP: 'yes' })).toThrow(
      'SKIP_DB_BOOTSTRAP must be 0 or 1, and is yes',
    );
  });
});
