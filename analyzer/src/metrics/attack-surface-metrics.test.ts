import { describe, expect, it } from 'vitest';
import { at, entry, figures, measureOn, method, parameter, road, sink } from '../../test/view-of.ts';
import { attackSurfaceExposure } from './a1-attack-surface-exposure.ts';
import { explosiveComplexity } from './a2-explosive-complexity.ts';
import { inputEntropy } from './a3-input-entropy.ts';

const guarded = { access: { verdict: 'authenticated', mechanism: 'path-rule', evidence: [] } } as const;

describe('A1 attack surface exposure', () => {
  it('multiplies looseness, missing authentication and missing validation', () => {
    const open = entry('search', { parameters: [parameter('text')] });
    const result = figures(measureOn(attackSurfaceExposure, { entryPoints: [open] }));
    expect(result.raw).toBeCloseTo(1.3 * 1.4 * 1.2, 10);
    expect(result.csqa1).toBeCloseTo(Math.log2(1 + 2.184) / Math.log2(1001), 10);
  });

  it.each([
    ['guarded and without input', entry('ping', guarded), 1],
    ['public and without input', entry('ping'), 1.4],
    [
      'guarded with a validated string',
      entry('find', { ...guarded, parameters: [parameter('q', { validated: true })] }),
      1.3,
    ],
    [
      'guarded with a bounded number',
      entry('get', { ...guarded, parameters: [parameter('id', { entropy: 'bounded' })] }),
      1,
    ],
    [
      'guarded with a free map',
      entry('put', { ...guarded, parameters: [parameter('all', { entropy: 'untyped' })] }),
      1.5 * 1.2,
    ],
    [
      'a job with a string',
      entry('job', { kind: 'job', access: { verdict: 'unknown', mechanism: 'x', evidence: [] } }),
      1,
    ],
  ])('weighs an entry point that is %s', (_, point, weight) => {
    expect(figures(measureOn(attackSurfaceExposure, { entryPoints: [point] })).raw).toBeCloseTo(weight, 10);
  });

  it('weighs an undecided verdict as unauthenticated but accuses nobody', () => {
    const undecided = entry('maybe', {
      access: { verdict: 'unknown', rule: 'built at run time', mechanism: 'path-rule', evidence: [] },
    });
    const result = figures(measureOn(attackSurfaceExposure, { entryPoints: [undecided] }));
    expect(result.raw).toBeCloseTo(1.4, 10);
    expect(result.rules).toEqual([]);
  });

  it('finds a public entry point high where it leads to an operation and medium where it does not', () => {
    const leading = entry('delete');
    const idle = entry('about', { location: { ...leading.location, line: 30 } });
    const result = figures(
      measureOn(attackSurfaceExposure, {
        entryPoints: [leading, idle],
        roads: [road(leading, sink('db.delete Visit'))],
      }),
    );
    expect(result.rules).toEqual(['A1-public-entry-point high', 'A1-public-entry-point medium']);
  });

  it('finds what a library lays open, and is silent on a mere sign of life', () => {
    const result = measureOn(attackSurfaceExposure, {
      entryPoints: [entry('mine', guarded)],
      suppliedEntryPoints: [
        entry('env', { supplied: 'data' }),
        entry('beans', { supplied: 'data' }),
        entry('metrics', { supplied: 'revealing', location: at(98) }),
        entry('health', { supplied: 'harmless', location: at(99) }),
      ],
    });
    expect(figures(result)).toMatchObject({ raw: 1, rules: ['A1-public-entry-point medium'] });
    expect(result.evidence[0]?.facts).toMatchObject({ entry: 'GET /env, GET /beans' });
  });

  it('finds an unvalidated body and is silent on a validated one', () => {
    const body = parameter('form', { source: 'body', type: 'VisitForm' });
    const loose = entry('create', { ...guarded, parameters: [body] });
    const checked = entry('update', { ...guarded, parameters: [{ ...body, validated: true }] });
    expect(figures(measureOn(attackSurfaceExposure, { entryPoints: [loose, checked] })).rules).toEqual([
      'A1-unvalidated-input medium',
    ]);
  });

  it('is not applicable where no entry point was found', () => {
    expect(measureOn(attackSurfaceExposure, {})).toMatchObject({
      kind: 'notApplicable',
      reason: { en: 'no entry point of a known framework was found' },
    });
  });
});

describe('A2 explosive complexity', () => {
  it('divides complexity by the distance to the door and takes the mean', () => {
    const methods = [
      method('near', { cognitiveComplexity: 24, distanceToEntry: 0 }),
      method('far', { cognitiveComplexity: 24, distanceToEntry: 3 }),
      method('unreached', { cognitiveComplexity: 500 }),
    ];
    const result = figures(measureOn(explosiveComplexity, { entryPoints: [entry('x')], methods }));
    expect(result.raw).toBe((24 + 6) / 2);
    expect(result.csqa1).toBe(0.5);
    expect(result.rules).toEqual(['A2-complex-near-entry high']);
  });

  it('takes the fifty highest only', () => {
    const methods = Array.from({ length: 60 }, (_, index) =>
      method(`m${index}`, { cognitiveComplexity: index < 50 ? 3 : 0, distanceToEntry: 0 }),
    );
    expect(figures(measureOn(explosiveComplexity, { entryPoints: [entry('x')], methods })).raw).toBe(3);
  });

  it.each([
    [10, ['A2-complex-near-entry medium']],
    [9.9, []],
  ])('judges an index of %d', (index, rules) => {
    const methods = [method('m', { cognitiveComplexity: index * 2, distanceToEntry: 1 })];
    expect(figures(measureOn(explosiveComplexity, { entryPoints: [entry('x')], methods })).rules).toEqual(
      rules,
    );
  });
});

describe('A3 input entropy', () => {
  it('takes the loosest parameter of each entry point and eases it by validation', () => {
    const points = [
      entry('a', { parameters: [parameter('id', { entropy: 'bounded' }), parameter('q')] }),
      entry('b', { parameters: [parameter('all', { entropy: 'untyped', validated: true })] }),
      entry('c'),
    ];
    expect(figures(measureOn(inputEntropy, { entryPoints: points })).raw).toBeCloseTo(
      (0.5 + 0.8 * 0.7 + 0) / 3,
      10,
    );
  });

  it('weighs messages and jobs less than requests', () => {
    const points = [
      entry('a', { parameters: [parameter('file', { entropy: 'binary', source: 'file' })] }),
      entry('b', { kind: 'mq', parameters: [] }),
      entry('c', { kind: 'job', parameters: [] }),
    ];
    expect(figures(measureOn(inputEntropy, { entryPoints: points })).raw).toBeCloseTo(
      1 / (1 + 0.8 + 0.5),
      10,
    );
  });

  it('finds loose input by its eased figure and leaves out what the framework hands in', () => {
    const points = [
      entry('upload', { parameters: [parameter('file', { entropy: 'binary' })] }),
      entry('import', { parameters: [parameter('rows', { entropy: 'untyped' })] }),
      entry('checked', { parameters: [parameter('rows', { entropy: 'untyped', validated: true })] }),
      entry('page', { parameters: [parameter('model', { entropy: 'untyped', source: 'framework' })] }),
    ];
    expect(figures(measureOn(inputEntropy, { entryPoints: points })).rules).toEqual([
      'A3-loose-input high',
      'A3-loose-input medium',
    ]);
  });
});
