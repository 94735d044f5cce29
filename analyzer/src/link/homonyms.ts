import { nameInModule, type TypeName, typeName } from '../base/ids.ts';
import type { TypeDeclaration } from '../facts/declarations.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { LinkInput } from './program.ts';

/** Build modules that a module declares a dependency on, directly, in the order of their declaration. */
export type ModuleDependencies = ReadonlyMap<string, readonly string[]>;

/** A file, by what its types are called. */
export interface NamedFile extends Pick<LinkInput, 'role' | 'module'> {
  readonly facts: Pick<FileFacts, 'path' | 'package'> & {
    readonly types: readonly Pick<TypeDeclaration, 'outer' | 'enclosingMethod' | 'binaryName'>[];
  };
}

/**
 * Top-level types that several build modules declare under one name: no class path has more than one of them. The first
 * keeps its name, each other one is called `module:binary.Name`, with what is nested in it.
 */
export class Homonyms {
  /** For each such binary name the type in each module that declares it, the first module first. */
  readonly #byName: ReadonlyMap<string, Declarations>;
  readonly #dependencies: ModuleDependencies;
  /** What a module means by a name, by module and name; found when first asked for. */
  readonly #meant = new Map<string, string>();

  /** What the names of a module's types begin with, by its directory. */
  readonly #labels: Map<string, string>;

  constructor(
    inputs: readonly NamedFile[],
    dependencies: ModuleDependencies,
    labels: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#labels = new Map(labels);
    this.#byName = sharedNames(inputs, this.#labels);
    this.#dependencies = dependencies;
  }

  /** Whether no type has a namesake in another module. */
  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  /** Those of these files and of more that come after them: every name that was given stays. */
  with(inputs: readonly NamedFile[]): Homonyms {
    return new Homonyms(inputs, this.#dependencies, this.#labels);
  }

  /** All that is decided here, written out. */
  print(): string {
    return JSON.stringify([
      [...this.#byName].map(([name, modules]) => [name, [...modules]]),
      [...this.#labels],
    ]);
  }

  /** The name of a type that a file of the module declares. */
  declared(module: string, binaryName: string): TypeName {
    const top = topOf(binaryName);
    const own = this.#byName.get(top)?.get(module)?.name;
    return typeName(own === undefined ? binaryName : own + binaryName.slice(top.length));
  }

  /**
   * The name of the type that code of a module means by a binary name: its own, else that of a module it depends on, the
   * nearest first; else the first of all, for a dependency that nobody declared in a way we can read. What only tests
   * declare is seen by tests alone.
   */
  seenFrom(module: string, binaryName: string, viewer: 'test' | 'other'): TypeName {
    if (this.#byName.size === 0) return typeName(binaryName);
    const top = topOf(binaryName);
    const byModule = this.#byName.get(top);
    if (byModule === undefined) return typeName(binaryName);
    const key = `${viewer} ${module} ${top}`;
    const meant = this.#meant.get(key) ?? this.#nearest(module, byModule, viewer) ?? top;
    this.#meant.set(key, meant);
    return typeName(meant + binaryName.slice(top.length));
  }

  #nearest(module: string, byModule: Declarations, viewer: 'test' | 'other'): string | undefined {
    const seen = new Set([module]);
    for (const each of seen) {
      const declared = byModule.get(each);
      if (declared !== undefined && (viewer === 'test' || !declared.isTest)) return declared.name;
      for (const next of this.#dependencies.get(each) ?? []) seen.add(next);
    }
    return undefined;
  }
}

/** The name of the top-level type that a binary name begins with. */
function topOf(binaryName: string): string {
  const dollar = binaryName.indexOf('$');
  return dollar < 0 ? binaryName : binaryName.slice(0, dollar);
}

/** The types of one binary name, by module. */
type Declarations = ReadonlyMap<string, { readonly name: string; readonly isTest: boolean }>;

function sharedNames(
  inputs: readonly NamedFile[],
  labels: Map<string, string>,
): ReadonlyMap<string, Declarations> {
  const shared = new Map<string, Declarations>();
  for (const [name, first] of firstOfModules(inputs)) {
    const named = [...first].map(([module, { role }], index) => {
      const own = index === 0 ? name : nameInModule(labelOf(labels, module), name);
      return [module, { name: own, isTest: role === 'test' }] as const;
    });
    shared.set(name, new Map(named));
  }
  return shared;
}

/** The first file of each module that declares a top-level type, by binary name; of types that several modules declare. */
function firstOfModules(inputs: readonly NamedFile[]): ReadonlyMap<string, ReadonlyMap<string, NamedFile>> {
  const first = new Map<string, NamedFile>();
  const shared = new Map<string, Map<string, NamedFile>>();
  if (inputs.every(({ module }) => module === inputs[0]?.module)) return shared;
  for (const input of inputs) {
    for (const { outer, enclosingMethod, binaryName } of input.facts.types) {
      if (outer !== null || enclosingMethod !== null || binaryName.includes('$')) continue;
      const other = first.get(binaryName);
      if (other === undefined) first.set(binaryName, input);
      else if (other.module !== input.module) addModule(shared, binaryName, [other, input]);
    }
  }
  return inOrderOf(first, shared);
}

function addModule(
  shared: Map<string, Map<string, NamedFile>>,
  binaryName: string,
  [first, input]: readonly [NamedFile, NamedFile],
): void {
  const modules = shared.get(binaryName) ?? new Map([[first.module, first]]);
  if (!modules.has(input.module)) modules.set(input.module, input);
  shared.set(binaryName, modules);
}

/** Modules get their labels in the order of the names. */
function inOrderOf<V>(
  names: ReadonlyMap<string, unknown>,
  found: ReadonlyMap<string, V>,
): ReadonlyMap<string, V> {
  if (found.size < 2) return found;
  const ordered = new Map<string, V>();
  for (const name of names.keys()) {
    const value = found.get(name);
    if (value !== undefined) ordered.set(name, value);
  }
  return ordered;
}

/** A module's directory in letters that no part of an id is made of otherwise; two modules never have one label. */
function labelOf(labels: Map<string, string>, module: string): string {
  const known = labels.get(module);
  if (known !== undefined) return known;
  const plain = module === '.' ? 'root' : module.replaceAll(/[^\w/-]/gu, '_').slice(0, 200);
  const taken = new Set(labels.values());
  let label = plain;
  for (let number = 2; taken.has(label); number++) label = `${plain}-${number}`;
  labels.set(module, label);
  return label;
}
