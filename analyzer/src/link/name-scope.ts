import { type TypeName, typeName } from '../base/ids.ts';
import type { TypeRef } from '../facts/type-refs.ts';
import { knownClass, outsideType, typeInFile } from './file-scope.ts';
import { mayHaveMemberTypes, memberType } from './member-types.ts';
import type { FieldMember, NamedMembers } from './members.ts';
import type { ResolvedType, UnknownReason } from './resolved-type.ts';
import type { TypeShape } from './shapes.ts';
import {
  arrayOf,
  type ClassType,
  classType,
  unboundedType,
  unknownType,
  type VariableType,
} from './types.ts';
import { type SourceFile, shapeOf, type World } from './world.ts';

/** One level of a lexical scope for type names; levels are as deep as declarations nest. */
export interface NameScope {
  readonly file: SourceFile;
  readonly parent: NameScope | null;
  readonly variables: readonly VariableType[];
  /** Local types of the method this level is. */
  readonly locals: ReadonlyMap<string, TypeName> | null;
  /** The type whose members are visible in this level. */
  readonly type: TypeShape | null;
  /** What simple names mean inside the type; null until one is looked up. */
  names: KnownNames | null;
  /** What simple names mean in bodies of the level; null until one is looked up. */
  meanings: Map<string, NameMeaning> | null;
  /** What calls without receiver mean in bodies of the type, by name; null until one is looked up. */
  calls: Map<string, CallMeaning> | null;
}

/** What a simple name in a body means. */
export type NameMeaning =
  | { readonly kind: 'field'; readonly found: FieldMember; readonly receiver: ClassType }
  | { readonly kind: 'outside'; readonly owner: TypeName }
  /** A field of a supertype that nobody knows, unless a package begins so: then something else, null until it is looked up. */
  | { readonly kind: 'inherited'; readonly owner: TypeName; otherwise: NameMeaning | null }
  | { readonly kind: 'type'; readonly type: ClassType }
  | { readonly kind: 'package'; readonly name: string };

/** What a call without receiver means, whatever it is handed. */
export type CallMeaning =
  | {
      readonly kind: 'members';
      readonly receiver: ClassType;
      readonly named: NamedMembers;
      /** False where a type that is not known might have one too, nearer. */
      readonly isCertain: boolean;
    }
  | { readonly kind: 'outside'; readonly owner: ClassType }
  | { readonly kind: 'unresolved'; readonly reason: UnknownReason };

/** What simple names mean in one place. */
interface KnownNames {
  /** `World.nameAnswers` at the time: they hold as long as it is the same. */
  readonly asked: object | null;
  /** Null where no level has a name of its own: then it is what the file says. */
  readonly answers: Map<string, ResolvedType | null> | null;
}

/** Type arguments nested deeper than this are not read. */
const MAX_ARGUMENT_DEPTH = 24;

/** Looks a type up as written, with its arguments; a wildcard is the type it is bounded by. */
export function resolveTypeRef(world: World, scope: NameScope, ref: TypeRef): ResolvedType {
  if (ref.args !== undefined || ref.name === '?') return resolveRef({ world, scope }, ref, 0);
  const named = scope.file.language.primitives.get(ref.name) ?? resolveName(world, scope, ref.name);
  if (named === null) return unknownType('unknown-name');
  return ref.dims === undefined || named.kind === 'void' ? named : arrayOf(named, ref.dims);
}

interface Place {
  readonly world: World;
  readonly scope: NameScope;
}

function resolveRef(place: Place, ref: TypeRef, depth: number): ResolvedType {
  const { world, scope } = place;
  const { rules } = scope.file;
  const dims = ref.dims ?? 0;
  if (ref.name === '?') {
    const bound = ref.args?.[0];
    return bound === undefined || depth > MAX_ARGUMENT_DEPTH
      ? unboundedType(typeName(rules.rootType))
      : resolveRef(place, bound, depth + 1);
  }
  const primitive = scope.file.language.primitives.get(ref.name);
  if (primitive !== undefined) return primitive.kind === 'void' ? primitive : arrayOf(primitive, dims);
  const named = resolveName(world, scope, ref.name);
  if (named === null) return unknownType('unknown-name');
  if (named.kind !== 'class' || ref.args === undefined || depth > MAX_ARGUMENT_DEPTH) {
    return arrayOf(named, dims);
  }
  const args = ref.args.map((arg) => resolveRef(place, arg, depth + 1));
  return arrayOf(classType(named.name, args), dims);
}

