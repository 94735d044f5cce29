import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, fitSections, type Section } from './section.ts';

function list(items: readonly string[], changes: Partial<Section> = {}): Section {
  return {
    heading: '### Many',
    items,
    all: items.length,
    more: (hidden) => `- … ${hidden} more`,
    ...changes,
  };
}

describe('sections in little room', () => {
  it('are shown whole where there is room', () => {
    const { text, isWhole } = fitSections([block('first'), list(['- a', '- b'])], 1_000);
    expect(text).toBe('first\n\n### Many\n\n- a\n- b');
    expect(isWhole).toBe(true);
  });

  it('lose items from their end, and say how many', () => {
    const items = Array.from({ length: 50 }, (_, index) => `- item ${index}`);
    const { text, isWhole } = fitSections([list(items)], 300);
    const shown = text.match(/^- item/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(3);
    expect(text).toContain(`- … ${50 - shown} more`);
    expect(isWhole).toBe(false);
  });

  it('count items that were never offered too, which is no loss', () => {
    const { text, isWhole } = fitSections([list(['- a'], { all: 12 })], 1_000);
    expect(text).toContain('- … 11 more');
    expect(isWhole).toBe(true);
  });

  it('are left out whole where not one item fits, and those behind them still have their room', () => {
    const { text, isWhole } = fitSections([block('x'.repeat(500)), block('small')], 300);
    expect(text).toBe('small');
    expect(isWhole).toBe(false);
  });

  it('close what they fold', () => {
    const { text } = fitSections([list(['- a'], { folded: 'Rest', heading: '' })], 1_000);
    expect(text).toBe('<details>\n<summary>Rest</summary>\n\n- a\n\n</details>');
  });

  it('never exceed the bytes, whatever stands in them', () => {
    const item = fc.string({ unit: 'binary', maxLength: 60 });
    const section = fc.record({ items: fc.array(item, { maxLength: 20 }), isFolded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(section, { maxLength: 6 }), fc.nat(2_000), (parts, maxBytes) => {
        const sections = parts.map(({ items, isFolded }) => list(items, isFolded ? { folded: 'Rest' } : {}));
        expect(Buffer.byteLength(fitSections(sections, maxBytes).text)).toBeLessThanOrEqual(maxBytes);
      }),
    );
  });
});
