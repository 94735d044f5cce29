import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, endedRun, keepReport, reportOf, waitingRun } from '../../test/samples.ts';
import { appSecret } from '../data/app-secret.ts';
import { noteAct } from '../data/audit.ts';
import type { Database } from '../data/open-database.ts';
import { changeSettings } from '../data/project-settings.ts';
import { loadReport } from '../data/reports.ts';
import { appendEvents } from '../data/run-events.ts';
import { TABLES } from '../data/schema.ts';
import { createShareLink } from '../data/share-links.ts';
import { createToken } from '../data/tokens.ts';
import { storeUpload } from '../data/uploads.ts';
import { showWorker } from '../data/workers.ts';
import { readBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

/** All rows of all tables, in an order of their own. */
async function everything({ db }: Database): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await db.selectFrom(table).selectAll().execute();
    all[table] = rows
      .map((row) =>
        JSON.stringify(row, (_, value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
        ),
      )
      .sort();
  }
  return all;
}

async function filled(database: Database): Promise<string> {
  const { db } = database;
  await appSecret(db);
  const project = await clinic(db);
  const run = await endedRun(db, project);
  await keepReport(db, run.id, reportOf(0.42));
  await appendEvents(db, run.id, [{ at: at(1), body: { type: 'phase', list: [1, 'два'] } }]);
  for (let i = 0; i < 120; i++) await waitingRun(db, project, at(i));
  await createToken(db, { name: 'ci', scope: 'admin' }, at(0));
  await noteAct(db, { actor: 'root', action: 'token.create', subject: 'ci' }, at(0));
  const settings = {
    gate: { maxRisk: 0.5 },
    schedule: { cron: '0 3 * * *', timeZone: 'Europe/Berlin' },
    webhook: { url: 'https://example.org/hook', secret: 'a secret of sixteen' },
  };
  await changeSettings(db, { projectId: project.id, ...settings }, at(1));
  await showWorker(db, { id: 'w', host: 'alpha', version: '1', engine: 'local', concurrency: 1 }, at(1));
  await createShareLink(db, { runId: run.id, createdBy: 'token ci', expiresAt: at(9) }, at(1));
  const content = Readable.from([randomBytes(1_500_000)]);
  await storeUpload(db, { name: 'x.zip', content, limits: { bytes: 2e6, allBytes: 2e6 } }, at(1));
  await db
    .insertInto('webhook_delivery')
    .values({
      ...{ id: randomUUID(), run_id: run.id, url: settings.webhook.url, state: 'failed', attempt: 8 },
      ...{ status: 500, error: 'HTTP 500', created_at: at(1), finished_at: at(2) },
    })
    .execute();
  return run.id;
}

describeDatabases('a backup', (places) => {
  let home = '';
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-backup-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('brings everything back, and is for its owner only', async () => {
    const [from, to] = [await places.newDatabase(), await places.newDatabase()];
    const runId = await filled(from);
    for (const [table, rows] of Object.entries(await everything(from))) expect(rows, table).not.toEqual([]);
    const file = join(home, 'all.backup');
    const written = await writeBackup(from.db, file, at(9));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readBackup(to.db, file)).toEqual(written);
    expect(await everything(to)).toEqual(await everything(from));
    expect(await loadReport(to.db, runId)).toBe(reportOf(0.42).document);
  });

  it('is put into an empty database only, and only whole', async () => {
    const from = await places.newDatabase();
    await filled(from);
    const file = join(home, 'whole.backup');
    await writeBackup(from.db, file, at(9));
    await expect(readBackup(from.db, file)).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
    const lines = gunzipSync(await readFile(file))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    const damaged: Record<string, string | Buffer> = {
      'without its end': gzipSync(lines.slice(0, -1).join('\n')),
      'without a row': gzipSync(lines.toSpliced(5, 1).join('\n')),
      'with a row too many': gzipSync([...lines, lines[5]].join('\n')),
      'with a broken row': gzipSync(lines.with(5, '{"table":"run","row":{"id":1}}').join('\n')),
      'of something else': gzipSync('hello\n'),
      'cut in the middle': (await readFile(file)).subarray(0, 900),
      'not packed': lines.join('\n'),
    };
    const to = await places.newDatabase();
    for (const [how, content] of Object.entries(damaged)) {
      const other = join(home, 'damaged.backup');
      await writeFile(other, content);
      await expect(readBackup(to.db, other), how).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' });
    }
    expect(Object.values(await everything(to)).flat()).toEqual([]);
    const header = JSON.parse(lines[0] ?? '{}') as object;
    const later = gzipSync(
      [JSON.stringify({ ...header, schema: '9999-later' }), ...lines.slice(1)].join('\n'),
    );
    await writeFile(join(home, 'later.backup'), later);
    const refused = readBackup(to.db, join(home, 'later.backup'));
    await expect(refused).rejects.toMatchObject({ code: 'BACKUP_OTHER_SCHEMA' });
  });
});
