import type { MethodId, RelativePath } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { CallSite, Program, ProgramField, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { Models } from '../models.ts';
import { type AnnotationLookup, createAnnotationLookup } from './annotation-lookup.ts';
import { type CallFacts, describeCall, describeDeclared } from './call-facts.ts';
import { type CallIndex, createCallIndex } from './call-index.ts';
import { exposedMethods } from './exposed-methods.ts';
import { fieldValues } from './field-values.ts';
import { createHandedValues, type HandedValues } from './handed-values.ts';
import { createMethodsGiving, type MethodsGiving } from './methods-giving.ts';
import { createTypeIndex, type TypesBelow } from './type-index.ts';
import { createTypeMatcher, type TypeMatcher } from './type-matcher.ts';

/** What applying models starts from. */
export interface ModelInput {
  readonly program: Program;
  readonly inventory: Inventory;
  readonly models: Models;
  /** Texts of the configuration files that `wantedConfiguration` names; a missing one is treated as unreadable. */
  readonly texts: ReadonlyMap<RelativePath, string>;
  /** Spring profiles that the caller says are active; absent or empty: those that the settings activate. */
  readonly profiles?: readonly string[];
}

/** The input with the lookups over it: made once, handed to every step. */
export interface MatchTools extends ModelInput, ProgramTools {
  /** Patterns of handlers with an annotation, where an operation gives them; known once there are entry points. */
  handlerPaths?(
    method: ProgramMethod,
    operation: OperationIndex,
    verb?: string,
  ): readonly string[] | undefined;
}

/** Models and a program with the lookups over them: what telling calls apart takes. */
export interface ProgramTools extends Pick<ModelInput, 'program' | 'models'>, HandedValues {
  readonly types: TypeMatcher;
  readonly annotations: AnnotationLookup;
  /** Types and methods of production (and generated) code, in stable order. */
  readonly productionTypes: readonly ProgramType[];
  readonly productionMethods: readonly ProgramMethod[];
  /** Types of production code that certainly are, or are below, one that a row names, in stable order. */
  readonly typesBelow: TypesBelow;
  /** Methods of production code that return one of those. */
  readonly methodsGiving: MethodsGiving;
  /** What an object of the type answers with, own and inherited. */
  exposedMethods(type: ProgramType): readonly ProgramMethod[];
  /** The calls of a method that leave the tree, in operation order. */
  outsideCalls(method: ProgramMethod): readonly CallFacts[];
  /** The outside calls of production code, by what they call. */
  readonly calls: CallIndex;
  /** The outside call at an operation. */
  callAt(method: ProgramMethod, operation: OperationIndex): CallFacts | undefined;
  /** The values that production code assigns to a field. */
  valuesOf(
    field: ProgramField,
  ): readonly { readonly method: ProgramMethod; readonly operation: OperationIndex }[];
}

/** Makes the lookups. */
export function createMatchTools(input: ModelInput): MatchTools {
  return { ...input, ...createProgramTools(input) };
}

/** Makes those that need nothing but the program; each looks when first asked. */
export function createProgramTools({
  program,
  models,
}: Pick<ModelInput, 'program' | 'models'>): ProgramTools {
  const productionTypes = program.types.filter((type) => type.file.role !== 'test');
  const productionMethods = productionTypes.flatMap((type) => type.methods);
  const outsideCalls = createOutsideCalls(program);
  const byOperation = new Map<ProgramMethod, ReadonlyMap<OperationIndex, CallFacts>>();
  const exposed = new Map<ProgramType, readonly ProgramMethod[]>();
  const types = createTypeMatcher(program, models.types);
  return {
    program,
    models,
    types,
    typesBelow: createTypeIndex(productionTypes, types),
    methodsGiving: createMethodsGiving(productionMethods, types),
    annotations: createAnnotationLookup(program, models),
    productionTypes,
    productionMethods,
    exposedMethods(type) {
      let known = exposed.get(type);
      if (known === undefined) {
        known = exposedMethods(program, type);
        exposed.set(type, known);
      }
      return known;
    },
    outsideCalls,
    calls: createCallIndex(productionMethods, { types, outsideCalls }),
    valuesOf: fieldValues(program),
    ...createHandedValues(program),
    callAt: (method, operation) => {
      let known = byOperation.get(method);
      if (known === undefined) {
        known = indexed(outsideCalls(method));
        byOperation.set(method, known);
      }
      return known.get(operation);
    },
  };
}

function createOutsideCalls(program: Program): ProgramTools['outsideCalls'] {
  const known = new Map<ProgramMethod, readonly CallFacts[]>();
  let bodiless: ReadonlyMap<MethodId, ProgramMethod> | null = null;
  return (method) => {
    const before = known.get(method);
    if (before !== undefined) return before;
    bodiless ??= methodsWithoutBody(program);
    const described: CallFacts[] = [];
    const { calls } = method;
    for (let i = 0; i < calls.length; i++) {
      const site = calls[i] as CallSite;
      const { resolution } = site;
      let call: CallFacts | undefined;
      if (resolution.status === 'exact' || resolution.status === 'narrowed') {
        // Most calls are of methods that have a body: these are told by their ids alone.
        const declared = bodiless.get(resolution.declared);
        call = declared && describeDeclared(program, { caller: method, site }, declared);
      } else call = describeCall(program, method, site);
      if (call !== undefined) described.push(call);
    }
    known.set(method, described);
    return described;
  };
}

/** By their ids; of methods that share one the one that is meant by it. */
function methodsWithoutBody(program: Program): ReadonlyMap<MethodId, ProgramMethod> {
  const found = new Map<MethodId, ProgramMethod>();
  for (const method of program.methods) {
    const { id, declaration } = method;
    if (declaration?.body === null && program.method(id) === method) found.set(id, method);
  }
  return found;
}

/** Bodies with a hundred thousand calls occur: each is asked for by its operation. */
function indexed(calls: readonly CallFacts[]): ReadonlyMap<OperationIndex, CallFacts> {
  return new Map(calls.map((call) => [call.site.operation, call]));
}
