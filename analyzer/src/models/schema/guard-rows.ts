import { z } from 'zod';
import { CHECKED_DANGERS, GUARD_CATEGORIES, TAINT_KINDS } from '../kinds.ts';
import { rowText } from './row-text.ts';
import {
  argument,
  argumentList,
  callKeys,
  memberNames,
  names,
  namesItsOwner,
  OWNER_EXPECTED,
  rowId,
  rowKeys,
  typeNames,
} from './vocabulary.ts';

/** What a condition may ask of the tree; one of a list is enough. */
const conditionTest = z.union([
  /** A production type carries the annotation, and its boolean attribute is true (or absent and true by default). */
  z.strictObject({
    annotation: typeNames,
    attribute: z.string().optional(),
    default: z.boolean().optional(),
  }),
  /** A manifest declares it: `group:name`, globs allowed. */
  z.strictObject({ dependency: names }),
  /** A configuration property has one of the values; without `values`, is set. */
  z.strictObject({ property: z.string(), values: names.optional() }),
  /** Production code makes such a call (or construction, `new`). */
  z.strictObject({ call: z.strictObject({ type: typeNames, method: memberNames }) }),
  /** Production code declares a type below one of these. */
  z.strictObject({ subtype: typeNames }),
  /** An element of a Spring XML file, by local name; `attribute` must have the value. */
  z.strictObject({ xmlElement: z.string(), attribute: z.string().optional(), value: z.string().optional() }),
  /** A parameter in web.xml has the value, or names it among others. */
  z.strictObject({ webXmlParameter: z.string(), value: z.string() }),
]);

/** A named fact about the application that guards and entries can need. */
export const conditionRow = z.strictObject({
  ...rowKeys,
  /** What is missing where it does not hold, a clause: `no @EnableMethodSecurity`. */
  missing: rowText,
  any: z.array(conditionTest).min(1),
});

const annotationGuard = z.strictObject({
  ...rowKeys,
  on: z.literal('annotation'),
  annotation: typeNames,
  /** `by-expression`: the expression says whether it authenticates or authorizes. */
  category: z.union([z.enum(GUARD_CATEGORIES), z.literal('by-expression')]),
  /** `removes` lifts what stands around it (`@PermitAll`); `denies` lets nobody pass. */
  effect: z.enum(['requires', 'removes', 'denies']).default('requires'),
  /** Attribute that holds an access expression. */
  expression: z.string().optional(),
  /** Attributes that hold role or permission names. */
  roles: names.optional(),
  /** It stands on a parameter, whose value nobody else can give; an optional one asks for nothing. */
  onParameters: z.boolean().default(false),
  /** Annotations of one family replace each other: the method's counts instead of the type's. Absent: those of one package with one that lifts. */
  family: z.string().optional(),
  /** An annotation on the method replaces one on the type. */
  inherit: z.boolean().default(true),
  /** Conditions of which one must hold; otherwise the annotation is inert. */
  needs: z.array(rowId).optional(),
  /** A container itself acts on it on types with one of these annotations, whatever else there is. */
  enforcedOn: typeNames.optional(),
  /** It is looked at by what the row of access puts before handlers, on its paths only; not so where one of the conditions holds. */
  within: z.strictObject({ row: rowId, unless: z.array(rowId).min(1) }).optional(),
});

