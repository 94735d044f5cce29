import type { Region } from '../../facts/control-flow.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import type { FunctionType } from '../functional-interfaces.ts';
import type { Inference } from '../inference.ts';
import type { NameScope } from '../name-scope.ts';
import type { CallSite, FieldReference } from '../program.ts';
import type { ResolvedType } from '../resolved-type.ts';
import type { Draft, MethodDraft, TypeDraft, TypeShape } from '../shapes.ts';
import { type ClassType, unknownType } from '../types.ts';
import type { SourceFile, World } from '../world.ts';
import type { TypeTest } from './type-tests.ts';

/** What a `name` or `field` operation means when it is no value. */
export type Qualifier =
  | { readonly kind: 'type'; readonly type: ClassType }
  | { readonly kind: 'package'; readonly name: string };

/** A lambda or method reference that waits for the types of the parameters it is called with. */
export interface Waiting {
  readonly operation: OperationIndex;
  /** The functional interface it becomes, possibly with inference variables. */
  readonly formal: ResolvedType;
}

/** Whether a value may be passed for a parameter: `maybe` where a type that decides is not known. */
export type Fit = 'yes' | 'maybe' | 'no';

export type SiteDraft = Draft<CallSite>;

/** One body while its operations get their types. */
export interface BodyState {
  readonly world: World;
  readonly file: SourceFile;
  readonly owner: TypeDraft;
  readonly shape: TypeShape;
  readonly method: MethodDraft;
  readonly scope: NameScope;
  readonly operations: readonly Operation[];
  readonly regions: readonly Region[];
  /** Type of each operation so far; may hold inference variables until the body ends. */
  readonly types: ResolvedType[];
  readonly qualifiers: Map<OperationIndex, Qualifier>;
  /** Functions that have not been bound to an interface yet. */
  readonly unbound: Set<OperationIndex>;
  /** Functions that wait for type arguments of the call they are passed to, by that call's operation. */
  readonly waiting: Map<OperationIndex, readonly Waiting[]>;
  /** Functions among the arguments of the call that is being handed them; empty otherwise. */
  readonly handed: Waiting[];
  /** Lambdas whose bodies have been typed. */
  readonly typedLambdas: Set<OperationIndex>;
  /**
   * The calls so far, one for each operation that is one, in the order in which they were resolved; behind these what is left
   * of other bodies.
   */
  readonly sites: SiteDraft[];
  siteCount: number;
  /** The operations so far that lead to a field, as they were found; behind these what is left of other bodies. */
  readonly fieldOperations: OperationIndex[];
  /** Where each of these leads. */
  readonly fields: FieldReference[];
  fieldCount: number;
  readonly lambdas: LambdaIndex;
  /** Types a stretch of operations. Held here because the pass over a body and the lambdas in it need each other. */
  readonly typeRange: (state: BodyState, start: OperationIndex, end: OperationIndex) => void;
  /** Resolves a method reference for the function it becomes; held here for the same reason. */
  readonly bindReference: (state: BodyState, reference: OperationIndex, wanted: FunctionType | null) => void;
  /** What tests of types say where; found when first asked for. */
  typeTests: readonly TypeTest[] | null;
  /** How many lambdas are being typed inside one another. */
  depth: number;
  /** Numbers inference variables: as long as there is none, nothing is open in any type. */
  variables: number;
}

/** By operation; empty where there is no lambda. A list, for it is asked at every operation. */
type LambdaStarts = readonly (readonly OperationIndex[] | undefined)[];

/** Where lambdas begin and what they return. */
export interface LambdaIndex {
  /** First operation of a lambda region → the `lambda` operations that own one, outermost first. */
  readonly starts: LambdaStarts;
  /** Values returned by the block of a lambda. */
  readonly returns: ReadonlyMap<OperationIndex, readonly OperationIndex[]>;
}

const NO_LAMBDAS: LambdaIndex = { starts: [], returns: new Map() };

/** Finds the lambdas of a body in one sweep. */
export function indexLambdas(operations: readonly Operation[], regions: readonly Region[]): LambdaIndex {
  if (!hasLambda(regions)) return NO_LAMBDAS;
  const starts = new Array<OperationIndex[] | undefined>(operations.length).fill(undefined);
  for (let i = operations.length - 1; i >= 0; i--) {
    const operation = operations[i];
    if (operation?.kind !== 'lambda') continue;
    const start = regions[operation.region]?.start ?? i;
    const same = starts[start];
    if (same === undefined) starts[start] = [i];
    else same.push(i);
  }
  return { starts, returns: indexReturns(operations, starts) };
}

function hasLambda(regions: readonly Region[]): boolean {
  for (let i = 0; i < regions.length; i++) if (regions[i]?.kind === 'lambda') return true;
  return false;
}

function indexReturns(
  operations: readonly Operation[],
  starts: LambdaStarts,
): ReadonlyMap<OperationIndex, readonly OperationIndex[]> {
  const returns = new Map<OperationIndex, OperationIndex[]>();
  const open: OperationIndex[] = [];
  for (let i = 0; i < operations.length; i++) {
    const begun = starts[i];
    if (begun !== undefined) open.push(...begun);
    if (open.length === 0) continue;
    if (open[open.length - 1] === i) open.pop();
    const operation = operations[i];
    const lambda = open[open.length - 1];
    if (operation?.kind !== 'return' || operation.value === null || lambda === undefined) continue;
    const same = returns.get(lambda);
    if (same === undefined) returns.set(lambda, [operation.value]);
    else same.push(operation.value);
  }
  return returns;
}

/** Writes down which field an operation means. */
export function recordField(state: BodyState, operation: OperationIndex, field: FieldReference): void {
  state.fieldOperations[state.fieldCount] = operation;
  state.fields[state.fieldCount++] = field;
}

/** What an operation means that is no value. Such names have no type: nothing needs to be looked up for others. */
export function qualifierOf(state: BodyState, operation: OperationIndex): Qualifier | undefined {
  const kind = state.types[operation]?.kind;
  return kind === 'void' || kind === 'unknown' ? state.qualifiers.get(operation) : undefined;
}

/** The type of an operation so far. */
export function typeOf(state: BodyState, operation: OperationIndex): ResolvedType {
  return state.types[operation] ?? unknownType('syntax');
}

/** What comparing types in a body needs to know. */
export function inferenceOf(state: BodyState): Inference {
  return { world: state.world, rules: state.file.rules };
}
