import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonExcess } from './measure-json.ts';

const wide = { length: 1_000_000, depth: 1_000, values: 100_000 };

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('measuring JSON before it is parsed', () => {
  it('finds exactly the depth that parsing would build, whatever the strings hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const depth = depthOf(value);
        expect(jsonExcess(text, { ...wide, depth })).toBeNull();
        if (depth > 0) expect(jsonExcess(text, { ...wide, depth: depth - 1 })).toBe('depth');
      }),
    );
  });

  it.each([
    ['brackets and commas in a string', '["[[[[,,,,{{{{"]'],
    ['an escaped quote', '["\\"[[[[,,,,"]'],
    ['a backslash before the closing quote', '["\\\\",["a"]]'],
  ])('is not fooled by %s', (_, text) => {
    expect(jsonExcess(text, { length: 100, depth: 2, values: 4 })).toBeNull();
  });

  it.each([
    ['length', '"0123456789"', { ...wide, length: 5 }],
    ['values', '[1,2,3,4]', { ...wide, values: 4 }],
    ['depth', '[[[]]]', { ...wide, depth: 2 }],
  ])('names what is exceeded: %s', (excess, text, limits) => {
    expect(jsonExcess(text, limits)).toBe(excess);
  });

  it('reads a string that is nothing but backslashes in linear time', () => {
    const started = performance.now();
    jsonExcess(`"${'\\'.repeat(900_000)}`, wide);
    jsonExcess(`"${'\\"'.repeat(400_000)}`, wide);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
