import type { LineSpan } from '../base/source-location.ts';
import type { ConstantExpression } from './constants.ts';
import type { Body } from './operations.ts';
import type { TypeParameter, TypeRef } from './type-refs.ts';

/** Declared modifiers as a bit set. Languages map theirs onto these; `default` is a body on an interface method. */
export const Modifier = {
  public: 1,
  protected: 2,
  private: 4,
  static: 8,
  final: 16,
  abstract: 32,
  default: 64,
  synchronized: 128,
  native: 256,
  sealed: 512,
  nonSealed: 1024,
  transient: 2048,
  volatile: 4096,
} as const;

/** An annotation (decorator, attribute) as written. */
export interface Annotation {
  /** Dotted name as written, without `@`. */
  readonly name: string;
  /** A single unnamed argument is called `value`. */
  readonly args: readonly AnnotationArgument[];
  readonly line: number;
}

export interface AnnotationArgument {
  readonly name: string;
  readonly value: ConstantExpression;
  readonly line: number;
}

export type TypeKind = 'class' | 'interface' | 'enum' | 'record' | 'annotation' | 'anonymous';

/** A type declaration: top level, nested, local or anonymous. */
export interface TypeDeclaration {
  /** Simple name; for anonymous types the number the compiler would give (`1`, `2` …). */
  readonly name: string;
  /** Package, then nesting by `$`: `org.clinic.Outer$Inner`, `org.clinic.Outer$1`, local `org.clinic.Outer$1Local`. */
  readonly binaryName: string;
  readonly kind: TypeKind;
  readonly modifiers: number;
  readonly annotations: readonly Annotation[];
  readonly typeParameters: readonly TypeParameter[];
  /** Written superclass; for an anonymous type the one supertype that `new` names (class or interface). */
  readonly extends: TypeRef | null;
  /** Written superinterfaces; for an interface the ones it extends. */
  readonly implements: readonly TypeRef[];
  readonly permits: readonly TypeRef[];
  /** Index of the enclosing type in `FileFacts.types`, null at top level. */
  readonly outer: number | null;
  /** Set for local and anonymous types: the method whose body holds the declaration. */
  readonly enclosingMethod: MethodAddress | null;
  /** Record components in order; empty for other kinds. */
  readonly components: readonly ParameterDeclaration[];
  readonly fields: readonly FieldDeclaration[];
  readonly methods: readonly MethodDeclaration[];
  readonly span: LineSpan;
  /** Line of the name (of `new` for anonymous types). */
  readonly line: number;
}

/** A method of a file: index into `FileFacts.types`, then into that type's `methods`. */
export interface MethodAddress {
  readonly type: number;
  readonly method: number;
}

export interface FieldDeclaration {
  readonly name: string;
  readonly type: TypeRef;
  readonly modifiers: number;
  readonly annotations: readonly Annotation[];
  /** The initialiser where it has the shape of a constant. All initialisers also stand as operations in the initializer methods. */
  readonly constant?: ConstantExpression;
  /** An enum constant. */
  readonly enumConstant?: true;
  readonly line: number;
}

export interface ParameterDeclaration {
  readonly name: string;
  /** With the extra dimension for varargs. */
  readonly type: TypeRef;
  readonly varargs?: true;
  readonly modifiers: number;
  readonly annotations: readonly Annotation[];
  readonly line: number;
}

/**
 * - `constructor` has the name `<init>`; a record's compact constructor is one, with the components as parameters.
 * - `static-initializer` (`<clinit>`) and `instance-initializer` (`<instance>`): at most one of each a type; they hold, in
 *   source order, the initialisers of fields and enum constants as assignments, and the initializer blocks.
 * - `annotation-element` is a member of an annotation type.
 */
export type MethodKind =
  | 'method'
  | 'constructor'
  | 'static-initializer'
  | 'instance-initializer'
  | 'annotation-element';

export interface MethodDeclaration {
  readonly name: string;
  readonly kind: MethodKind;
  readonly modifiers: number;
  readonly annotations: readonly Annotation[];
  readonly typeParameters: readonly TypeParameter[];
  readonly parameters: readonly ParameterDeclaration[];
  /** Null for constructors and initializers. */
  readonly returnType: TypeRef | null;
  readonly throws: readonly TypeRef[];
  /** A compact canonical constructor of a record. */
  readonly compact?: true;
  readonly defaultValue?: ConstantExpression;
  /** Cognitive complexity of the body with the lambdas and local types in it (their methods count here and again as their own). */
  readonly cognitiveComplexity: number;
  /** Null where there is no body (abstract, native, interface). */
  readonly body: Body | null;
  readonly span: LineSpan;
  /** Line of the name. */
  readonly line: number;
}
