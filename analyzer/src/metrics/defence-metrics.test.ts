import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, entry, figures, measureOn, method, parameter, road, sink, walls } from '../../test/view-of.ts';
import type { CatchVerdict } from '../flow/security-view.ts';
import { defenceDepth } from './b1-defence-depth.ts';
import { privilegeProximity } from './b2-privilege-proximity.ts';
import { pathProtectionParity } from './b3-path-protection-parity.ts';
import { failSafe } from './b4-fail-safe.ts';

const save = sink('db.write Visit');
const read = sink('db.read Visit', { privileged: false });
const user = entry('mine', { access: { verdict: 'authenticated', mechanism: 'path-rule', evidence: [] } });
const stranger = entry('all');

describe('B1 defence depth', () => {
  it('scores the weakest road in csqa-1 and half of it with the mean in csqa-2', () => {
    const roads = [road(stranger, save), road(user, save, { categories: walls(3) })];
    const result = figures(measureOn(defenceDepth, { entryPoints: [stranger, user], roads }));
    expect(result).toMatchObject({ raw: 0, csqa1: 1, csqa2: (1 + (1 + 0.5) / 2) / 2 });
  });

  it.each([
    [1, ['B1-thin-defence critical']],
    [2, ['B1-thin-defence high']],
    [3, []],
  ])('judges a road with %d walls', (count, rules) => {
    const roads = [road(user, save, { categories: walls(count) })];
    expect(figures(measureOn(defenceDepth, { entryPoints: [user], roads })).rules).toEqual(rules);
  });

  it('gives one finding for each entry point, by its weakest road', () => {
    const roads = [road(user, save, { categories: walls(1) }), road(user, read, { categories: walls(2) })];
    const result = measureOn(defenceDepth, { entryPoints: [user], roads });
    expect(result.kind === 'measured' && result.evidence.map((evidence) => evidence.facts)).toMatchObject([
      { operation: 'db.write Visit', others: 1 },
    ]);
  });

  it('does not judge jobs, which no request starts, nor accuse where access is unknown', () => {
    const job = entry('nightly', { kind: 'job' });
    const unknown = entry('x', { access: { verdict: 'unknown', mechanism: 'path-rule', evidence: [] } });
    expect(measureOn(defenceDepth, { entryPoints: [job], roads: [road(job, save)] }).kind).toBe(
      'notApplicable',
    );
    const result = figures(measureOn(defenceDepth, { entryPoints: [unknown], roads: [road(unknown, save)] }));
    expect(result).toMatchObject({ csqa1: 1, rules: [] });
  });
});

describe('B2 privilege proximity', () => {
  it.each([
    [0, 1, ['B2-privileged-near-public critical']],
    [1, 1 - Math.log(2) / Math.log(11), ['B2-privileged-near-public critical']],
    [3, 1 - Math.log(4) / Math.log(11), ['B2-privileged-near-public high']],
    [4, 1 - Math.log(5) / Math.log(11), []],
    [10, 0, []],
  ])('scores a distance of %d hops', (shortestDistance, value, rules) => {
    const roads = [road(stranger, save, { shortestDistance })];
    const result = figures(measureOn(privilegeProximity, { entryPoints: [stranger], roads }));
    expect(result.csqa1).toBeCloseTo(value, 10);
    expect(result).toMatchObject({ raw: shortestDistance, rules });
  });

  it('is 0 where strangers reach nothing privileged', () => {
    const roads = [road(stranger, read), road(user, save)];
    expect(figures(measureOn(privilegeProximity, { entryPoints: [stranger, user], roads }))).toMatchObject({
      raw: null,
      csqa1: 0,
      csqa2: 0,
      rules: [],
    });
  });

  it('falls in csqa-2 with every entry point that gets a guard', () => {
    const points = Array.from({ length: 10 }, (_, index) => entry(`p${index}`));
    const valueWith = (open: number) => {
      const entryPoints = points.map((point, index) =>
        index < open ? point : { ...point, access: user.access },
      );
      return figures(
        measureOn(privilegeProximity, { entryPoints, roads: entryPoints.map((point) => road(point, save)) }),
      ).csqa2;
    };
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), (open) => valueWith(open) > valueWith(open - 1)));
  });
});

describe('B3 protection parity', () => {
  it('compares the roads to one operation and names both', () => {
    const roads = [road(stranger, save), road(user, save, { categories: walls(2) })];
    const result = measureOn(pathProtectionParity, { entryPoints: [stranger, user], roads });
    expect(figures(result)).toMatchObject({
      raw: 0,
      csqa1: 1,
      csqa2: (1 + 0.5) / 2,
      rules: ['B3-uneven-protection high'],
    });
    expect(result.kind === 'measured' && result.evidence[0]?.facts).toMatchObject({
      weak: 'GET /all',
      strong: 'GET /mine',
    });
  });

  it.each([
    ['alike', [2, 2], []],
    ['both bare', [0, 0], []],
    ['one of three against three', [1, 3], ['B3-uneven-protection medium']],
    ['one of two against two', [1, 2], []],
  ] as const)('judges roads that are %s', (_, [weak, strong], rules) => {
    const roads = [
      road(stranger, save, { categories: walls(weak) }),
      road(user, save, { categories: walls(strong) }),
    ];
    expect(figures(measureOn(pathProtectionParity, { entryPoints: [stranger, user], roads })).rules).toEqual(
      rules,
    );
  });

  it('counts neither audit nor rate limits, which protect in another way', () => {
    const roads = [road(stranger, save), road(user, save, { categories: ['audit', 'rate-limiting'] })];
    expect(figures(measureOn(pathProtectionParity, { entryPoints: [stranger, user], roads })).csqa1).toBe(0);
  });
});

