import { describe, expect, it } from 'vitest';
import { at, entry, figures, measureOn, method, parameter, road, sink } from '../../test/view-of.ts';
import type { ErrorResponse, SecretUse, TaintedPath } from '../flow/security-view.ts';
import { taintedPath } from './c1-tainted-path.ts';
import { errorTransparency } from './c2-error-transparency.ts';
import { secretFlow } from './c3-secret-flow.ts';
import { trustChainDepth } from './d2-trust-chain-depth.ts';

const search = entry('search', { parameters: [parameter('text')] });
const query = sink('db.raw select');

function flow(uncheckedHops: number, parts: Partial<TaintedPath> = {}): TaintedPath {
  return {
    entry: search,
    source: { what: 'text', kind: 'query', location: search.location },
    sink: query,
    taint: 'sql',
    hops: [],
    uncheckedHops,
    confidence: 'certain',
    ...parts,
  };
}

describe('C1 tainted path', () => {
  it.each([
    [2, 0.2, []],
    [3, 0.3, ['C1-long-unchecked-path medium']],
    [4, 0.4, ['C1-long-unchecked-path high']],
    [6, 0.6, ['C1-long-unchecked-path critical']],
    [14, 1, ['C1-long-unchecked-path critical']],
  ])('scores a run of %d hops', (hops, value, rules) => {
    const result = figures(measureOn(taintedPath, { entryPoints: [search], taintedPaths: [flow(hops)] }));
    expect(result).toMatchObject({ raw: hops, csqa1: value, rules });
  });

  it('keeps the longest run of each pair of entry point and operation', () => {
    const taintedPaths = [flow(3), flow(5, { source: { what: 'sort', kind: 'query', location: at(11) } })];
    const result = figures(measureOn(taintedPath, { entryPoints: [search], taintedPaths }));
    expect(result.rules).toEqual(['C1-long-unchecked-path high']);
  });

  it('finds the longest flow of an entry point and counts the others, each danger by itself', () => {
    const to = (operation: string) => ({ sink: sink(operation) });
    const taintedPaths = [flow(4, to('db.read A')), flow(6, to('db.read B')), flow(3, to('db.read C'))].map(
      (path) => ({ ...path, taint: null }),
    );
    const dangerous = flow(3, { ...to('exec run'), taint: 'command' });
    const result = measureOn(taintedPath, {
      entryPoints: [search],
      taintedPaths: [...taintedPaths, dangerous],
    });
    expect(result.evidence.map(({ facts, severity }) => [facts.operation, facts.others, severity])).toEqual([
      ['db.read B', 2, 'critical'],
      ['exec run', 0, 'medium'],
    ]);
  });

  it('takes the mean over all roads from input, so that a check at the door never reads worse than none', () => {
    const checked = entry('note', { parameters: [parameter('text', { validated: true })] });
    const roads = [road(search, query), road(checked, query), road(entry('ping'), query)];
    const view = { entryPoints: [search, checked], taintedPaths: [flow(4)] };
    expect(figures(measureOn(taintedPath, view))).toMatchObject({ csqa1: 0.4, csqa2: 0.4 });
    expect(figures(measureOn(taintedPath, { ...view, roads }))).toMatchObject({
      csqa1: 0.4,
      csqa2: 0.4 / 2 + 0.4 / 4,
    });
  });

  it('is 0 where input reaches nothing and not applicable where nothing takes input', () => {
    expect(figures(measureOn(taintedPath, { entryPoints: [search] })).csqa1).toBe(0);
    expect(measureOn(taintedPath, { entryPoints: [entry('ping')] }).kind).toBe('notApplicable');
  });
});

