import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportOf, reportSaying } from '../../test/hostile-report.ts';
import { hostileText } from '../../test/hostile-text.ts';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import { plain } from '../text/plain.ts';
import { renderCsv } from './csv.ts';

/** Rows as an independent reader has them, without the apostrophe that stands before what looks like a formula. */
function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  return parse(text, { columns: true, record_delimiter: '\r\n', bom: true });
}

describe('findings.csv', () => {
  it('has a row for every finding, the suppressed ones last with the reason', () => {
    const [open, suppressed] = rowsOf(renderCsv(sampleReport(), { lang: 'en' }));
    expect(open).toMatchObject({
      id: 'F-3f9a1c',
      rule: 'CSQA-B2-privileged-near-public',
      severity: 'critical',
      line: '41',
      path: 'POST /owners (src/main/java/org/clinic/OwnerController.java:41) > OwnerService.save (src/main/java/org/clinic/OwnerService.java:22)',
      cwe: 'CWE-306',
      owasp: 'A07:2021 A07:2025',
      suppressed: '',
    });
    expect(suppressed).toMatchObject({
      suppressed: 'comment',
      suppressionReason: 'A public form',
      suppressedUntil: '2027-01-31',
    });
  });

  it('is a head alone where there is no finding', () => {
    const text = renderCsv(sampleReport({ findings: [], suppressed: [] }), { lang: 'en' });
    expect(text).toMatch(/^id,rule,metric,[^\r\n]*\r\n$/);
  });

  it('speaks Russian, with the mark that Excel wants', () => {
    const text = renderCsv(sampleReport(), { lang: 'ru' });
    expect(text.startsWith('\ufeffid,')).toBe(true);
    expect(text).toContain('не требует входа');
    expect(renderCsv(sampleReport(), { lang: 'en' }).startsWith('id,')).toBe(true);
  });

  it.each(['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '\uff1d1'])(
    'lets no spreadsheet compute %j',
    (what) => {
      const [row] = rowsOf(renderCsv(sampleReport({ findings: [sampleFinding({ what })] }), { lang: 'en' }));
      expect(row?.what).toBe(`'${plain(what, 100)}`);
    },
  );

  it('gives back every cell, whatever is in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const written = renderCsv(reportSaying(text), { lang: 'en' });
        const cell = plain(text, 8_000);
        for (const row of rowsOf(written)) {
          expect([cell, `'${cell}`]).toContain(row.what);
          expect(Object.values(row).filter((value) => /^[=+\-@\t\r]|[\n\0]/.test(value))).toEqual([]);
        }
        expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('has as many rows as there are findings, up to 30,000', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 30_000), fc.array(hostileText, { minLength: 1 }), (count, texts) => {
        const report = {
          ...reportOf(
            count,
            texts.map((text) => text.slice(0, 500)),
          ),
          suppressed: [],
        };
        expect(rowsOf(renderCsv(report, { lang: 'ru' }))).toHaveLength(count);
      }),
      { numRuns: 6 },
    );
  });
});
