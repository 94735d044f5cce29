import type { MethodId, RelativePath, TypeName } from '../base/ids.ts';
import type { ConstantExpression } from '../facts/constants.ts';
import type {
  FieldDeclaration,
  MethodDeclaration,
  ParameterDeclaration,
  TypeDeclaration,
} from '../facts/declarations.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { TypeRef } from '../facts/type-refs.ts';
import type { ResolvedType, UnknownReason } from './resolved-type.ts';

/** Why a file is in the tree; decided by the inventory. */
export type FileRole = 'production' | 'test' | 'generated';

/** One file's facts with what the inventory knows of it: the input of linking. */
export interface LinkInput {
  readonly facts: FileFacts;
  readonly role: FileRole;
  /** Directory of the nearest build module, `.` for the root. */
  readonly module: string;
}

/**
 * The linked program: every declaration with its names resolved, and the call graph. Built once, then only queried.
 * All lists are in a stable order (file path, then position).
 */
export interface Program {
  readonly files: readonly LinkInput[];
  readonly types: readonly ProgramType[];
  readonly methods: readonly ProgramMethod[];
  readonly coverage: ResolutionCoverage;

  /** A type of the tree; undefined for anything else. */
  type(name: TypeName): ProgramType | undefined;
  /** The type that production code of a build module means by a binary name: its own, else that of a module it depends on. */
  typeSeenFrom(module: string, binaryName: string): ProgramType | undefined;
  method(id: MethodId): ProgramMethod | undefined;
  /** The type that declares a method of the program; asks less than looking for the method. */
  ownerOf(id: MethodId): ProgramType | undefined;
  /** Call sites of production code whose targets include the method, in stable order. */
  callersOf(id: MethodId): readonly CallSite[];
  /**
   * Static initializers that the body of a method may set off, a site for each type, at the first operation that does so
   * (JLS 12.4.1). Apart from the calls: an initializer runs once for the whole program, for whoever comes first, and takes
   * no arguments.
   */
  initializationsIn(method: ProgramMethod): readonly CallSite[];
  /**
   * Whether `name` is `ancestor` or below it, through types of the tree and through signature files.
   * `unknown` where a supertype on the way cannot be looked up.
   */
  isSubtype(name: TypeName, ancestor: TypeName): boolean | 'unknown';
  /** Direct supertypes as far as known (tree and signature files), superclass first. */
  supertypesOf(name: TypeName): readonly ResolvedType[];
  /** Types of the tree that are `name` or below it, in stable order. */
  subtypesOf(name: TypeName): readonly ProgramType[];
  /** Folds a constant seen from inside `scope`: follows constants of the tree, concatenates, reads enum and class names. */
  evaluate(expression: ConstantExpression, scope: ProgramType): ConstantValue;
  /**
   * Annotations on the type arguments of a type that a member of `scope` is written with, an entry each; empty where no
   * argument has any. They are looked up when asked for: few types have some.
   */
  argumentAnnotations(type: TypeRef, scope: ProgramType): readonly AnnotatedArgument[];
  /** Folds the value of an operation of a method: literals, locals set once, constants, arithmetic, comparison, members of text. */
  evaluateOperation(method: ProgramMethod, operation: OperationIndex): ConstantValue;
  /**
   * Folds one operation by the constants that its operands are; for who knows more of locals than their declarations say.
   * An assignment, `++` and `--` fold to what the place holds afterwards.
   */
  foldWith(
    method: ProgramMethod,
    operation: OperationIndex,
    constantOf: (operand: OperationIndex) => ConstantValue,
  ): ConstantValue;
  /** Where a `name`, `field` or assignment target operation leads. */
  fieldOf(method: ProgramMethod, operation: OperationIndex): FieldReference | undefined;
  /** The same of all operations of a method, by operation; null where none leads to a field. */
  fieldsIn(method: ProgramMethod): FieldReferences | null;
}

