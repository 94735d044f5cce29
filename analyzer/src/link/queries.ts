import { type MethodId, type TypeName, typeName } from '../base/ids.ts';
import { argumentAnnotations } from './argument-annotations.ts';
import { initializationsIn } from './class-initialization.ts';
import { unknownConstant } from './constant-values.ts';
import { foldConstant } from './constants.ts';
import { foldOperation, foldWith } from './operation-constants.ts';
import type { CallSite, CallTarget, Program, ProgramMethod, ResolutionCoverage } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';
import type { MethodDraft, TypeDraft } from './shapes.ts';
import { isSubtype, parentsOf } from './subtyping.ts';
import { TestMethod } from './test-method.ts';
import { typesBelow } from './type-hierarchy.ts';
import { shapeOf, type World } from './world.ts';

/** A program of which somebody knows when it has served its purpose. */
export interface LinkedProgram extends Program {
  /** Empties it: it is not asked again. Whoever still has it, keeps nothing else by that. */
  letGo(): void;
}

/** The finished program: lists in stable order, and answers looked up or folded when first asked for. */
export function programOver(world: World, coverageOf: () => ResolutionCoverage): LinkedProgram {
  const files = world.files.map(({ input }) => input);
  const types = typesOf(world);
  const methods = methodsOf(types);
  const byId = methodsById(world, { types, methods });
  const below = typesBelowInOrder(world, types);
  let initializations: ((method: MethodDraft) => readonly CallSite[]) | null = null;
  let callers: ReadonlyMap<MethodId, readonly CallSite[]> | null = null;
  return {
    files,
    types,
    methods,
    get coverage() {
      return coverageOf();
    },
    type: (name) => world.drafts.get(name),
    typeSeenFrom: (module, name) => world.drafts.get(world.homonyms.seenFrom(module, name, 'other')),
    method: byId.method,
    ownerOf: byId.ownerOf,
    callersOf: (id) => {
      callers ??= indexCallers(methods.filter((method) => !(method instanceof TestMethod)));
      return callers.get(id) ?? [];
    },
    initializationsIn: (method) => {
      initializations ??= initializationsIn(world);
      return initializations(method as MethodDraft);
    },
    isSubtype: (name, ancestor) => isSubtype(world, name, ancestor),
    supertypesOf: (name) => supertypesOf(world, name),
    subtypesOf: below.of,
    evaluate: (expression, type) => {
      const scope = world.scopeOf.get(type as TypeDraft);
      return scope === undefined
        ? unknownConstant('a generated type has no source')
        : foldConstant({ world, scope, depth: 0 }, expression);
    },
    argumentAnnotations: (written, type) => {
      const scope = world.scopeOf.get(type as TypeDraft);
      return scope === undefined ? [] : argumentAnnotations(world, scope, written);
    },
    evaluateOperation: (method, operation) => foldOperation(world, method as MethodDraft, operation),
    foldWith: (method, operation, constantOf) =>
      foldWith(world, { method: method as MethodDraft, operation }, constantOf),
    fieldOf: (method, operation) => (method as MethodDraft).fieldReferences?.get(operation),
    fieldsIn: (method) => (method as MethodDraft).fieldReferences,
    letGo: () => {
      for (const list of [files, types, methods]) list.length = 0;
      byId.letGo();
      below.letGo();
      [initializations, callers] = [null, null];
    },
  };
}

/** Methods by their ids, and who declares them; indexed once looking through their owners has cost as much. */
function methodsById(
  world: World,
  all: { readonly types: readonly TypeDraft[]; readonly methods: readonly MethodDraft[] },
) {
  let byId: ReadonlyMap<MethodId, MethodDraft> | null = null;
  let namesakes: ReadonlySet<TypeName> | null = null;
  let looked = 0;
  /** The type of the name in an id; null where several have it. */
  const onlyOwner = (id: MethodId): TypeDraft | undefined | null => {
    const name = ownerNamed(id);
    namesakes ??= namesakesAmong(world, all.types);
    return namesakes.has(name) ? null : world.drafts.get(name);
  };
  const method = (id: MethodId): MethodDraft | undefined => {
    if (byId === null) {
      const owner = onlyOwner(id);
      looked += owner?.methods.length ?? 0;
      if (owner !== null && looked < all.methods.length) return methodWith(id, owner);
      byId = indexMethods(all.methods);
    }
    return byId.get(id) ?? memberOf(world, id);
  };
  return {
    method,
    ownerOf: (id: MethodId) => {
      const owner = onlyOwner(id);
      return owner === null ? method(id)?.owner : owner;
    },
    letGo: () => {
      [byId, namesakes] = [null, null];
    },
  };
}

