import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ComponentSearch } from './components.ts';

type Ahead = readonly (readonly number[])[];

const graphs = fc
  .integer({ min: 1, max: 30 })
  .chain((size) =>
    fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }),
  );

function componentsOf(ahead: Ahead, starts: Iterable<number> = ahead.keys()): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const graph = { size: ahead.length, ahead: (node: number) => ahead[node] ?? [] };
  const search = new ComponentSearch(graph, (members, aheadOfFirst) => {
    expect(aheadOfFirst).toBe(ahead[members[0] ?? -1]);
    found.push(members);
  });
  for (const start of starts) search.from(start);
  return found;
}

function leadsTo(ahead: Ahead, from: number, to: number): boolean {
  const reached = new Set([from]);
  for (const node of reached) for (const next of ahead[node] ?? []) reached.add(next);
  return reached.has(to);
}

describe('the components of a graph', () => {
  it('hold together exactly the nodes that lead to each other, each node once', () => {
    fc.assert(
      fc.property(graphs, (ahead) => {
        const components = componentsOf(ahead);
        expect(components.flat().sort((left, right) => left - right)).toEqual([...ahead.keys()]);
        const together = (one: number, other: number) =>
          components.some((members) => members.includes(one) && members.includes(other));
        for (const one of ahead.keys())
          for (const other of ahead.keys())
            expect(together(one, other)).toBe(leadsTo(ahead, one, other) && leadsTo(ahead, other, one));
      }),
    );
  });

  it('are told after all that lie ahead of them', () => {
    fc.assert(
      fc.property(graphs, (ahead) => {
        const components = componentsOf(ahead);
        const place = (node: number) => components.findIndex((members) => members.includes(node));
        for (const [node, next] of ahead.entries())
          for (const each of next) expect(place(each)).toBeLessThanOrEqual(place(node));
      }),
    );
  });

  it('are those ahead of the starts only', () => {
    expect(componentsOf([[1], [2], [1], [0]], [1])).toEqual([[1, 2]]);
  });
});
