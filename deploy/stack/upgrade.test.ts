import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Api, type Run } from './api.ts';
import { type ClinicServer, startClinicServer } from './clinic-server.ts';
import { describeStack } from './engine.ts';
import { copyOfCheckout, run, Stack, until } from './stack.ts';

const IMAGE = 'csqa-web:stack-upgraded';
const IMAGE_BEFORE = 'csqa-web:stack-before';
const NEXT_STEP = '9999-next';
const MIGRATIONS = 'packages/web/src/data/migrations';

/**
 * Turns a copy of the sources into those of the version after this one: it has one more step of the schema, which changes a
 * table with data and adds another. That upgrade is what the next release will do.
 */
async function turnIntoNext(root: string): Promise<void> {
  await writeFile(
    join(root, MIGRATIONS, 'next.ts'),
    `import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const nextMigration: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    await db.schema.createTable('next_table').addColumn('id', 'integer').execute();
    await db.schema.alterTable('project').addColumn('next_column', 'text').execute();
  },
};
`,
  );
  const list = join(root, MIGRATIONS, 'migrations.ts');
  const text = await readFile(list, 'utf8');
  const longer = text.replace(/\};\n$/u, `  '${NEXT_STEP}': nextMigration,\n};\n`);
  expect(longer).not.toBe(text);
  await writeFile(list, `import { nextMigration } from './next.ts';\n${longer}`);
}

/** One story, a chapter a test: each begins where the one before it ended. */
describeStack('an upgrade', () => {
  let root: string;
  let clinic: ClinicServer;
  let stack: Stack;
  let api: Api;
  let kept: Run;
  let report: unknown;
  let backup: string;

  beforeAll(async () => {
    root = await copyOfCheckout(await mkdtemp(join(tmpdir(), 'csqa-upgrade-')));
    clinic = await startClinicServer();
    const settings = { ...clinic.parts.settings, CSQA_WEB_IMAGE: IMAGE };
    stack = await Stack.create({ ...clinic.parts, settings, root });
    await stack.must('up', '--build', '-d', '--wait');
    api = new Api(stack);
    const { id } = await api.submit(clinic.url);
    kept = await api.end(id);
    report = await api.json(`/runs/${id}/artifacts/combined`);
  });
  afterAll(async () => {
    await stack[Symbol.asyncDispose]();
    await clinic[Symbol.asyncDispose]();
    await rm(root, { recursive: true, force: true });
    await run('docker', ['image', 'rm', IMAGE, IMAGE_BEFORE]);
  });

  const idOf = (service: string) => stack.must('ps', '-q', service);
  const isKept = async () => {
    expect(await api.json(`/runs/${kept.id}`)).toEqual(kept);
    expect(await api.json(`/runs/${kept.id}/artifacts/combined`)).toEqual(report);
  };

  it('builds one image anew, and starts that service anew while the others go on', async () => {
    expect(kept).toMatchObject({ state: 'succeeded' });
    await run('docker', ['tag', IMAGE, IMAGE_BEFORE]);
    await turnIntoNext(root);
    const [web, postgres] = [await idOf('web'), await idOf('postgres')];
    await stack.must('build', 'web');
    expect(await idOf('web')).toBe(web);
    await stack.must('up', '-d', '--wait');
    expect(await idOf('web')).not.toBe(web);
    expect(await idOf('postgres')).toBe(postgres);
  });

  it('keeps the data, and has made a backup of them before it changed the schema', async () => {
    await isKept();
    const files = await readdir(join(stack.directory, 'data/out/backups'));
    expect(files).toHaveLength(1);
    backup = `/app/out/backups/${files[0]}`;
    expect(await stack.logs('web')).toContain(
      `${NEXT_STEP} will be added; a backup of what is there: ${backup}`,
    );
    const late = await api.submit(clinic.url);
    expect(await api.end(late.id)).toMatchObject({ state: 'succeeded' });
  });

  it('cannot be undone by the image alone: the version before refuses the newer schema', async () => {
    await stack.set('CSQA_WEB_IMAGE', IMAGE_BEFORE);
    await stack.must('up', '-d', 'web');
    const refusal = await until('refusal of a newer schema', 60, async () => {
      const logs = await stack.logs('web');
      return logs.includes('SCHEMA_NEWER') ? logs : null;
    });
    expect(refusal).toContain(`it has ${NEXT_STEP}`);
    expect(refusal).toContain('restore the backup that was made before the upgrade');
    expect(await stack.ask('/ready')).toBe(null);
  });

  it('is undone by the image and the backup, with the commands of docs/deployment.md', async () => {
    await stack.must('stop', 'web');
    await stack.must('exec', '-T', 'postgres', 'dropdb', '--force', '-U', 'csqa', 'csqa');
    await stack.must('exec', '-T', 'postgres', 'createdb', '-U', 'csqa', 'csqa');
    await stack.must('run', '--rm', '-T', '--no-deps', 'web', 'restore', backup);
    await stack.must('up', '-d', '--wait');
    await isKept();
    expect(await api.json('/runs')).toMatchObject({ runs: [{ id: kept.id }] });
  });
});
