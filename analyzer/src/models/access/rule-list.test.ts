import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../../base/ids.ts';
import type { RequestMatcher } from './path-matchers/request-matcher.ts';
import { type Outcome, type Requirement, rankOf } from './requirement.ts';
import { type AccessRule, decideByRules } from './rule-list.ts';

const file = relativePath('Security.java');

function rule(pattern: string, requirement: Requirement, verb: string | null = null): AccessRule {
  const matcher: RequestMatcher = { kind: 'pattern', style: 'ant', pattern, verb };
  return { matcher, requirement, evidence: { file, line: 1, text: pattern } };
}

function frame(unmatched: Requirement) {
  const outcome: Outcome = { requirement: unmatched, mechanism: 'path-rule', row: 'r', evidence: [] };
  return { mechanism: 'path-rule', row: 'r', declared: [], unmatched: outcome };
}

const ADMIN: Requirement = { kind: 'authorized', rule: 'hasRole("ADMIN")' };
const get = (path: string) => ({ path, verb: 'GET' });
const decide = (rules: readonly AccessRule[], path: string, unmatched: Requirement = { kind: 'denied' }) =>
  decideByRules(rules, frame(unmatched), get(path)).requirement;

describe('decideByRules', () => {
  it('lets the first rule that matches decide', () => {
    const rules = [rule('/admin/open', { kind: 'public' }), rule('/admin/**', ADMIN)];
    expect(decide(rules, '/admin/open').kind).toBe('public');
    expect(decide([...rules].reverse(), '/admin/open')).toEqual(ADMIN);
  });

  it('skips rules for another verb', () => {
    const rules = [rule('/x', { kind: 'public' }, 'POST'), rule('/**', { kind: 'authenticated' })];
    expect(decide(rules, '/x').kind).toBe('authenticated');
  });

  it('falls back to what the list says of everything else', () => {
    expect(decide([rule('/a', ADMIN)], '/b').kind).toBe('denied');
    expect(decide([rule('/a', ADMIN)], '/b', { kind: 'public' }).kind).toBe('public');
  });

  it('takes the weaker rule where a client can choose between two', () => {
    const rules = [rule('/files/*.css', { kind: 'public' }), rule('/**', ADMIN)];
    expect(decide(rules, '/files/{name}').kind).toBe('public');
  });

  it('leaves a variable to its own rule though one of its values has another', () => {
    const rules = [rule('/owners/new', { kind: 'public' }), rule('/**', ADMIN)];
    expect(decide(rules, '/owners/{id}')).toEqual(ADMIN);
  });

  it('does not guess where a rule may or may not be there', () => {
    const doubtful = {
      ...rule('/**', { kind: 'public' as const }),
      uncertain: { en: 'added in a loop', ru: 'неизвестно' },
    };
    expect(decide([doubtful, rule('/**', ADMIN)], '/x')).toEqual({
      kind: 'unknown',
      reason: { en: 'added in a loop', ru: 'неизвестно' },
    });
    expect(decide([rule('/x', ADMIN), doubtful], '/x')).toEqual(ADMIN);
    expect(decide([doubtful, rule('/**', { kind: 'public' })], '/x').kind).toBe('public');
  });
});

const pattern = fc.constantFrom('/**', '/a', '/a/**', '/a/*', '/a/b', '/b/**', '/{x}/b', '/*.css', '{?}/b');
const requirement: fc.Arbitrary<Requirement> = fc.constantFrom(
  { kind: 'public' } as const,
  { kind: 'authenticated' } as const,
  ADMIN,
  { kind: 'authorized', rule: 'hasRole("VET")' } as const,
  { kind: 'denied' } as const,
);
const anyRule = fc
  .record({ pattern, requirement, verb: fc.constantFrom(null, 'GET', 'POST'), doubt: fc.boolean() })
  .map(({ doubt, ...each }) => ({
    ...rule(each.pattern, each.requirement, each.verb),
    ...(doubt ? { uncertain: { en: 'added in a loop', ru: 'неизвестно' } } : {}),
  }));
const rules = fc.array(anyRule, { maxLength: 6 });
const path = fc.constantFrom('/a', '/a/b', '/a/{id}', '/{x}', '/b/c/d', '/a/**', '/');

describe('the laws of rule lists', () => {
  it('never gives a stronger verdict for letting something in first', () => {
    fc.assert(
      fc.property(
        fc.record({ list: rules, open: pattern, request: path, unmatched: requirement }),
        (given) => {
          const { list, open, request, unmatched } = given;
          const before = decide(list, request, unmatched);
          const after = decide([rule(open, { kind: 'public' }), ...list], request, unmatched);
          // Doubt is between public and the rest: it may replace public only where it was there before.
          expect(rankOf(after)).toBeLessThanOrEqual(
            Math.max(rankOf(before), before.kind === 'public' ? 1 : 0),
          );
        },
      ),
    );
  });

  it('does not change by anything behind a rule that takes every request', () => {
    fc.assert(
      fc.property(fc.record({ list: rules, behind: rules, request: path, last: requirement }), (given) => {
        const { list, behind, request, last } = given;
        const decided = [...list, rule('/**', last)];
        expect(decide([...decided, ...behind], request)).toEqual(decide(decided, request));
      }),
    );
  });

  it('does not change by rules for other requests', () => {
    fc.assert(
      fc.property(fc.record({ list: rules, at: fc.nat(6), asked: requirement, request: path }), (given) => {
        const { list, at, asked, request } = given;
        const elsewhere = rule('/elsewhere/only', asked, 'TRACE');
        const changed = [...list.slice(0, at), elsewhere, ...list.slice(at)];
        expect(decide(changed, request)).toEqual(decide(list, request));
      }),
    );
  });

  it('gives what the first rule asks where it takes every request', () => {
    fc.assert(
      fc.property(rules, requirement, path, (list, asked, request) => {
        expect(decide([rule('/**', asked), ...list], request)).toEqual(asked);
      }),
    );
  });
});
