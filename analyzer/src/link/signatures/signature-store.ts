import { type TypeName, typeName } from '../../base/ids.ts';
import type { ResolutionRules } from '../../facts/resolution-rules.ts';
import type { TypeShape } from '../shapes.ts';
import { parseSignature } from './parse-signature.ts';

/** Which packages a signature file speaks of, and how to get at its text when one of them is asked for. */
export interface SignatureLibrary {
  readonly name: string;
  readonly packages: readonly string[];
  readonly read: () => string;
}

/** The types outside the tree of which we know the members. A file is read, and a line parsed, when first asked for. */
export interface SignatureStore {
  has(name: TypeName): boolean;
  get(name: TypeName): TypeShape | undefined;
  /** Whether any file speaks of member types of the type. */
  hasMemberTypes(name: TypeName): boolean;
  /** Whether any file speaks of the package. */
  hasPackage(name: string): boolean;
}

interface OpenLibrary {
  readonly lines: ReadonlyMap<string, string>;
  /** Names with a name behind a `$` after them. */
  readonly outerNames: ReadonlySet<string>;
  readonly fullName: (short: string) => string;
}

/** Makes a store over signature files; nothing is read before a type is asked for. */
export function signatureStore(
  libraries: readonly SignatureLibrary[],
  rules: ResolutionRules,
): SignatureStore {
  const byPackage = new Map<string, SignatureLibrary[]>();
  for (const library of libraries) {
    for (const name of library.packages) {
      const known = byPackage.get(name);
      if (known === undefined) byPackage.set(name, [library]);
      else known.push(library);
    }
  }
  const opened = new Map<string, OpenLibrary>();
  const parsed = new Map<TypeName, TypeShape | null>();
  const open = (library: SignatureLibrary): OpenLibrary => {
    const known = opened.get(library.name) ?? openLibrary(library.read());
    opened.set(library.name, known);
    return known;
  };
  const find = (name: TypeName): TypeShape | undefined => {
    const dot = name.lastIndexOf('.');
    for (const library of byPackage.get(name.slice(0, Math.max(dot, 0))) ?? []) {
      const { lines, fullName } = open(library);
      const text = lines.get(name);
      if (text !== undefined) return parseSignature({ name: typeName(name), text, rules, fullName });
    }
    return undefined;
  };
  const get = (name: TypeName): TypeShape | undefined => {
    const known = parsed.get(name);
    if (known !== undefined) return known ?? undefined;
    const shape = find(name);
    parsed.set(name, shape ?? null);
    return shape;
  };
  const outer = new Map<TypeName, boolean>();
  const findsMembers = (name: TypeName): boolean => {
    const libraries = byPackage.get(name.slice(0, Math.max(name.lastIndexOf('.'), 0)));
    return libraries?.some((library) => open(library).outerNames.has(name)) === true;
  };
  const hasMemberTypes = (name: TypeName): boolean => {
    let known = outer.get(name);
    if (known === undefined) {
      known = findsMembers(name);
      outer.set(name, known);
    }
    return known;
  };
  return {
    get,
    hasMemberTypes,
    has: (name) => get(name) !== undefined,
    hasPackage: (name) => byPackage.has(name),
  };
}

/** A store that knows nothing. */
export function noSignatures(rules: ResolutionRules): SignatureStore {
  return signatureStore([], rules);
}

function openLibrary(text: string): OpenLibrary {
  const shortNames = new Map<string, string>();
  const lines = new Map<string, string>();
  const outerNames = new Set<string>();
  let packageName = '';
  for (const line of text.split('\n')) {
    if (line[0] === '=') {
      const [owner = '', ...names] = line.slice(1).split('\t');
      for (const name of names) shortNames.set(name, `${owner}.${name}`);
    } else if (line[0] === '@') {
      packageName = line.slice(1);
    } else if (line !== '') {
      const name = `${packageName}.${line.slice(0, line.indexOf('\t'))}`;
      lines.set(name, line);
      for (let at = name.indexOf('$'); at !== -1; at = name.indexOf('$', at + 1)) {
        outerNames.add(name.slice(0, at));
      }
    }
  }
  return { lines, outerNames, fullName: (short) => shortNames.get(short) ?? short };
}
