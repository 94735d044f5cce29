import { describe, expect, it } from 'vitest';
import { at, entry, method, viewOf } from '../../test/view-of.ts';
import type { MethodCall, MethodSummary } from '../flow/security-view.ts';
import { buildTopology } from './build-topology.ts';

const door = entry('open');
const opened = (calls: readonly MethodCall[]) =>
  method('open', { id: door.handler, distanceToEntry: 0, calls });
const saved = method('save', { distanceToEntry: 1 });
const unreached = method('purge');

/** A call of one of the methods that stand behind the handler. */
function call(
  target: MethodSummary,
  { file, line }: ReturnType<typeof at>,
  how: MethodCall['how'],
): MethodCall {
  const to = target === unreached ? 2 : 1;
  return { target: target.id, to, how, confidence: 'certain', file, line };
}

/** Edges that leave the handler, the way they are written in the report. */
function edgesOf(calls: readonly MethodCall[]): string[] {
  const methods = [opened(calls), saved, unreached];
  const { edges } = buildTopology(viewOf({ entryPoints: [door], methods }), methods);
  return edges
    .filter(({ from }) => from === door.handler)
    .map(({ to, how, file, line }) => `${to} ${how} ${file.slice(file.lastIndexOf('/') + 1)}:${line}`);
}

describe('edges of the topology', () => {
  it('stand once for each target and kind, at the first line that makes them', () => {
    const calls = [
      call(saved, at(12), 'static'),
      call(saved, at(11), 'static'),
      call(saved, at(14), 'static'),
    ];
    expect(edgesOf(calls)).toEqual([`${saved.id} static Visits.java:11`]);
  });

  it('stand once where calls of another kind come between', () => {
    const calls = [
      call(saved, at(12), 'static'),
      call(saved, at(13), 'lambda'),
      call(saved, at(11), 'static'),
    ];
    expect(edgesOf(calls)).toEqual([
      `${saved.id} lambda Visits.java:13`,
      `${saved.id} static Visits.java:11`,
    ]);
  });

  it('stand in the file that comes first', () => {
    const calls = [call(saved, at(12), 'static'), call(saved, at(30, 'src/Late.java'), 'static')];
    expect(edgesOf(calls)).toEqual([`${saved.id} static Late.java:30`]);
  });

  it('lead to no method that no entry point reaches', () => {
    expect(edgesOf([call(unreached, at(12), 'static'), call(saved, at(13), 'static')])).toEqual([
      `${saved.id} static Visits.java:13`,
    ]);
  });

  it('of one method say nothing of those of another', () => {
    const called = method('save', { distanceToEntry: 1, calls: [call(saved, at(40), 'static')] });
    const methods = [opened([call(saved, at(12), 'static')]), called];
    const { edges } = buildTopology(viewOf({ methods }), methods);
    expect(edges.map(({ from, line }) => `${from} ${line}`)).toEqual([
      `${saved.id} 40`,
      `${door.handler} 12`,
    ]);
  });
});
