import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from './components.ts';
import { reachOf } from './condensed-reach.ts';

type Ahead = readonly (readonly number[])[];

function graphOf(ahead: Ahead): Graph {
  return { size: ahead.length, ahead: (node) => ahead[node] ?? [] };
}

/** Walks from one node, one step after the other. */
function walk(ahead: Ahead, start: number): ReadonlySet<number> {
  const reached = new Set([start]);
  for (const node of reached) for (const next of ahead[node] ?? []) reached.add(next);
  return reached;
}

const graphs = fc
  .integer({ min: 1, max: 40 })
  .chain((size) =>
    fc.array(fc.array(fc.nat(size - 1), { maxLength: 4 }), { minLength: size, maxLength: size }),
  );

describe('what lies ahead of many starts', () => {
  it('is what a walk from each of them meets, in circles too', () => {
    fc.assert(
      fc.property(graphs, (ahead) => {
        const isAhead = reachOf(graphOf(ahead), [...ahead.keys()].reverse());
        const told = [...ahead.keys()].map((start) =>
          [...ahead.keys()].filter((node) => isAhead(ahead.length - 1 - start, node)),
        );
        expect(told).toEqual(
          [...ahead.keys()].map((start) => [...walk(ahead, start)].sort((left, right) => left - right)),
        );
      }),
    );
  });

  it('is told apart for more starts than are followed together, on a chain as long as a stack is not', () => {
    const length = 200_000;
    const chain = Array.from({ length }, (_, node) => (node + 1 < length ? [node + 1] : []));
    const starts = Array.from({ length: 1_100 }, (_, start) => start);
    const isAhead = reachOf(graphOf(chain), starts);
    expect([isAhead(0, length - 1), isAhead(1_050, 1_049), isAhead(1_050, 1_050), isAhead(3, 2)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('is nothing of what is no node', () => {
    expect(reachOf(graphOf([[]]), [0])(0, -1)).toBe(false);
  });
});
