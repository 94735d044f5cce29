import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';
import { fieldReferences } from '../field-references.ts';
import { solved } from '../inference.ts';
import type { NameScope } from '../name-scope.ts';
import type { CallSite } from '../program.ts';
import type { ResolvedType } from '../resolved-type.ts';
import type { MethodDraft, TypeDraft, TypedBody, TypeShape } from '../shapes.ts';
import { unknownType } from '../types.ts';
import type { SourceFile, World } from '../world.ts';
import { type BodyState, indexLambdas, type SiteDraft, typeOf } from './body-state.ts';
import { typeCall } from './call-operations.ts';
import { typeConstructorCall, typeNew } from './constructions.ts';
import { typeDeclaration } from './declarations.ts';
import { bindFunction, coerce, settle } from './expectations.ts';
import { bindReference } from './method-references.ts';
import { typeField, typeSimpleName, typeSuper, typeThis } from './name-operations.ts';
import { typeReturn, typeValue } from './value-operations.ts';

/** The body to be typed, and where it stands. */
export interface BodySource {
  readonly file: SourceFile;
  readonly owner: TypeDraft;
  readonly shape: TypeShape;
  readonly method: MethodDraft;
  readonly scope: NameScope;
}

/**
 * Gives every operation of a body its type and resolves its calls, in one pass in evaluation order. Lambdas are passed
 * over and come back when the call they are handed to says what their parameters are.
 */
export function typeBody(world: World, source: BodySource, scratch: BodyScratch): TypedBody {
  const { operations, regions } = source.method.declaration?.body ?? EMPTY;
  empty(scratch);
  const types = new Array<ResolvedType>(operations.length).fill(UNTYPED);
  const state: BodyState = {
    world,
    file: source.file,
    owner: source.owner,
    shape: source.shape,
    method: source.method,
    scope: source.scope,
    operations,
    regions,
    types,
    qualifiers: scratch.qualifiers,
    unbound: scratch.unbound,
    waiting: scratch.waiting,
    handed: scratch.handed,
    typedLambdas: scratch.typedLambdas,
    sites: scratch.sites,
    siteCount: 0,
    fieldOperations: scratch.fieldOperations,
    fields: scratch.fields,
    fieldCount: 0,
    lambdas: indexLambdas(operations, regions),
    typeTests: null,
    depth: 0,
    variables: 0,
    typeRange,
    bindReference,
  };
  typeRange(state, 0, operations.length);
  return finish(state);
}

/** Lists that one body after the other uses: most stay empty, and there are very many bodies. */
export type BodyScratch = Pick<
  BodyState,
  'qualifiers' | 'unbound' | 'waiting' | 'handed' | 'typedLambdas' | 'sites' | 'fieldOperations' | 'fields'
>;

/** Lists to type bodies with. */
export function bodyScratch(): BodyScratch {
  return {
    qualifiers: new Map(),
    unbound: new Set(),
    waiting: new Map(),
    handed: [],
    typedLambdas: new Set(),
    sites: [],
    fieldOperations: [],
    fields: [],
  };
}

function empty({ qualifiers, unbound, waiting, typedLambdas }: BodyScratch): void {
  if (qualifiers.size > 0) qualifiers.clear();
  if (unbound.size > 0) unbound.clear();
  if (waiting.size > 0) waiting.clear();
  if (typedLambdas.size > 0) typedLambdas.clear();
}

const UNTYPED = unknownType('syntax');
const EMPTY: Body = { operations: [], regions: [] };

/** Types a stretch of operations; lambdas in it are only noted. */
function typeRange(state: BodyState, start: OperationIndex, end: OperationIndex): void {
  const { starts } = state.lambdas;
  for (let i = start; i < end; i++) {
    const lambda = starts.length === 0 ? undefined : lambdaFrom(starts[i], end);
    if (lambda !== undefined) {
      i = lambda;
      state.unbound.add(lambda);
      state.types[lambda] = unknownType('lambda-without-target');
      continue;
    }
    const operation = state.operations[i];
    if (operation !== undefined) state.types[i] = typeOperation(state, i, operation);
  }
}

