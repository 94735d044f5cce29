import type { TypeName } from '../base/ids.ts';
import type { CallResolution, CallTarget, EdgeKind, FieldReference } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';
import { CONSTRUCTOR, type FieldShape, type MethodShape, type TypeShape } from './shapes.ts';
import { bindAll, type Substitution, substitute } from './substitution.ts';
import { isSubtype, knownSupers, parentOf } from './subtyping.ts';
import { type ClassType, classType, erasedName } from './types.ts';
import { shapeOf, type World } from './world.ts';

/** A method as a type has it, declared there or inherited. */
export interface Member {
  readonly method: MethodShape;
  /** The type that declares it, in terms of the parameters of the type it was looked up on. */
  readonly via: ClassType;
}

/** A method that a call may mean, with its parameters as the receiver sees them. */
export interface Candidate {
  readonly member: Member;
  /** The type that declares it, as the receiver sees it. */
  readonly via: ClassType;
  readonly formals: readonly ResolvedType[];
  /** What it gives, as the receiver sees it; null until somebody asks. */
  returns: ResolvedType | null;
  /** What calls came to on a receiver without arguments, the last one first. */
  known: KnownCall | null;
}

/** What a call of one kind comes to, whatever it is handed. */
export interface KnownCall {
  readonly world: World;
  readonly how: EdgeKind;
  readonly isDirect: boolean;
  readonly isCertain: boolean;
  readonly resolution: CallResolution;
  readonly targets: readonly CallTarget[];
  readonly next: KnownCall | null;
}

/** Methods of a type by name, filled as they are asked for. */
export type MemberTable = Map<string, readonly Member[]>;

/** Methods of a name that a type has: its own, then inherited ones that are not overridden, nearest first (JLS 8.4.8). */
export function methodsNamed(world: World, shape: TypeShape, name: string): readonly Member[] {
  let table = world.members.get(shape);
  if (table === undefined) {
    table = new Map();
    world.members.set(shape, table);
  }
  const known = table.get(name);
  if (known !== undefined) return known;
  const found = collect(world, shape, name);
  table.set(name, found);
  return found;
}

/** The constructors of a type. */
export function constructorsOf(world: World, shape: TypeShape): readonly Member[] {
  const declared = shape.methods.get(CONSTRUCTOR);
  if (declared === undefined) return [];
  const known = world.constructors.get(declared);
  // Code generators may have added one since.
  if (known?.length === declared.length) return known;
  const via = shape.self;
  const found = declared.map((method) => ({ method, via }));
  world.constructors.set(declared, found);
  return found;
}

function collect(world: World, shape: TypeShape, name: string): readonly Member[] {
  const found = new Map<string, Member>();
  const add = (owner: TypeShape, via: ClassType): void => {
    for (const method of owner.methods.get(name) ?? []) {
      const signature = erasedSignature(method, owner, via);
      const known = found.get(signature);
      if (known === undefined || yieldsTo(world, known.method, owner)) found.set(signature, { method, via });
    }
  };
  add(shape, shape.self);
  for (const via of knownSupers(world, shape.name).types.values()) {
    const owner = shapeOf(world, via.name);
    if (owner !== undefined) add(owner, via);
  }
  return [...found.values()];
}

/** A method of an interface gives way to that of an interface below it and to one of a class (JLS 8.4.8.4, 9.4.1). */
function yieldsTo(world: World, known: MethodShape, owner: TypeShape): boolean {
  if (shapeOf(world, known.owner)?.kind !== 'interface' || known.owner === owner.name) return false;
  if (owner.kind !== 'interface') return owner.name !== owner.rules.rootType;
  return isSubtype(world, owner.name, known.owner) === true;
}

/** Parameter types of a method as seen through a supertype, erased: what decides whether one method overrides another. */
export function erasedSignature(method: MethodShape, owner: TypeShape, via: ClassType): string {
  if (method.parameters.length === 0) return '';
  const binding = bindAll(owner.parameters, via.args);
  return method.parameters
    .map((parameter, i) => erasedName(substituteBounds(parameter, binding)) ?? writtenParameter(method, i))
    .join(',');
}

/** A type parameter of the method itself stands for its bound, which may be one of the type. */
function substituteBounds(type: ResolvedType, binding: Substitution): ResolvedType {
  const seen = substitute(type, binding);
  if (seen.kind === 'array') return { kind: 'array', element: substituteBounds(seen.element, binding) };
  return seen === type && seen.kind === 'variable' ? substitute(seen.bound, binding) : seen;
}

/** Parameters of types that nobody knows are told apart by how they are written. */
function writtenParameter(method: MethodShape, index: number): string {
  const written = method.draft?.declaration?.parameters[index]?.type.name ?? '';
  return `?${written.slice(written.lastIndexOf('.') + 1)}`;
}

/** A field as a type has it. */
export interface FieldMember {
  readonly field: FieldShape;
  readonly via: ClassType;
  /** What operations say that mean it, where that is the same for all; null until one does. */
  reference: FieldReference | null;
}

/** The field of a name that a type has, own or inherited (JLS 8.3); null where there is none as far as known. */
export function fieldNamed(world: World, shape: TypeShape, name: string): FieldMember | null {
  const own = shape.fields.get(name);
  if (own !== undefined) return { field: own, via: shape.self, reference: null };
  for (const via of knownSupers(world, shape.name).types.values()) {
    const field = shapeOf(world, via.name)?.fields.get(name);
    if (field !== undefined) return { field, via, reference: null };
  }
  return null;
}

/** The declaring type of a member, seen from a type with arguments. */
export function ownerSeenFrom(world: World, type: ClassType, via: ClassType): ClassType {
  const shape = shapeOf(world, type.name);
  return shape === undefined || type.name === via.name
    ? classType(via.name, type.args)
    : parentOf(type, shape, via);
}

/** Names of the top-level type around a type: private members are visible throughout it. */
export function outermost(world: World, name: TypeName): TypeName {
  let at = name;
  for (let shape = shapeOf(world, at); shape?.outer != null; shape = shapeOf(world, at)) at = shape.outer;
  return at;
}
