import { expect, it } from 'vitest';
import { methodNamed, programOf } from '../../../test/program-of.ts';
import { VisitedPlaces } from './visited-places.ts';

it('tells places apart by their methods and operations', async () => {
  const program = await programOf('class A { void one() {} void other() {} }');
  const [one, other] = [methodNamed(program, 'A.one'), methodNamed(program, 'A.other')];
  const visited = new VisitedPlaces();
  expect([visited.add(one, 3), visited.add(other, 3), visited.add(one, 4)]).toEqual([true, true, true]);
  expect([visited.add(one, 3), visited.add(other, 3), visited.add(one, 4)]).toEqual([false, false, false]);
  expect(visited.size).toBe(3);
});
