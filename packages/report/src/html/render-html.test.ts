import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/hostile-text.ts';
import { sampleReport, sampleRunRecord } from '../../test/sample-report.ts';
import type { PageData, PageGraph } from './page-data.ts';
import { renderHtml } from './render-html.ts';

const BUDGET = 1_500_000;

function block<Value>(html: string, id: string): Value {
  const [, written = ''] = new RegExp(`id="${id}">([^<]*)<`).exec(html) ?? [];
  return JSON.parse(inflateSync(Buffer.from(written, 'base64')).toString()) as Value;
}

describe('the HTML report as a file', () => {
  it('is the same for the same report and options', () => {
    expect(renderHtml(sampleReport(), { lang: 'en' })).toBe(renderHtml(sampleReport(), { lang: 'en' }));
  });

  it('has at most 1.5 MB before the data', () => {
    const html = renderHtml(sampleReport(), { lang: 'en' });
    const data = [...html.matchAll(/id="csqa-(?:report|graph)">([^<]*)</g)];
    expect(data).toHaveLength(2);
    const bytes = data.reduce((sum, [, written = '']) => sum + written.length, 0);
    expect(Buffer.byteLength(html) - bytes).toBeLessThan(BUDGET);
  });

  it('lets a browser run its own script and style and nothing else, and load nothing', () => {
    const html = renderHtml(sampleReport(), { lang: 'en' });
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const hashOf = (element: RegExp): string => {
      const [, text = ''] = element.exec(html) ?? [];
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(/<script>([\s\S]*?)<\/script>/)}`,
      `style-src ${hashOf(/<style[^>]*>([\s\S]*?)<\/style>/)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    const markup = html.replace(/(<(script|style)[^>]*>)[\s\S]*?<\/\2>/g, '$1');
    expect(markup.length).toBeLessThan(3_000);
    expect(markup).not.toMatch(/<[a-z]+[^>]*\s(?:on[a-z]+|style|src|href)=/i);
  });

  it('tells how the report came about where it is told, and leaves out what goes on while it is written', () => {
    const record = sampleRunRecord();
    const run = {
      ...record,
      timings: {
        ...record.timings,
        phases: [
          { phase: 'analyse', startedAt: record.timings.startedAt, wallMs: 812.4 },
          { phase: 'render', startedAt: record.timings.startedAt, wallMs: 3 },
        ],
      },
    };
    const html = renderHtml(sampleReport(), { lang: 'en', run });
    const data = block<PageData>(html, 'csqa-report');
    expect(data.run?.phases).toEqual([{ phase: 'analyse', wallMs: 812 }]);
    expect(data.run?.engine).toBe(`${record.engine.name} (${record.engine.isolation})`);
    expect(block<PageData>(renderHtml(sampleReport(), { lang: 'en' }), 'csqa-report').run).toBeNull();
  });

  it('holds the report without what the page does not read, and the topology as columns', () => {
    const report = sampleReport();
    const html = renderHtml(report, { lang: 'ru' });
    const data = block<PageData>(html, 'csqa-report');
    expect(data.language).toBe('ru');
    expect(data.report).toEqual({ ...report, methods: [], sources: [], topology: { nodes: [], edges: [] } });
    const graph = block<PageGraph>(html, 'csqa-graph');
    expect(graph.nodes.id).toEqual(['http POST /owners', report.entryPoints[0]?.handler]);
    expect(graph.edges.from).toEqual([0]);
    expect(graph.edges.to).toEqual([1]);
  });

  it('leaves out edges to nodes that the report does not hold, rather than inventing a node', () => {
    const { topology } = sampleReport();
    const [edge] = topology.edges;
    if (edge === undefined) throw new Error('expected an edge in the sample');
    const dangling = { ...topology, edges: [edge, { ...edge, to: 'nowhere' }] };
    const graph = block<PageGraph>(
      renderHtml(sampleReport({ topology: dangling }), { lang: 'en' }),
      'csqa-graph',
    );
    expect(graph.edges.from).toHaveLength(1);
  });

  it('lists the production files with lines where the report tells them, with methods where it does not', () => {
    const hash = '0'.repeat(32);
    const sources = [
      { file: 'pom.xml', hash },
      { file: 'src/A.java', hash, language: 'java', role: 'production', lines: 120 },
      { file: 'src/ATest.java', hash, language: 'java', role: 'test', lines: 80 },
    ];
    const filesOf = (report: ReturnType<typeof sampleReport>) =>
      block<PageData>(renderHtml(report, { lang: 'en' }), 'csqa-report').files;
    expect(filesOf(sampleReport({ sources }))).toEqual([
      { path: 'src/A.java', size: 120, methods: 0, complexity: 0, exposure: null },
    ]);
    expect(filesOf(sampleReport())).toEqual([
      {
        path: 'src/main/java/org/clinic/OwnerController.java',
        size: 1,
        methods: 1,
        complexity: 3,
        exposure: 3,
      },
    ]);
  });

  it('shows no markup of the analysed tree, whatever its project is called', () => {
    const plainTags = renderHtml(sampleReport(), { lang: 'en' }).match(/<[a-z]/gi)?.length;
    fc.assert(
      fc.property(hostileText, (project) => {
        const report = sampleReport();
        const html = renderHtml({ ...report, meta: { ...report.meta, project } }, { lang: 'en' });
        expect(html.match(/<[a-z]/gi)?.length).toBe(plainTags);
      }),
      { numRuns: 60 },
    );
  });
});
