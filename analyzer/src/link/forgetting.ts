import type { World } from './world.ts';

/**
 * Gives what brings back as it was all that a world shares with the tests that stand on it: whatever came in between is
 * forgotten, and the tests with it.
 */
export function forgetting(world: World): () => void {
  const shared: readonly ReadonlyMap<unknown, unknown>[] = [
    ...[world.fileOf, world.scopeOf, world.constants, world.members, world.constructors],
    ...[world.staticMembers, world.bodyFields, world.candidates, world.outsideMethods, world.outsideMembers],
    ...[world.sharedTargets, world.assignedLocals, world.foldedOperations],
  ];
  const sizes = shared.map(({ size }) => size);
  return () => {
    for (const [index, map] of shared.entries()) dropAfter(map as Map<unknown, unknown>, sizes[index] ?? 0);
  };
}

/** Keys of a map stand in the order in which they came. */
function dropAfter(map: Map<unknown, unknown>, size: number): void {
  if (map.size === size) return;
  let place = 0;
  for (const key of map.keys()) {
    if (place >= size) map.delete(key);
    place++;
  }
}
