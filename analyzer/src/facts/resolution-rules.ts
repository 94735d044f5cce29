/** What linking must know of a language and cannot read from facts. One object a language. */
export interface ResolutionRules {
  /** Id of the language, e.g. `java`. */
  readonly language: string;
  /** Packages whose types need no import. */
  readonly implicitPackages: readonly string[];
  /** The root of the class hierarchy. */
  readonly rootType: string;
  /** Implicit supertypes by kind of declaration: what every enum, record or annotation extends. */
  readonly implicitSuperclass: Readonly<
    Record<'class' | 'enum' | 'record' | 'interface' | 'annotation', string>
  >;
  /** Primitive type → its box. */
  readonly boxes: Readonly<Record<string, string>>;
  /** Type of each kind of literal: a primitive name or a binary type name. */
  readonly literalTypes: Readonly<Record<string, string>>;
  /** Widening: primitive → those it converts to without a cast, nearest first. */
  readonly widening: Readonly<Record<string, readonly string[]>>;
  /** Type whose values a for-each over it yields, and the member type argument that is the element. */
  readonly iterableType: string;
}
