/** What a rule can generate. A closed list: rows are data, what each kind means is written once, in generated-members.ts. */
export const SYNTHESIS_KINDS = [
  'getter',
  'setter',
  'with',
  'all-args-constructor',
  'required-args-constructor',
  'no-args-constructor',
  'builder',
  'equals',
  'to-string',
  'logger',
] as const;

export type SynthesisKind = (typeof SYNTHESIS_KINDS)[number];

/** Where the annotation of a rule stands. On a type, `getter`, `setter` and `with` speak of all its instance fields. */
export const SYNTHESIS_PLACES = ['type', 'field', 'constructor', 'method'] as const;

export type SynthesisPlace = (typeof SYNTHESIS_PLACES)[number];

/** Members that a code generator adds where an annotation stands, as data: one row an annotation, place and kind. */
export interface SynthesisRule {
  /** Binary name of the annotation type. */
  readonly annotation: string;
  readonly on: SynthesisPlace;
  readonly generates: SynthesisKind;
  /** Constructors: annotation argument that names a static factory. */
  readonly staticNameFrom?: string;
  /** Constructors: generated only where the type declares none itself and no other annotation asks for one. */
  readonly onlyWithoutConstructor?: boolean;
  /** Accessors: argument and enum constant that switch the row off where it stands, and for the field it stands on. */
  readonly unless?: { readonly argument: string; readonly value: string };
  /** Accessors: annotation on the field or type with arguments `fluent`, `chain` and `prefix`. */
  readonly accessorsFrom?: string;
  /** `required-args-constructor`: annotations that make a field without initialiser a parameter, besides final fields. */
  readonly requiredBy?: readonly string[];
  /** `builder`: arguments that name its parts, and the names without them; `*` in a name is the name of the type. */
  readonly builder?: BuilderNames;
  /** `logger`: the static field that appears. */
  readonly logger?: { readonly field: string; readonly type: string };
}

export interface BuilderNames {
  readonly methodFrom: string;
  readonly method: string;
  readonly buildFrom: string;
  readonly build: string;
  readonly classFrom: string;
  readonly className: string;
  readonly prefixFrom: string;
  readonly toBuilderFrom: string;
  readonly toBuilder: string;
  /** Whether setters of superclasses' fields belong to it too. */
  readonly inherits: boolean;
}
