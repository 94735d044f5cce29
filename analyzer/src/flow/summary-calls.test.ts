import { describe, expect, it } from 'vitest';
import { at, entry, method } from '../../test/view-of.ts';
import { methodId, typeName } from '../base/ids.ts';
import type { MethodCall, MethodSummary } from './security-view.ts';
import { createSummaryCalls } from './summary-calls.ts';

const door = entry('open');
const elsewhere = methodId(typeName('org.clinic.Elsewhere'), 'handle', []);

function call(target: MethodSummary, to: number): MethodCall {
  return { target: target.id, to, how: 'static', confidence: 'certain', ...at(9) };
}

const saved = method('save');
const purged = method('purge', { calls: [call(saved, 2)] });
const handler = method('open', { id: door.handler, calls: [call(saved, 2)] });
const methods = [handler, purged, saved];

describe('calls between methods of a view', () => {
  it('are told by the places of methods', () => {
    const calls = createSummaryCalls(methods, [door]);
    expect(methods.map(({ id }) => calls.placeOf(id))).toEqual([0, 1, 2]);
    expect(calls.method(saved.id)).toBe(saved);
    expect([calls.placeOf(elsewhere), calls.method(elsewhere)]).toEqual([undefined, undefined]);
  });

  it('lead to goals, and goals to themselves', () => {
    const { leadingTo } = createSummaryCalls(methods, [door]);
    expect([0, 1, 2].filter(leadingTo([2]))).toEqual([0, 1, 2]);
    expect([-1, 0, 1, 2].filter(leadingTo([1]))).toEqual([1]);
  });

  it('make run what lies ahead of a handler, and the handler', () => {
    const { runs } = createSummaryCalls(methods, [door]);
    expect(methods.map(({ id }) => runs(door.handler, id))).toEqual([true, false, true]);
    expect(runs(saved.id, purged.id)).toBe(false);
  });

  it('run a handler that is no method of the code, and nothing else', () => {
    const { runs } = createSummaryCalls(methods, [entry('far', { handler: elsewhere })]);
    expect([runs(elsewhere, elsewhere), runs(elsewhere, saved.id)]).toEqual([true, false]);
  });

  it('of methods that share an id are those of the last', () => {
    const first = method('open', { id: door.handler, calls: [call(purged, 1)] });
    const { placeOf, leadingTo } = createSummaryCalls([first, purged, saved, handler], [door]);
    expect(placeOf(door.handler)).toBe(3);
    expect([0, 1, 2, 3].filter(leadingTo([1]))).toEqual([1, 3]);
  });
});