const callGuard = z
  .strictObject({
    ...rowKeys,
    on: z.literal('call'),
    ...callKeys,
    category: z.enum(GUARD_CATEGORIES),
    /** Tells whether somebody knows a password: what others try out. */
    proves: z.literal('password').optional(),
    /** Arguments whose value is checked. */
    arguments: argumentList.optional(),
    /** `constant`: the receiver is a constant of a class, or made of nothing but constants on the spot. */
    receiver: z.literal('constant').optional(),
    /** Annotations by which a field's value comes from the configuration: as good as a constant of a class. */
    configuredBy: typeNames.optional(),
    /** That argument (`-1` the receiver) is a constant. */
    constant: argument.optional(),
    /** What is checked is the host of an address; it says of that address where it leads. */
    host: z.literal(true).optional(),
    /** The receiver was made by such a call, with others behind it: `base.resolve(name).normalize().toAbsolutePath()`. */
    receiverThrough: z.strictObject({ type: typeNames, method: memberNames }).optional(),
    /** Dangers that the check rules out. */
    against: z.array(z.enum(CHECKED_DANGERS)).min(1).optional(),
    /** `false`: no layer of its own, only a part of what makes a value harmless. */
    layer: z.boolean().default(true),
    /** The value that is checked is that argument of the call that made the receiver: `pattern.matcher(text).matches()`. */
    of: z.strictObject({ type: typeNames, method: memberNames, argument }).optional(),
    /** The value has passed where the call answers so. */
    passes: z.enum(['yes', 'no']).default('yes'),
    /** The expression that the value is matched with (`-1` the receiver): it checks nothing where anything matches, and rules no danger out where any letter does. */
    pattern: argument.optional(),
    /** An argument that takes the errors: somebody must ask it for them. */
    errors: argument.optional(),
    /** The receiver carries validators, hung in by these members, and keeps the errors: somebody must ask it for them, or have them thrown. */
    carrier: z
      .strictObject({ hangs: memberNames, checksBy: memberNames, errors: memberNames, throws: memberNames })
      .optional(),
    /** What checks (`-1` the receiver), and by which member: one of the tree must be able to refuse for more than a missing value. */
    validator: z.strictObject({ argument, method: memberNames }).optional(),
    /** An argument that is the condition itself; one that only asks for null does not count. */
    condition: argument.optional(),
    /**
     * `tested`: the result must decide a branch. `refused`: that branch must throw, refuse or give a negative answer.
     * `used`: it must not be dropped. `thrown`: the call itself refuses by throwing.
     */
    result: z.enum(['tested', 'refused', 'used', 'thrown']),
    /** It asks who the caller is, as established before; it does not take credentials itself. */
    asksCaller: z.boolean().default(false),
    /** It answers a caller whom it turns away, so that whoever asks it need only return. */
    answers: z.boolean().default(false),
  })
  .refine(namesItsOwner, { error: OWNER_EXPECTED });

/** A branch that ends with such a refusal has asked for what the category says. */
const refusalGuard = z
  .strictObject({
    ...rowKeys,
    on: z.literal('refusal'),
    ...callKeys,
    /** Instead of a call of a library: a failure of the project is made whose type carries such an annotation with one of the values. */
    made: z.strictObject({ annotation: typeNames, attributes: names, values: names }).optional(),
    category: z.enum(GUARD_CATEGORIES),
  })
  .refine((row) => (row.made === undefined) === namesItsOwner(row), { error: `${OWNER_EXPECTED}, or made` });

/** Such a call says who calls, and what it gives is cast to a type that a stranger's value does not have: the cast throws. */
const castGuard = z
  .strictObject({
    ...rowKeys,
    on: z.literal('cast'),
    ...callKeys,
    category: z.enum(GUARD_CATEGORIES),
    /** The receiver is what such a call gives and nothing else: who the caller is, not somebody else. */
    of: z.strictObject({ type: typeNames, method: memberNames }),
    /** Types of what stands for a stranger; a cast to one of them passes. */
    strangersHave: typeNames,
    /** Calls by which an application says what stands for a stranger, and the argument that is it; a constant text does not count. */
    unlessGiven: z.array(z.strictObject({ type: typeNames, method: memberNames, argument })).default([]),
  })
  .refine(namesItsOwner, { error: OWNER_EXPECTED });

/** Changes to stored objects of a type with the annotation, or new records in a type or table of such a name. */
const entityGuard = z
  .strictObject({
    ...rowKeys,
    on: z.literal('entity'),
    annotation: typeNames.optional(),
    /** In lower case, without underscores. */
    named: memberNames.optional(),
    category: z.enum(GUARD_CATEGORIES),
  })
  .refine((row) => (row.annotation === undefined) !== (row.named === undefined), {
    error: 'annotation or named',
  });

/** A switch over a value of one of the types, whose default throws. */
const switchGuard = z.strictObject({
  ...rowKeys,
  on: z.literal('switch'),
  type: typeNames,
  category: z.enum(GUARD_CATEGORIES),
});

