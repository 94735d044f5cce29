import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalName, fitsPattern, libraryOf } from './name-pattern.ts';

describe('name patterns', () => {
  it.each([
    ['findByCity', 'find*', true],
    ['refind', 'find*', false],
    ['getFirstError', 'get*Error', true],
    ['getError', 'get*Error', true],
    ['getErr', 'get*Error', false],
    ['com.acme.VisitsGrpc.VisitsImplBase', '*Grpc.*ImplBase', true],
    ['aba', 'ab*ba', false],
    ['org.acme.*;!*', '*!\\*', true],
    ['!org.acme.Evil', '*!\\*', false],
    ['**', '\\*\\*', true],
    ['every', '\\*', false],
  ])('%s against %s is %s', (name, pattern, fits) => {
    expect(fitsPattern(name, pattern)).toBe(fits);
  });

  it('fits whatever stands in the place of the star', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, middle, after) => {
        fc.pre(!`${before}${after}`.includes('*') && !before.endsWith('\\'));
        expect(fitsPattern(before + middle + after, `${before}*${after}`)).toBe(true);
      }),
    );
  });

  it('compares nested types by dots and knows a library by its package', () => {
    expect(canonicalName('java.util.Map$Entry')).toBe('java.util.Map.Entry');
    expect(libraryOf('org.springframework.data.jpa.repository.JpaRepository')).toBe(
      'org.springframework.data',
    );
  });
});
