import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { entry, sink } from '../../test/view-of.ts';
import { GUARD_CATEGORIES } from '../models/kinds.ts';
import type { EntryPoint, Guard, ImplicitCall, Sink } from '../models/labels.ts';
import { buildRequestGraph, type CallGraph } from './call-graph.ts';
import { indexGuards } from './guard-masks.ts';
import { withImplicitCalls } from './implicit-calls.ts';
import { findRoads } from './roads.ts';

/** A program of empty classes `M0`, `M1` … whose `run` calls others; `M<n>` may sink by calling nothing. */
interface Shape {
  /** For each method the methods it calls, in order. */
  readonly calls: readonly (readonly number[])[];
  /** For each method the categories that entering it meets, as numbers of `GUARD_CATEGORIES`. */
  readonly guards: readonly (readonly number[])[];
  readonly sinks: readonly number[];
}

function build(shape: Shape) {
  const text = shape.calls
    .map(
      (called, index) =>
        `class M${index} { static void run() { ${called.map((to) => `M${to}.run();`).join(' ')} } }`,
    )
    .join('\n');
  const sample = sampleOf(text);
  const idOf = (index: number) => sample.method(`M${index}.run`).id;
  const file = sample.method('M0.run').owner.file.facts.path;
  const guards = shape.guards.flatMap((categories, index) =>
    categories.map(
      (category): Guard => ({
        category: GUARD_CATEGORIES[category] ?? 'audit',
        mechanism: 'sample',
        carrier: { kind: 'method', method: idOf(index) },
        evidence: { file, line: 1, text: '' },
        confidence: 'certain',
      }),
    ),
  );
  const sinks = shape.sinks.map(
    (index): Sink =>
      sink(`db.write ${index}`, {
        method: idOf(index),
        operationIndex: 0,
        location: { file, line: index + 1 },
      }),
  );
  const start = entry('start', { handler: idOf(0) });
  return { sample, guards, sinks, start };
}

function roadsOf(shape: Shape, depthLimit = 12, roadLimit = 1_000) {
  const { sample, guards, sinks, start } = build(shape);
  const found = findRoads({
    graph: sample.graph,
    guards: indexGuards(sample.graph, guards),
    entryPoints: [start],
    sinks,
    depthLimit,
    roadLimit,
  });
  return {
    truncated: found.cut.length > 0,
    roads: found.roads.map((road) => ({
      operation: road.sink.operation,
      categories: road.categories.length,
      distance: road.shortestDistance,
      way: road.hops.map((hop) => hop.label.replace('.run', '')),
      sinceTrust: road.hopsSinceTrust,
      unchecked: road.uncheckedHops,
    })),
  };
}

/** Categories of GUARD_CATEGORIES by number. */
const AUTHENTICATION = 0;
const AUTHORIZATION = 1;
const VALIDATION = 2;

describe('a road that goes through another entry point by a request', () => {
  it('meets the guards of that entry point, which a plain call passes by', () => {
    const { sample, sinks, start } = build({ calls: [[], []], guards: [], sinks: [1] });
    const file = sample.method('M0.run').owner.file.facts.path;
    const guard: Guard = {
      category: 'authorization',
      mechanism: 'path-rule',
      carrier: { kind: 'entry', entry: 'http GET /inner', handler: sample.method('M1.run').id },
      evidence: { file, line: 1, text: '' },
      confidence: 'certain',
    };
    const guardsMet = (through: { readonly entry?: string }) => {
      const call: ImplicitCall = {
        caller: sample.method('M0.run').id,
        operation: null,
        target: {
          method: sample.method('M1.run').id,
          how: 'implicit:sample',
          confidence: 'likely',
          ...through,
        },
      };
      const graph = buildRequestGraph(withImplicitCalls(sample.program, [call]));
      const input = {
        graph,
        guards: indexGuards(graph, [guard]),
        entryPoints: [start],
        sinks,
        depthLimit: 12,
      };
      return findRoads(input).roads.map((road) => [
        road.categories,
        road.hops.map(({ guards }) => guards.length),
      ]);
    };
    expect(guardsMet({ entry: 'http GET /inner' })).toEqual([[['authorization'], [0, 1]]]);
    expect(guardsMet({})).toEqual([[[], [0, 0]]]);
  });
});

