import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { type JsonMember, jsonMembers } from './json-members.ts';

/** The same by a reader that knows where everything stands. */
function byPlaces(text: string): JsonMember[] {
  const lines = new LineCounter();
  const root = parseDocument(text, { lineCounter: lines, uniqueKeys: false }).contents;
  const membersIn = (map: YAMLMap, level: number): JsonMember[] =>
    map.items.flatMap(({ key, value }): JsonMember[] => {
      if (!isScalar(key)) return [];
      const members = level < 2 && isMap(value) ? membersIn(value, level + 1) : null;
      const told = isScalar(value) && typeof value.value === 'string' ? value.value : null;
      return [
        { name: String(key.value), line: lines.linePos(key.range?.[0] ?? 0).line, text: told, members },
      ];
    });
  return isMap(root) ? membersIn(root, 1) : [];
}

describe('members of a JSON object', () => {
  it('have names, lines and texts, those in the objects below it too', () => {
    expect(jsonMembers('{"a": "x",\n "b": {\n"c": "\\"}\\\\",\n"d": ["e", {"f": 1}]}, "a": null}')).toEqual([
      { name: 'a', line: 1, text: 'x', members: null },
      {
        ...{ name: 'b', line: 2, text: null },
        members: [
          { name: 'c', line: 3, text: '"}\\', members: null },
          { name: 'd', line: 4, text: null, members: null },
        ],
      },
      { name: 'a', line: 4, text: null, members: null },
    ]);
  });

  it('are those that a reader of the whole text finds', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('a', '"', '\\', '{', '}', '[', ']', ',', ':', '\n', 'é'),
    });
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constant(null)),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(anyText, tie('value'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(anyText, value), fc.constantFrom(0, 1, 2, '\t'), (object, indent) => {
        const text = JSON.stringify(object, null, indent);
        expect(jsonMembers(text)).toEqual(byPlaces(text));
      }),
    );
  });

  it('are told of no other text, however deep it nests', () => {
    expect(jsonMembers('["a"]')).toEqual([]);
    expect(jsonMembers('"a"')).toEqual([]);
    expect(jsonMembers('{"a": 1,}')).toBeNull();
    expect(jsonMembers('')).toBeNull();
    const deep = 50_000;
    expect(jsonMembers(`{"a": ${'['.repeat(deep)}${']'.repeat(deep)}}`)).toMatchObject([{ name: 'a' }]);
  });
});
