import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { arbitraryReport } from '../../test/arbitrary-report.ts';
import { hostileText } from '../../test/hostile-text.ts';
import { HANDLER, ROAD_FINDING, SERVICE, SERVICE_GUARD, treeReport } from '../../test/two-trees.ts';
import { judgeGate } from '../gate/evaluate-gate.ts';
import { compareReports } from './compare-reports.ts';
import { renderComparisonMarkdown } from './comparison-markdown.ts';

describe('a comparison as Markdown', () => {
  it('leads with the verdict and names the cause of what is new', () => {
    const head = treeReport({ findings: [ROAD_FINDING], contents: { [SERVICE]: 's2' } });
    const comparison = compareReports(treeReport({ guards: [SERVICE_GUARD] }), head);
    const gate = judgeGate({ report: head, comparison, conditions: { failOnNew: ['critical'] } });
    const text = renderComparisonMarkdown(comparison, { lang: 'en', gate });
    expect(text.indexOf('Gate failed')).toBeLessThan(text.indexOf('New risk in untouched code'));
    expect(text).toContain('guard removed:');
    expect(renderComparisonMarkdown(comparison, { lang: 'ru', gate })).toContain(
      'Новый риск в нетронутом коде',
    );
  });

  it('keeps within its bytes, whatever is compared', () => {
    const bytes = fc.integer({ min: 2_000, max: 8_000 });
    fc.assert(
      fc.property(arbitraryReport, arbitraryReport, bytes, (...[base, head, maxBytes]) => {
        const text = renderComparisonMarkdown(compareReports(base, head), { lang: 'ru', maxBytes });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
      }),
    );
    const many = treeReport({
      findings: Array.from({ length: 3_000 }, (_, at) => ({
        ...ROAD_FINDING,
        fingerprint: `${at}`,
        id: `${at}`,
      })),
    });
    const text = renderComparisonMarkdown(compareReports(treeReport(), many), {
      lang: 'en',
      maxBytes: 4_000,
    });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_000);
    expect(text).toContain('left out');
    expect(() => renderComparisonMarkdown(compareReports(many, many), { lang: 'en', maxBytes: 10 })).toThrow(
      RangeError,
    );
  });

  it('shows hostile text as text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const finding = { ...ROAD_FINDING, what: text, file: text || 'x', id: text.slice(0, 200) };
        const guard = { ...SERVICE_GUARD, method: HANDLER, text };
        const comparison = compareReports(
          treeReport({ guards: [guard] }),
          treeReport({ findings: [finding] }),
        );
        const html = micromark(renderComparisonMarkdown(comparison, { lang: 'en' }).replaceAll('<br>', ' '), {
          extensions: [gfm()],
          htmlExtensions: [gfmHtml()],
        });
        expect(html).not.toMatch(/<(?:a|img|script|iframe|details|input)\b/i);
      }),
      { numRuns: 60 },
    );
  });
});
