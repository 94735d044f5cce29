import type { TypeName } from '../base/ids.ts';
import type { TypeKind } from '../facts/declarations.ts';
import type { ResolutionRules } from '../facts/resolution-rules.ts';
import type { FieldReferences, ProgramField, ProgramMethod, ProgramType } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';
import type { ClassType, VariableType } from './types.ts';

/** A declaration while it is being linked; sealed by handing it out under its read-only type. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

export interface TypeDraft extends Draft<Omit<ProgramType, 'fields' | 'methods' | 'outer' | 'interfaces'>> {
  outer: TypeDraft | null;
  interfaces: readonly ResolvedType[];
  fields: readonly ProgramField[];
  methods: MethodDraft[];
}

export interface MethodDraft extends Draft<Omit<ProgramMethod, 'owner'>> {
  owner: TypeDraft;
  /** Among the methods of the tree, where somebody has numbered them; -1 until then. */
  number: number;
  /** Where its name and field operations lead; null where none leads to a field. */
  fieldReferences: FieldReferences | null;
}

/** What a body comes to. */
export type TypedBody = Readonly<Pick<MethodDraft, 'calls' | 'operationTypes' | 'fieldReferences'>>;

export type Visibility = 'public' | 'protected' | 'package' | 'private';

/** What resolution needs of a type, whether it stands in the tree or in a signature file. */
export interface TypeShape {
  readonly name: TypeName;
  readonly kind: TypeKind;
  readonly rules: ResolutionRules;
  readonly isAbstract: boolean;
  /** Whether it needs no instance of the type around it. */
  readonly isStatic: boolean;
  readonly outer: TypeName | null;
  readonly parameters: readonly VariableType[];
  /** The type as its own body sees it, with its parameters as arguments. */
  readonly self: ClassType;
  /** Superclass first; interfaces stand on the root type without saying so. */
  readonly parents: readonly ClassType[];
  readonly fields: ReadonlyMap<string, FieldShape>;
  /** By name; constructors under `<init>`. */
  readonly methods: ReadonlyMap<string, readonly MethodShape[]>;
  /** Null for types outside the tree. */
  readonly draft: TypeDraft | null;
  /** A supertype is written but could not be looked up at all. */
  readonly hasUnknownParent: boolean;
  /** What was looked up on it; null until somebody does. */
  lookedUp: LookedUp | null;
}

/** What was looked up on a type in one world; whoever looks up knows what. */
export interface LookedUp {
  /** The `askedShapes` of the world. */
  readonly by: readonly TypeShape[];
}

export interface FieldShape {
  readonly owner: TypeName;
  readonly name: string;
  readonly type: ResolvedType;
  readonly isStatic: boolean;
  readonly visibility: Visibility;
  readonly isEnumConstant: boolean;
  /** Value of a compile-time constant outside the tree. */
  readonly constant?: string | number;
  /** Null for fields outside the tree. */
  readonly field: ProgramField | null;
}

export interface MethodShape {
  readonly owner: TypeName;
  readonly name: string;
  readonly variables: readonly VariableType[];
  readonly parameters: readonly ResolvedType[];
  readonly returns: ResolvedType;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVarargs: boolean;
  readonly visibility: Visibility;
  /** Null for methods outside the tree. */
  readonly draft: MethodDraft | null;
}

/** Name under which the methods of a shape hold its constructors. */
export const CONSTRUCTOR = '<init>';
