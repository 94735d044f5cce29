import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matcherCovers } from './matcher-cover.ts';
import { matchRequest, type RequestMatcher } from './request-matcher.ts';

const segment = fc.constantFrom('a', 'b', 'admin', '*', '{id}', '**', '{id:[0-9]+}', 'a*');
const pattern = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
const verb = fc.constantFrom(null, 'GET', 'POST');
const style = fc.constantFrom('ant', 'path-pattern', 'mvc', 'servlet', 'exact', 'regex');

const plain: fc.Arbitrary<RequestMatcher> = fc.oneof(
  fc.record({ kind: fc.constant('pattern' as const), style, pattern, verb }),
  fc.record({ kind: fc.constant('verb' as const), verb: fc.constantFrom('GET', 'POST') }),
  fc.constant<RequestMatcher>({ kind: 'any' }),
  fc.constant<RequestMatcher>({ kind: 'none' }),
  fc.constant<RequestMatcher>({ kind: 'unknown', reason: { en: 'code', ru: 'неизвестно' } }),
);
const matcher: fc.Arbitrary<RequestMatcher> = fc.oneof(
  plain,
  fc.record({ kind: fc.constantFrom('either' as const, 'both' as const), matchers: fc.array(plain) }),
  fc.record({ kind: fc.constant('not' as const), matcher: plain }),
);
const request = fc.record({
  path: fc
    .array(fc.constantFrom('a', 'b', 'admin', 'x', '7'), { maxLength: 4 })
    .map((parts) => `/${parts.join('/')}`),
  verb: fc.constantFrom('GET', 'POST'),
});

describe('matcherCovers', () => {
  it('never covers a request that the outer matcher does not take', () => {
    fc.assert(
      fc.property(matcher, matcher, request, (outer, inner, asked) => {
        fc.pre(matcherCovers(outer, inner));
        if (matchRequest(inner, asked).relation === 'all')
          expect(matchRequest(outer, asked).relation).toBe('all');
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<readonly [string, string, boolean]>([
    ['/api/**', '/api/admin/{id}', true],
    ['/api/**', '/api', true],
    ['/api/*', '/api/**', false],
    ['/api/{id:[0-9]+}', '/api/{id}', false],
    ['/api/{?}', '/api/{?}', false],
  ])('compares %s with %s', (outer, inner, covers) => {
    const of = (text: string) => ({ kind: 'pattern', style: 'ant', pattern: text, verb: null }) as const;
    expect(matcherCovers(of(outer), of(inner))).toBe(covers);
  });
});
