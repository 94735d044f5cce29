import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../test/sample-report.ts';
import { BANDS } from '../schema/vocabulary.ts';
import { renderBadge } from './badge.ts';
import { renderShields } from './shields.ts';

interface Drawn {
  readonly width: number;
  /** Each text with the width that it is stretched to, in tenths of a pixel. */
  readonly texts: readonly { readonly text: string; readonly length: number }[];
  readonly addresses: readonly string[];
}

/** What an XML parser sees in a badge; it throws for what is no XML. */
function drawn(svg: string): Drawn {
  const parser = new SaxesParser({ xmlns: true });
  const texts: { text: string; length: number }[] = [];
  const addresses: string[] = [];
  let width = 0;
  let length: number | null = null;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'svg') width = Number(attributes.width?.value);
    length = name === 'text' ? Number(attributes.textLength?.value) : null;
    for (const [key, { value }] of Object.entries(attributes))
      if (key !== 'xmlns' && /^(?:https?:|\/\/|data:)/.test(value)) addresses.push(value);
  });
  parser.on('closetag', () => {
    length = null;
  });
  parser.on('text', (text) => {
    if (length !== null) texts.push({ text, length });
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { width, texts, addresses };
}

const withBand = (index: number | null, band: (typeof BANDS)[number] | null) => {
  const { aggregate } = sampleReport();
  return sampleReport({ aggregate: { ...aggregate, index, band } });
};

describe('the badge', () => {
  it('shows the index with its band, in English and in Russian', () => {
    const words = (lang: 'en' | 'ru'): string[] =>
      drawn(renderBadge(sampleReport(), { lang })).texts.map(({ text }) => text);
    expect(new Set(words('en'))).toEqual(new Set(['architectural risk', '0.34 high']));
    expect(new Set(words('ru'))).toEqual(new Set(['архитектурный риск', '0.34 высокий']));
  });

  it('is as wide as its words, Cyrillic ones too, and loads nothing', () => {
    for (const lang of ['en', 'ru'] as const) {
      const { width, texts, addresses } = drawn(renderBadge(sampleReport(), { lang }));
      for (const { text, length } of texts) {
        // Verdana of 11 pixels: letters are 4 to 11 pixels wide, 6 to 8 in the mean.
        expect(length / 10 / text.length).toBeGreaterThan(5);
        expect(length / 10 / text.length).toBeLessThan(8.5);
      }
      const [left, right] = [...new Map(texts.map(({ text, length }) => [text, length])).values()];
      expect(width).toBeGreaterThanOrEqual(((left ?? 0) + (right ?? 0)) / 10 + 20);
      expect(addresses).toEqual([]);
    }
  });
});

describe('the badge for shields.io', () => {
  it('has a colour for every band', () => {
    const colors = BANDS.map((band) => JSON.parse(renderShields(withBand(0.2, band), { lang: 'en' })).color);
    expect(colors).toEqual(['brightgreen', 'yellow', 'orange', 'red']);
  });

  it('is what the endpoint asks for', () => {
    expect(JSON.parse(renderShields(sampleReport(), { lang: 'ru' }))).toEqual({
      schemaVersion: 1,
      label: 'архитектурный риск',
      message: '0.34 высокий',
      color: 'orange',
    });
  });

  it.each([
    ['there is no index', withBand(null, null), 'not measured'],
    [
      'no source file was analysed, whatever the index',
      { ...withBand(0, 'low'), files: { ...sampleReport().files, analysed: 0 } },
      'nothing analysed',
    ],
  ] as const)('is never green where %s', (_, report, message) => {
    expect(JSON.parse(renderShields(report, { lang: 'en' }))).toMatchObject({ message, color: 'lightgrey' });
    expect(renderBadge(report, { lang: 'en' })).toContain(message);
  });
});
