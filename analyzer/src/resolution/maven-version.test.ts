import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareMavenVersions } from './maven-version.ts';

/** Pairs as ComparableVersion of Maven 3.9.9 orders them: public version numbers and random ones. */
const recorded = readFileSync(new URL('../../fixtures/maven-versions/order.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

const SIGNS = ['<', '==', '>'];

function sign(left: string, right: string): string | undefined {
  return SIGNS[Math.sign(compareMavenVersions(left, right)) + 1];
}

it('orders versions as Maven itself does', () => {
  const wrong = recorded.filter(([left = '', expected, right = '']) => sign(left, right) !== expected);
  expect(recorded.length).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
});

const part = fc.oneof(
  fc.nat({ max: 20 }).map(String),
  fc.constantFrom('alpha', 'b', 'rc', 'cr', 'ga', 'final', 'sp', 'snapshot', 'x', 'jre', '0'),
);
const version = fc
  .array(fc.tuple(part, fc.constantFrom('.', '-', '')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([text, separator]) => text + separator).join(''));

it('says the opposite when it is asked the other way round, and nothing of a version against itself', () => {
  fc.assert(
    fc.property(version, version, (left, right) => {
      expect(Math.sign(compareMavenVersions(left, right))).toBe(
        -Math.sign(compareMavenVersions(right, left)) + 0,
      );
      expect(compareMavenVersions(left, left)).toBe(0);
    }),
  );
});

it('knows a release from what came before it, and a service pack from what comes after', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 4 }), (numbers) => {
      const release = numbers.join('.');
      for (const early of ['alpha-1', 'beta', 'M2', 'rc1', 'SNAPSHOT']) {
        expect(compareMavenVersions(`${release}-${early}`, release)).toBeLessThan(0);
      }
      expect(compareMavenVersions(`${release}-sp1`, release)).toBeGreaterThan(0);
      expect(compareMavenVersions(`${release}.RELEASE`, release)).toBe(0);
      expect(compareMavenVersions(`${release}.1`, release)).toBeGreaterThan(0);
    }),
  );
});

it('bears a version without end', () => {
  expect(compareMavenVersions('1-'.repeat(100_000), '1')).toBeTypeOf('number');
});
