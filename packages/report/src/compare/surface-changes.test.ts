import { describe, expect, it } from 'vitest';
import { AUDIT, HANDLER, SAVE, SERVICE_GUARD, type TreeChanges, treeReport } from '../../test/two-trees.ts';
import type { AccessVerdict } from '../schema/entry-point.ts';
import type { Sink } from '../schema/sink.ts';
import { compareReports } from './compare-reports.ts';

const compared = (base: TreeChanges, head: TreeChanges) => compareReports(treeReport(base), treeReport(head));

describe('entry points', () => {
  const accessOf = (was: AccessVerdict, is: AccessVerdict, rule?: string) =>
    compared(
      { verdict: was },
      { verdict: is, ...(rule === undefined ? {} : { rule }) },
    ).entryPoints.access.items.map(({ direction }) => direction);

  it.each([
    ['authorized', 'authenticated', 'opened'],
    ['authenticated', 'public', 'opened'],
    ['unknown', 'public', 'opened'],
    ['public', 'authenticated', 'closed'],
    ['authorized', 'denied', 'closed'],
    ['authorized', 'unknown', 'undecided'],
    ['unknown', 'authorized', 'other'],
  ] as const)('that go from %s to %s are told as %s', (was, is, direction) => {
    expect(accessOf(was, is)).toEqual([direction]);
  });

  it('are not told where the same verdict rests on another line', () => {
    expect(accessOf('authenticated', 'authenticated', 'request().authenticated()')).toEqual([]);
  });

  it('are told where the same verdict demands another role', () => {
    const [entry] = treeReport().entryPoints;
    if (entry === undefined) throw new Error('the tree has no entry point');
    const demands = (rule: string) => ({
      rest: {
        entryPoints: [{ ...entry, access: { ...entry.access, verdict: 'authorized' as const, rule } }],
      },
    });
    const { items } = compared(demands("hasRole('VET')"), demands("hasRole('ANYBODY')")).entryPoints.access;
    expect(items.map(({ direction, base, head }) => [direction, base.rule, head.rule])).toEqual([
      ['other', "hasRole('VET')", "hasRole('ANYBODY')"],
    ]);
    expect(compared(demands("hasRole('VET')"), demands("hasRole('VET')")).entryPoints.access.items).toEqual(
      [],
    );
  });

  it('stay the same under a handler of another name, and are others for another route', () => {
    const [entry] = treeReport().entryPoints;
    if (entry === undefined) throw new Error('the tree has no entry point');
    const renamed = { ...entry, id: 'http POST /owners renamed', handler: 'renamed' };
    const same = compared({}, { rest: { entryPoints: [renamed] } }).entryPoints;
    expect([same.added.items, same.removed.items]).toEqual([[], []]);
    const other = compared({}, { rest: { entryPoints: [{ ...renamed, paths: ['/pets'] }] } }).entryPoints;
    expect([other.added.items.length, other.removed.items.length]).toEqual([1, 1]);
  });
});

describe('guards and sinks', () => {
  it('come and go by what they are, each as often as it is there', () => {
    const twice = compared({ guards: [SERVICE_GUARD, SERVICE_GUARD] }, { guards: [SERVICE_GUARD] }).guards;
    expect([twice.removed.items.length, twice.added.items.length]).toEqual([1, 0]);
    const moved = compared({ guards: [SERVICE_GUARD] }, { guards: [{ ...SERVICE_GUARD, line: 77 }] }).guards;
    expect([moved.removed.items, moved.added.items]).toEqual([[], []]);
    const weaker = { ...SERVICE_GUARD, text: '@PreAuthorize(permitAll())' };
    const changed = compared({ guards: [SERVICE_GUARD] }, { guards: [weaker] }).guards;
    expect([changed.removed.items.length, changed.added.items.length]).toEqual([1, 1]);
  });

  it('do not move with the lines of a method', () => {
    const sink: Sink = {
      ...{ id: `${SAVE}@1/db`, kind: 'db', operation: 'db.write Owner', privileged: true, owner: 'Owners' },
      ...{ file: 'src/OwnerService.java', line: 22, method: SAVE, confidence: 'certain' },
    };
    const lower = { ...sink, id: `${SAVE}@4/db`, line: 30 };
    expect(compared({ rest: { sinks: [sink] } }, { rest: { sinks: [lower] } }).sinks.added.items).toEqual([]);
    const elsewhere = { ...sink, method: AUDIT };
    expect(
      compared({ rest: { sinks: [sink] } }, { rest: { sinks: [elsewhere] } }).sinks.added.items,
    ).toHaveLength(1);
  });

  it('are bounded in the document, with the number of those left out', () => {
    const guards = Array.from({ length: 3_000 }, (_, at) => ({ ...SERVICE_GUARD, text: `@Guard${at}` }));
    const { items, omitted } = compared({ guards }, {}).guards.removed;
    expect([items.length, items.length + omitted]).toEqual([1_024, 3_000]);
  });
});

describe('roads', () => {
  const toSink = [SAVE, 'db.write Owner'] as const;

  it('open with a call that leads to an operation and close without it', () => {
    const closed = { edges: [toSink] };
    const open = { edges: [[HANDLER, SAVE] as const, toSink] };
    const road = { entryPoint: 'http POST /owners', label: 'POST /owners', operation: 'db.write Owner' };
    expect(compared(closed, open).topology).toMatchObject({
      opened: { items: [road], omitted: 0 },
      closed: { items: [] },
      callsAdded: { items: [{ from: HANDLER, to: SAVE }] },
    });
    expect(compared(open, closed).topology).toMatchObject({
      opened: { items: [] },
      closed: { items: [road] },
    });
  });

  it('do not open with a call to where an operation was reached already', () => {
    const one = { edges: [[HANDLER, SAVE] as const, toSink] };
    const detour = { edges: [...one.edges, [HANDLER, AUDIT] as const, [AUDIT, SAVE] as const] };
    const { opened, callsAdded } = compared(one, detour).topology;
    expect([opened.items, callsAdded.items.length]).toEqual([[], 2]);
  });
});
