import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../src/data/migrations/migrations.ts';
import { TABLES } from '../src/data/schema.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function csqaWeb(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const options = { env: { PATH: process.env['PATH'], ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=csqa-source', MAIN, ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out, err });
    });
  });
}

describe('the commands of the web app', () => {
  let home = '';
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-commands-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('make a database, and bring a backup of it into another', async () => {
    const file = join(home, 'all.backup');
    const [first, second] = [{ CSQA_DATA_DIR: join(home, 'one') }, { CSQA_DATA_DIR: join(home, 'two') }];
    expect(await csqaWeb(['migrate'], first)).toMatchObject({
      code: 0,
      out: `done: ${Object.keys(MIGRATIONS).join(', ')}\n`,
    });
    expect(await csqaWeb(['migrate'], first)).toMatchObject({ code: 0, out: 'the schema is up to date\n' });
    const counts = `${TABLES.map((table) => `${table} 0`).join(', ')}\n`;
    expect(await csqaWeb(['backup', file], first)).toMatchObject({ code: 0, out: `${file}: ${counts}` });
    expect(await csqaWeb(['restore', file], second)).toMatchObject({ code: 0, out: `restored: ${counts}` });
  });

  it('say in two lines what was wrong and what mends it', async () => {
    const lost = await csqaWeb(['restore', join(home, 'nothing')], { CSQA_DATA_DIR: join(home, 'three') });
    expect(lost.code).toBe(1);
    expect(lost.err).toMatch(
      /^BACKUP_UNREADABLE: the backup cannot be used: [^\n]+\n {2}nothing was changed[^\n]+\n$/u,
    );
    const wrong = await csqaWeb(['migrate'], { DATABASE_URL: 'mysql://db/x' });
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('CONFIG_INVALID: DATABASE_URL must be a PostgreSQL address');
  });

  it('explain themselves, and refuse what they do not know', async () => {
    const help = await csqaWeb(['--help'], {});
    expect(help.code).toBe(0);
    expect(help.out).toContain('csqa-web restore csqa-2026-11-26.backup');
    expect(await csqaWeb(['restore'], {})).toMatchObject({ code: 2 });
    expect(await csqaWeb(['destroy'], {})).toMatchObject({ code: 2 });
  });
});
