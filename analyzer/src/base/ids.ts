/** A path inside the analysed tree: forward slashes, no leading `./`, never absolute, never with `..`. */
export type RelativePath = string & { readonly __brand: 'RelativePath' };

/**
 * Binary name of a type: package, then nesting by `$` (`org.clinic.Visit$Status`, anonymous `org.clinic.Visit$1`). Where
 * several modules of the tree declare it, all but the first have their module before it: `billing:org.clinic.Visit`.
 * Types outside the analysed tree use the same form.
 */
export type TypeName = string & { readonly __brand: 'TypeName' };

/** `binary.Class$Name#method(erased.Type,int[])`; constructors are `#<init>(…)`, initializers `#<clinit>()` and `#<instance>()`. */
export type MethodId = string & { readonly __brand: 'MethodId' };

/** Brands a path that the caller has already made relative and normalised. */
export function relativePath(path: string): RelativePath {
  if (path === '' || path.startsWith('/') || (path.includes('..') && path.split('/').includes('..'))) {
    throw new RangeError(`expected a path inside the tree, got ${JSON.stringify(path)}`);
  }
  return path as RelativePath;
}

/** UTF-16 units of a type name, of a method's name and of its parameters; three of them fit into an id of the report. */
const MAX_PART = 16_384;

/** A name as it is, or the beginning of a name without end with a checksum of all of it, so that ids stay short and apart. */
function bounded(name: string): string {
  if (name.length <= MAX_PART) return name;
  let checksum = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    checksum = Math.imul(checksum ^ name.charCodeAt(index), 0x01000193);
  }
  return `${name.slice(0, MAX_PART - 32).toWellFormed()}…${name.length}-${(checksum >>> 0).toString(36)}`;
}

/** Brands a binary type name. */
export function typeName(binaryName: string): TypeName {
  return bounded(binaryName) as TypeName;
}

/** Between a module and a binary name; no binary name has it. */
const MODULE_END = ':';

/** The name of a type that has a namesake in another module. */
export function nameInModule(module: string, binaryName: string): string {
  return `${module}${MODULE_END}${binaryName}`;
}

/** The binary name in a type's name: without the module that tells namesakes apart. */
export function binaryNameOf(name: string): string {
  return name.slice(name.lastIndexOf(MODULE_END) + 1);
}

/** Builds the id of a method from its owner, its name and its erased parameter types. */
export function methodId(owner: TypeName, name: string, erasedParameters: readonly string[]): MethodId {
  return `${owner}#${bounded(name)}(${bounded(erasedParameters.join(','))})` as MethodId;
}
