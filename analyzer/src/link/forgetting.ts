import { forgetLookUps } from './members.ts';
import type { SourceFile, World } from './world.ts';

/**
 * Gives what has a world forget the tests that stand on it: what it has known before stays, but for answers that linking looks
 * up again and again, for many of these tell of both.
 */
export function forgetting(world: World): () => void {
  const known: readonly ReadonlyMap<unknown, unknown>[] = [
    ...[world.fileOf, world.scopeOf, world.constants],
    ...[world.assignedLocals, world.foldedOperations],
  ];
  const sizes = known.map(({ size }) => size);
  return () => {
    for (const [index, map] of known.entries()) dropAfter(map as Map<unknown, unknown>, sizes[index] ?? 0);
    forgetAnswers(world);
  };
}

/** Has a world forget answers that linking looks up again and again; whoever asks for one of them again has it looked up again. */
export function forgetAnswers(world: World): void {
  const { outsideMembers, outsideMethods, sharedTargets } = world;
  forgetLookUps(world);
  for (const answers of [outsideMembers, outsideMethods, sharedTargets]) answers.clear();
  for (const { scopes } of world.files) for (const scope of scopes) scope.meanings = scope.calls = null;
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

/**
 * Empties a world that stands on another, which stays as it is, and the one that shows both. Functions that V8 compiles in the background are kept until
 * it has, and with them all that they know: without this, for as long as that takes, all tests.
 */
export function letGo(above: World, both: World): void {
  const { drafts, shapes, knownShapes, superAnswers, functions, reachable } = above;
  for (const known of [drafts, shapes, knownShapes, superAnswers, functions, reachable]) known.clear();
  above.memberOwners?.clear();
  for (const { types, shapes: ofTypes, scopes, methodVariables } of above.files) {
    for (const list of [types, ofTypes, scopes]) list.length = 0;
    methodVariables?.clear();
  }
  for (const { files, generatedTypes } of [above, both])
    for (const list of [files as SourceFile[], generatedTypes]) list.length = 0;
}
