import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/hostile-text.ts';
import { plain } from '../text/plain.ts';
import { bar, code, prose, table } from './markdown-text.ts';

/** HTML as GitHub's dialect gives it, raw HTML included. */
function toHtml(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('prose', () => {
  it('never lets a raw angle bracket through', () => {
    fc.assert(fc.property(hostileText, (text) => !/[<>]/.test(prose(text).replace(/<\/?code>/g, ''))));
  });

  it('shows what was written: rendering it gives the plain text back', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = toHtml(`x ${prose(text)} x`);
        expect(html).toMatch(/^<p>(?:[^<]|<code>[^<]*<\/code>)*<\/p>$/);
        expect(textOf(html)).toBe(`x ${plain(text, 1_200)} x`.replace(/\s+/g, ' '));
      }),
    );
  });

  it.each(['me@octocat', '#123', 'GH-7', 'see org/repo#5', 'https://evil.example', 'WWW.evil.example'])(
    'breaks what GitHub would link or notify: %s',
    (text) => {
      expect(prose(text)).toContain('\u200b');
    },
  );

  it('sets annotations in code, so that they ping nobody and can be copied as they stand', () => {
    expect(prose('Put @PreAuthorize("hasRole(\'VET\')") or @Valid on it, @octocat.')).toBe(
      'Put `@PreAuthorize("hasRole(\'VET\')")` or `@Valid` on it, `@octocat`.',
    );
  });

  it('leaves ordinary sentences alone', () => {
    expect(prose('POST /owners reaches the database after one call.')).toBe(
      'POST /owners reaches the database after one call.',
    );
  });
});

describe('code', () => {
  it('lets no raw angle bracket through but those of its own tag', () => {
    fc.assert(fc.property(hostileText, (text) => !/[<>]/.test(code(text).replace(/^<code>|<\/code>$/g, ''))));
  });

  it('shows what was written: rendering it gives the plain text back', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = toHtml(`x ${code(text)} x`);
        expect(html).toMatch(/^<p>x (?:<code>[^<]*<\/code>|–) x<\/p>$/);
        const shown = plain(text, 240);
        expect(textOf(html)).toBe(`x ${shown === '' ? '–' : shown} x`.replace(/\s+/g, ' '));
      }),
    );
  });

  it('uses a code span where the text allows one, and a tag where it does not', () => {
    expect(code('src/main/java/Owner.java:7')).toBe('`src/main/java/Owner.java:7`');
    expect(code('Map<K>')).toBe('<code>Map&#60;K&#62;</code>');
  });
});

describe('table', () => {
  it('keeps its rows and columns whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostileText, hostileText), { minLength: 1, maxLength: 4 }), (rows) => {
        const html = toHtml(
          table(
            ['one', 'two'],
            rows.map(([left, right]) => [code(left), prose(right)]),
          ),
        );
        expect(html.match(/<tr>/g)).toHaveLength(rows.length + 1);
        expect(html.match(/<td>/g)).toHaveLength(rows.length * 2);
        expect(html).not.toMatch(/<(?!\/?(?:table|thead|tbody|tr|th|td|code)\b)/);
      }),
    );
  });
});

describe('bar', () => {
  it.each([
    [0, '░░░░░░░░░░'],
    [0.01, '█░░░░░░░░░'],
    [0.5, '█████░░░░░'],
    [1, '██████████'],
  ])('draws %d as %s', (value, drawn) => {
    expect(bar(value)).toBe(drawn);
  });
});