describe('C2 error transparency', () => {
  const quiet: ErrorResponse = { method: method('handle').id, location: at(60), leak: null };
  const loud: ErrorResponse = { ...quiet, leak: { what: 'exception text', location: at(62), hops: [] } };

  it('is the share of handlers that tell', () => {
    expect(
      figures(measureOn(errorTransparency, { errorResponses: [quiet, loud, quiet, quiet] })),
    ).toMatchObject({
      csqa1: 0.25,
      rules: ['C2-exception-detail-in-response high'],
    });
  });

  it('is not applicable where nothing answers an error', () => {
    expect(measureOn(errorTransparency, {}).kind).toBe('notApplicable');
  });
});

describe('C3 secret flow', () => {
  const password = { en: 'password', ru: 'пароль' };
  const use = (reaches: SecretUse['reaches'], line: number): SecretUse => ({
    what: password,
    source: { file: at(1).file, line: 5, text: 'String password' },
    method: method('login').id,
    location: at(line),
    reaches,
    hops: [],
  });

  it('is the share of uses that end in a log or an answer', () => {
    const secretUses = [use('log', 70), use('response', 71), use('elsewhere', 72), use('elsewhere', 73)];
    expect(figures(measureOn(secretFlow, { secretUses }))).toMatchObject({
      csqa1: 0.5,
      rules: ['C3-secret-in-log high', 'C3-secret-in-response high'],
    });
  });

  it('is 0 where every use stays inside', () => {
    expect(figures(measureOn(secretFlow, { secretUses: [use('elsewhere', 70)] })).csqa1).toBe(0);
  });

  it('counts settings that hold a secret as uses', () => {
    const setting = { what: password, evidence: { file: at(1).file, line: 3, text: 'db.password' } };
    const measured = measureOn(secretFlow, { secretUses: [use('log', 70)], configuredSecrets: [setting] });
    expect(figures(measured).csqa1).toBe(0.5);
  });

  it('is not applicable to code without secrets, and 0 where settings are all there is to look at', () => {
    expect(measureOn(secretFlow, { methods: [method('login')] }).kind).toBe('notApplicable');
    expect(figures(measureOn(secretFlow, { methods: [], classes: [] })).csqa1).toBe(0);
  });
});

describe('D2 trust-chain depth', () => {
  const user = entry('mine', { access: { verdict: 'authenticated', mechanism: 'path-rule', evidence: [] } });

  it.each([
    [0, 0, []],
    [2, 0.2, []],
    [3, 0.3, ['D2-long-trust-chain medium']],
    [5, 0.5, ['D2-long-trust-chain high']],
  ])('scores %d hops after the last check', (hopsSinceTrust, value, rules) => {
    const roads = [road(user, query, { hopsSinceTrust })];
    expect(figures(measureOn(trustChainDepth, { entryPoints: [user], roads }))).toMatchObject({
      raw: hopsSinceTrust,
      csqa1: value,
      rules,
    });
  });

  it('looks at authenticated entry points only in csqa-1', () => {
    const roads = [road(search, query, { hopsSinceTrust: null, uncheckedHops: 4 })];
    expect(figures(measureOn(trustChainDepth, { entryPoints: [search], roads }))).toMatchObject({
      ...{ raw: null, csqa1: 0, csqa2: 0.4, rules: [] },
    });
  });

  it('counts a road in csqa-2 from its last check, or whole, and one that is always refused not at all', () => {
    const closed = entry('none', { access: { verdict: 'denied', mechanism: 'path-rule', evidence: [] } });
    const roads = [
      road(user, query, { hopsSinceTrust: 6, uncheckedHops: 2 }),
      road(search, query, { uncheckedHops: 4 }),
      road(closed, query, { uncheckedHops: 9 }),
    ];
    const { csqa2 } = figures(measureOn(trustChainDepth, { entryPoints: [user, search, closed], roads }));
    expect(csqa2).toBeCloseTo((0.4 + (0.2 + 0.4 + 0) / 3) / 2, 12);
  });

  it('is not applicable where no request leads anywhere', () => {
    expect(measureOn(trustChainDepth, { entryPoints: [user], roads: [] }).kind).toBe('notApplicable');
  });
});
