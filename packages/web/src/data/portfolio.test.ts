import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, endedRun, keepReport, reportOf, waitingRun } from '../../test/samples.ts';
import { PORTFOLIO_ORDERS, portfolio } from './portfolio.ts';
import { changeSettings } from './project-settings.ts';
import { findProject, findProjectByKey, gitAddressOf, projectFor } from './projects.ts';
import { type NewReport, trendOf } from './reports.ts';

describeDatabases('projects', (places) => {
  it('are one for one source, whoever asks at once', async () => {
    const { db } = await places.newDatabase();
    const asked = await Promise.all(
      ['a', 'b', 'c'].map((name) => projectFor(db, { key: 'https://git.example.org/x', name }, at(0))),
    );
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    const [project] = asked;
    expect(await findProject(db, project?.id ?? '')).toEqual(project);
    expect(await findProjectByKey(db, 'https://git.example.org/x')).toEqual(project);
    expect(await findProjectByKey(db, 'https://git.example.org/y')).toBeUndefined();
  });

  it('have an address where git can fetch them, and none where they were uploaded', () => {
    expect(gitAddressOf({ key: 'https://git.example.org/x' })).toBe('https://git.example.org/x');
    expect(gitAddressOf({ key: 'archive:x.zip' })).toBeUndefined();
    expect(gitAddressOf({ key: 'https://' })).toBeUndefined();
  });

  it('are shown with their newest run, their newest report and its trend', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    await clinic(db, 'empty');
    let measured = '';
    for (const [second, index] of [
      [1, 0.5],
      [2, 0.4],
    ] as const) {
      const run = await endedRun(db, project, { at: at(second) });
      await keepReport(db, run.id, reportOf(index));
      measured = run.id;
    }
    const waiting = await waitingRun(db, project, at(3));
    const { rows, total } = await portfolio(db, { limit: 10, offset: 0 });
    expect(total).toBe(2);
    expect(rows).toEqual([
      {
        ...{ id: project.id, key: project.key, name: 'clinic', index: 0.4, band: 'moderate' },
        ...{ groups: { A: 0.4 }, worst: { group: 'A', value: 0.4 }, measuredRunId: measured },
        findings: { open: { high: 2 }, fresh: 1, fixed: 0 },
        trend: [0.5, 0.4],
        lastRun: { id: waiting.id, state: 'queued', createdAt: at(3) },
      },
      expect.objectContaining({ name: 'empty', lastRun: null, index: null, worst: null, trend: [] }),
    ]);
    expect(await portfolio(db, { limit: 1, offset: 1 })).toMatchObject({
      rows: [{ name: 'empty' }],
      total: 2,
    });
    expect(await portfolio(db, { limit: 1, offset: 5 })).toEqual({ rows: [], total: 2 });
  });

  it('have no index where their newest report is of no source file, whatever that comes to', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const keepAt = async (second: number, report: NewReport) => {
      const run = await endedRun(db, project, { at: at(second) });
      await keepReport(db, run.id, report);
      return run.id;
    };
    const { report, ...rest } = reportOf(0);
    const empty = { ...rest, report: { ...report, files: { ...report.files, analysed: 0 } } };
    await keepAt(1, reportOf(0.5));
    const id = await keepAt(2, empty);
    const [row] = (await portfolio(db, { limit: 1, offset: 0 })).rows;
    expect(row).toMatchObject({ index: null, band: null, worst: null, measuredRunId: id, trend: [0.5] });
    expect(row?.groups).toEqual({ A: null });
    await keepAt(3, reportOf(0.4));
    expect((await portfolio(db, { limit: 1, offset: 0 })).rows).toMatchObject([
      { index: 0.4, trend: [0.5, 0.4] },
    ]);
  });

  it('are ordered by each column, those without a value last, and found by name, address and band', async () => {
    const { db } = await places.newDatabase();
    for (const [second, name, index] of [
      [3, 'beta', 0.2],
      [1, 'Alpha', 0.9],
      [2, '100%_', 0.5],
    ] as const) {
      const run = await endedRun(db, await clinic(db, name), { at: at(second) });
      await keepReport(db, run.id, reportOf(index));
    }
    await clinic(db, 'zero');
    const names = async (asked: Partial<Parameters<typeof portfolio>[1]>) =>
      (await portfolio(db, { ...asked, limit: 9, offset: 0 })).rows.map(({ name }) => name);
    expect(await names({})).toEqual(['100%_', 'Alpha', 'beta', 'zero']);
    expect(await names({ order: 'name', descending: true })).toEqual(['zero', 'beta', 'Alpha', '100%_']);
    expect(await names({ order: 'index' })).toEqual(['beta', '100%_', 'Alpha', 'zero']);
    expect(await names({ order: 'group', descending: true })).toEqual(['Alpha', '100%_', 'beta', 'zero']);
    expect(await names({ order: 'lastRun', descending: true })).toEqual(['beta', '100%_', 'Alpha', 'zero']);
    for (const order of PORTFOLIO_ORDERS) expect(await names({ order })).toHaveLength(4);
    expect(await names({ text: 'ALPHA' })).toEqual(['Alpha']);
    expect(await names({ text: 'example.org/b' })).toEqual(['beta']);
    expect(await names({ text: '%_' })).toEqual(['100%_']);
    expect(await names({ text: "' or 1=1 --" })).toEqual([]);
    expect(await names({ text: '\\' })).toEqual([]);
    expect(await names({ band: 'moderate', text: 'a' })).toEqual(['100%_', 'Alpha', 'beta']);
    expect(await names({ band: 'low' })).toEqual([]);
  });

  it('are judged by their default ref, once one is set', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    for (const [second, index, ref] of [
      [1, 0.3, 'main'],
      [2, 0.8, 'experiment'],
    ] as const) {
      const run = await endedRun(db, project, { at: at(second), ref });
      await keepReport(db, run.id, reportOf(index));
    }
    const index = async () => (await portfolio(db, { limit: 1, offset: 0 })).rows[0]?.index;
    expect(await index()).toBe(0.8);
    await changeSettings(db, { projectId: project.id, defaultRef: 'main' }, at(3));
    expect(await index()).toBe(0.3);
    expect((await trendOf(db, project.id, 9)).map((point) => point.index)).toEqual([0.3]);
    expect(await waitingRun(db, project, at(4))).toMatchObject({ source: { ref: 'main' } });
  });

  it('show the newest of reports that are stored at once', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const runs = await Promise.all([1, 2, 3, 4].map((second) => endedRun(db, project, { at: at(second) })));
    await Promise.all(runs.map(({ id }, i) => keepReport(db, id, reportOf(i / 10))));
    const { rows } = await portfolio(db, { limit: 1, offset: 0 });
    expect(rows[0]).toMatchObject({ index: 0.3, trend: [0, 0.1, 0.2, 0.3] });
  });
});
