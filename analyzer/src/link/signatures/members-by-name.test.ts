import { describe, expect, it } from 'vitest';
import { MembersByName, placesOfMembers } from './members-by-name.ts';

const LINE = 'Base\tp:new(int)\tsize=int\tsv:of(int)\tsize(int)\tnew()\tunflagged:of=long\tof<T>(T)';
const PLACES = placesOfMembers(LINE, LINE.indexOf('\t') + 1);

describe('members of a line', () => {
  it('are found by their names, constructors by theirs, whatever flags stand before them', () => {
    const names = ({ fields, methods }: typeof PLACES) => [[...fields.keys()], [...methods.keys()]];
    expect(names(PLACES)).toEqual([
      ['size', 'unflagged:of'],
      ['<init>', 'of', 'size'],
    ]);
    expect(names(placesOfMembers(LINE, LINE.length + 1))).toEqual([[], []]);
  });

  it('are read when they are asked for, once, and all of a name together', () => {
    const read: string[] = [];
    const members = new MembersByName(PLACES.methods, (places) => {
      const all = places.map((at) => LINE.slice(at).split('\t')[0]);
      read.push(all.join(' '));
      return all;
    });
    expect([members.size, members.has('of'), members.has('size()'), members.get('absent')]).toEqual([
      ...[3, true, false],
      undefined,
    ]);
    expect(read).toEqual([]);
    expect(members.get('of')).toEqual(['sv:of(int)', 'of<T>(T)']);
    expect(members.get('of')).toBe(members.get('of'));
    expect(read).toEqual(['sv:of(int) of<T>(T)']);
    const visited: unknown[] = [];
    members.forEach((all, name) => {
      visited.push([name, all]);
    });
    expect(visited).toEqual([...members]);
    expect([...members.values()]).toEqual([
      ['p:new(int)', 'new()'],
      ['sv:of(int)', 'of<T>(T)'],
      ['size(int)'],
    ]);
    expect(read).toEqual(['sv:of(int) of<T>(T)', 'p:new(int) new()', 'size(int)']);
  });
});
