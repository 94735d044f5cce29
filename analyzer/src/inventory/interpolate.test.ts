import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolate } from './interpolate.ts';

const withValues = (values: Readonly<Record<string, string>>, defaultSeparator: ':' | null = null) => ({
  lookup: (name: string) => (Object.hasOwn(values, name) ? (values[name] ?? null) : null),
  defaultSeparator,
});

describe('interpolate', () => {
  it('replaces values that name further values', () => {
    const rules = withValues({ 'spring.version': '${major}.2.1', major: '6' });
    expect(interpolate('org:spring:${spring.version}', rules)).toEqual({
      text: 'org:spring:6.2.1',
      unresolved: [],
    });
  });

  it('leaves an unknown name as written and names it', () => {
    expect(interpolate('${known}-${unknown}', withValues({ known: '1' }))).toEqual({
      text: '1-${unknown}',
      unresolved: ['unknown'],
    });
  });

  it('uses a default only where the language has defaults', () => {
    expect(interpolate('${port:8080}', withValues({}, ':')).text).toBe('8080');
    expect(interpolate('${port:8080}', withValues({ port: '9' }, ':')).text).toBe('9');
    expect(interpolate('${port:8080}', withValues({})).unresolved).toEqual(['port:8080']);
  });

  it('resolves placeholders inside names and inside defaults', () => {
    const rules = withValues({ env: 'prod', 'url.prod': 'https://x' }, ':');
    expect(interpolate('${url.${env}}', rules).text).toBe('https://x');
    expect(interpolate('${missing:${url.prod:none}/a}', rules).text).toBe('https://x/a');
  });

  it('calls a value that names itself unresolved', () => {
    const rules = withValues({ a: '${b}', b: '${a}' });
    expect(interpolate('${a}', rules)).toEqual({ text: '${a}', unresolved: ['a'] });
  });

  it('ends on values that double with every step', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`v${at}`, `\${v${at + 1}}\${v${at + 1}}`]),
    );
    const { text, unresolved } = interpolate('${v0}', withValues(doubling));
    expect(text.length).toBeLessThanOrEqual(8_192);
    expect(unresolved.length).toBeGreaterThan(0);
  });

  it('ends within its bounds for any set of values, however they refer to each other', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const piece = fc.oneof(
      name.map((to) => `\${${to}}`),
      name.map((to) => `\${${to}:x\${b}}`),
      fc.constantFrom('x', '${', '}', '$', ':'),
    );
    const value = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.dictionary(name, value),
        value,
        fc.constantFrom(':' as const, null),
        (values, text, separator) => {
          const first = interpolate(text, withValues(values, separator));
          expect(first.text.length).toBeLessThanOrEqual(8_192);
          expect(interpolate(text, withValues(values, separator))).toEqual(first);
        },
      ),
    );
  });

  it('changes nothing in a text without placeholders', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes('${'));
        expect(interpolate(text, withValues({}))).toEqual({ text, unresolved: [] });
      }),
    );
  });
});
