import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic } from '../../test/samples.ts';
import { nextTick } from './next-tick.ts';
import {
  changeSettings,
  loadSettings,
  pushSecretOf,
  settingsChangeSchema,
  storedGateOf,
} from './project-settings.ts';

const SECRET = 'a secret of sixteen';

describeDatabases('settings of a project', (places) => {
  it('are changed one by one, and show no secret', async () => {
    const { db } = await places.newDatabase();
    const { id: projectId } = await clinic(db);
    const nothing = {
      ...{ defaultRef: null, gate: null, schedule: null, nextTickAt: null, webhook: null },
      hasPushSecret: false,
    };
    expect(await loadSettings(db, projectId)).toEqual(nothing);
    const url = 'https://example.org/hook';
    await changeSettings(db, { projectId, gate: { maxRisk: 0.4, failOnNew: 'high' } }, at(1));
    await changeSettings(db, { projectId, webhook: { url, secret: SECRET }, pushSecret: SECRET }, at(2));
    const schedule = { cron: '0 3 * * *', timeZone: 'Asia/Tokyo' };
    await changeSettings(db, { projectId, schedule, defaultRef: 'main' }, at(3));
    const settings = await loadSettings(db, projectId);
    expect(settings).toEqual({
      ...{ defaultRef: 'main', gate: { maxRisk: 0.4, failOnNew: 'high' }, schedule, hasPushSecret: true },
      ...{ nextTickAt: new Date('2026-11-26T18:00:00Z'), webhook: { url, isSigned: true } },
    });
    expect(JSON.stringify(settings)).not.toContain(SECRET);
    expect(await storedGateOf(db, projectId)).toEqual({ maxRisk: 0.4, failOnNew: 'high' });
    expect(await pushSecretOf(db, projectId)).toBe(SECRET);
    const cleared = { gate: null, schedule: null, webhook: null, pushSecret: null, defaultRef: null };
    await changeSettings(db, { projectId, ...cleared }, at(4));
    expect(await loadSettings(db, projectId)).toEqual(nothing);
  });

  it('that make no sense are refused, and change nothing', async () => {
    const { db } = await places.newDatabase();
    const { id: projectId } = await clinic(db);
    const schedule = (cron: string, timeZone = 'UTC') => ({ projectId, schedule: { cron, timeZone } });
    for (const change of [
      schedule('* * * * * *'),
      schedule('@daily'),
      schedule('61 * * * *'),
      schedule('0 0 31 2 *'),
      schedule('0 3 * * *', 'Europe/Atlantis'),
      { projectId, defaultRef: '--upload-pack=x' },
    ]) {
      const changing = Promise.resolve().then(() => changeSettings(db, change, at(0)));
      await expect(changing, JSON.stringify(change)).rejects.toMatchObject({ code: 'SETTING_INVALID' });
    }
    expect((await loadSettings(db, projectId))?.schedule).toBeNull();
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await changeSettings(db, { projectId: nobody, gate: null }, at(0))).toBe(false);
    expect(await loadSettings(db, nobody)).toBeUndefined();
    for (const body of [
      { gate: { maxRisk: 2 } },
      { gate: { maxRisc: 0.2 } },
      { pushSecret: 'short' },
      { x: 1 },
    ])
      expect(settingsChangeSchema.safeParse(body).success, JSON.stringify(body)).toBe(false);
  });
});

describe('a schedule', () => {
  it('is due at the hour of its time zone, in summer and in winter', () => {
    const schedule = { cron: '30 2 * * *', timeZone: 'Europe/Berlin' };
    expect(nextTick(schedule, new Date('2026-07-01T12:00:00Z'))).toEqual(new Date('2026-07-02T00:30:00Z'));
    expect(nextTick(schedule, new Date('2026-12-01T12:00:00Z'))).toEqual(new Date('2026-12-02T01:30:00Z'));
  });

  it('is always due later than the moment that is asked of', () => {
    const moments = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    });
    const crons = fc.constantFrom('* * * * *', '*/7 1-5 * * *', '0 0 1 * *', '30 2 * * 0', '0 0 29 2 *');
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu');
    fc.assert(
      fc.property(moments, crons, zones, (after, cron, timeZone) => {
        expect(nextTick({ cron, timeZone }, after).getTime()).toBeGreaterThan(after.getTime());
      }),
    );
  });
});
