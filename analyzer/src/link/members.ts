import type { TypeName } from '../base/ids.ts';
import type { CallResolution, CallTarget, EdgeKind, FieldReference } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';
import { CONSTRUCTOR, type FieldShape, type LookedUp, type MethodShape, type TypeShape } from './shapes.ts';
import { bindAll, type Substitution, substitute } from './substitution.ts';
import { isSubtype, knownSupers, parentOf } from './subtyping.ts';
import { type ClassType, classType, erasedName } from './types.ts';
import { type KnownCandidates, shapeOf, type World } from './world.ts';

/** A method as a type has it, declared there or inherited. */
export interface Member {
  readonly method: MethodShape;
  /** The type that declares it, in terms of the parameters of the type it was looked up on. */
  readonly via: ClassType;
  /** What calls of a method of the tree came to, the last one first. */
  known: KnownCall | null;
  /** Of a method of the tree: itself as the only one to choose, where it looks alike to every receiver; null until somebody asks. */
  alone: Choice | 'by receiver' | null;
}

/** A method as somebody comes upon it. */
function memberOf(method: MethodShape, via: ClassType): Member {
  return { method, via, known: null, alone: null };
}

/** A method that a call may mean, with its parameters as the receiver sees them. */
export interface Candidate {
  readonly member: Member;
  /** What the parameters of the type that declares it stand for. */
  readonly binding: Substitution;
  readonly formals: readonly ResolvedType[];
  /** What it gives, as the receiver sees it; null until somebody asks. */
  returns: ResolvedType | null;
  /** What calls of a method outside came to on a receiver without arguments, the last one first. */
  known: KnownCall | null;
}

/** What a call of one kind comes to, whatever it is handed. */
export interface KnownCall {
  readonly how: EdgeKind;
  readonly isDirect: boolean;
  readonly isCertain: boolean;
  readonly resolution: CallResolution;
  readonly targets: readonly CallTarget[];
  readonly next: KnownCall | null;
}

/** The methods that calls may mean which look one name up and take one number of arguments. */
export interface Choice {
  readonly candidates: readonly Candidate[];
  /** What overload resolution came to, by the types of the arguments; null where it was asked nothing that it is remembered for. */
  readonly selected: Map<string, Selection> | null;
}

/** What overload resolution came to. */
export type Selection =
  | { readonly kind: 'chosen'; readonly candidate: Candidate; readonly isCertain: boolean }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'none' };

/** What a look-up by name comes upon, and what is known of that: very many calls look the same few names up. */
export interface NamedMembers {
  readonly members: readonly Member[];
  /** Whether every body may name all of them. */
  readonly isOpen: boolean;
  /** Those that bodies of one type may name, where these are not all: of the type that asked last. */
  seen: SeenMembers | null;
  /** The static ones among them; null until somebody asks. */
  statics: NamedMembers | null;
  /** What they leave to choose from for the receiver that was asked for last. */
  candidates: KnownCandidates | null;
}

/** Members that bodies of a type may name. */
export interface SeenMembers {
  readonly from: TypeName;
  readonly members: NamedMembers;
}

/** Members that were found together. */
export function namedMembers(members: readonly Member[]): NamedMembers {
  if (members.length === 0) return NO_MEMBERS;
  return { members, isOpen: members.every(isOpen), seen: null, statics: null, candidates: null };
}

function isOpen({ method: { visibility } }: Member): boolean {
  return visibility === 'public' || visibility === 'protected';
}

export const NO_MEMBERS: NamedMembers = {
  members: [],
  isOpen: true,
  seen: null,
  statics: null,
  candidates: null,
};

/** Methods of a name that a type has: its own, then inherited ones that are not overridden, nearest first (JLS 8.4.8). */
export function methodsNamed(world: World, shape: TypeShape, name: string): readonly Member[] {
  return membersNamed(world, shape, name).members;
}