/** Stored records that are asked for by who calls: by a value from the caller's identity, or by an expression in the query. */
const ownedRecordGuard = z.strictObject({
  ...rowKeys,
  on: z.literal('owned-record'),
  category: z.enum(GUARD_CATEGORIES),
  /** Where a declared method carries its query. */
  queries: z.strictObject({ annotation: typeNames, attributes: names }),
  /** Names in expressions of such a query that stand for the caller. */
  callers: names,
});

export const guardRow = z.discriminatedUnion('on', [
  annotationGuard,
  callGuard,
  refusalGuard,
  castGuard,
  entityGuard,
  switchGuard,
  ownedRecordGuard,
]);

/** Gives back a value that is harmless for the kinds it cleans; also counts as a sanitization layer. */
export const sanitizerRow = z
  .strictObject({
    ...rowKeys,
    ...callKeys,
    cleans: z.union([z.literal('all'), z.array(z.enum(TAINT_KINDS)).min(1)]),
    /** Argument whose value is cleaned; default the first. */
    arguments: argumentList.default([0]),
    /** `conversion`: the value becomes a number, date or enum; no layer of its own. */
    how: z.enum(['encoding', 'conversion']).default('encoding'),
  })
  .refine(namesItsOwner, { error: OWNER_EXPECTED });

/** A bean-validation constraint annotation. */
export const constraintRow = z.strictObject({
  ...rowKeys,
  annotation: typeNames,
  /** `presence`: says only that there is a value. `content`: bounds it. */
  strength: z.enum(['presence', 'content']),
  /** It bounds only where this attribute is written. */
  requires: z.string().optional(),
  /** Attribute with the expression that a text must match: it bounds nothing where anything matches. */
  pattern: z.string().optional(),
  /** `any`: what the text is made of stays free, so that no danger is ruled out. */
  letters: z.enum(['any', 'some']).default('some'),
  /** Of a container it bounds how much is in it, and nothing of that. */
  counts: z.boolean().default(false),
});

/** Asks that the constraints of the value's type are checked: `@Valid`. */
export const cascadeRow = z.strictObject({
  ...rowKeys,
  annotation: typeNames,
  /** Attribute that names validation groups. */
  groups: z.string().optional(),
  /** Types whose type arguments it may stand on, as may constraints. */
  through: typeNames.optional(),
});

/** Marks an annotation as a constraint of the project's own. */
export const customConstraintRow = z.strictObject({
  ...rowKeys,
  annotation: typeNames,
  /** Attribute that names the classes which check it, and their method that answers. */
  validators: z.string(),
  method: z.string(),
});

/** What makes constraints on simple parameters act. */
export const methodValidationRow = z.strictObject({
  ...rowKeys,
  typeAnnotation: typeNames.optional(),
  /** Or a library of at least this version checks them by itself. */
  dependency: z.strictObject({ name: memberNames, atLeast: z.string() }).optional(),
  /** Frameworks of entries it acts on (framework ids). */
  frameworks: names.optional(),
});

/** A parameter that takes validation errors instead of an exception: somebody must ask it. */
export const validationResultRow = z.strictObject({
  ...rowKeys,
  type: typeNames,
  askedBy: memberNames,
  /** Members by which a validator says that a value is bad. */
  writtenBy: memberNames,
});

/** A method that hangs validators into data binding. */
export const binderRow = z.strictObject({
  ...rowKeys,
  annotation: typeNames,
  /** Attribute that limits it to named parameters. */
  attributes: names,
  type: typeNames,
  method: memberNames,
  /** Members of a validator that check. */
  checksBy: memberNames,
  /** On a class whose methods of the kind act for all handlers, where it names no attributes. */
  everywhere: typeNames,
  /** Where a parameter gets the name that `attributes` means; absent there: the name of its type. */
  parameterName: z.strictObject({ annotation: typeNames, attributes: names }),
});

export type ConditionTest = z.output<typeof conditionTest>;
export type AnnotationGuardRow = z.output<typeof annotationGuard>;
export type CallGuardRow = z.output<typeof callGuard>;
export type CastGuardRow = z.output<typeof castGuard>;
export type OwnedRecordRow = z.output<typeof ownedRecordGuard>;
export type RefusalGuardRow = z.output<typeof refusalGuard>;