/** Looks a dotted type name up: a simple name and its member types, else a fully qualified name. Null where unknown. */
export function resolveName(world: World, scope: NameScope, name: string): ResolvedType | null {
  const dot = name.indexOf('.');
  if (dot < 0) return resolveSimple(world, scope, name);
  const first = resolveSimple(world, scope, name.slice(0, dot));
  if (first?.kind === 'class') return nestedIn(world, first.name, name.slice(dot + 1).split('.'));
  const known = knownClass(world, scope.file.scope, name);
  if (known !== null) return known;
  return scope.file.rules.capitalisedTypes && looksQualified(name)
    ? classType(outsideType(scope.file, name))
    : null;
}

/** `com.acme.Thing`: lower-case packages, then a capital. */
function looksQualified(name: string): boolean {
  return /^(?:[\p{Ll}_][\p{L}\p{N}_]*\.)+\p{Lu}/u.test(name);
}

function nestedIn(world: World, outer: TypeName, path: readonly string[]): ResolvedType | null {
  let name = outer;
  for (const part of path) {
    const shape = shapeOf(world, name);
    const member = shape === undefined ? typeName(`${name}$${part}`) : memberType(world, shape, part);
    if (member === null) return null;
    name = member;
  }
  return classType(name);
}

/** Looks a simple type name up from the innermost level outwards, then in the file (JLS 6.3, 6.4). */
export function resolveSimple(world: World, scope: NameScope, simple: string): ResolvedType | null {
  if (world.nameAnswers === null) return lookUp(world, scope, simple);
  for (let level: NameScope | null = scope; level !== null; level = level.parent) {
    if (level.type !== null) return remembered(world, level, simple);
    const found = inLevel(level, simple);
    if (found !== null) return found;
  }
  return lookUp(world, scope, simple);
}

/** Most names of a type occur many times in it, and each look-up asks every supertype for a member of the name. */
function remembered(world: World, scope: NameScope, simple: string): ResolvedType | null {
  let { names } = scope;
  if (names === null || names.asked !== world.nameAnswers) {
    names = { asked: world.nameAnswers, answers: hasNames(world, scope) ? new Map() : null };
    scope.names = names;
  }
  const { answers } = names;
  if (answers === null) return typeInFile(world, scope.file, simple);
  const known = answers.get(simple);
  if (known !== undefined) return known;
  const answer = lookUp(world, scope, simple);
  answers.set(simple, answer);
  return answer;
}

/** Whether a level, or one around it, has type parameters, local types or member types. */
function hasNames(world: World, scope: NameScope): boolean {
  for (let level: NameScope | null = scope; level !== null; level = level.parent) {
    if (level.variables.length > 0 || level.locals !== null) return true;
    if (level.type !== null && mayHaveMemberTypes(world, level.type)) return true;
  }
  return false;
}

function lookUp(world: World, scope: NameScope, simple: string): ResolvedType | null {
  for (let level: NameScope | null = scope; level !== null; level = level.parent) {
    const own = inLevel(level, simple);
    if (own !== null) return own;
    const member = level.type === null ? null : memberType(world, level.type, simple);
    if (member !== null) return classType(member);
  }
  return typeInFile(world, scope.file, simple);
}

/** A type parameter or a local type of one level. */
function inLevel(level: NameScope, simple: string): ResolvedType | null {
  const { variables } = level;
  for (let i = 0; i < variables.length; i++) if (variables[i]?.name === simple) return variables[i] ?? null;
  const local = level.locals?.get(simple);
  return local === undefined ? null : classType(local);
}