/** Types that are another or below it, in the order of the program. */
function typesBelowInOrder(world: World, types: readonly TypeDraft[]) {
  let position: ReadonlyMap<TypeDraft, number> | null = null;
  return {
    of: (name: TypeName): readonly TypeDraft[] => {
      const below = typesBelow(world, name);
      if (below.length < 2) return below;
      position ??= new Map(types.map((type, index) => [type, index]));
      const at = (type: TypeDraft): number => position?.get(type) ?? 0;
      return below.toSorted((left, right) => at(left) - at(right));
    },
    letGo: () => {
      position = null;
    },
  };
}

/** The name that the id of a method begins with. */
function ownerNamed(id: MethodId): TypeName {
  return typeName(id.slice(0, Math.max(0, id.indexOf('#'))));
}

/** All types, in stable order. */
function typesOf({ files, generatedTypes }: World): TypeDraft[] {
  const types: TypeDraft[] = [];
  for (let i = 0; i < files.length; i++) addAll(types, files[i]?.types ?? []);
  addAll(types, generatedTypes);
  return types;
}

/** All their methods, in the same order. */
function methodsOf(types: readonly TypeDraft[]): MethodDraft[] {
  const methods: MethodDraft[] = [];
  for (let i = 0; i < types.length; i++) addAll(methods, types[i]?.methods ?? []);
  return methods;
}

/** There may be more than a call takes as arguments. */
function addAll<T>(to: T[], items: readonly T[]): void {
  for (let i = 0; i < items.length; i++) to.push(items[i] as T);
}

/** Names that several types have: nobody can tell the owner of a method by these. */
function namesakesAmong({ drafts }: World, types: readonly TypeDraft[]): ReadonlySet<TypeName> {
  const names = new Set<TypeName>();
  for (let i = 0; i < types.length; i++) {
    const type = types[i];
    if (type !== undefined && drafts.get(type.name) !== type) names.add(type.name);
  }
  return names;
}

/** A member that came about when the body of a test was typed: the constructor of an anonymous class. */
function memberOf(world: World, id: MethodId): MethodDraft | undefined {
  const owner = world.drafts.get(ownerNamed(id));
  return owner?.file.role === 'test' ? methodWith(id, owner) : undefined;
}

function methodWith(id: MethodId, owner: TypeDraft | undefined): MethodDraft | undefined {
  return owner?.methods.find((method) => method.id === id);
}

/** Methods by id; the first of several. */
function indexMethods(methods: readonly MethodDraft[]): ReadonlyMap<MethodId, MethodDraft> {
  const byId = new Map<MethodId, MethodDraft>();
  for (const method of methods) if (!byId.has(method.id)) byId.set(method.id, method);
  return byId;
}

function indexCallers(methods: readonly ProgramMethod[]): ReadonlyMap<MethodId, readonly CallSite[]> {
  const callers = new Map<MethodId, CallSite[]>();
  const addSite = (site: CallSite): void => {
    const { targets } = site;
    for (let i = 0; i < targets.length; i++) {
      const { method } = targets[i] as CallTarget;
      const known = callers.get(method);
      if (known === undefined) callers.set(method, [site]);
      else if (known[known.length - 1] !== site) known.push(site);
    }
  };
  for (let i = 0; i < methods.length; i++) methods[i]?.calls.forEach(addSite);
  return callers;
}

function supertypesOf(world: World, name: TypeName): readonly ResolvedType[] {
  const draft = world.drafts.get(name);
  if (draft !== undefined) {
    return draft.superclass === null ? draft.interfaces : [draft.superclass, ...draft.interfaces];
  }
  const shape = shapeOf(world, name);
  return shape === undefined ? [] : parentsOf(shape);
}
