import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileText } from '../../../report/test/hostile-text.ts';
import { startBrowser } from '../../../report/test/page/start-browser.ts';
import { sampleFinding } from '../../../report/test/sample-report.ts';
import { treeReport } from '../../../report/test/two-trees.ts';
import { type DrawnEdge, type DrawnKind, type DrawnNode, mermaid } from '../../src/comment/mermaid.ts';
import { renderComment, renderSummary } from '../../src/comment/render-page.ts';
import { MOST_NODES } from '../../src/comment/road-drawing.ts';
import { guardRemoved, judged, pageInput, roadOpened } from '../comment-sample.ts';
import { drawingsIn, type MermaidPage, openMermaid } from './mermaid-page.ts';

const browser: Browser | null = await startBrowser();
const TEXT = { added: 'new call', gone: 'guard removed', loosened: 'access changed' };
const KINDS = ['entry', 'method', 'sink', 'guard', 'gap'] as const satisfies readonly DrawnKind[];
const MARKS = ['old', 'new', 'gone', 'loosened'] as const satisfies readonly DrawnEdge['mark'][];

let page: MermaidPage;

beforeAll(async () => {
  if (browser !== null) page = await openMermaid(browser);
});

afterAll(() => browser?.close());

/** Drawings of any nodes in any words, up to as many as a page draws. */
const drawing = fc
  .array(fc.record({ label: hostileText, kind: fc.constantFrom(...KINDS), isChanged: fc.boolean() }), {
    minLength: 1,
    maxLength: MOST_NODES,
  })
  .chain((drawn) => {
    const nodes: DrawnNode[] = drawn.map((node, index) => ({ ...node, id: `${index} ${node.label}` }));
    const id = fc.constantFrom(...nodes.map((node) => node.id));
    const edge = fc.record({ from: id, to: id, mark: fc.constantFrom(...MARKS) });
    const edges = fc.array(edge, { maxLength: 2 * MOST_NODES });
    return fc.record({
      ...{ nodes: fc.constant(nodes), edges, direction: fc.constantFrom('LR' as const, 'TD' as const) },
    });
  });

describe.skipIf(browser === null)('the parser of Mermaid', () => {
  it('has nothing against any drawing of ours, whatever is drawn', async () => {
    const texts = fc.sample(drawing, 300).flatMap((one) => drawingsIn(mermaid(one, TEXT)));
    expect(texts).toHaveLength(300);
    const objections = await page.objections(texts);
    expect(objections.map((said, at) => (said === null ? null : [said, texts[at]])).filter(Boolean)).toEqual(
      [],
    );
  });

  it('has nothing against what comments and summaries draw, in either language', async () => {
    const inputs = [guardRemoved(), roadOpened()].flatMap((project) =>
      (['en', 'ru'] as const).map((language) => pageInput(project, { context: { language } })),
    );
    const texts = inputs.flatMap((input) =>
      [renderComment(input).body, renderSummary(input)].flatMap(drawingsIn),
    );
    expect(texts.length).toBeGreaterThanOrEqual(8);
    expect(await page.objections(texts)).toEqual(texts.map(() => null));
  });

  it('has nothing against roads of any length through names of any kind, as a comment draws them', async () => {
    const names = fc.array(hostileText, { minLength: 2, maxLength: 60 });
    const texts = fc.sample(fc.array(names, { minLength: 1, maxLength: 6 }), 40).flatMap((roads) => {
      const findings = roads.map((road, at) =>
        sampleFinding({
          ...{ id: `F-${at}`, fingerprint: `print-${at}` },
          path: road.map((symbol) => ({ file: 'src/A.java', line: 1, symbol, label: symbol })),
        }),
      );
      return drawingsIn(renderComment(pageInput(judged(treeReport(), treeReport({ findings })))).body);
    });
    expect(texts.length).toBeGreaterThan(20);
    expect(await page.objections(texts)).toEqual(texts.map(() => null));
  });

  it('objects to a label that is not escaped, so that its silence means something', async () => {
    const [safe = ''] = drawingsIn(mermaid({ nodes: [named('a b')], edges: [], direction: 'LR' }, TEXT));
    const hostile = safe.replace('a b', 'a" ] b');
    expect(await page.objections([safe, hostile])).toEqual([null, expect.stringMatching(/Parse error/)]);
  });
});

describe.skipIf(browser === null)('the picture', () => {
  it('shows names as they are written, and is made of shapes and words alone', async () => {
    const labels = [
      '@PreAuthorize("hasRole(\'VET\')")',
      '<img src=x onerror=alert(1)>',
      'Владелец #35; & co',
    ];
    const nodes = labels.map(named);
    const edges = [{ from: labels[0] ?? '', to: labels[1] ?? '', mark: 'gone' as const }];
    const [text = ''] = drawingsIn(mermaid({ nodes, edges, direction: 'TD' }, TEXT));
    const { words, elements } = await page.drawn(text);
    for (const label of [...labels, 'guard removed']) expect(words).toContain(label);
    expect(elements.filter((name) => /^(?:a|img|script|iframe|image|use)$/.test(name))).toEqual([]);
  });
});

function named(label: string): DrawnNode {
  return { id: label, label, kind: 'method', isChanged: false };
}
