import type { TypeRef } from '../facts/type-refs.ts';
import { foldConstant } from './constants.ts';
import type { NameScope } from './name-scope.ts';
import type { AnnotatedArgument } from './program.ts';
import type { World } from './world.ts';

/** Type arguments nested deeper than this are not read. */
const MAX_DEPTH = 24;

const NONE: readonly AnnotatedArgument[] = [];

/** The annotations on the type arguments of a type, looked up; empty where there are none. */
export function argumentAnnotations(
  world: World,
  scope: NameScope,
  type: TypeRef,
): readonly AnnotatedArgument[] {
  return isAnnotated(type, 0) ? annotatedArguments({ world, scope }, type, 0) : NONE;
}

function isAnnotated({ args = [] }: TypeRef, depth: number): boolean {
  return (
    depth <= MAX_DEPTH && args.some((arg) => arg.annotations !== undefined || isAnnotated(arg, depth + 1))
  );
}

function annotatedArguments(
  place: { readonly world: World; readonly scope: NameScope },
  type: TypeRef,
  depth: number,
): readonly AnnotatedArgument[] {
  if (depth > MAX_DEPTH) return NONE;
  return (type.args ?? []).map((arg) => {
    // A wildcard stands for the type it is bounded by.
    const meant = arg.name === '?' ? (arg.args?.[0] ?? arg) : arg;
    return {
      annotations: (arg.annotations ?? []).flatMap((annotation) => {
        const value = foldConstant({ ...place, depth: 0 }, { kind: 'annotation', annotation });
        return value.kind === 'annotation' ? [value.annotation] : [];
      }),
      args: annotatedArguments(place, meant, depth + 1),
    };
  });
}