/** The same with what is known of them. */
export function membersNamed(world: World, shape: TypeShape, name: string): NamedMembers {
  const { members } = lookedUpOn(world, shape);
  const known = members.get(name);
  if (known !== undefined) return known;
  const found = inherited(world, shape, name) ?? namedMembers(collect(world, shape, name));
  members.set(name, found);
  return found;
}

/** What was looked up on a type: very many bodies look the same few names up. */
interface KnownOfShape extends LookedUp {
  /** Methods by name. */
  readonly members: Map<string, NamedMembers>;
  /** Fields that bodies have asked for, by name; null until one is. */
  fields: Map<string, FieldMember | null> | null;
  /** Constructors as members; null until somebody asks. */
  constructors: NamedMembers | null;
}

/** What was looked up on a type in a world. */
function lookedUpOn(world: World, shape: TypeShape): KnownOfShape {
  const { lookedUp } = shape;
  if (lookedUp !== null && lookedUp.by === world.askedShapes) return lookedUp as KnownOfShape;
  return startLookingUp(world, shape);
}

function startLookingUp({ askedShapes }: World, shape: TypeShape): KnownOfShape {
  const lookedUp: KnownOfShape = { by: askedShapes, members: new Map(), fields: null, constructors: null };
  askedShapes.push(shape);
  shape.lookedUp = lookedUp;
  return lookedUp;
}

/** Has the shapes of a world forget what was looked up on them. */
export function forgetLookUps({ askedShapes }: World): void {
  for (const shape of askedShapes) if (shape.lookedUp?.by === askedShapes) shape.lookedUp = null;
  askedShapes.length = 0;
}

/** What a type has of a name that it does not declare and that looks the same in the one type above it: what that has. */
function inherited(world: World, shape: TypeShape, name: string): NamedMembers | null {
  if (shape.methods.has(name)) return null;
  const { only } = knownSupers(world, shape.name);
  return only === null ? null : membersNamed(world, only.shape, name);
}

/** The constructors of a type. */
export function constructorsOf(world: World, shape: TypeShape): NamedMembers {
  const declared = shape.methods.get(CONSTRUCTOR);
  if (declared === undefined) return NO_MEMBERS;
  const lookedUp = lookedUpOn(world, shape);
  const known = lookedUp.constructors;
  // Code generators may have added one since.
  if (known?.members.length === declared.length) return known;
  const via = shape.self;
  const found = namedMembers(declared.map((method) => memberOf(method, via)));
  lookedUp.constructors = found;
  return found;
}

/** The static ones among members. */
export function staticsAmong(named: NamedMembers): NamedMembers {
  if (named.members.length === 0) return named;
  named.statics ??= namedMembers(named.members.filter(({ method }) => method.isStatic));
  return named.statics;
}

function collect(world: World, shape: TypeShape, name: string): readonly Member[] {
  const found = new FoundMembers(world);
  found.addAll(shape.methods.get(name), shape, shape.self);
  const { known } = knownSupers(world, shape.name);
  for (let i = 0; i < known.length; i++) {
    const above = known[i];
    if (above !== undefined) found.addAll(above.shape.methods.get(name), above.shape, above.via);
  }
  return found.list();
}

/** Methods of a name, one for each signature. Most names have but one method, and no signature is asked for. */
class FoundMembers {
  readonly #world: World;
  #first: Member | null = null;
  #firstOwner: TypeShape | null = null;
  #firstSignature: string | null = null;
  #bySignature: Map<string, Member> | null = null;

  constructor(world: World) {
    this.#world = world;
  }

  addAll(methods: readonly MethodShape[] | undefined, owner: TypeShape, via: ClassType): void {
    if (methods === undefined) return;
    for (let i = 0; i < methods.length; i++) {
      const method = methods[i];
      if (method !== undefined) this.#add(method, owner, via);
    }
  }

