/** A path inside the analysed tree: forward slashes, no leading `./`, never absolute, never with `..`. */
export type RelativePath = string & { readonly __brand: 'RelativePath' };

/**
 * Binary name of a type: package, then nesting by `$` (`org.clinic.Visit$Status`, anonymous `org.clinic.Visit$1`).
 * Types outside the analysed tree use the same form.
 */
export type TypeName = string & { readonly __brand: 'TypeName' };

/** `binary.Class$Name#method(erased.Type,int[])`; constructors are `#<init>(…)`, initializers `#<clinit>()` and `#<instance>()`. */
export type MethodId = string & { readonly __brand: 'MethodId' };

/** Brands a path that the caller has already made relative and normalised. */
export function relativePath(path: string): RelativePath {
  if (path === '' || path.startsWith('/') || path.split('/').includes('..')) {
    throw new RangeError(`expected a path inside the tree, got ${JSON.stringify(path)}`);
  }
  return path as RelativePath;
}

/** Brands a binary type name. */
export function typeName(binaryName: string): TypeName {
  return binaryName as TypeName;
}

/** Builds the id of a method from its owner, its name and its erased parameter types. */
export function methodId(owner: TypeName, name: string, erasedParameters: readonly string[]): MethodId {
  return `${owner}#${name}(${erasedParameters.join(',')})` as MethodId;
}
