import { type MethodId, type TypeName, typeName } from '../base/ids.ts';
import { argumentAnnotations } from './argument-annotations.ts';
import { initializationsIn } from './class-initialization.ts';
import { unknownConstant } from './constant-values.ts';
import { foldConstant } from './constants.ts';
import { foldOperation, foldWith } from './operation-constants.ts';
import type { CallSite, Program, ProgramMethod, ProgramType, ResolutionCoverage } from './program.ts';
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
export function programOver(world: World, coverage: ResolutionCoverage): LinkedProgram {
  const { files, types, methods } = listsOf(world);
  let byId: ReadonlyMap<MethodId, MethodDraft> | null = null;
  let position: ReadonlyMap<ProgramType, number> | null = null;
  let initializations: ((method: MethodDraft) => readonly CallSite[]) | null = null;
  let callers: ReadonlyMap<MethodId, readonly CallSite[]> | null = null;
  return {
    files,
    types,
    methods,
    coverage,
    type: (name) => world.drafts.get(name),
    typeSeenFrom: (module, name) => world.drafts.get(world.homonyms.seenFrom(module, name, 'other')),
    method: (id) => {
      byId ??= indexMethods(methods);
      return byId.get(id) ?? memberOf(world, id);
    },
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
    subtypesOf: (name) => {
      const below = typesBelow(world, name);
      if (below.length < 2) return below;
      position ??= new Map<ProgramType, number>(types.map((type, index) => [type, index]));
      const at = (type: TypeDraft): number => position?.get(type) ?? 0;
      return below.toSorted((left, right) => at(left) - at(right));
    },
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
    letGo: () => {
      for (const list of [files, types, methods]) list.length = 0;
      [byId, position, initializations, callers] = [null, null, null, null];
    },
  };
}

/** All there is, in stable order. */
function listsOf(world: World) {
  const types: TypeDraft[] = [];
  for (const file of world.files) for (const type of file.types) types.push(type);
  for (const type of world.generatedTypes) types.push(type);
  const methods: MethodDraft[] = [];
  for (const type of types) for (const method of type.methods) methods.push(method);
  return { files: world.files.map(({ input }) => input), types, methods };
}

/** A member that came about when the body of a test was typed: the constructor of an anonymous class. */
function memberOf(world: World, id: MethodId): MethodDraft | undefined {
  const owner = world.drafts.get(typeName(id.slice(0, Math.max(0, id.indexOf('#')))));
  return owner?.file.role === 'test' ? owner.methods.find((method) => method.id === id) : undefined;
}

/** Methods by id; the first of several. */
function indexMethods(methods: readonly MethodDraft[]): ReadonlyMap<MethodId, MethodDraft> {
  const byId = new Map<MethodId, MethodDraft>();
  for (const method of methods) if (!byId.has(method.id)) byId.set(method.id, method);
  return byId;
}

function indexCallers(methods: readonly ProgramMethod[]): ReadonlyMap<MethodId, readonly CallSite[]> {
  const callers = new Map<MethodId, CallSite[]>();
  for (const method of methods) {
    for (const site of method.calls) {
      for (const target of site.targets) {
        const known = callers.get(target.method);
        if (known === undefined) callers.set(target.method, [site]);
        else if (known.at(-1) !== site) known.push(site);
      }
    }
  }
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