/** The outermost of lambdas that ends before a place. */
function lambdaFrom(
  lambdas: readonly OperationIndex[] | undefined,
  end: OperationIndex,
): OperationIndex | undefined {
  return lambdas?.find((candidate) => candidate < end);
}

function typeOperation(state: BodyState, i: OperationIndex, operation: Operation): ResolvedType {
  switch (operation.kind) {
    case 'local':
      return typeOf(state, operation.declaration);
    case 'name':
      return typeSimpleName(state, i, operation.name);
    case 'field':
      return typeField(state, i, operation);
    case 'this':
      return typeThis(state, operation.qualifier);
    case 'super':
      return typeSuper(state, operation.qualifier);
    case 'call':
      return typeCall(state, i, operation);
    case 'new':
      return typeNew(state, i, operation);
    case 'constructor-call':
      return typeConstructorCall(state, i, operation);
    case 'method-reference':
      state.unbound.add(i);
      return unknownType('lambda-without-target');
    case 'lambda-parameter':
      // Typed when the lambda is bound.
      return typeOf(state, i);
    case 'declare':
      return typeDeclaration(state, i, operation);
    case 'assign':
      coerce(state, operation.value, typeOf(state, operation.target));
      return typeOf(state, operation.target);
    case 'return':
      return typeReturn(state, operation.value);
    default:
      return typeValue(state, operation);
  }
}

/** Binds what is left over, and decides every type argument that is open in types and calls. */
function finish(state: BodyState): TypedBody {
  settleAll(state);
  for (let rounds = 0; state.unbound.size > 0 && rounds < MAX_ROUNDS; rounds++) {
    for (const operation of [...state.unbound])
      bindFunction(state, operation, unknownType('lambda-without-target'));
    settleAll(state);
  }
  // References looked up with types of no operation; they stand behind the operations.
  state.types.length = state.operations.length;
  // Without a variable nothing was ever open, as in most bodies.
  if (state.variables > 0) decideOpen(state);
  return {
    calls: finishedSites(state.sites, state.siteCount),
    operationTypes: state.types,
    fieldReferences: fieldReferences(state.fieldOperations, state.fields, state.fieldCount),
  };
}

function decideOpen({ types, sites, siteCount }: BodyState): void {
  for (let i = 0; i < types.length; i++) {
    const type = types[i];
    if (type !== undefined && mayBeOpen(type)) types[i] = solved(type, 'bound');
  }
  for (let i = 0; i < siteCount; i++) {
    const site = sites[i];
    if (site !== undefined) finishSite(site);
  }
}

/** Whether there is a place in a type for something that is still looked for. */
function mayBeOpen(type: ResolvedType): boolean {
  return type.kind === 'class' ? type.args.length > 0 : type.kind === 'variable' || type.kind === 'array';
}

const NO_CALLS: readonly CallSite[] = [];

/** Calls in lambdas come after the call that they are handed to, for it says what their parameters are. */
function finishedSites(sites: readonly SiteDraft[], count: number): readonly CallSite[] {
  if (count === 0) return NO_CALLS;
  let isOrdered = true;
  let before = -1;
  for (let i = 0; i < count; i++) {
    const site = sites[i];
    if (site === undefined) continue;
    if (site.operation < before) isOrdered = false;
    before = site.operation;
  }
  const own = sites.slice(0, count);
  return isOrdered ? own : own.sort((left, right) => left.operation - right.operation);
}

function finishSite(site: SiteDraft): void {
  const { receiver, resolution } = site;
  if (receiver !== null && mayBeOpen(receiver)) site.receiver = solved(receiver, 'bound');
  if (resolution.status !== 'external' || !mayBeOpen(resolution.returnType)) return;
  const returnType = solved(resolution.returnType, 'bound');
  if (returnType !== resolution.returnType) site.resolution = { ...resolution, returnType };
}

function settleAll(state: BodyState): void {
  if (state.waiting.size === 0) return;
  for (const call of [...state.waiting.keys()]) settle(state, call);
}

/** Lambdas nest no deeper than the extractor reads; each round types one level. */
const MAX_ROUNDS = 200;
