import { describe, expect, it } from 'vitest';
import { typeName } from '../base/ids.ts';
import { fieldReferences } from './field-references.ts';
import type { FieldReference } from './program.ts';
import { VOID } from './types.ts';

const [one, two, three] = ['one', 'two', 'three'].map(
  (name): FieldReference => ({ owner: typeName('a.B'), name, type: VOID }),
) as [FieldReference, FieldReference, FieldReference];

function visited(found: ReturnType<typeof fieldReferences>) {
  const all: [number, string][] = [];
  found?.forEach(({ name }, operation) => {
    all.push([operation, name]);
  });
  return all;
}

describe('field references', () => {
  it('are found by their operations, and are none of what another body has left behind', () => {
    const found = fieldReferences([2, 5, 9, 7], [one, two, three, one], 3);
    expect([2, 5, 9].map((operation) => found?.get(operation))).toEqual([one, two, three]);
    expect([0, 3, 7, 10].map((operation) => found?.get(operation))).toEqual(new Array(4).fill(undefined));
    expect(visited(found)).toEqual([
      [2, 'one'],
      [5, 'two'],
      [9, 'three'],
    ]);
    expect(fieldReferences([2], [one], 0)).toBeNull();
  });

  it('are what was said last, in the order in which they were first found', () => {
    const found = fieldReferences([7, 3, 7, 1], [one, two, three, one], 3);
    expect([7, 3, 1].map((operation) => found?.get(operation))).toEqual([three, two, undefined]);
    expect(visited(found)).toEqual([
      [7, 'three'],
      [3, 'two'],
    ]);
  });
});
