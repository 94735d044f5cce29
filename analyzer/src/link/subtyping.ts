import { type TypeName, typeName } from '../base/ids.ts';
import { fitted } from '../base/lists.ts';
import type { ResolvedType } from './resolved-type.ts';
import type { TypeShape } from './shapes.ts';
import { bindAll, substituteClass } from './substitution.ts';
import { type ClassType, classType } from './types.ts';
import { shapeOf, type World } from './world.ts';

/** Direct supertypes in terms of the type's own parameters; an interface without any stands on the root type. */
export function parentsOf(shape: TypeShape): readonly ClassType[] {
  const root = shape.rules.rootType;
  const isInterface = shape.kind === 'interface' || shape.kind === 'annotation';
  return isInterface && shape.name !== root ? [...shape.parents, classType(typeName(root))] : shape.parents;
}

/** A parent of a type, seen through the type's arguments; the parents of a raw type are raw. */
export function parentOf(type: ClassType, shape: TypeShape, parent: ClassType): ClassType {
  if (shape.parameters.length === 0) return parent;
  if (type.args.length !== shape.parameters.length) return classType(parent.name);
  return substituteClass(parent, bindAll(shape.parameters, type.args));
}

/**
 * The supertype of a type that is declared by `ancestor`, with its arguments. Null where there is none, `unknown` where
 * a type on the way cannot be looked up.
 */
export function asSuper(world: World, type: ClassType, ancestor: TypeName): ClassType | null | 'unknown' {
  if (type.name === ancestor) return type;
  const declared = declaredSuper(world, type.name, ancestor);
  if (declared === null || declared === 'unknown') return declared;
  const shape = shapeOf(world, type.name);
  return shape === undefined ? 'unknown' : parentOf(type, shape, declared);
}

/** Whether a type is another or below it. */
export function isSubtype(world: World, name: TypeName, ancestor: TypeName): boolean | 'unknown' {
  if (name === ancestor) return true;
  const found = declaredSuper(world, name, ancestor);
  return found === 'unknown' ? 'unknown' : found !== null;
}

function declaredSuper(world: World, name: TypeName, ancestor: TypeName): ClassType | null | 'unknown' {
  const answers = knownSupers(world, name);
  return superNamed(answers, ancestor) ?? (answers.isComplete ? null : 'unknown');
}

/** Every supertype of one type, in terms of its own parameters. */
export interface SuperTable {
  readonly types: readonly ClassType[];
  /** The same by their names, where they are many and somebody has asked for one. */
  byName: ReadonlyMap<TypeName, ClassType> | null;
  /** Those of them that have a shape, in the same order. */
  readonly known: readonly KnownSuper[];
  /** The one type directly above, where all it has looks the same from here as from there. */
  readonly only: KnownSuper | null;
  readonly isComplete: boolean;
  /** The nearest supertype that is named but not known. */
  readonly unknown: TypeName | null;
}

/** A supertype, as its type sees it, with what is declared there. */
export interface KnownSuper {
  readonly via: ClassType;
  readonly shape: TypeShape;
}

const NO_SUPERS: SuperTable = {
  types: [],
  byName: null,
  known: [],
  only: null,
  isComplete: false,
  unknown: null,
};

/** Supertypes of one type after which no more are looked for; a chain of thirty thousand classes would otherwise need a table of half a billion. */
const MAX_SUPERTYPES = 256;
/** So many are looked through faster than a name is looked up. */
const FEW_SUPERTYPES = 8;

function superNamed(table: SuperTable, name: TypeName): ClassType | undefined {
  const { types } = table;
  if (types.length > FEW_SUPERTYPES) {
    table.byName ??= new Map(types.map((type) => [type.name, type]));
    return table.byName.get(name);
  }
  for (let i = 0; i < types.length; i++) if (types[i]?.name === name) return types[i];
  return undefined;
}

function allSupers(world: World, name: TypeName, depth: number): SuperTable {
  const start = shapeOf(world, name);
  if (start === undefined) return NO_SUPERS;
  return supersOfOnly(world, start, depth) ?? searchSupers(world, start);
}

/** Most types stand directly below one without parameters: theirs are that type and what stands above it. */
function supersOfOnly(world: World, start: TypeShape, depth: number): SuperTable | null {
  const parents = parentsOf(start);
  const via = parents[0];
  if (via === undefined || parents.length > 1 || via.args.length > 0 || via.name === start.name) return null;
  const shape = shapeOf(world, via.name);
  if (shape === undefined || shape.parameters.length > 0 || depth >= MAX_SUPERTYPES) return null;
  const above = knownSupers(world, shape.name, depth + 1);
  if (above.types.length + 1 >= MAX_SUPERTYPES || superNamed(above, start.name) !== undefined) return null;
  const only = { via, shape };
  return {
    types: [via, ...above.types],
    byName: null,
    known: [only, ...above.known],
    only,
    isComplete: above.isComplete && !start.hasUnknownParent,
    unknown: above.unknown,
  };
}

function searchSupers(world: World, start: TypeShape): SuperTable {
  const types = new Map<TypeName, ClassType>();
  const known: KnownSuper[] = [];
  let isComplete = true;
  let unknown: TypeName | null = null;
  let at: KnownSuper | undefined = { via: start.self, shape: start };
  for (let next = 0; at !== undefined && types.size < MAX_SUPERTYPES; at = known[next++]) {
    const { via: type, shape } = at;
    if (shape.hasUnknownParent) isComplete = false;
    for (const parent of parentsOf(shape)) {
      if (types.has(parent.name) || parent.name === start.name) continue;
      const via = parentOf(type, shape, parent);
      types.set(parent.name, via);
      const declared = shapeOf(world, parent.name);
      if (declared !== undefined) known.push({ via, shape: declared });
      else {
        unknown ??= parent.name;
        isComplete = false;
      }
    }
  }
  isComplete &&= types.size < MAX_SUPERTYPES;
  return { types: [...types.values()], byName: null, known: fitted(known), only: null, isComplete, unknown };
}

/** Supertypes of a type that are known, nearest first. */
export function knownSupers(world: World, name: TypeName, depth = 0): SuperTable {
  let answers = world.superAnswers.get(name);
  if (answers === undefined) {
    answers = allSupers(world, name, depth);
    world.superAnswers.set(name, answers);
  }
  return answers;
}

/** The nearest type above that is named but not known: where a member that is found nowhere else must come from. */
export function unknownSuper(world: World, name: TypeName): TypeName | null {
  const { unknown } = knownSupers(world, name);
  return unknown === null && shapeOf(world, name) === undefined ? name : unknown;
}

/** The same above a type that is known. */
export function unknownAbove(world: World, { name }: TypeShape): TypeName | null {
  return knownSupers(world, name).unknown;
}

/** The class type that stands for a type when a member is looked up; null where it has no members. */
export function memberOwner(type: ResolvedType): ClassType | null {
  let at = type;
  for (let steps = 0; at.kind === 'variable' && steps < 8; steps++) at = at.bound;
  return at.kind === 'class' ? at : null;
}
