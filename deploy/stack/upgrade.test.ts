import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Api } from './api.ts';
import { startClinicServer } from './clinic-server.ts';
import { describeStack } from './engine.ts';
import { copyOfCheckout, IMAGES, Stack, until } from './stack.ts';

const NEXT_IMAGE = 'csqa-web:stack-next';
const NEXT_STEP = '9999-next';
const MIGRATIONS = 'packages/web/src/data/migrations';

/**
 * The version after this one: this one, and one more step of the schema, which changes a table with data and adds another. An
 * upgrade from this version to that one is what the next release will do.
 */
async function buildNext(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'csqa-next-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const root = await copyOfCheckout(directory);
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
  await using builder = await Stack.create({ root, settings: { CSQA_WEB_IMAGE: NEXT_IMAGE } });
  await builder.must('build', 'web');
}

const isReady = (stack: Stack) =>
  until('page', 90, async () => ((await stack.ask('/ready'))?.status === 200 ? true : null));

describeStack('an upgrade', () => {
  it('keeps the data and makes a backup first; the version before refuses the new schema, and comes back with the backup', async () => {
    await buildNext();
    await using clinic = await startClinicServer();
    await using stack = await Stack.create(clinic.parts);
    await stack.must('up', '-d', '--wait');
    const api = new Api(stack);
    const { id } = await api.submit(clinic.url);
    const before = await api.end(id);
    expect(before).toMatchObject({ state: 'succeeded' });
    const report = await api.json(`/runs/${id}/artifacts/combined`);

    // The upgrade: another image under the same data.
    await stack.set('CSQA_WEB_IMAGE', NEXT_IMAGE);
    await stack.must('up', '-d', '--wait');
    expect(await api.json(`/runs/${id}`)).toEqual(before);
    expect(await api.json(`/runs/${id}/artifacts/combined`)).toEqual(report);
    const [backup = ''] = await readdir(join(stack.directory, 'data/out/backups'));
    expect(await stack.logs('web')).toContain(`a backup of what is there: /app/out/backups/${backup}`);
    // What happens from now on is in the new version only.
    const late = await api.submit(clinic.url);
    await api.end(late.id);

    // The version before, over the schema of the next one.
    await stack.set('CSQA_WEB_IMAGE', IMAGES.CSQA_WEB_IMAGE);
    await stack.must('up', '-d', 'web');
    const refusal = await until('refusal of a newer schema', 60, async () => {
      const logs = await stack.logs('web');
      return logs.includes('SCHEMA_NEWER') ? logs : null;
    });
    expect(refusal).toContain(`it has ${NEXT_STEP}`);
    expect(refusal).toContain('restore the backup that was made before the upgrade');
    expect(await stack.ask('/ready')).toBe(null);

    // The way back of docs/deployment.md.
    await stack.must('stop', 'web');
    await stack.must('exec', '-T', 'postgres', 'dropdb', '--force', '-U', 'csqa', 'csqa');
    await stack.must('exec', '-T', 'postgres', 'createdb', '-U', 'csqa', 'csqa');
    await stack.must('run', '--rm', '-T', '--no-deps', 'web', 'restore', `/app/out/backups/${backup}`);
    await stack.must('up', '-d', '--wait');
    await isReady(stack);
    expect(await api.json(`/runs/${id}`)).toEqual(before);
    expect(await api.json(`/runs/${id}/artifacts/combined`)).toEqual(report);
    expect(await api.json('/runs')).toMatchObject({ runs: [{ id }] });
  });
});