describe('the road to an operation', () => {
  it('is the weakest of several, with the shortest distance told apart', () => {
    const { roads } = roadsOf({
      calls: [[2, 1], [4], [3], [4], []],
      guards: [[], [AUTHENTICATION], [], [], []],
      sinks: [4],
    });
    expect(roads).toEqual([
      {
        ...{ operation: 'db.write 4', categories: 0, distance: 2, way: ['M0', 'M2', 'M3', 'M4'] },
        ...{ sinceTrust: 1, unchecked: 1 },
      },
    ]);
  });

  it('has met what an earlier call has checked', () => {
    const { roads } = roadsOf({ calls: [[1, 2], [], []], guards: [[], [AUTHENTICATION], []], sinks: [2] });
    expect(roads).toMatchObject([{ categories: 1, way: ['M0', 'M2'] }]);
  });

  it('is none where no call leads', () => {
    expect(roadsOf({ calls: [[], [0]], guards: [[], []], sinks: [1] }).roads).toEqual([]);
  });

  it('goes through cycles and ends', () => {
    const { roads, truncated } = roadsOf({ calls: [[1], [0, 1, 2], [1]], guards: [[], [], []], sinks: [2] });
    expect(roads).toMatchObject([{ way: ['M0', 'M1', 'M2'], distance: 2 }]);
    expect(truncated).toBe(false);
  });

  it('counts the hops after the last check', () => {
    const { roads } = roadsOf({
      calls: [[1], [2], [3], []],
      guards: [[AUTHENTICATION], [AUTHORIZATION], [VALIDATION], []],
      sinks: [3],
    });
    expect(roads).toMatchObject([{ categories: 3, sinceTrust: 2, unchecked: 2 }]);
    expect(roadsOf({ calls: [[1], []], guards: [[VALIDATION], []], sinks: [1] }).roads).toMatchObject([
      { sinceTrust: null, unchecked: 1 },
    ]);
  });

  it('is cut at the depth limit, which is told, and not where it just fits', () => {
    const chain: Shape = { calls: [[1], [2], [3], []], guards: [[], [], [], []], sinks: [3] };
    expect(roadsOf(chain, 2)).toEqual({ roads: [], truncated: true });
    expect(roadsOf(chain, 3)).toMatchObject({ roads: [{ distance: 3 }], truncated: false });
    const nothingBehind: Shape = { ...chain, sinks: [1] };
    expect(roadsOf(nothingBehind, 1)).toMatchObject({ roads: [{ distance: 1 }], truncated: false });
  });

  it('is kept where it is among the nearest, when there are too many, which is told', () => {
    const fan: Shape = { calls: [[1, 2], [], [3], []], guards: [[], [], [], []], sinks: [1, 2, 3] };
    const operations = (limit: number) => {
      const { roads, truncated } = roadsOf(fan, 12, limit);
      return { operations: roads.map(({ operation }) => operation), truncated };
    };
    expect(operations(3)).toEqual({
      operations: ['db.write 1', 'db.write 2', 'db.write 3'],
      truncated: false,
    });
    expect(operations(2)).toEqual({ operations: ['db.write 1', 'db.write 2'], truncated: true });
  });
});

const METHODS = 6;
const shapes: fc.Arbitrary<Shape> = fc.record({
  calls: fc.array(fc.uniqueArray(fc.nat(METHODS - 1), { maxLength: 3 }), {
    minLength: METHODS,
    maxLength: METHODS,
  }),
  guards: fc.array(fc.uniqueArray(fc.nat(GUARD_CATEGORIES.length - 1), { maxLength: 2 }), {
    minLength: METHODS,
    maxLength: METHODS,
  }),
  sinks: fc.uniqueArray(fc.nat(METHODS - 1), { maxLength: 3 }),
});

/** The fewest categories on any way of at most so many hops, by trying all of them. */
function weakestByTrial(
  shape: Shape,
  graph: CallGraph,
  input: { start: EntryPoint; guards: readonly Guard[] },
) {
  const { start, guards } = input;
  const index = indexGuards(graph, guards);
  const weakest = new Map<string, number>();
  const ways: { node: number; met: ReadonlySet<string>; depth: number }[] = [
    { node: graph.indexOf(start.handler) ?? 0, met: new Set(), depth: 0 },
  ];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const node = graph.nodes[way.node];
    if (!node) continue;
    const met = new Set([...way.met, ...index.onMethod(node.method.id).map((guard) => guard.category)]);
    const number = Number(node.method.owner.name.slice(1));
    if (shape.sinks.includes(number)) {
      const known = weakest.get(`db.write ${number}`);
      weakest.set(`db.write ${number}`, Math.min(known ?? Infinity, met.size));
    }
    if (way.depth === DEPTH) continue;
    for (const edge of node.edges) {
      const before = index.before(way.node, edge.operation).guards.map((guard) => guard.category);
      ways.push({ node: edge.to, met: new Set([...met, ...before]), depth: way.depth + 1 });
    }
  }
  return weakest;
}

const DEPTH = 5;

describe('the search for roads', () => {
  it('finds what trying every way finds', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { sample, guards, start } = build(shape);
        const byTrial = weakestByTrial(shape, sample.graph, { start, guards });
        const { roads } = roadsOf(shape, DEPTH);
        expect(new Map(roads.map((road) => [road.operation, road.categories]))).toEqual(byTrial);
      }),
      { numRuns: 60 },
    );
  });

  it('never finds fewer unchecked hops, nor other roads, where one guard less stands', () => {
    fc.assert(
      fc.property(shapes, fc.nat(METHODS - 1), (shape, at) => {
        const guards = shape.guards.map((categories, index) =>
          index === at ? categories.slice(1) : categories,
        );
        const [before, after] = [roadsOf(shape).roads, roadsOf({ ...shape, guards }).roads];
        expect(after.map((road) => road.operation)).toEqual(before.map((road) => road.operation));
        const falls = after.filter((road, index) => road.unchecked < (before[index]?.unchecked ?? 0));
        expect(falls).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('of several ways to one operation', () => {
  it('takes the surest of those that are guarded alike, whichever stands first in the source', () => {
    for (const [first, second] of [
      [1, 2],
      [2, 1],
    ]) {
      const { sample, sinks, start } = build({
        calls: [[first ?? 0, second ?? 0], [3], [3], []],
        guards: [[], [], [], []],
        sinks: [3],
      });
      const unsure: ImplicitCall = {
        caller: sample.method('M0.run').id,
        operation:
          sample
            .method('M0.run')
            .calls.find(({ targets }) => targets.some(({ method }) => method === sample.method('M1.run').id))
            ?.operation ?? null,
        target: { method: sample.method('M1.run').id, how: 'implicit:sample', confidence: 'possible' },
      };
      const graph = buildRequestGraph(withImplicitCalls(sample.program, [unsure]));
      const input = { graph, guards: indexGuards(graph, []), entryPoints: [start], sinks, depthLimit: 12 };
      const [road] = findRoads(input).roads;
      expect(road?.confidence).toBe('certain');
      expect(road?.hops.map(({ method }) => method)).toContain(sample.method('M2.run').id);
    }
  });
});