export interface ProgramType {
  readonly name: TypeName;
  readonly declaration: TypeDeclaration;
  readonly file: LinkInput;
  readonly superclass: ResolvedType | null;
  readonly interfaces: readonly ResolvedType[];
  readonly outer: ProgramType | null;
  readonly annotations: readonly ResolvedAnnotation[];
  readonly fields: readonly ProgramField[];
  /** Declared and synthesised (default constructor, record and enum members, generated accessors). */
  readonly methods: readonly ProgramMethod[];
}

export interface ProgramField {
  readonly owner: TypeName;
  readonly name: string;
  readonly type: ResolvedType;
  readonly declaration: FieldDeclaration;
  readonly annotations: readonly ResolvedAnnotation[];
}

export interface ProgramMethod {
  readonly id: MethodId;
  readonly owner: ProgramType;
  readonly name: string;
  /** Null for synthesised members. */
  readonly declaration: MethodDeclaration | null;
  /** Why there is no declaration. */
  readonly synthesised: null | 'default-constructor' | 'record' | 'enum' | 'generated';
  /** A generated accessor or builder stands for this field. */
  readonly accesses?: string;
  readonly parameters: readonly ProgramParameter[];
  /** `void` for constructors and initializers. */
  readonly returnType: ResolvedType;
  readonly annotations: readonly ResolvedAnnotation[];
  /** Methods of the tree that this one overrides or implements, nearest first, transitively. */
  readonly overrides: readonly MethodId[];
  /** Methods of the tree that override or implement this one, transitively, in stable order. */
  readonly overriddenBy: readonly MethodId[];
  /**
   * Of test code this and the types of operations are found when asked for and not kept: ask in the order of the program.
   * One entry a call, `new`, constructor call and method reference in the body, in operation order; before them the
   * `super()` that the compiler writes into a constructor, and the initializer of the object's fields.
   */
  readonly calls: readonly CallSite[];
  /**
   * Type of each operation of the body, same length as `declaration.body.operations`; empty without a body. `void` where
   * there is no value: statements, and names that mean a type (its calls have it as receiver).
   */
  readonly operationTypes: readonly ResolvedType[];
  /** The declared complexity plus one for a method in a recursion cycle. */
  readonly cognitiveComplexity: number;
}

export interface ProgramParameter {
  readonly name: string;
  readonly type: ResolvedType;
  /** Null for synthesised members. */
  readonly declaration: ParameterDeclaration | null;
  readonly annotations: readonly ResolvedAnnotation[];
}

/** A call, as resolved. A call that cannot be resolved has no targets; it is counted, never guessed from its name. */
export interface CallSite {
  readonly caller: MethodId;
  /** -1 for what no source line writes: `super()`, and the initializer of an object's fields. */
  readonly operation: OperationIndex;
  readonly file: RelativePath;
  /** Where the whole expression starts. */
  readonly line: number;
  /** Where the name stands. */
  readonly nameLine: number;
  /**
   * Name of the method; `new` for constructions, `::name` for references, `this` and `super` for constructor calls,
   * `<clinit>` and `<instance>` for initializers.
   */
  readonly name: string;
  /** Type the member was looked up on; null for unresolved simple names. */
  readonly receiver: ResolvedType | null;
  readonly resolution: CallResolution;
  /**
   * Edges of the call graph: the declared method, abstract or not, then all methods that override it. For a call out of
   * the tree: methods of the tree, below the receiver's type, that override what is called.
   */
  readonly targets: readonly CallTarget[];
}

/** The call that an operation of a method is; undefined for other operations. Bodies with half a million calls occur. */
export function callAt(
  { calls }: Pick<ProgramMethod, 'calls'>,
  operation: OperationIndex,
): CallSite | undefined {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((calls[middle]?.operation ?? Number.POSITIVE_INFINITY) < operation) low = middle + 1;
    else high = middle;
  }
  const found = calls[low];
  return found?.operation === operation ? found : undefined;
}

