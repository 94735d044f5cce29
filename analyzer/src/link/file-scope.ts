import { type TypeName, typeName } from '../base/ids.ts';
import { memberType } from './member-types.ts';
import type { NamedMembers } from './members.ts';
import type { LinkInput } from './program.ts';
import { type ClassType, classType } from './types.ts';
import { type SourceFile, shapeOf, type World } from './world.ts';

/** What a file's imports and package make visible. Answers are remembered: most names occur many times. */
export interface FileScope {
  readonly packageName: string;
  /** What types of the tree the file means by their binary names. */
  readonly meant: (world: World, binaryName: string) => TypeName;
  /** Simple name → dotted name of single-type imports. */
  readonly types: ReadonlyMap<string, string>;
  /** Simple name → dotted owners of single static imports. */
  readonly statics: ReadonlyMap<string, readonly string[]>;
  readonly wildcards: readonly string[];
  readonly staticWildcards: readonly string[];
  readonly answers: Map<string, ClassType | null>;
  readonly dottedAnswers: Map<string, TypeName | null>;
  /** What static imports have of a name that is called. */
  readonly importedMembers: Map<string, ImportedMembers>;
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

/** Of files without static imports; nothing is ever put into it. */
const NO_STATICS = new Map<string, string[]>();

/** Indexes the imports of a file. */
export function fileScope({ facts, module, role }: LinkInput): FileScope {
  const { package: packageName, imports } = facts;
  const types = new Map<string, string>();
  const statics = imports.some((entry) => entry.static) ? new Map<string, string[]>() : NO_STATICS;
  const wildcards: string[] = [];
  const staticWildcards: string[] = [];
  for (const entry of imports) {
    const dot = entry.name.lastIndexOf('.');
    const simple = entry.name.slice(dot + 1);
    if (entry.wildcard) {
      (entry.static ? staticWildcards : wildcards).push(entry.name);
    } else if (entry.static) {
      const owners = statics.get(simple) ?? [];
      owners.push(entry.name.slice(0, Math.max(dot, 0)));
      statics.set(simple, owners);
    } else {
      types.set(simple, entry.name);
    }
  }
  const answers = new Map<string, ClassType | null>();
  const dottedAnswers = new Map<string, TypeName | null>();
  const viewer = role === 'test' ? 'test' : 'other';
  const meant: FileScope['meant'] = ({ homonyms }, name) => homonyms.seenFrom(module, name, viewer);
  return {
    packageName,
    meant,
    types,
    statics,
    wildcards,
    staticWildcards,
    answers,
    dottedAnswers,
    importedMembers: new Map(),
  };
}

/** Finds a type by a fully qualified dotted name; nested types may be written with dots. Null where nobody knows it. */
export function knownType(world: World, scope: FileScope, dotted: string): TypeName | null {
  const known = scope.dottedAnswers.get(dotted);
  if (known !== undefined) return known;
  let candidate = dotted;
  let found: TypeName | null = null;
  for (let tries = 0; tries < 6 && found === null; tries++) {
    found = shapeOf(world, scope.meant(world, candidate))?.name ?? null;
    const dot = candidate.lastIndexOf('.');
    if (dot < 0) break;
    candidate = `${candidate.slice(0, dot)}$${candidate.slice(dot + 1)}`;
  }
  scope.dottedAnswers.set(dotted, found);
  return found;
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
  const found = findInFile(world, file, simple);
  const answer = found === null ? null : classType(found);
  answers.set(simple, answer);
  return answer;
}

function findInFile(world: World, file: SourceFile, simple: string): TypeName | null {
  const { scope } = file;
  const single = scope.types.get(simple);
  if (single !== undefined) return knownType(world, scope, single) ?? outsideType(file, single);
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
): TypeName | null {
  const dotted = packageName === '' ? simple : `${packageName}.${simple}`;
  const name = scope.meant(world, dotted);
  // The name that the type itself holds: looking up by the same text again is then a matter of one pointer.
  return shapeOf(world, name)?.name ?? null;
}

function fromPackages(world: World, { scope, rules }: SourceFile, simple: string): TypeName | null {
  for (const name of rules.implicitPackages) {
    const found = inPackage(world, scope, { name, simple });
    if (found !== null) return found;
  }
  return null;
}

function staticImport(world: World, file: SourceFile, simple: string): TypeName | null {
  for (const owner of file.scope.statics.get(simple) ?? []) {
    const found = memberOf(world, file.scope, { owner, simple });
    if (found !== null) return found;
  }
  return null;
}

function fromWildcards(world: World, file: SourceFile, simple: string): TypeName | null {
  const { scope } = file;
  for (const name of scope.wildcards) {
    const found =
      inPackage(world, scope, { name, simple }) ?? memberOf(world, scope, { owner: name, simple });
    if (found !== null) return found;
  }
  for (const owner of scope.staticWildcards) {
    const found = memberOf(world, scope, { owner, simple });
    if (found !== null) return found;
  }
  return null;
}

function memberOf(
  world: World,
  scope: FileScope,
  wanted: { readonly owner: string; readonly simple: string },
): TypeName | null {
  const owner = knownType(world, scope, wanted.owner);
  const shape = owner === null ? undefined : shapeOf(world, owner);
  return shape === undefined ? null : memberType(world, shape, wanted.simple);
}

/**
 * A name found nowhere else can only come from a wildcard import of a package that nobody knows: the only one, or the only
 * one of several that is known to have such a type. Two types of one name would not compile.
 */
function fromUnknownWildcard(world: World, file: SourceFile, simple: string): TypeName | null {
  if (!file.rules.capitalisedTypes || !/^\p{Lu}/u.test(simple)) return null;
  const unknown = file.scope.wildcards.filter((name) => !file.knowsPackage(name));
  const names = unknown.map((name) => outsideType(file, `${name}.${simple}`));
  const able = names.length > 1 ? names.filter((name) => world.namedTypes.has(name)) : names;
  return able.length === 1 ? (able[0] ?? null) : null;
}
