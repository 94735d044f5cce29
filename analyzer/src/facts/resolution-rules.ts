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
  /** What arrays are besides arrays, and the members that only they have. */
  readonly arrays: {
    readonly supertypes: readonly string[];
    readonly lengthField: string;
    readonly lengthType: string;
    /** Method that returns the array's own type. */
    readonly cloneMethod: string;
  };
  /** Type of `X.class`, with `X` as its one type argument; null where there is none. */
  readonly classType: string | null;
  /** Methods every enum gets: what they take and whether they return the enum or an array of it. */
  readonly enumMembers: readonly {
    readonly name: string;
    readonly parameters: readonly string[];
    readonly returns: 'self' | 'array';
  }[];
  /** Methods every record gets besides its constructor and accessors, unless it declares them: erased types. */
  readonly recordMembers: readonly {
    readonly name: string;
    readonly parameters: readonly string[];
    readonly returns: string;
    /** Whether it prints the object; the others compare it. */
    readonly isText: boolean;
  }[];
  /** Methods that ask an object for its class and compare classes; null where there are none. */
  readonly classTests: {
    /** Gives the class of an object. */
    readonly classOf: string;
    /** On a class: whether an object is of it or below it. */
    readonly instance: string;
    /** On a class: whether another is it or below it. */
    readonly subclass: string;
    /** Whether two classes are one. */
    readonly sameClass: string;
  } | null;
  /** Static methods that a program starts in, `name(erased parameters)`: their type is initialized before they run. */
  readonly programStarts: readonly string[];
  /** Operators whose value is a `literalTypes.boolean`; all others compute with numbers or text. */
  readonly booleanOperators: readonly string[];
  /** Members of text that constant folding understands, by binary owner and name. */
  readonly textFunctions: readonly {
    readonly owner: string;
    readonly name: string;
    readonly does:
      | ('format' | 'format-receiver' | 'concat' | 'value-of' | 'same' | 'trim')
      | ('length' | 'is-empty' | 'is-blank' | 'char-at' | 'index-of' | 'substring')
      | ('equals' | 'equals-ignoring-case' | 'starts-with' | 'ends-with' | 'contains');
  }[];
  /** Whether type names begin with a capital by convention: tells types from packages in names nothing else explains. */
  readonly capitalisedTypes: boolean;
}
