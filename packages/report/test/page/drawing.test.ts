import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folders } from '../../html/sections/folders.ts';
import { MAX_NODES, mostTelling, surroundings } from '../../html/topology/choose-nodes.ts';
import { draw } from '../../html/topology/drawing.ts';
import { findingRoad } from '../../html/topology/finding-road.ts';
import { type GraphIndex, indexGraph } from '../../html/topology/graph-index.ts';
import { overlayOf } from '../../html/topology/overlay.ts';
import { pageGraph } from '../../src/html/page-graph.ts';
import { sampleFinding } from '../sample-report.ts';
import { graphReport } from './graph-report.ts';

const indexOf = (report = graphReport()): GraphIndex => indexGraph(pageGraph(report));
const names = (index: GraphIndex, nodes: Iterable<number>): readonly (string | undefined)[] =>
  [...nodes].map((node) => index.graph.nodes.id[node]);

describe('the nodes that are drawn', () => {
  it('are all on roads from an entry point to an operation, where they are few; what leads nowhere waits', () => {
    const index = indexOf();
    expect(names(index, mostTelling(index, graphReport()))).toEqual([
      'POST /owners',
      'PUT /owners',
      'Owners.create',
      'Owners.change',
      'Owners.save',
      'db.write Owner',
    ]);
  });

  it('are the whole path of a finding, from what leads to it to the operation at its last line', () => {
    const index = indexOf();
    const [finding = sampleFinding()] = graphReport().findings;
    expect(names(index, findingRoad(index, finding, graphReport().sinks))).toEqual([
      'POST /owners',
      'Owners.create',
      'Owners.save',
      'db.write Owner',
    ]);
    const elsewhere = sampleFinding({ path: [], symbol: 'nowhere' });
    expect(findingRoad(index, elsewhere, graphReport().sinks)).toEqual([]);
  });

  it('are never more than can be drawn, however many stand around a node', () => {
    const index = indexOf(graphReport(3_000));
    const around = surroundings(index, [index.byId.get('Owners.create') ?? -1]);
    expect(around.size).toBeGreaterThan(100);
    expect(around.size).toBeLessThanOrEqual(MAX_NODES);
  });
});

describe('the drawing', () => {
  const index = indexOf();
  const drawing = draw(index, mostTelling(index, graphReport()), (guard) => guard);
  const at = (id: string) => {
    const known = drawing.nodes.find((one) => one.label === id);
    if (known === undefined) throw new Error(`expected ${id} to be drawn`);
    return known;
  };

  it('has entry points in the first column and operations in the last', () => {
    const columns = drawing.nodes.map((one) => one.position.x);
    expect(at('POST /owners').position.x).toBeLessThan(at('Owners.create').position.x);
    expect(at('db.write Owner').position.x).toBe(Math.max(...columns));
    expect(Math.abs(at('POST /owners').position.x - at('PUT /owners').position.x)).toBeLessThan(1);
  });

  it('puts guards on the way: after an entry point, before a method, on a call', () => {
    const way = (from: string): readonly string[] =>
      drawing.arrows
        .filter((arrow) => arrow.from === at(from).id)
        .map((arrow) => drawing.nodes.find((one) => one.id === arrow.to)?.label ?? '');
    expect(way('PUT /owners')).toEqual(['authentication']);
    expect(way('authentication')).toEqual(['Owners.change']);
    expect(way('Owners.change')).toEqual(['audit']);
    expect(way('audit')).toEqual(['validation']);
    expect(way('Owners.create')).toEqual(['validation']);
    expect(way('validation')).toEqual(['Owners.save']);
    expect(way('POST /owners')).toEqual(['Owners.create']);
  });

  it('is coloured by access, by findings, by a metric and by numbers, and leaves plain what they say nothing about', () => {
    const report = graphReport();
    const colours = (name: string) => {
      const overlay = overlayOf(name, index, report);
      return Object.fromEntries([...overlay].map(([node, name]) => [index.graph.nodes.id[node], name]));
    };
    expect(colours('kind')).toEqual({
      'POST /owners': 'risk-high',
      'PUT /owners': 'risk-low',
      'db.write Owner': 'risk-critical',
    });
    expect(Object.keys(colours('findings'))).toHaveLength(4);
    expect(colours('B2')['Owners.save']).toBe('risk-critical');
    expect(colours('C1')).toEqual({});
    expect(colours('cognitiveComplexity')).toEqual({
      'Owners.create': 'risk-low',
      'Owners.change': 'risk-critical',
    });
  });
});

describe('folders of the code map', () => {
  it('join those that hold one folder alone, and add up', () => {
    const tree = folders([
      { path: 'src/main/java/A.java', size: 3 },
      { path: 'src/main/java/web/B.java', size: 4 },
      { path: 'src/main/java/web/Empty.java', size: 0 },
    ]);
    expect(tree).toMatchObject([
      {
        name: 'src/main/java',
        size: 7,
        children: [
          { name: 'A.java', size: 3 },
          { name: 'web', size: 4, children: [{ name: 'B.java' }] },
        ],
      },
    ]);
  });

  it('hold every file once, whatever the paths are', () => {
    const part = fc.stringMatching(/^[a-c]{1,2}$/);
    const paths = fc.uniqueArray(
      fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `${parts.join('/')}.java`),
    );
    fc.assert(
      fc.property(paths, (all) => {
        const files = all.map((path) => ({ path, size: 2 }));
        const count = (nodes: ReturnType<typeof folders>): number =>
          nodes.reduce((sum, one) => sum + (one.file === null ? count(one.children) : 1), 0);
        expect(count(folders(files))).toBe(files.length);
      }),
    );
  });
});
