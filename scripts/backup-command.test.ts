import { execFile } from 'node:child_process';
import { access, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from './run-command.ts';

const CSQA = join(repositoryRoot, 'packages/cli/dist/main.js');
const CSQA_WEB = join(repositoryRoot, 'packages/web/dist/main.js');

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Asked {
  readonly script?: string;
  readonly dataDir: string;
  readonly cwd: string;
}

function run(args: readonly string[], { script = CSQA, dataDir, cwd }: Asked): Promise<Ended> {
  const options = { cwd, env: { PATH: process.env.PATH ?? '', CSQA_DATA_DIR: dataDir } };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
  });
}

describe('csqa backup and csqa restore, as they are built', () => {
  let home = '';
  let first: Asked;
  let second: Asked;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-backup-'));
    first = { dataDir: join(home, 'first'), cwd: home };
    second = { dataDir: join(home, 'second'), cwd: home };
    await run(['migrate'], { ...first, script: CSQA_WEB });
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('carry everything from one database into another, by a file named from where the user stands', async () => {
    const saved = await run(['backup', 'all.backup'], first);
    expect(saved).toMatchObject({ code: 0, err: '' });
    expect(saved.out).toMatch(/^Everything is in all\.backup\. Rows by table:\n {2}project +0\n/u);
    expect((await stat(join(home, 'all.backup'))).mode & 0o777).toBe(0o600);
    const back = await run(['restore', 'all.backup', '--json'], second);
    expect(back).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(back.out)).toMatchObject({ file: 'all.backup', rows: { project: 0, run: 0 } });
  });

  it('say what is wrong and what mends it like every command, in the language of the reader', async () => {
    await writeFile(join(home, 'damaged.backup'), 'no gzip');
    const third = { ...first, dataDir: join(home, 'third') };
    const refused = await run(['restore', 'damaged.backup'], third);
    expect(refused).toMatchObject({ code: 3, out: '' });
    expect(refused.err).toMatch(
      /^error: the backup cannot be used: [^\n]+\nfix: nothing was changed[^\n]+\n$/u,
    );
    const russian = await run(['--lang', 'ru', 'backup', join(home, 'no', 'such.backup')], first);
    expect(russian).toMatchObject({ code: 3, out: '' });
    expect(russian.err).toMatch(/^ошибка: файл копии не записать: [^\n]+ENOENT[^\n]*\nисправить: [^\n]+\n$/u);
    const json = await run(['backup', join(home, 'no', 'such.backup'), '--json'], first);
    expect(JSON.parse(json.out)).toMatchObject({ exitCode: 3, error: { code: 'BACKUP_UNWRITABLE' } });
    await expect(access(join(home, 'no'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuse a database that has no tables yet', async () => {
    const empty = await run(['backup', 'empty.backup'], { ...first, dataDir: join(home, 'fourth') });
    expect(empty).toMatchObject({ code: 3, out: '' });
    expect(empty.err).toMatch(/^error: [^\n]+\nfix: [^\n]*migrate[^\n]*\n$/u);
    await expect(access(join(home, 'empty.backup'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('take a file whose name looks like an option for a file', async () => {
    const saved = await run(['backup', '--', '--help'], first);
    expect(saved).toMatchObject({ code: 0, err: '' });
    await access(join(home, '--help'));
  });
});
