import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';
import type { CallSite, ProgramMethod } from '../../link/program.ts';
import { RootReads } from './root-reads.ts';

function methodIn(statements: string): ProgramMethod {
  const { program } = sampleOf(`
package org.clinic;
class Order { Item item; Item[] items; Item first() { return item; } }
class Item { String name; }
class Search {
  Order kept;
  void search(Order order, String text) { ${statements} }
}`);
  const method = program.types.flatMap(({ methods }) => methods).find(({ name }) => name === 'search');
  if (method === undefined) throw new Error('the sample has a method search');
  return method;
}

/** What the first operation of the kind that is assigned starts from, asked twice: the name of the local, or null. */
function rootsOf(expression: string): readonly unknown[] {
  const method = methodIn(`${expression} = null;`);
  const body = method.declaration?.body;
  const target = body?.operations.find(({ kind }) => kind === 'assign');
  if (!body || target?.kind !== 'assign') throw new Error('the sample assigns');
  const reads = new RootReads(method, body, new Map(method.calls.map((call) => [call.operation, call])));
  return [1, 2].map(() => {
    const root = reads.of(target.target);
    const read = root === null ? undefined : body.operations[root];
    return read?.kind === 'local' ? body.operations[read.declaration]?.kind : null;
  });
}

describe('the read that an expression starts from', () => {
  it.each([
    ['the local itself', 'order'],
    ['fields', 'order.item.name'],
    ['places of arrays', 'order.items[0].name'],
    ['casts', '((Order) order).item.name'],
    ['calls into the tree', 'order.first().name'],
  ])('is found through %s, as often as it is asked for', (_, expression) => {
    expect(rootsOf(expression)).toEqual(['parameter', 'parameter']);
  });

  it.each([
    ['a field of the own object', 'this.kept.item.name'],
    ['a new object', 'new Order().item.name'],
    ['what a library makes of it', 'java.util.List.of(order).get(0).item.name'],
  ])('is none for %s', (_, expression) => {
    expect(rootsOf(expression)).toEqual([null, null]);
  });

  it('looks at each call of a chain once, however many of its calls are asked for', () => {
    const method = methodIn(`text${'.trim()'.repeat(50)};`);
    const body = method.declaration?.body;
    if (!body) throw new Error('the sample has a body');
    let looked = 0;
    const sites = new Map<number, CallSite>();
    sites.get = () => {
      looked++;
      return undefined;
    };
    const reads = new RootReads(method, body, sites);
    const calls = body.operations.flatMap(({ kind }, at) => (kind === 'call' ? [at] : []));
    const roots = calls.map((call) => reads.of(call));
    expect(new Set(roots.map((root) => root === null))).toEqual(new Set([false]));
    expect(looked).toBe(calls.length);
  });
});
