import { describe, expect, it } from 'vitest';
import { databaseTargetFrom } from './database-target.ts';

type Settings = Readonly<Record<string, string>>;
const targetOf = (settings: Settings) => databaseTargetFrom((name) => settings[name], '/srv/csqa');

describe('the settings of the database', () => {
  it('are none for the embedded one, which lies under the data directory', () => {
    expect(targetOf({})).toEqual({ kind: 'embedded', directory: '/srv/csqa/database' });
    expect(targetOf({ POSTGRES_USER: 'u', POSTGRES_PASSWORD: 'p' }).kind).toBe('embedded');
  });

  it('may come in parts, where a password holds any sign', () => {
    const parts = { POSTGRES_HOST: 'postgres', POSTGRES_PASSWORD: 'p@ss/w:rd#%?' };
    const target = targetOf(parts);
    if (target.kind !== 'postgres') throw new Error('not a server');
    const url = new URL(target.url);
    expect(decodeURIComponent(url.password)).toBe(parts.POSTGRES_PASSWORD);
    expect([url.username, url.host, url.pathname]).toEqual(['csqa', 'postgres:5432', '/csqa']);
    expect(
      targetOf({ ...parts, POSTGRES_PORT: '6432', POSTGRES_USER: 'a b', POSTGRES_DB: 'x/y' }),
    ).toMatchObject({
      url: expect.stringMatching(/^postgresql:\/\/a%20b:[^@]+@postgres:6432\/x%2Fy$/u),
    });
  });

  it('of one address win over parts', () => {
    const url = 'postgresql://u:p@db/x';
    expect(targetOf({ POSTGRES_HOST: 'postgres', DATABASE_URL: url })).toEqual({ kind: 'postgres', url });
  });

  it.each(['db/other', 'db?x', 'user@db', 'db#', '[db', 'a b'])('refuse %s as the name of a host', (host) => {
    expect(() => targetOf({ POSTGRES_HOST: host, POSTGRES_PASSWORD: 'hunter2' })).toThrow(/POSTGRES_HOST/u);
    expect(() => targetOf({ POSTGRES_HOST: host, POSTGRES_PASSWORD: 'hunter2' })).not.toThrow(/hunter2/u);
  });
});
