import { type TypeName, typeName } from '../base/ids.ts';
import type { Homonyms } from './homonyms.ts';
import { hasMembers, memberType } from './member-types.ts';
import type { NamedMembers } from './members.ts';
import type { LinkInput } from './program.ts';
import type { TypeShape } from './shapes.ts';
import { type ClassType, classType } from './types.ts';
import { type SourceFile, shapeOf, type World } from './world.ts';

/** What files of one build module mean by full names; they name the same types again and again. */
export interface FullNames {
  /** The type of the tree that is meant by a binary name. */
  readonly meant: (binaryName: string) => TypeName;
  /** What was found by dotted names. */
  readonly found: Map<string, ClassType>;
  /** Dotted names that nobody knew, with the state of the world in which that was so: types may be added. */
  readonly unknown: Map<string, object>;
}

/** What a file's imports and package make visible. Answers are remembered: most names occur many times. */
export interface FileScope {
  readonly packageName: string;
  readonly full: FullNames;
  /** Simple name → dotted name of single-type imports. */
  readonly types: ReadonlyMap<string, string>;
  /** Simple name → dotted owners of single static imports. */
  readonly statics: ReadonlyMap<string, readonly string[]>;
  readonly wildcards: readonly string[];
  readonly staticWildcards: readonly string[];
  readonly answers: Map<string, ClassType | null>;
  /** What static imports have of a name that is called; null until somebody asks. */
  importedMembers: Map<string, ImportedMembers> | null;
}

/** Members with the type they are called on. */
export interface MembersOf {
  readonly receiver: ClassType;
  readonly named: NamedMembers;
}

/** The static methods of a name that are imported, type by type, and where one comes from if it is none of these. */
export interface ImportedMembers {
  readonly found: readonly MembersOf[];
  readonly outside: { readonly owner: ClassType } | null;
}

/** Gives the full names of a file; where no module has a namesake of another's type all files share theirs. */
export function fullNames(homonyms: Homonyms): (input: Pick<LinkInput, 'module' | 'role'>) => FullNames {
  const known = new Map<string, FullNames>();
  return ({ module, role }) => {
    const viewer = role === 'test' ? 'test' : 'other';
    const key = homonyms.isEmpty ? '' : `${viewer} ${module}`;
    let names = known.get(key);
    if (names === undefined) {
      const meant = (name: string) => homonyms.seenFrom(module, name, viewer);
      names = { meant, found: new Map(), unknown: new Map() };
      known.set(key, names);
    }
    return names;
  };
}

const NO_STATICS: ReadonlyMap<string, readonly string[]> = new Map();

/** Indexes the imports of a file. */
export function fileScope({ facts }: LinkInput, full: FullNames): FileScope {
  const { package: packageName, imports } = facts;
  const types = new Map<string, string>();
  let statics: Map<string, string[]> | null = null;
  const wildcards: string[] = [];
  const staticWildcards: string[] = [];
  for (let i = 0; i < imports.length; i++) {
    const entry = imports[i];
    if (entry === undefined) continue;
    if (entry.wildcard) {
      (entry.static ? staticWildcards : wildcards).push(entry.name);
      continue;
    }
    const dot = entry.name.lastIndexOf('.');
    const simple = entry.name.slice(dot + 1);
    if (!entry.static) {
      types.set(simple, entry.name);
      continue;
    }
    statics ??= new Map();
    const owners = statics.get(simple);
    const owner = entry.name.slice(0, Math.max(dot, 0));
    if (owners === undefined) statics.set(simple, [owner]);
    else owners.push(owner);
  }
  return {
    packageName,
    full,
    types,
    statics: statics ?? NO_STATICS,
    wildcards,
    staticWildcards,
    answers: new Map(),
    importedMembers: null,
  };
}

/** Finds a type by a fully qualified dotted name; nested types may be written with dots. Null where nobody knows it. */
export function knownType(world: World, scope: FileScope, dotted: string): TypeName | null {
  return knownClass(world, scope, dotted)?.name ?? null;
}

/** The same as a type without arguments: one object for all files that name it so. */
export function knownClass(world: World, { full }: FileScope, dotted: string): ClassType | null {
  const known = full.found.get(dotted);
  if (known !== undefined) return known;
  const state = world.nameAnswers ?? world.mark;
  if (full.unknown.get(dotted) === state) return null;
  const found = findType(world, full, dotted);
  if (found === null) {
    full.unknown.set(dotted, state);
    return null;
  }
  const type = plainType(found);
  full.found.set(dotted, type);
  return type;
}

/** A type without arguments: itself where it has no parameters, else raw. */
function plainType({ name, parameters, self }: TypeShape): ClassType {
  return parameters.length === 0 ? self : classType(name);
}

/** How many of the last parts of a dotted name may be those of member types. */
const DEEPEST_MEMBER = 5;

