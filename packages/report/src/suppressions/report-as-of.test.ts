import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../test/sample-report.ts';
import { reportAsOf } from './report-as-of.ts';

const base = sampleReport();
const [suppressed] = base.suppressed;
if (suppressed === undefined) throw new Error('the sample has no suppressed finding');
const place = { ...suppressed.suppression, rule: suppressed.rule };
const report = sampleReport({ suppressions: [{ ...place, findings: 1 }] });

describe('a report as of a day', () => {
  it('keeps a finding suppressed to the end of the last day', () => {
    expect(reportAsOf(report, '2027-01-31')).toEqual(report);
  });

  it('has it back on the day after, as it was, and says so', () => {
    const later = reportAsOf(report, '2027-02-01');
    expect(later.suppressed).toEqual([]);
    expect(later.findings.map(({ id }) => id)).toEqual(['F-77aa01', 'F-3f9a1c']);
    expect(later.findings[0]).not.toHaveProperty('suppression');
    expect(later.diagnostics.at(-1)).toMatchObject({
      code: 'suppression-expired',
      message: expect.stringContaining('2027-01-31'),
      localized: { ru: { message: expect.stringContaining('истёк') } },
      file: place.file,
      line: 40,
    });
    expect([later.metrics, later.aggregate]).toEqual([report.metrics, report.aggregate]);
  });

  it('tells of one that ran out with no finding left for it', () => {
    const idle = { ...place, rule: 'CSQA-C3-secret-in-log', until: '2026-01-01', findings: 0 };
    const later = reportAsOf(sampleReport({ suppressions: [idle] }), '2026-11-26');
    expect(later.suppressed).toHaveLength(1);
    expect(later.diagnostics.at(-1)?.message).toContain('CSQA-C3-secret-in-log ended on 2026-01-01');
  });

  it('never ends what has no end', () => {
    const forever = { ...suppressed, suppression: { ...suppressed.suppression, until: null } };
    const endless = sampleReport({ suppressed: [forever] });
    expect(reportAsOf(endless, '9999-12-31')).toEqual(endless);
  });

  it('reads reports that do not list their suppressions', () => {
    expect(reportAsOf(base, '2027-02-01').diagnostics.at(-1)?.code).toBe('suppression-expired');
  });

  it('is the same for a day given twice, and loses no finding on any day', () => {
    const days = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const once = reportAsOf(report, day);
        expect(reportAsOf(once, day)).toEqual(once);
        expect(once.findings.length + once.suppressed.length).toBe(2);
      }),
    );
  });

  it.each(['', '2026-02-30', '2026-1-1', '26-01-01', 'today', '2026-01-01T00:00:00Z'])(
    'refuses %j for a day',
    (day) => expect(() => reportAsOf(report, day)).toThrow(RangeError),
  );
});