describe('B3 protection parity in csqa-2', () => {
  const closed = entry('none', { access: { verdict: 'denied', mechanism: 'path-rule', evidence: [] } });
  const list = entry('list', { parameters: [] });
  const asked = entry('find', { parameters: [parameter('text')] });
  const csqa2 = (...roads: ReturnType<typeof road>[]) =>
    figures(measureOn(pathProtectionParity, { entryPoints: roads.map((one) => one.entry), roads })).csqa2;

  it('measures roads to a shared operation against all walls, and an only road not at all', () => {
    expect(csqa2(road(stranger, save))).toBe(0);
    expect(csqa2(road(stranger, save), road(user, save))).toBe(1);
    expect(csqa2(road(stranger, save), road({ ...stranger, id: 'again' }, save))).toBe(0);
    expect(
      csqa2(road(stranger, save, { categories: walls(3) }), road(user, save, { categories: walls(3) })),
    ).toBe(0);
  });

  it('asks for no validation where there is no input, and for nothing where nobody passes', () => {
    const guarded = road(list, save, { categories: walls(2) });
    expect(csqa2(guarded, road(user, save, { categories: walls(3) }))).toBe(0);
    expect(csqa2(guarded, road(closed, save))).toBe(0);
  });

  it('is nowhere below the unevenness, and no lost wall lowers it', () => {
    const counts = fc.array(fc.nat(3), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.nat(), (list, pick) => {
        const at = pick % list.length;
        const measuredAt = (one: readonly number[]) =>
          figures(
            measureOn(pathProtectionParity, {
              entryPoints: [asked],
              roads: one.map((count, index) =>
                road({ ...asked, handler: `handler ${index}` as never }, save, { categories: walls(count) }),
              ),
            }),
          );
        const before = measuredAt(list);
        const after = measuredAt(list.map((count, index) => Math.max(0, index === at ? count - 1 : count)));
        expect(after.csqa2 ?? 0).toBeGreaterThanOrEqual((before.csqa2 ?? 0) - 1e-12);
        const most = Math.max(...list);
        const lacks = list.map((count) => (most === 0 ? 0 : 1 - count / most));
        const uneven = (Math.max(...lacks) + lacks.reduce((sum, lack) => sum + lack, 0) / lacks.length) / 2;
        expect(before.csqa2 ?? 0).toBeGreaterThanOrEqual(uneven - 1e-12);
      }),
    );
  });
});

describe('B4 fail-safe behaviour', () => {
  const verdict = (kind: CatchVerdict['verdict'], onGuard = true): CatchVerdict => ({
    method: method('check').id,
    construct: 'catch',
    location: at(50),
    verdict: kind,
    relevance: {
      why: { en: 'calls TokenVerifier.verify', ru: 'вызывает TokenVerifier.verify' },
      location: at(48),
    },
    onGuard,
    throws: false,
    exceptions: ['JwtException'],
  });

  it('is the share of catch blocks that do not fail closed', () => {
    const securityCatches = [verdict('closed'), verdict('closed'), verdict('ambiguous'), verdict('open')];
    expect(figures(measureOn(failSafe, { securityCatches }))).toMatchObject({
      raw: 0.5,
      csqa1: 0.5,
      rules: ['B4-ambiguous-catch medium', 'B4-fails-open high'],
    });
  });

  it.each([
    [true, 'B4-empty-catch critical'],
    [false, 'B4-empty-catch medium'],
  ])('judges an empty catch by whether it is on a guard (%s)', (onGuard, rule) => {
    expect(figures(measureOn(failSafe, { securityCatches: [verdict('open-empty', onGuard)] })).rules).toEqual(
      [rule],
    );
  });

  it('tells of an empty catch elsewhere, less surely, and keeps it out of the figure', () => {
    const elsewhere: CatchVerdict = { ...verdict('open-empty', false), relevance: null };
    const securityCatches = [verdict('closed'), elsewhere];
    expect(figures(measureOn(failSafe, { securityCatches }))).toMatchObject({
      raw: 1,
      rules: ['B4-empty-catch medium'],
    });
    expect(measureOn(failSafe, { securityCatches: [elsewhere] })).toMatchObject({
      kind: 'notApplicable',
      evidence: [{ rule: 'B4-empty-catch', confidence: 'low' }],
    });
  });

  it('is not applicable without security-relevant catch blocks', () => {
    expect(measureOn(failSafe, {}).kind).toBe('notApplicable');
  });
});
