import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic } from '../../test/samples.ts';
import { submitDueRuns } from './due-schedules.ts';
import { changeSettings, loadSettings } from './project-settings.ts';
import { projectFor } from './projects.ts';
import { claimRun, listRuns } from './runs.ts';

const EVERY_MINUTE = { cron: '* * * * *', timeZone: 'UTC' };

describeDatabases('schedules', (places) => {
  const scheduled = async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    await changeSettings(db, { projectId: project.id, schedule: EVERY_MINUTE, defaultRef: 'main' }, at(0));
    return { db, project };
  };

  it('submit one run a tick, however many processes look at once', async () => {
    const { db, project } = await scheduled();
    expect(await submitDueRuns(db, at(59))).toEqual([]);
    const looks = await Promise.all(Array.from({ length: 5 }, () => submitDueRuns(db, at(61))));
    expect(looks.flat()).toMatchObject([
      {
        ...{ project_id: project.id, requested_by: 'schedule', state: 'queued', mode: 'fast' },
        source: { kind: 'git', url: project.key, ref: 'main' },
      },
    ]);
    expect(await submitDueRuns(db, at(62))).toEqual([]);
    expect((await loadSettings(db, project.id))?.nextTickAt).toEqual(at(120));
  });

  it('do not pile up while a run waits, and go on when one runs', async () => {
    const { db } = await scheduled();
    const [first] = await submitDueRuns(db, at(60));
    expect(await submitDueRuns(db, at(120))).toEqual([]);
    await claimRun(db, { id: first?.id ?? '', workerId: 'w' }, at(130));
    expect(await submitDueRuns(db, at(180))).toHaveLength(1);
    expect(await listRuns(db, { limit: 9 })).toHaveLength(2);
  });

  it('do not make up for ticks that nobody was there for', async () => {
    const { db, project } = await scheduled();
    expect(await submitDueRuns(db, at(3600 * 5 + 30))).toEqual([]);
    expect((await loadSettings(db, project.id))?.nextTickAt).toEqual(at(3600 * 5 + 60));
    expect(await submitDueRuns(db, at(3600 * 5 + 60))).toHaveLength(1);
  });

  it('leave alone what nobody can fetch, and what cannot be read', async () => {
    const { db } = await places.newDatabase();
    const upload = await projectFor(db, { key: 'archive:x.zip', name: 'x.zip' }, at(0));
    await changeSettings(db, { projectId: upload.id, schedule: EVERY_MINUTE }, at(0));
    const broken = await clinic(db);
    await changeSettings(db, { projectId: broken.id, schedule: EVERY_MINUTE }, at(0));
    await db.updateTable('project_setting').set({ cron: 'L' }).where('project_id', '=', broken.id).execute();
    const submitted = await submitDueRuns(db, at(60));
    expect(submitted.filter(({ project_id }) => project_id === upload.id)).toEqual([]);
    expect((await loadSettings(db, broken.id))?.nextTickAt).toBeNull();
  });
});
