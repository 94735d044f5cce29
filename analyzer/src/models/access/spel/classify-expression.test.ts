import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyExpression, type ExpressionNames } from './classify-expression.ts';

const names: ExpressionNames = {
  open: ['permitAll', 'true'],
  closed: ['denyAll', 'false'],
  authenticated: ['isAuthenticated', 'isFullyAuthenticated'],
  anonymous: ['isAnonymous'],
  caller: ['authentication', 'principal'],
};

describe('classifyExpression', () => {
  it.each([
    ['permitAll', 'public', false],
    ['permitAll()', 'public', false],
    ['true', 'public', false],
    ['denyAll()', 'denied', false],
    ['isAuthenticated()', 'authenticated', false],
    ['!isAnonymous()', 'authenticated', false],
    ['isAnonymous()', 'public', false],
    ["hasRole('ADMIN')", 'authorized', false],
    ["hasAnyAuthority('A', 'B')", 'authorized', false],
    ["isAuthenticated() and hasRole('ADMIN')", 'authorized', false],
    ["permitAll or hasRole('ADMIN')", 'public', false],
    ["hasRole('A') || isAuthenticated()", 'authenticated', false],
    ["!hasRole('BANNED')", 'public', false],
    ['#id == authentication.name', 'authorized', true],
    ['#user.name eq principal.username', 'authorized', true],
    ['@access.mayRead(authentication, #id)', 'authorized', true],
    ['@access.isSuperAdmin()', 'authorized', false],
    ["hasPermission(#owner, 'write')", 'authorized', true],
    ["(hasRole('A') and #id == principal.id) or denyAll", 'authorized', true],
    ['T(org.sample.Checks).mayRead(#id)', 'authorized', true],
    ["#oauth2.hasScope('read')", 'authorized', true],
    ["hasIpAddress('10.0.0.0/8')", 'authorized', false],
    ['authentication.authenticated', 'authenticated', false],
    ["hasAnyRole({'A','B'})", 'authorized', false],
    ["hasRole('A') and", 'unknown', false],
    ['somethingElse', 'unknown', false],
    ['', 'unknown', false],
  ] as const)('%s asks %s', (expression, kind, owner) => {
    const found = classifyExpression(expression, names);
    expect(found.requirement.kind).toBe(kind);
    expect(found.owner).toBe(owner);
  });

  it('never throws and never takes long, whatever the text', () => {
    const part = fc.constantFrom(
      '(',
      ')',
      '!',
      ' and ',
      ' or ',
      "'",
      '#x',
      '@b',
      '.',
      '[',
      '{',
      'permitAll',
      '==',
      "hasRole('A')",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (text) => {
          expect(['public', 'authenticated', 'authorized', 'denied', 'unknown']).toContain(
            classifyExpression(text, names).requirement.kind,
          );
        },
      ),
    );
    expect(classifyExpression('('.repeat(1_900), names).requirement.kind).toBe('unknown');
    expect(classifyExpression('!'.repeat(1_900), names).requirement.kind).toBe('unknown');
  });
});
