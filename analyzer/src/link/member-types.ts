import { type TypeName, typeName } from '../base/ids.ts';
import type { TypeShape } from './shapes.ts';
import { type MemberOwners, shapeOf, type World } from './world.ts';

/** A member type by its simple name: declared in the type, else inherited (JLS 8.5, 9.5). Null where there is none. */
export function memberType(world: World, shape: TypeShape, simple: string): TypeName | null {
  return world.memberOwners === null
    ? searchUpwards(world, shape, simple)
    : memberAmong(world, ownersAbove(world, world.memberOwners, shape), simple);
}

/** Whether a type, or one above it, has any member type; true as long as that cannot be told. */
export function mayHaveMemberTypes(world: World, shape: TypeShape): boolean {
  return world.memberOwners === null || ownersAbove(world, world.memberOwners, shape).all.length > 0;
}

/** Supertypes are settled on the way, and no further than the name asks for. */
function searchUpwards(world: World, shape: TypeShape, simple: string): TypeName | null {
  const queue: TypeShape[] = [shape];
  const seen = new Set<TypeName>();
  for (let at = 0; at < queue.length; at++) {
    const type = queue[at];
    if (type === undefined) continue;
    const member = hasMembers(world, type.name) ? memberOf(world, type.name, simple) : null;
    if (member !== null) return member;
    world.settleParents(type);
    addParents(world, type, { queue, seen });
  }
  return null;
}

/** The types with member types among a type and those above it, nearest first; found when first asked for. */
function ownersAbove(world: World, known: Map<TypeShape, MemberOwners>, shape: TypeShape): MemberOwners {
  let owners = known.get(shape);
  if (owners === undefined) {
    owners = findOwners(world, shape);
    known.set(shape, owners);
  }
  return owners;
}

const NO_OWNERS: MemberOwners = { all: [], outside: [] };

function findOwners(world: World, shape: TypeShape): MemberOwners {
  const queue: TypeShape[] = [shape];
  const seen = new Set<TypeName>();
  const owners: TypeName[] = [];
  for (let at = 0; at < queue.length; at++) {
    const type = queue[at];
    if (type === undefined) continue;
    if (hasMembers(world, type.name)) owners.push(type.name);
    addParents(world, type, { queue, seen });
  }
  if (owners.length === 0) return NO_OWNERS;
  return { all: owners, outside: owners.filter((name) => hasMembersOutside(world, name)) };
}

function addParents(
  world: World,
  type: TypeShape,
  to: { readonly queue: TypeShape[]; readonly seen: Set<TypeName> },
): void {
  const { queue, seen } = to;
  for (const { name } of type.parents) {
    if (seen.has(name) || name === queue[0]?.name) continue;
    seen.add(name);
    const next = shapeOf(world, name);
    if (next !== undefined) queue.push(next);
  }
}

function memberAmong(world: World, { all, outside }: MemberOwners, simple: string): TypeName | null {
  // No type of the tree has a member of nearly any name: it needs no look-up, and no full name made for one.
  const owners = world.memberNames.has(simple) ? all : outside;
  for (let i = 0; i < owners.length; i++) {
    const owner = owners[i];
    const member = owner === undefined ? null : memberOf(world, owner, simple);
    if (member !== null) return member;
  }
  return null;
}

function memberOf(world: World, owner: TypeName, simple: string): TypeName | null {
  return shapeOf(world, typeName(`${owner}$${simple}`))?.name ?? null;
}

/** Whether a type can have member types. Most have none at all: no name needs to be made and looked up for them. */
export function hasMembers(world: World, name: TypeName): boolean {
  return world.outerNames.has(name) || hasMembersOutside(world, name);
}

function hasMembersOutside(world: World, name: TypeName): boolean {
  for (let i = 0; i < world.signatures.length; i++) {
    if (world.signatures[i]?.hasMemberTypes(name) === true) return true;
  }
  return false;
}