export type CallResolution =
  /** The declared method is one of the tree. `exact` has at most one body that can run, `narrowed` several. */
  | {
      readonly status: 'exact' | 'narrowed';
      readonly declared: MethodId;
      /** The method itself, where linking has found it: to look it up by its id costs more. Absent for calls that are added later. */
      readonly method?: ProgramMethod;
    }
  /** The declared method is outside the tree; `owner` is where it is declared as far as signatures tell, else the receiver's outside supertype. */
  | {
      readonly status: 'external';
      readonly owner: TypeName;
      readonly member: string;
      /** Erased parameter types where a signature was found. */
      readonly parameterTypes: readonly string[] | null;
      readonly returnType: ResolvedType;
    }
  | { readonly status: 'unresolved'; readonly reason: UnknownReason };

export interface CallTarget {
  readonly method: MethodId;
  readonly how: EdgeKind;
  readonly confidence: Confidence;
  /**
   * Which value of the call becomes which value of the target (`-1` the object), for targets that the models add where
   * positions differ. Absent: each argument is the parameter at its position.
   */
  readonly passes?: readonly { readonly from: number; readonly to: number }[];
  /** With `passes`: what the target gives is all that the operation's result, or with `object` its object too, has of the value: a text made by `toString()`. */
  readonly gives?: 'result' | 'object';
  /** Id of the entry point that the target is reached through, for requests and messages: its guards are met on the way. */
  readonly entry?: string;
}

/**
 * How an edge came to be. `implicit:<rule id>` edges come from rows of the models (a bean behind an interface, an event's
 * listeners …); all others from the language itself.
 */
export type EdgeKind =
  | 'static'
  | 'virtual'
  | 'interface'
  | 'constructor'
  | 'super'
  | 'lambda'
  | 'method-reference'
  | 'class-initialization'
  | 'instance-initialization'
  | `implicit:${string}`;

export type Confidence = 'certain' | 'likely' | 'possible';

/** An annotation with its name looked up and its arguments folded. */
export interface ResolvedAnnotation {
  /** Binary name where it could be resolved, else the name as written. */
  readonly type: TypeName;
  readonly resolved: boolean;
  readonly file: RelativePath;
  readonly line: number;
  /** As written; defaults of the annotation type are not filled in. */
  readonly args: ReadonlyMap<string, ConstantValue>;
}

/** A type argument with what stands before it, `@Valid Item` in `List<@Valid Item>`. */
export interface AnnotatedArgument {
  readonly annotations: readonly ResolvedAnnotation[];
  /** Of its own arguments; of a wildcard those of the type it is bounded by. */
  readonly args: readonly AnnotatedArgument[];
}

/** A folded constant, or why it is none. */
export type ConstantValue =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'enum'; readonly type: TypeName; readonly name: string }
  | { readonly kind: 'class'; readonly type: ResolvedType }
  | { readonly kind: 'list'; readonly items: readonly ConstantValue[] }
  | { readonly kind: 'annotation'; readonly annotation: ResolvedAnnotation }
  /** Text whose parts are partly constant: unknown parts are null. */
  | { readonly kind: 'partial'; readonly parts: readonly (string | null)[] }
  /** `name` is the simple name of a constant of a type that is not known. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly name?: string };

export interface FieldReference {
  readonly owner: TypeName;
  readonly name: string;
  readonly type: ResolvedType;
  /** Absent for fields outside the tree. */
  readonly field?: ProgramField;
}

/** Where the operations of a body lead that lead to fields. */
export interface FieldReferences {
  get(operation: OperationIndex): FieldReference | undefined;
  forEach(visit: (field: FieldReference, operation: OperationIndex) => void): void;
}

/** Counts over all call sites of production code that the source writes. */
export interface ResolutionCoverage {
  readonly callSites: number;
  readonly exact: number;
  readonly narrowed: number;
  readonly external: number;
  readonly unresolved: number;
  readonly unresolvedByReason: Readonly<Partial<Record<UnknownReason, number>>>;
}
