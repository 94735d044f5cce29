import { compareReports, type Report } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { sampleFinding } from '../../../report/test/sample-report.ts';
import { HANDLER, SAVE, treeReport } from '../../../report/test/two-trees.ts';
import { guardRemoved, roadOpened } from '../../test/comment-sample.ts';
import { openedRoads } from './opened-roads.ts';
import { MOST_NODES, roadDrawing } from './road-drawing.ts';

const ENTRY = 'http POST /owners';
const WRITE = 'db.write Owner';

describe('roads that a change opened', () => {
  it('are told with the way and the call that opened them', () => {
    const { head, comparison } = roadOpened().analysis;
    const { roads, all } = openedRoads(head, comparison ?? never(), 5);
    expect(all).toBe(1);
    expect(roads).toMatchObject([
      { entry: ENTRY, operation: WRITE, verdict: 'public', nodes: [ENTRY, HANDLER, SAVE, WRITE] },
    ]);
    expect(roads[0]?.added).toMatchObject({ from: SAVE, to: WRITE });
  });

  it('are none where the guard alone is gone', () => {
    const { head, comparison } = guardRemoved().analysis;
    expect(openedRoads(head, comparison ?? never(), 5)).toEqual({ roads: [], all: 0 });
  });

  it('have those first that anybody may walk', () => {
    const base = twoEntries([]);
    const head = twoEntries([[SAVE, WRITE]]);
    const { roads } = openedRoads(head, compareReports(base, head), 5);
    expect(roads.map(({ verdict }) => verdict)).toEqual(['public', 'authorized']);
  });
});

describe('the drawing of a change', () => {
  it('marks the changed symbol and the added call', () => {
    const { head, comparison } = roadOpened().analysis;
    const opened = openedRoads(head, comparison ?? never(), 5).roads;
    const drawing = roadDrawing(head, comparison ?? never(), { opened, findings: [] });
    expect(drawing?.edges.map(({ mark }) => mark)).toEqual(['old', 'old', 'new']);
    expect(drawing?.nodes.filter(({ isChanged }) => isChanged).map(({ id }) => id)).toEqual([SAVE]);
    expect(drawing?.nodes.map(({ kind }) => kind)).toEqual(['entry', 'method', 'method', 'sink']);
  });

  it('shows the guard that is gone in front of what it guarded', () => {
    const { head, comparison } = guardRemoved().analysis;
    const findings = (comparison ?? never()).findings;
    const drawing = roadDrawing(head, comparison ?? never(), { opened: [], findings });
    expect(drawing?.nodes.at(-1)).toMatchObject({ kind: 'guard', label: "@PreAuthorize(hasRole('VET'))" });
    expect(drawing?.edges.at(-1)).toMatchObject({ to: SAVE, mark: 'gone' });
  });

  it('is none for a finding in one place that nothing leads to', () => {
    const finding = sampleFinding({ path: [], symbol: SAVE });
    const head = treeReport({ findings: [finding] });
    const comparison = compareReports(treeReport(), head);
    expect(roadDrawing(head, comparison, { opened: [], findings: comparison.findings })).toBeNull();
  });

  it('never has more nodes than can be read, and leaves out the middle of a long road', () => {
    const hops = Array.from({ length: 300 }, (_, index) => `org.clinic.Step${index}#go()`);
    const findings = [0, 100, 200].map((from) =>
      sampleFinding({
        ...{ id: `F-${from}`, fingerprint: `print-${from}` },
        path: hops.slice(from, from + 100).map((symbol) => ({ file: 'src/A.java', line: 1, symbol })),
      }),
    );
    const head = treeReport({ findings });
    const comparison = compareReports(treeReport(), head);
    const drawing = roadDrawing(head, comparison, { opened: [], findings: comparison.findings });
    expect(drawing?.nodes.length).toBeLessThanOrEqual(MOST_NODES);
    expect(drawing?.nodes.map(({ label }) => label)).toContain('…');
    expect(drawing?.nodes[0]?.label).toBe('Step0.go');
  });
});

/** A tree whose handler is reached by an entry point that needs a role, and by one that needs nothing. */
function twoEntries(more: readonly (readonly [string, string])[]): Report {
  const tree = treeReport({ edges: [[HANDLER, SAVE], ...more] });
  const [entry] = tree.entryPoints;
  if (entry === undefined) return never();
  const open = { ...entry, id: 'http GET /z', access: { ...entry.access, verdict: 'public' as const } };
  const closed = { ...entry, access: { ...entry.access, verdict: 'authorized' as const } };
  const { nodes, edges } = tree.topology;
  return {
    ...tree,
    entryPoints: [closed, open],
    topology: {
      nodes: [...nodes, { id: open.id, kind: 'entry', label: 'GET /z', file: null, line: null }],
      edges: [
        ...edges,
        { from: open.id, to: HANDLER, how: 'entry', confidence: 'certain', file: 'a', line: 1 },
      ],
    },
  };
}

function never(): never {
  throw new Error('the sample has no comparison');
}
