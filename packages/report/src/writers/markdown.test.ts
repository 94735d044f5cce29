import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { reportSaying } from '../../test/hostile-report.ts';
import { hostileText } from '../../test/hostile-text.ts';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import { judgeGate } from '../gate/evaluate-gate.ts';
import { METRIC_IDS } from '../schema/vocabulary.ts';
import { metricsRu } from '../text/metrics-ru.ts';
import { renderComment, renderMarkdown } from './markdown.ts';

const bytes = (text: string): number => Buffer.byteLength(text);

describe('the summary for people', () => {
  const english = renderMarkdown(sampleReport(), { lang: 'en' });
  const russian = renderMarkdown(sampleReport(), { lang: 'ru' });

  it('opens with the index, its band, the confidence and both scoring models', () => {
    expect(english).toContain('**Risk index: 0.34, high** ███░░░░░░░');
    expect(english).toContain('Confidence 93 % · Scoring model `csqa-2` (csqa-1 0.41, csqa-2 0.34)');
  });

  it('has a row for every group and every metric, measured or not', () => {
    for (const id of METRIC_IDS) expect(english).toMatch(new RegExp(`^\\| ${id} \\| `, 'm'));
    for (const id of ['A', 'B', 'C', 'D', 'E', 'F'])
      expect(english).toMatch(new RegExp(`^\\| ${id} \\| `, 'm'));
    expect(english).toContain('| B4 | Fail-safe | – | not measured | – | – |');
    expect(english).toContain('- B4 Fail-safe: No catch block guards security\\-relevant code.');
  });

  it('says what was looked at and how sure the call graph is', () => {
    expect(english).toContain('47 source files, 4102 lines');
    expect(english).toContain('`java` 47');
    expect(english).toContain('903 calls in production code: exactly resolved 350 (39 %)');
    expect(english).toContain('unresolved 63 (7 %)');
  });

  it('counts entry points by verdict and names the open and the undecided ones', () => {
    expect(english).toContain('| HTTP | 2 | 1 | 0 | 0 | 0 | 1 |');
    expect(english).toContain('| `POST /owners` | `src/main/java/org/clinic/OwnerController.java:41` |');
    expect(english).toContain('built at run time');
  });

  it('gives each finding its place, fact, risk, advice and path', () => {
    expect(english).toContain('Privileged operation close to a public entry point');
    expect(english).toContain('`src/main/java/org/clinic/OwnerController.java:41`');
    expect(english).toContain('**What**: POST /owners reaches');
    expect(english).toContain('**Why it matters**: Anybody');
    expect(english).toContain('**Fix**: Require a role');
    expect(english).toMatch(
      / {2}2\. `src\/main\/java\/org\/clinic\/OwnerService.java:22` `OwnerService.save` \(guards: validation\)/,
    );
    expect(english).toContain('`CWE-306` · `A07:2021`');
  });

  it('mentions suppressed findings, diagnostics and where the report comes from', () => {
    expect(english).toContain('1 finding is suppressed, with reasons.');
    expect(english).toContain('`syntax-error`');
    expect(english).toContain('`6f1c0d0e5a1b2c3d4e5f60718293a4b5c6d7e8f9`');
  });

  it('speaks Russian throughout, the texts of findings included where they exist', () => {
    expect(russian).toContain('**Индекс риска: 0.34, высокий**');
    for (const id of METRIC_IDS) expect(russian).toContain(metricsRu[id].name);
    expect(russian).toContain('**Что**: POST /owners доходит до');
    expect(russian).not.toMatch(/not measured|Findings|Entry point|Weighs most/);
  });

  it('falls back to the English texts of a finding that has no others', () => {
    const { localized: _, ...finding } = sampleFinding();
    expect(renderMarkdown(sampleReport({ findings: [finding] }), { lang: 'ru' })).toContain(
      '**Что**: POST /owners reaches',
    );
  });

  it('says so at the top when nothing was analysed', () => {
    const base = sampleReport();
    const empty = sampleReport({
      files: { ...base.files, analysed: 0 },
      aggregate: { ...base.aggregate, index: null, band: null },
      entryPoints: [],
      findings: [],
      coverage: { callSites: 0, exact: 0, narrowed: 0, external: 0, unresolved: 0 },
    });
    const text = renderMarkdown(empty, { lang: 'en' });
    expect(text).toContain('**No index: no code could be measured.**');
    expect(text).toContain('No source file was analysed.');
    expect(text).toContain('No findings.');
    expect(text).not.toContain('NaN');
  });

  it('shows a rule of a later version by its id', () => {
    const finding = sampleFinding({ rule: 'CSQA-Z9-thought-of-later' });
    expect(renderMarkdown(sampleReport({ findings: [finding] }), { lang: 'en' })).toContain('thought');
  });

  it('shows the worst findings first and counts the rest', () => {
    const findings = [
      ...Array.from({ length: 30 }, (_, index) => sampleFinding({ id: `low-${index}`, severity: 'low' })),
      sampleFinding({ id: 'worst', severity: 'critical' }),
    ];
    const text = renderMarkdown(sampleReport({ findings }), { lang: 'en', maxFindings: 5 });
    expect(text.match(/^### 🔴/gm)).toHaveLength(1);
    expect(text.indexOf('`worst`')).toBeLessThan(text.indexOf('`low-0`'));
    expect(text).toContain('26 more findings are in report.json');
  });

  it('shortens a long path in its middle', () => {
    const [hop] = sampleFinding().path;
    const path = Array.from({ length: 40 }, (_, index) => ({ ...(hop as object), label: `hop${index + 1}` }));
    const text = renderMarkdown(sampleReport({ findings: [sampleFinding({ path: path as never })] }), {
      lang: 'en',
    });
    expect(text).toContain('`hop1`');
    expect(text).toContain('`hop40`');
    expect(text).not.toContain('`hop20`');
  });
});

describe('the comment', () => {
  const comment = renderComment(sampleReport(), { lang: 'en' });

  it('has index, groups and the worst findings at once, and the rest folded', () => {
    const folded = comment.indexOf('<details>');
    for (const part of ['**Risk index: 0.34, high**', '| B | Barriers | 0.74 |', '**Fix**: Require a role'])
      expect(comment.slice(0, folded)).toContain(part);
    for (const id of METRIC_IDS) expect(comment.slice(folded)).toMatch(new RegExp(`^\\| ${id} \\| `, 'm'));
    expect(comment.match(/<details>/g)).toHaveLength(2);
    expect(comment.match(/<\/details>/g)).toHaveLength(2);
  });

  it('says what the gate says, with its reasons, and nothing where there is none', () => {
    const report = sampleReport();
    const told = (maxRisk: number): string =>
      renderComment(report, { lang: 'en', gate: judgeGate({ report, conditions: { maxRisk } }) });
    expect(told(0.5)).toContain('✅ **Gate passed**');
    expect(told(0.3)).toContain('❌ **Gate failed**\n\n- risk index 0.34 is above the limit 0.3');
    expect(comment).not.toContain('Gate');
  });

  it('shows ten findings and counts the rest', () => {
    const findings = Array.from({ length: 25 }, (_, index) => sampleFinding({ id: `F-${index}` }));
    const text = renderComment(sampleReport({ findings }), { lang: 'en' });
    expect(text.match(/^### .* ·/gm)).toHaveLength(10);
    expect(text).toContain('15 more findings are in report.json');
  });

  it('is below 60,000 bytes with 30,000 findings of 10 kB each, in Russian too', () => {
    const words = { what: 'Я'.repeat(10_000), why: '@octocat '.repeat(1_000), fix: '`|'.repeat(5_000) };
    const finding = sampleFinding({ ...words, localized: { ru: words } });
    const report = sampleReport({ findings: Array.from({ length: 30_000 }, () => finding) });
    const text = renderComment(report, { lang: 'ru', maxFindings: 30_000 });
    expect(bytes(text)).toBeLessThanOrEqual(60_000);
    expect(bytes(text)).toBeGreaterThan(45_000);
    expect(text).toContain('в report.json');
  });

  it('links places of the tree where the source can be looked at, and nothing else', () => {
    const options = {
      lang: 'en',
      sourceUrl: 'https://git.example/clinic/blob/6f1c',
      pathPrefix: 'app',
    } as const;
    expect(renderComment(sampleReport(), options)).toContain(
      '[`src/main/java/org/clinic/OwnerController.java:41`](<https://git.example/clinic/blob/6f1c/app/src/main/java/org/clinic/OwnerController.java#L41>)',
    );
    const outside = sampleReport({ findings: [sampleFinding({ file: '../x>).java', path: [] })] });
    expect(renderComment(outside, options)).not.toContain('](');
  });
});

/** Names of the tags that Markdown of GitHub's dialect becomes, and its links. */
function rendered(markdown: string): { readonly tags: readonly string[]; readonly links: readonly string[] } {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return {
    tags: [...html.matchAll(/<([^\s>]*)/g)].map(([, name]) => name ?? ''),
    links: [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, url]) => url ?? ''),
  };
}

describe('a summary of hostile text', () => {
  const allowed = /^\/?(?:h[123]|p|table|thead|tbody|tr|th|td|ul|ol|li|strong|code|blockquote)$/;

  it('renders to headings, tables, lists and code only, whatever the report says', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('en', 'ru'), (text, lang) => {
        const { tags } = rendered(renderMarkdown(reportSaying(text), { lang }));
        expect(tags.filter((name) => !allowed.test(name))).toEqual([]);
        expect(tags.filter((name) => name === 'h2')).toHaveLength(8);
      }),
      { numRuns: 30 },
    );
  });

  it('renders as a comment to the same and two folds, with links to the source alone', () => {
    const sourceUrl = 'https://git.example/blob/';
    fc.assert(
      fc.property(hostileText, fc.constantFrom('en', 'ru'), (text, lang) => {
        const { tags, links } = rendered(renderComment(reportSaying(text), { lang, sourceUrl }));
        expect(
          tags.filter((name) => !/^\/?(?:details|summary|a)$/.test(name) && !allowed.test(name)),
        ).toEqual([]);
        expect(tags.filter((name) => name === 'details')).toHaveLength(2);
        expect(links.filter((url) => !url.startsWith(sourceUrl))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps workflow commands from standing at the beginning of a line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const render of [renderMarkdown, renderComment])
          expect(render(reportSaying(`${text}\n::warning::x\n##[error]y`), { lang: 'en' })).not.toMatch(
            /^\s*(?:::|##\[)/m,
          );
      }),
      { numRuns: 20 },
    );
  });

  it('never exceeds the given size, and says what it left out', () => {
    const sizes = fc.integer({ min: 2_000, max: 60_000 });
    fc.assert(
      fc.property(hostileText, sizes, fc.nat(60), (text, maxBytes, count) => {
        const base = reportSaying(text);
        const findings = Array.from({ length: count }, () => base.findings[0] ?? sampleFinding());
        const summary = renderMarkdown({ ...base, findings }, { lang: 'ru', maxBytes, maxFindings: 1_000 });
        expect(bytes(summary)).toBeLessThanOrEqual(maxBytes);
        const shown = summary.match(/^### .*·/gm)?.length ?? 0;
        if (shown < count) expect(summary).toContain('в report.json');
      }),
      { numRuns: 60 },
    );
  });

  it('stays below what GitHub accepts with 30,000 findings of 10 kB each', () => {
    const finding = sampleFinding({
      what: '<'.repeat(10_000),
      why: '|'.repeat(10_000),
      fix: '`'.repeat(10_000),
    });
    const findings = Array.from({ length: 30_000 }, () => finding);
    const summary = renderMarkdown(sampleReport({ findings }), { lang: 'en', maxFindings: 30_000 });
    expect(bytes(summary)).toBeLessThanOrEqual(900 * 1024);
    expect(bytes(summary)).toBeGreaterThan(800 * 1024);
  });

  it('refuses a size in which nothing could be said', () => {
    expect(() => renderMarkdown(sampleReport(), { lang: 'en', maxBytes: 100 })).toThrow(RangeError);
  });
});
