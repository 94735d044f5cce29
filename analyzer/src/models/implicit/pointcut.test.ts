import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExecution, parsePointcut } from './pointcut.ts';
import { fitsTypePattern } from './type-pattern.ts';

describe('reading a pointcut', () => {
  it('binds && closer than ||, and ! closest', () => {
    expect(parsePointcut('a() || !b() && within(x..*)')).toEqual({
      kind: 'or',
      parts: [
        { kind: 'designator', name: 'a', argument: '' },
        {
          kind: 'and',
          parts: [
            { kind: 'not', part: { kind: 'designator', name: 'b', argument: '' } },
            { kind: 'designator', name: 'within', argument: 'x..*' },
          ],
        },
      ],
    });
  });

  it.each(['', 'within(', 'a() b()', 'a() &&', '1 + 1', `${'('.repeat(50)}a()${')'.repeat(50)}`])(
    'gives up on %s',
    (text) => expect(parsePointcut(text)).toBeNull(),
  );

  it('ends on any text, however strange', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a()!&|.*@ ') }), (text) => {
        expect([null, 'object']).toContain(parsePointcut(text) === null ? null : 'object');
      }),
    );
  });

  it('parts what execution asks for', () => {
    expect(parseExecution('public * org.clinic..*Service.close*(String, ..)')).toEqual({
      annotations: [],
      isPublic: true,
      declaring: 'org.clinic..*Service',
      name: 'close*',
      parameters: ['String', '..'],
    });
    expect(parseExecution('@org.clinic.Audited * *(..)')).toMatchObject({
      annotations: ['org.clinic.Audited'],
      declaring: null,
      name: '*',
    });
    expect(parseExecution('* org.clinic..*(..)')).toMatchObject({ declaring: 'org.clinic..*', name: '*' });
    expect(parseExecution('close(..)')).toBeNull();
  });
});

describe('a type pattern', () => {
  it.each([
    ['org.clinic.visits.VisitService', 'org.clinic..*'],
    ['org.clinic.visits.VisitService', 'org..visits.*Service'],
    ['org.clinic.Visit', 'org.clinic.*'],
    ['org.clinic.Visit$Part', 'org.clinic.Visit.Part'],
    ['org.clinic.Visit', 'Visit'],
    ['org.clinic.Visit', '*'],
  ])('takes %s for %s', (name, pattern) => expect(fitsTypePattern(name, pattern)).toBe(true));

  it.each([
    ['org.clinic.visits.VisitService', 'org.clinic.*'],
    ['org.other.Visit', 'org.clinic..*'],
    ['org.clinic.Visit', 'Visitor'],
    ['org.clinic', 'org.clinic..*.*'],
  ])('does not take %s for %s', (name, pattern) => expect(fitsTypePattern(name, pattern)).toBe(false));
});