function findType(world: World, { meant }: FullNames, dotted: string): TypeShape | null {
  const found = shapeOf(world, meant(dotted));
  if (found !== undefined) return found;
  let dot = dotted.lastIndexOf('.');
  for (let tries = 0; tries < DEEPEST_MEMBER && dot >= 0; tries++) {
    const outer = dotted.slice(0, dot);
    // Before a member stands, of nearly all names that nobody knows, no more than a package.
    const member = hasMembers(world, meant(outer))
      ? shapeOf(world, meant(`${outer}$${dotted.slice(dot + 1).replaceAll('.', '$')}`))
      : undefined;
    if (member !== undefined) return member;
    dot = outer.lastIndexOf('.');
  }
  return null;
}

/** Where the first part of a dotted name begins that has a capital, or the dot before it. */
const CAPITAL_PART = /(?:^|\.)\p{Lu}/u;

/**
 * The name of a type that a file names in full although nobody has its declaration: `a.b.Outer.Inner` is taken for
 * `a.b.Outer$Inner` where the language writes types with capitals.
 */
export function outsideType(file: SourceFile, dotted: string): TypeName {
  if (!file.rules.capitalisedTypes) return typeName(dotted);
  const first = dotted.search(CAPITAL_PART);
  const nested = first < 0 ? -1 : dotted.indexOf('.', first + 1);
  if (nested < 0) return typeName(dotted);
  return typeName(dotted.slice(0, nested) + dotted.slice(nested).replaceAll('.', '$'));
}

/** Looks a simple type name up in a file: own types, imports, package, wildcards, implicit packages (JLS 6.4.1, 7.5). */
export function typeInFile(world: World, file: SourceFile, simple: string): ClassType | null {
  const { answers } = file.scope;
  const known = answers.get(simple);
  if (known !== undefined) return known;
  const answer = findInFile(world, file, simple);
  answers.set(simple, answer);
  return answer;
}

function findInFile(world: World, file: SourceFile, simple: string): ClassType | null {
  const { scope } = file;
  const single = scope.types.get(simple);
  if (single !== undefined) return knownClass(world, scope, single) ?? classType(outsideType(file, single));
  return (
    staticImport(world, file, simple) ??
    inPackage(world, scope, { name: scope.packageName, simple }) ??
    fromWildcards(world, file, simple) ??
    fromPackages(world, file, simple) ??
    fromUnknownWildcard(world, file, simple)
  );
}

function inPackage(
  world: World,
  scope: FileScope,
  { name: packageName, simple }: { readonly name: string; readonly simple: string },
): ClassType | null {
  // No type of the tree is called so, in any package, and no library has the package: no full name needs to be made.
  if (!world.simpleNames.has(simple) && !hasPackageOutside(world, packageName)) return null;
  const dotted = packageName === '' ? simple : `${packageName}.${simple}`;
  const name = scope.full.meant(dotted);
  const shape = shapeOf(world, name);
  return shape === undefined ? null : plainType(shape);
}

function hasPackageOutside({ signatures }: World, name: string): boolean {
  for (let i = 0; i < signatures.length; i++) if (signatures[i]?.hasPackage(name) === true) return true;
  return false;
}

function fromPackages(world: World, { scope, rules }: SourceFile, simple: string): ClassType | null {
  for (const name of rules.implicitPackages) {
    const found = inPackage(world, scope, { name, simple });
    if (found !== null) return found;
  }
  return null;
}

function staticImport(world: World, file: SourceFile, simple: string): ClassType | null {
  const owners = file.scope.statics.size === 0 ? undefined : file.scope.statics.get(simple);
  return owners === undefined ? null : memberOfAny(world, file.scope, { owners, simple });
}

function memberOfAny(
  world: World,
  scope: FileScope,
  { owners, simple }: { readonly owners: readonly string[]; readonly simple: string },
): ClassType | null {
  for (const owner of owners) {
    const found = memberOf(world, scope, { owner, simple });
    if (found !== null) return found;
  }
  return null;
}

function fromWildcards(world: World, file: SourceFile, simple: string): ClassType | null {
  const { scope } = file;
  for (const name of scope.wildcards) {
    const found =
      inPackage(world, scope, { name, simple }) ?? memberOf(world, scope, { owner: name, simple });
    if (found !== null) return found;
  }
  return memberOfAny(world, scope, { owners: scope.staticWildcards, simple });
}

function memberOf(
  world: World,
  scope: FileScope,
  wanted: { readonly owner: string; readonly simple: string },
): ClassType | null {
  const owner = knownType(world, scope, wanted.owner);
  const shape = owner === null ? undefined : shapeOf(world, owner);
  const member = shape === undefined ? null : memberType(world, shape, wanted.simple);
  return member === null ? null : classType(member);
}

/**
 * A name found nowhere else can only come from a wildcard import of a package that nobody knows: the only one, or the only
 * one of several that is known to have such a type. Two types of one name would not compile.
 */
function fromUnknownWildcard(world: World, file: SourceFile, simple: string): ClassType | null {
  if (!file.rules.capitalisedTypes || !/^\p{Lu}/u.test(simple)) return null;
  const unknown = file.scope.wildcards.filter((name) => !file.knowsPackage(name));
  const names = unknown.map((name) => outsideType(file, `${name}.${simple}`));
  const able = names.length > 1 ? names.filter((name) => world.namedTypes.has(name)) : names;
  const [only] = able;
  return only === undefined || able.length > 1 ? null : classType(only);
}
