import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/hostile-text.ts';
import { sampleFinding, sampleReport, sampleRunRecord } from '../../test/sample-report.ts';
import { renderCombined, renderJson, renderRunRecord } from '../writers/json.ts';
import { readCombined, readReport, readRunRecord } from './read-document.ts';

function withFindings(findings: unknown): string {
  return JSON.stringify({ ...sampleReport(), findings });
}

describe('reading', () => {
  it('gives back what was written', () => {
    const report = sampleReport();
    const run = sampleRunRecord();
    expect(readReport(renderJson(report))).toEqual({ ok: true, value: report });
    expect(readRunRecord(renderRunRecord(run))).toEqual({ ok: true, value: run });
    const combined = { contract: 1, report, orchestrator: run } as const;
    expect(readCombined(renderCombined(combined))).toEqual({ ok: true, value: combined });
    expect(readCombined(renderCombined({ ...combined, report: null }))).toMatchObject({
      ok: true,
      value: { report: null },
    });
  });

  it('takes bytes as well as text', () => {
    expect(readReport(new TextEncoder().encode(renderJson(sampleReport()))).ok).toBe(true);
  });

  it('gives back any text a finding may carry', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (what, symbol) => {
        const report = sampleReport({ findings: [sampleFinding({ what: what.slice(0, 9_000), symbol })] });
        expect(readReport(renderJson(report))).toEqual({ ok: true, value: report });
      }),
    );
  });

  it.each([
    ['nothing', '', 'not-json'],
    ['half a document', renderJson(sampleReport()).slice(0, 900), 'not-json'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'not-json'],
    ['a list', '[]', 'invalid'],
    ['null', 'null', 'invalid'],
    ['a later contract', JSON.stringify({ ...sampleReport(), contract: 2 }), 'unsupported-contract'],
    ['no contract', JSON.stringify({ ...sampleReport(), contract: undefined }), 'invalid'],
    ['lists inside lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too-deep'],
    ['lists that never end', '['.repeat(1_000_000), 'too-deep'],
    ['more than it may hold', `[${'0,'.repeat(20_000_001)}0]`, 'too-many-values'],
  ])('refuses %s and says what kind of failure it is', (_, document, code) => {
    expect(readReport(document)).toMatchObject({ ok: false, code });
  });

  it('refuses a document above the given size before it looks inside', () => {
    expect(readReport(renderJson(sampleReport()), { maxBytes: 100 })).toMatchObject({
      ok: false,
      code: 'too-large',
    });
  });

  it('names the place of what does not fit', () => {
    const result = readReport(withFindings([sampleFinding(), { ...sampleFinding(), line: 'seven' }]));
    expect(result).toMatchObject({ ok: false, code: 'invalid', issues: [{ path: 'findings[1].line' }] });
  });

  it('stops at the first element that does not fit, however many there are', () => {
    const started = process.memoryUsage().heapUsed;
    const result = readReport(withFindings(Array.from({ length: 90_000 }, () => ({}))));
    expect(result.ok).toBe(false);
    expect(result).toHaveProperty('issues.length', 15);
    expect(process.memoryUsage().heapUsed - started).toBeLessThan(200_000_000);
  });

  it('refuses a list that is longer than it may be', () => {
    const tooMany = Array.from({ length: 100_001 }, () => 0);
    expect(readReport(withFindings(tooMany))).toMatchObject({
      ok: false,
      issues: [{ path: 'findings', message: expect.stringContaining('100000') }],
    });
  });

  it('refuses an element that is a document of its own', () => {
    const path = Array.from({ length: 60_000 }, () => ({}));
    expect(readReport(withFindings([sampleFinding({ path: path as never })]))).toMatchObject({
      ok: false,
      code: 'invalid',
    });
  });

  it('is not fooled by keys that mean something to JavaScript', () => {
    const text = renderJson(sampleReport()).replace(
      '"config": {',
      '"config": {"__proto__": {"polluted": true}, "constructor": 1,',
    );
    const result = readReport(text);
    expect(result.ok).toBe(true);
    expect({}).not.toHaveProperty('polluted');
  });

  it('never throws, whatever the text', () => {
    const mutated = fc.tuple(fc.nat(20_000), fc.nat(40), hostileText).map(([start, length, text]) => {
      const document = renderJson(sampleReport());
      return document.slice(0, start) + text + document.slice(start + length);
    });
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.json(), mutated), (text) => {
        const result = readReport(text);
        return result.ok || result.message.length < 1_000;
      }),
    );
  });
});
