import { describe, expect, it } from 'vitest';
import { ArgumentNotes } from './argument-notes.ts';

/** A call each, so that they are told apart one by one, or by their places. */
const noted = (count: number) => {
  const notes = new ArgumentNotes();
  for (let call = 0; call < count; call++) notes.add({ call, position: 0, part: null, mask: 1 });
  return notes;
};

describe('notes of calls that a value comes to', () => {
  it.each([5, 13, 40])(
    'keep one argument of each place, of %i too, with all that is wrong with it',
    (count) => {
      const notes = noted(count);
      notes.add({ call: 0, position: 0, part: null, mask: 2 });
      notes.add({ call: count - 1, position: 0, part: null, mask: 4 });
      const masks = notes.all().map(({ mask }) => mask);
      expect(masks).toEqual([3, ...new Array<number>(count - 2).fill(1), 5]);
    },
  );

  it.each([5, 40])('tell parts and positions apart, behind %i others too', (count) => {
    const notes = noted(count);
    notes.add({ call: 0, position: 0, part: 'name', mask: 1 });
    notes.add({ call: 0, position: -1, part: null, mask: 1 });
    notes.add({ call: 0, position: 2000, part: 'name', mask: 1 });
    expect(notes.all()).toHaveLength(count + 3);
  });
});