  list(): readonly Member[] {
    if (this.#bySignature !== null) return [...this.#bySignature.values()];
    return this.#first === null ? NO_MEMBERS.members : [this.#first];
  }

  #add(method: MethodShape, owner: TypeShape, via: ClassType): void {
    const first = this.#first;
    if (first === null) {
      this.#first = memberOf(method, via);
      this.#firstOwner = owner;
      return;
    }
    const signature = erasedSignature(method, owner, via);
    const same = this.#bySignature === null ? this.#firstIf(signature) : this.#bySignature.get(signature);
    if (same !== undefined && !yieldsTo(this.#world, same.method, owner)) return;
    const member = memberOf(method, via);
    if (this.#bySignature !== null) this.#bySignature.set(signature, member);
    else if (same !== undefined) this.#first = member;
    else
      this.#bySignature = new Map([
        [this.#firstSignature ?? '', first],
        [signature, member],
      ]);
  }

  /** The first method, as long as it is the only one, if it has that signature: it is what most others override. */
  #firstIf(signature: string): Member | undefined {
    const [first, owner] = [this.#first, this.#firstOwner];
    if (first === null || owner === null) return undefined;
    this.#firstSignature ??= erasedSignature(first.method, owner, first.via);
    return this.#firstSignature === signature ? first : undefined;
  }
}

/** A method of an interface gives way to that of an interface below it and to one of a class (JLS 8.4.8.4, 9.4.1). */
function yieldsTo(world: World, known: MethodShape, owner: TypeShape): boolean {
  if (shapeOf(world, known.owner)?.kind !== 'interface' || known.owner === owner.name) return false;
  if (owner.kind !== 'interface') return owner.name !== owner.rules.rootType;
  return isSubtype(world, owner.name, known.owner) === true;
}

/** Parameter types of a method as seen through a supertype, erased: what decides whether one method overrides another. */
export function erasedSignature(method: MethodShape, owner: TypeShape, via: ClassType): string {
  const plain = plainSignature(method);
  if (plain !== null) return plain;
  const binding = bindAll(owner.parameters, via.args);
  return method.parameters
    .map((parameter, i) => erasedName(substituteBounds(parameter, binding)) ?? writtenParameter(method, i))
    .join(',');
}

/** The same where all parameters are types that look alike through every supertype; null where one may not. */
function plainSignature({ parameters }: MethodShape): string | null {
  let signature = '';
  for (let i = 0; i < parameters.length; i++) {
    const type = parameters[i];
    if (type?.kind !== 'class' && type?.kind !== 'primitive') return null;
    signature = i === 0 ? type.name : `${signature},${type.name}`;
  }
  return signature;
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
  const { known } = knownSupers(world, shape.name);
  for (let i = 0; i < known.length; i++) {
    const above = known[i];
    const field = above?.shape.fields.get(name);
    if (above !== undefined && field !== undefined) return { field, via: above.via, reference: null };
  }
  return null;
}

/** The same for bodies, which ask for the same few very often, and for names of types in vain. */
export function bodyField(world: World, shape: TypeShape, name: string): FieldMember | null {
  const lookedUp = lookedUpOn(world, shape);
  lookedUp.fields ??= new Map();
  const known = lookedUp.fields.get(name);
  if (known !== undefined) return known;
  const found = fieldNamed(world, shape, name);
  lookedUp.fields.set(name, found);
  return found;
}

/** The declaring type of a member, seen from a type with arguments. */
export function ownerSeenFrom(world: World, type: ClassType, via: ClassType): ClassType {
  if (type.name === via.name) return type.args.length === 0 ? type : classType(via.name, type.args);
  const shape = shapeOf(world, type.name);
  return shape === undefined ? classType(via.name, type.args) : parentOf(type, shape, via);
}

/** Names of the top-level type around a type: private members are visible throughout it. */
export function outermost(world: World, name: TypeName): TypeName {
  let at = name;
  for (let shape = shapeOf(world, at); shape?.outer != null; shape = shapeOf(world, at)) at = shape.outer;
  return at;
}
