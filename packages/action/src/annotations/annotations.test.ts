import { compareReports, type Finding, type Report, SEVERITIES } from '@csqa/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../report/test/hostile-text.ts';
import { sampleFinding, sampleReport } from '../../../report/test/sample-report.ts';
import { annotationsOf } from './annotations.ts';

function outcome(head: Report, base: Report | null, path = '') {
  return {
    ...{ project: { slug: 'pets', path }, head },
    comparison: base === null ? null : compareReports(base, head),
  };
}

function findings(count: number, changes: (at: number) => Partial<Finding> = () => ({})): Finding[] {
  return Array.from({ length: count }, (_, at) =>
    sampleFinding({
      id: `F-${at}`,
      fingerprint: `print-${at}`,
      line: at + 1,
      symbol: `a.B#m${at}()`,
      ...changes(at),
    }),
  );
}

const clean = sampleReport({ findings: [] });

describe('annotations', () => {
  it('stand beside the line of a new finding, by its path in the repository', () => {
    const head = sampleReport({ findings: [sampleFinding()] });
    const [first, ...others] = annotationsOf([outcome(head, clean, 'services/billing')], 'new', 'en');
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      kind: 'error',
      file: 'services/billing/src/main/java/org/clinic/OwnerController.java',
      line: 41,
      title: 'CSQA CSQA-B2-privileged-near-public (F-3f9a1c)',
    });
  });

  it('say nothing of what was there before, unless all are asked for', () => {
    const known = outcome(sampleReport(), sampleReport());
    expect(annotationsOf([known], 'new', 'en')).toEqual([]);
    expect(annotationsOf([known], 'all', 'en')).not.toEqual([]);
    expect(annotationsOf([known], 'none', 'en')).toEqual([]);
  });

  it('call nothing new where there is nothing to compare with', () => {
    expect(annotationsOf([outcome(sampleReport(), null)], 'new', 'en')).toEqual([]);
    expect(annotationsOf([outcome(sampleReport(), null)], 'all', 'en')).not.toEqual([]);
  });

  it('show the worst, and say how many more there are', () => {
    const many = findings(30, (at) => ({ severity: at === 29 ? 'critical' : 'high' }));
    const shown = annotationsOf([outcome(sampleReport({ findings: many }), clean)], 'new', 'en');
    expect(shown).toHaveLength(9);
    expect(shown[0]?.title).toContain('F-29');
    expect(shown.at(-1)).toMatchObject({
      file: null,
      message: 'Findings of this kind that are not shown here: 22; the job summary has them all.',
    });
  });

  it('leave room within ten of a kind for the verdict, whatever there is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.array(fc.nat(4), { minLength: 200, maxLength: 200 }),
        (count, severities) => {
          const all = findings(count, (at) => ({ severity: SEVERITIES[severities[at] ?? 0] ?? 'info' }));
          const shown = annotationsOf([outcome(sampleReport({ findings: all }), clean)], 'new', 'ru');
          const ofKind = (kind: string) => shown.filter((one) => one.kind === kind).length;
          expect(ofKind('error')).toBeLessThanOrEqual(9);
          expect(ofKind('warning')).toBeLessThanOrEqual(8);
          expect(ofKind('notice')).toBeLessThanOrEqual(10);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('are one line without anything that changes how other text looks, whatever a repository says', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (what, file) => {
        const head = sampleReport({ findings: [sampleFinding({ what, file: file || 'a' })] });
        for (const { message, title, file: path } of annotationsOf([outcome(head, clean)], 'new', 'en'))
          expect(`${message}${title}${path}`).not.toMatch(/[\p{Cc}\u202e\u2066]/u);
      }),
    );
  });
});
