import { LANGUAGES } from '@csqa/report';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../report/test/hostile-text.ts';
import { everyPage } from './page-samples.tsx';

const NAMES = Object.keys(everyPage('clinic'));

function drawn(name: string, text: string, changes: Parameters<typeof everyPage>[1] = {}): string {
  const page = everyPage(text, changes)[name];
  if (page === undefined) throw new Error(`expected a page named ${name}`);
  return renderToString(page);
}

/** Names of elements and of their attributes, in order: the markup without any text. */
function markupOf(html: string): readonly string[] {
  return [...html.matchAll(/<(\/?[a-z][a-z0-9]*)((?:\s+[a-z:-]+(?:="[^"]*")?)*)\s*\/?>/giu)].map(
    ([, tag, attributes]) =>
      [tag, ...(attributes ?? '').matchAll(/([a-z:-]+)(?:="[^"]*")?/giu)]
        .map((part) => (typeof part === 'string' ? part : part?.[1]))
        .join(' '),
  );
}

describe.each(NAMES)('the page: %s', (name) => {
  it('has the same markup whatever strangers write', () => {
    const plain = markupOf(drawn(name, 'clinic'));
    expect(plain.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(text.trim() !== '');
        expect(markupOf(drawn(name, text))).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it('has no script, style or handler in itself, and links to nowhere but the app', () => {
    const html = drawn(
      name,
      '"><script>alert(1)</script><a href="javascript:alert(2)" onclick="alert(3)" style="x">',
    );
    expect(
      html.replaceAll(/<script type="module" src="\/csqa\/assets\/1\/app.js"><\/script>/gu, ''),
    ).not.toMatch(/<script/iu);
    expect(html).not.toMatch(/<style|<[^>]*\s(?:on[a-z]+|style)=/iu);
    for (const [, address = ''] of html.matchAll(/<[^>]*\s(?:href|src|action)="([^"]*)"/giu)) {
      expect(address).toMatch(/^(?:\/csqa\/|#|https:\/\/csqa\.example\/)/u);
    }
  });

  it.each(LANGUAGES)('says all that it says in %s', (language) => {
    const html = drawn(name, 'clinic', { language });
    expect(html.startsWith(`<html lang="${language}"`)).toBe(true);
    expect(html).not.toMatch(/undefined|\[object|NaN/u);
    const words = html.replaceAll(/<[^>]*>/gu, ' ');
    expect(/[а-яё]/iu.test(words.replaceAll('Русский', ''))).toBe(language === 'ru');
  });

  it('has one main heading, one place for content, and a token in every form that changes something', () => {
    const html = drawn(name, 'clinic');
    expect(html.match(/<h1[ >]/gu)).toHaveLength(1);
    expect(html.match(/<main /gu)).toHaveLength(1);
    const forms = html.match(/<form[^>]*method="post"[\s\S]*?<\/form>/gu) ?? [];
    for (const form of forms) expect(form).toContain('name="_csrf" value="token-of-the-session"');
  });
});

describe('pages for whoever may not do everything', () => {
  it.each(NAMES)('offer a reader nothing that changes something: %s', (name) => {
    const html = drawn(name, 'clinic', { user: { name: 'reader', scope: 'read', isSignedIn: true } });
    const changing = [
      ...html.matchAll(
        /<form[^>]*method="post"[^>]*action="([^"]*)"|<form[^>]*action="([^"]*)"[^>]*method="post"/gu,
      ),
    ];
    const actions = changing.map(([, one, other]) => one ?? other);
    // Pages that only an administrator is let into need not hide their forms.
    const expected = ['tokens', 'settings'].includes(name)
      ? undefined
      : ['/csqa/sign-out', ...(name === 'sign-in' ? ['/csqa/sign-in'] : [])];
    if (expected !== undefined) expect(actions).toEqual(expected);
  });
});
