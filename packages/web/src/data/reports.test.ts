import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, endedRun, keepReport, reportOf } from '../../test/samples.ts';
import { loadReport, trendOf } from './reports.ts';
import { findRun } from './runs.ts';

describeDatabases('reports', (places) => {
  it('come back byte for byte, and leave their figures in the run', async () => {
    const { db } = await places.newDatabase();
    const run = await endedRun(db, await clinic(db));
    const report = reportOf(0.31);
    await keepReport(db, run.id, report);
    expect(await loadReport(db, run.id)).toBe(report.document);
    expect(await findRun(db, run.id)).toMatchObject({ index_value: 0.31, band: 'moderate', gate: 'passed' });
    expect(await loadReport(db, '00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });

  it('are kept whole or not at all', async () => {
    const { db } = await places.newDatabase();
    const run = await endedRun(db, await clinic(db));
    const report = reportOf(0.3);
    const twice = {
      ...report,
      report: { ...report.report, metrics: [...report.report.metrics, ...report.report.metrics] },
    };
    await expect(keepReport(db, run.id, twice)).rejects.toThrow();
    expect(await loadReport(db, run.id)).toBeUndefined();
    expect((await findRun(db, run.id))?.index_value).toBeNull();
  });

  it('that were changed behind our back are not handed out', async () => {
    const { db } = await places.newDatabase();
    const run = await endedRun(db, await clinic(db));
    await keepReport(db, run.id, reportOf(0.3));
    await db.updateTable('report').set({ sha256: 'other' }).where('run_id', '=', run.id).execute();
    await expect(loadReport(db, run.id)).rejects.toThrow('damaged');
  });

  it('make a curve of what was measured, and of nothing else', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    for (const [second, index] of [
      [1, 0.5],
      [2, 0.4],
      [3, 0.45],
    ] as const) {
      const run = await endedRun(db, project, { at: at(second) });
      await keepReport(db, run.id, reportOf(index));
    }
    await endedRun(db, project, { at: at(4), state: 'failed' });
    const trend = await trendOf(db, project.id, 2);
    expect(trend.map(({ index }) => index)).toEqual([0.4, 0.45]);
    expect(trend[0]).toMatchObject({ metrics: { A1: 0.4, E1: null }, groups: { A: 0.4 }, revision: 'abc' });
  });
});
