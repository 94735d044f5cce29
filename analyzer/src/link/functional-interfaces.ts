import { typeName } from '../base/ids.ts';
import { erasedSignature, type Member, methodsNamed, ownerSeenFrom } from './members.ts';
import type { ResolvedType } from './resolved-type.ts';
import type { TypeShape } from './shapes.ts';
import { bindAll, substitute } from './substitution.ts';
import { knownSupers } from './subtyping.ts';
import type { ClassType } from './types.ts';
import { shapeOf, type World } from './world.ts';

/** What a lambda or method reference must be to become a value of a functional interface (JLS 9.9). */
export interface FunctionType {
  readonly parameters: readonly ResolvedType[];
  readonly returns: ResolvedType;
}

/** The function type of an interface type; null where it is none, `unknown` where the type cannot be looked up. */
export function functionOf(world: World, type: ResolvedType): FunctionType | null | 'unknown' {
  if (type.kind === 'unknown') return 'unknown';
  if (type.kind !== 'class') return null;
  const shape = shapeOf(world, type.name);
  if (shape === undefined) return 'unknown';
  const member = singleAbstract(world, shape);
  return member === null ? null : seenFrom(world, type, member);
}

function seenFrom(world: World, type: ClassType, { method, via }: Member): FunctionType {
  const owner = ownerSeenFrom(world, type, via);
  const binding = bindAll(shapeOf(world, via.name)?.parameters ?? [], owner.args);
  return {
    parameters: method.parameters.map((parameter) => substitute(parameter, binding)),
    returns: substitute(method.returns, binding),
  };
}

/** The one abstract method of a functional interface (JLS 9.8); public methods of the root type do not count. */
function singleAbstract(world: World, shape: TypeShape): Member | null {
  if (shape.kind !== 'interface') return null;
  const known = world.functions.get(shape.name);
  if (known !== undefined) return known;
  const found = findAbstract(world, shape);
  world.functions.set(shape.name, found);
  return found;
}

function findAbstract(world: World, shape: TypeShape): Member | null {
  const root = shapeOf(world, typeName(shape.rules.rootType));
  const found = new Map<string, Member>();
  for (const name of abstractNames(world, shape)) {
    for (const member of methodsNamed(world, shape, name)) {
      const owner = shapeOf(world, member.method.owner);
      if (!member.method.isAbstract || owner === undefined) continue;
      const signature = erasedSignature(member.method, owner, member.via);
      const inRoot = root?.methods
        .get(name)
        ?.some(
          (method) =>
            erasedSignature(method, root, { kind: 'class', name: root.name, args: [] }) === signature,
        );
      if (inRoot !== true) found.set(`${name}(${signature})`, member);
    }
  }
  const [only, ...others] = found.values();
  return others.length === 0 ? (only ?? null) : null;
}

function abstractNames(world: World, shape: TypeShape): ReadonlySet<string> {
  const names = new Set<string>();
  addAbstract(names, shape);
  for (const above of knownSupers(world, shape.name).known) addAbstract(names, above.shape);
  return names;
}

function addAbstract(names: Set<string>, { methods }: TypeShape): void {
  methods.forEach((same, name) => {
    if (same.some((method) => method.isAbstract)) names.add(name);
  });
}
