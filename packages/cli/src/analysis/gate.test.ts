import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport } from '../../../report/test/sample-report.ts';
import { judge } from './gate.ts';

const reportWith = (gate: unknown, severity: 'high' | 'low' = 'high') =>
  sampleReport({
    findings: [sampleFinding({ severity })],
    meta: { ...sampleReport().meta, config: { gate } },
  });

const NONE = { failOn: null, maxRisk: null };

describe('the gate', () => {
  it('is not there without a condition, even for a report on nothing', () => {
    const empty = sampleReport({ files: { ...sampleReport().files, analysed: 0 } });
    expect(judge(empty, NONE)).toBeNull();
    expect(judge(reportWith({ failOn: 'none', maxRisk: null }), NONE)).toBeNull();
  });

  it.each([
    ['comes from the configuration', { failOn: 'high' }, NONE, 'failed'],
    ['of the configuration is about severities from there on', { failOn: 'critical' }, NONE, 'passed'],
    ['of the configuration has a limit', { maxRisk: 0.3 }, NONE, 'failed'],
    ['takes a flag for the configuration', { failOn: 'critical' }, { ...NONE, failOn: 'low' }, 'failed'],
    ['takes a limit for the configuration', { maxRisk: 0.3 }, { ...NONE, maxRisk: 0.5 }, 'passed'],
    ['keeps the other half of the configuration', { failOn: 'high' }, { ...NONE, maxRisk: 1 }, 'failed'],
  ] as const)('%s', (...[, gate, flags, verdict]) => {
    expect(judge(reportWith(gate), flags)?.verdict).toBe(verdict);
  });

  it('can be taken back by a flag', () => {
    expect(judge(reportWith({ failOn: 'high' }), { failOn: 'none', maxRisk: null })).toBeNull();
  });

  it.each([[null], ['high'], [{ failOn: 3, maxRisk: 'low' }], [{ maxRisk: 7 }]])(
    'ignores what another program echoed as a gate: %j',
    (gate) => expect(judge(reportWith(gate), NONE)).toBeNull(),
  );

  it('fails a report on nothing once there is a condition', () => {
    const empty = sampleReport({ files: { ...sampleReport().files, analysed: 0 }, findings: [] });
    expect(judge(empty, { failOn: 'critical', maxRisk: null })?.reasons).toEqual([
      { code: 'nothing-analysed' },
    ]);
  });
});
