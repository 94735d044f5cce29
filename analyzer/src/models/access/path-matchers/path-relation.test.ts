import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PathRelation, type PatternStyle, relatePath } from './path-relation.ts';
import { relateRegex } from './regex-relation.ts';

const cases: readonly (readonly [PatternStyle, string, string, PathRelation])[] = [
  ['ant', '/admin/**', '/admin/users/{id}', 'all'],
  ['ant', '/admin/**', '/admin', 'all'],
  ['ant', '/admin/**', '/administrator', 'none'],
  ['ant', '/admin', '/admin', 'all'],
  ['ant', '/admin', '/admin/', 'none'],
  ['mvc', '/admin', '/admin/', 'all'],
  ['path-pattern', '/admin', '/admin/', 'none'],
  ['ant', '/owners/*', '/owners/{id}', 'all'],
  ['ant', '/owners/*', '/owners/{id}/pets', 'none'],
  ['ant', '/owners/new', '/owners/{id}', 'single'],
  ['ant', '/owners/{id}', '/owners/new', 'all'],
  ['ant', '/owners/{id:\\d+}', '/owners/{id}', 'some'],
  ['path-pattern', '/owners/{id:[0-9]+}/pets', '/owners/{id:[0-9]+}/pets', 'all'],
  ['ant', '/files/*.css', '/files/{name}', 'some'],
  ['ant', '/files/*.css', '/files/site.css', 'all'],
  ['ant', '/files/*.css', '/files/site.js', 'none'],
  ['ant', '/api/public/**', '/api/**', 'some'],
  ['ant', '/**', '/', 'all'],
  ['ant', '**', '/any/thing', 'all'],
  ['ant', 'admin/**', '/admin/users', 'none'],
  ['path-pattern', 'admin/**', '/admin/users', 'all'],
  ['ant', '/a?c', '/abc', 'all'],
  ['ant', '/**/edit', '/owners/{id}/edit', 'all'],
  ['path-pattern', '/docs/{*rest}', '/docs/a/b', 'all'],
  ['servlet', '/openapi/*', '/openapi/v1/apps/{id}', 'all'],
  ['servlet', '/openapi', '/openapi/v1', 'none'],
  ['servlet', '*.do', '/admin/list.do', 'all'],
  ['servlet', '/', '/anything', 'all'],
  ['exact', '/login', '/login', 'all'],
  ['exact', '/login', '/logins', 'none'],
  ['ant', '{?}/auth/**', '/v1/auth/login', 'unknown'],
  ['ant', '{?}/auth/**', '/v1/owners', 'none'],
  ['ant', '/api/**', '/api/{?}', 'all'],
  ['ant', '/api/x', '{?}/x', 'unknown'],
];

describe('relatePath', () => {
  it.each(cases)('%s %s against %s: %s', (...row) => {
    const [style, pattern, template, expected] = row;
    expect(relatePath(pattern, template, style)).toBe(expected);
  });

  const segment = fc.constantFrom('a', 'b', '{x}', '*', 'new');
  const path = fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`);

  it('takes a template by the same template with its variables as wildcards', () => {
    fc.assert(
      fc.property(path, (template) => {
        const pattern = template.replaceAll('{x}', '*');
        expect(relatePath(pattern, template, 'ant')).toBe('all');
      }),
    );
  });

  it('takes more with a double wildcard behind than without', () => {
    fc.assert(
      fc.property(path, path, (pattern, template) => {
        const narrow = relatePath(pattern, template, 'ant');
        const wide = relatePath(`${pattern === '/' ? '' : pattern}/**`, template, 'ant');
        if (narrow === 'all') expect(wide).toBe('all');
        if (wide === 'none') expect(narrow).toBe('none');
      }),
    );
  });

  it('ends at once on patterns made to be slow', () => {
    const started = performance.now();
    relatePath(`/${'*a'.repeat(190)}`, `/${'a'.repeat(380)}b`, 'ant');
    relatePath(`/${'**/a/'.repeat(30)}`, `/${'a/'.repeat(60)}b`, 'ant');
    relateRegex(`/${'.*a'.repeat(80)}`, `/${'a'.repeat(380)}b`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('relateRegex', () => {
  it.each([
    ['/api/.*', '/api/owners/{id}', 'all'],
    ['^/api/.*$', '/api/owners', 'all'],
    ['/api/(public|open)/.*', '/api/public/x', 'all'],
    ['/api/(public|open)/.*', '/api/{area}/x', 'some'],
    ['/api/[^/]+/edit', '/api/{id}/edit', 'all'],
    ['/api/\\d+', '/api/{id}', 'some'],
    ['/api/\\d+', '/owners/{id}', 'none'],
    ['/v[0-9]+/x', '/v12/x', 'all'],
    ['/v[0-9]+/x', '/vx/x', 'none'],
    ['/v[0-9]+/x', '/v/x', 'none'],
    ['/v[0-9]*/x', '/v/x', 'all'],
    ['/v[12]/x', '/v2/x', 'all'],
    ['/v[12]/x', '/v3/x', 'none'],
    ['/v[^0-9]/x', '/v1/x', 'none'],
    ['/v\\D+/x', '/v1/x', 'none'],
    ['/\\w+/x', '/a-b/x', 'none'],
    ['/v\\d+/x', '/v{number}/x', 'some'],
    ['/site\\.css', '/site.css', 'all'],
    ['/site\\.css', '/siteXcss', 'none'],
    ['(?i)/API/.*', '/api/x', 'all'],
    ['/API/.*', '/api/x', 'none'],
    ['\\A/api\\Z', '/api', 'all'],
    ['\\A/api\\Z', '/api/x', 'none'],
    ['(?s)/api/.*', '/api/x', 'unknown'],
    ['(a+)+$', '/api/x', 'unknown'],
  ] as const)('%s against %s: %s', (expression, template, expected) => {
    expect(relateRegex(expression, template)).toBe(expected);
  });
});
