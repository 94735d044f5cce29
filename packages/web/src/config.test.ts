import { describe, expect, it } from 'vitest';
import { configFrom, type Environment } from './config.ts';
import { httpLimitsFrom } from './http-limits.ts';
import { jobsConfigFrom } from './jobs-config.ts';

describe('the settings of the app', () => {
  it('are an embedded database under the data directory unless one is named', () => {
    expect(configFrom({})).toEqual({
      dataDir: '/var/lib/csqa',
      database: { kind: 'embedded', directory: '/var/lib/csqa/database' },
      skipBootstrap: false,
      backsUpFirst: true,
      concurrency: 1,
      role: 'all',
      jobs: jobsConfigFrom(() => undefined),
      http: {
        ...{ token: null, host: 'localhost', port: 8080, basePath: '', trustProxy: false },
        limits: httpLimitsFrom(() => undefined),
        logLevel: 'info',
      },
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

  it('keep what was read of projects within two GiB, unless another number is set or none', () => {
    const bytes = (env: Environment) => configFrom(env).jobs.cacheBytes;
    expect([bytes({}), bytes({ CSQA_CACHE_MIB: '10' }), bytes({ CSQA_CACHE_MIB: '0' })]).toEqual([
      2 ** 31,
      10 * 2 ** 20,
      0,
    ]);
    expect(() => bytes({ CSQA_CACHE_MIB: '2g' })).toThrow('CSQA_CACHE_MIB must be a whole number from 0');
  });

  it.each(['0', '65', 'many', '1.5'])('refuse %s as a number of analyses at a time', (text) => {
    expect(() => configFrom({ CSQA_WORKER_CONCURRENCY: text })).toThrow('a whole number from 1 to 64');
    expect(configFrom({ CSQA_WORKER_CONCURRENCY: '8' }).concurrency).toBe(8);
  });

  it.each(['pipeline', 'dashboard'])('refuse the role %s without a database that can be shared', (role) => {
    expect(() => configFrom({ APP_MODE: role })).toThrow(`APP_MODE=${role} shares its database`);
    const shared = { APP_MODE: role, DATABASE_URL: 'postgresql://db/x' };
    expect(configFrom(shared).role).toBe(role);
  });

  it('listen on this machine alone without a token, and everywhere with one', () => {
    expect(configFrom({}).http.host).toBe('localhost');
    const open = configFrom({
      CSA_WEB_TOKEN: 'correct-horse',
      APP_HTTP_PORT: '9000',
      CSA_BASE_PATH: 'csqa/',
    });
    expect(open.http).toMatchObject({
      host: '0.0.0.0',
      token: 'correct-horse',
      port: 9000,
      basePath: '/csqa',
    });
    expect(configFrom({ PORT: '1', APP_HTTP_PORT: '2' }).http.port).toBe(1);
    const proxies = configFrom({ CSQA_TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::1' }).http.trustProxy;
    expect(proxies).toEqual(['loopback', '10.0.0.0/8', 'fd00::1']);
  });

  it.each([
    ['CSA_WEB_TOKEN', 'api'],
    ['CSA_WEB_TOKEN', 'a/b'],
    ['CSA_WEB_TOKEN', 'two words'],
    ['PORT', '65536'],
    ['CSA_BASE_PATH', '/../x'],
    ['CSA_BASE_PATH', '//evil.example?'],
    ['CSQA_REQUESTS_PER_MINUTE', '0'],
    ['APP_MODE', 'web'],
    ['CSQA_TRUST_PROXY', 'nginx'],
    ['CSQA_TRUST_PROXY', '10.0.0.0/40'],
  ])('refuse %s as %s', (name, value) => {
    expect(() => configFrom({ [name]: value })).toThrow(new RegExp(`^${name} must be`, 'u'));
  });

  it('say which value of SKIP_DB_BOOTSTRAP is none', () => {
    expect(configFrom({ SKIP_DB_BOOTSTRAP: '1' }).skipBootstrap).toBe(true);
    expect(() => configFrom({ SKIP_DB_BOOTSTRAP: 'yes' })).toThrow(
      'SKIP_DB_BOOTSTRAP must be 0 or 1, and is yes',
    );
  });
});
