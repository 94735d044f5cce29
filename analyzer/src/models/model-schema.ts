import { z } from 'zod';
import { ENTROPY_CLASSES } from './kinds.ts';
import { accessRow } from './schema/access-rows.ts';
import * as calls from './schema/call-rows.ts';
import { entryRow } from './schema/entry-rows.ts';
import * as guards from './schema/guard-rows.ts';
import { implicitRow } from './schema/implicit-rows.ts';
import { parameterSet } from './schema/parameter-rows.ts';
import { rowText } from './schema/row-text.ts';
import * as stored from './schema/stored-rows.ts';
import { synthesisRow } from './schema/synthesis-rows.ts';
import { memberNames, names, origin, rowKeys, typeNames } from './schema/vocabulary.ts';
import * as weaknesses from './schema/weakness-rows.ts';

const list = <Row extends z.ZodType>(row: Row) => z.array(row).default([]);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** How library types are related where no signature of them is at hand. */
const typeRow = z.strictObject({ type: typeNames, extends: typeNames });

/** What a member of a library gives where no signature of it is at hand: the calls behind it keep their types. */
const resultRow = z.strictObject({
  type: typeNames,
  method: memberNames,
  /** The type of what it gives; `itself`: the type that it is called on. */
  gives: z.string().min(1),
});

/** What a library's annotation is itself annotated with. */
const annotationRow = z.strictObject({
  type: typeNames,
  meta: z
    .array(
      z.strictObject({
        type: typeNames,
        /** Attribute values it is annotated with. */
        set: z.record(z.string(), z.union([scalar, z.array(scalar)])).default({}),
        /** Attributes that stand for the ones of the same name there. */
        same: names.optional(),
      }),
    )
    .default([]),
  /** Attributes that mean the same: whichever is written holds for all of a group. */
  mirrors: z.array(names).default([]),
});

/** An annotation on an element of a composed annotation that makes it stand for an attribute of another annotation. */
const aliasAnnotationRow = z.strictObject({
  ...rowKeys,
  annotation: typeNames,
  /** Attribute that names the other annotation. */
  target: z.string(),
  /** Attributes that name the attribute there; absent in the source: the element's own name. */
  attributes: names,
});

const entropyRow = z.strictObject({
  ...rowKeys,
  type: typeNames,
  class: z.enum(ENTROPY_CLASSES),
  /** Only these types themselves, not what is below them. */
  exact: z.boolean().default(false),
});
/** Types that are as loose as their type arguments: `Optional`, `List`, `Mono`. */
const containerRow = z.strictObject({
  ...rowKeys,
  type: typeNames,
  /** A framework that is asked to check one checks what is in it. */
  content: z.boolean().default(false),
});

/** One framework: data/<language>/<framework>.yml. Sections that it has nothing for are left out. */
export const frameworkFile = z.strictObject({
  framework: z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u, 'an id equal to the file name'),
  /** A plain text is a name: it has no translation. */
  title: z.union([z.string().transform((name) => ({ en: name, ru: name })), rowText]),
  /** Who vouches for rows that do not say it themselves. */
  origin,
  /** Pages or sources that the rows were taken from. */
  references: names.optional(),
  types: list(typeRow),
  results: list(resultRow),
  annotations: list(annotationRow),
  aliasAnnotations: list(aliasAnnotationRow),
  conditions: list(guards.conditionRow),
  entries: list(entryRow),
  parameterSets: list(parameterSet),
  entropy: list(entropyRow),
  containers: list(containerRow),
  /** Types whose objects never change: a call on one puts nothing into it. */
  fixedTypes: list(z.strictObject({ ...rowKeys, type: typeNames })),
  constraints: list(guards.constraintRow),
  customConstraints: list(guards.customConstraintRow),
  cascades: list(guards.cascadeRow),
  methodValidation: list(guards.methodValidationRow),
  validationResults: list(guards.validationResultRow),
  binders: list(guards.binderRow),
  guards: list(guards.guardRow),
  /** Who may call: how security configuration is written. */
  access: list(accessRow),
  sanitizers: list(guards.sanitizerRow),
  sinks: list(calls.sinkRow),
  sources: list(calls.sourceRow),
  logs: list(calls.logRow),
  responses: list(calls.responseRow),
  secretCalls: list(calls.secretCallRow),
  secretTypes: list(calls.secretTypeRow),
  hiddenParts: list(calls.hiddenPartRow),
  generatedTexts: list(calls.generatedTextRow),
  declassifiers: list(calls.plainRow),
  exceptionDetails: list(calls.exceptionDetailRow),
  propagators: list(calls.propagatorRow),
  elements: list(calls.elementRow),
  /** How addresses are put together and taken apart. */
  addresses: list(calls.addressRow),
  /** Answers with a refusal or an error. */
  emptyTests: list(calls.emptyTestRow),
  listViews: list(calls.listViewRow),
  listTests: list(calls.listTestRow),
  refusals: list(calls.plainRow),
  /** Texts that a handler returns instead of what was asked for: the way to where users log in. */
  refusingTexts: list(calls.refusingTextRow),
  /** The request goes on with nobody known as its caller. */
  identityLosses: list(calls.plainRow),
  /** Constants by which a check grants or refuses. */
  decisions: list(calls.decisionRow),
  /** Answers with an argument where something failed or is not there. */
  failureDefaults: list(calls.failureDefaultRow),
  /** Hands the request on to the next filter. */
  continuations: list(calls.plainRow),
  /** Calls a library of cryptography: whoever does is no home-made cipher. */
  crypto: list(calls.cryptoRow),
  /** Code that does security work by where it stands or what it gives: a failure in it must not open the door. */
  securityCode: list(calls.securityCodeRow),
  testRequests: list(calls.testRequestRow),
  /** Calls that the framework makes where the source writes none. */
  implicit: list(implicitRow),
  errorHandlers: list(calls.errorHandlerRow),
  /** What is stored, what of it is hidden from clients, and who asks for it. */
  storedTypes: list(stored.storedTypeRow),
  hiddenFields: list(stored.hiddenFieldRow),
  dataAnswers: list(stored.dataAnswerRow),
  pageAnswers: list(stored.pageAnswerRow),
  redirectAnswers: list(stored.redirectAnswerRow),
  identityReads: list(stored.identityReadRow),
  bindingLimits: list(stored.bindingLimitRow),
  misuses: list(weaknesses.misuseRow),
  lenient: list(weaknesses.lenientRow),
  weakParameters: list(weaknesses.weakParameterRow),
  weakAnnotations: list(weaknesses.weakAnnotationRow),
  /** How users get a session that their browser sends along by itself. */
  sessionLogins: list(calls.plainRow),
  weakConstants: list(weaknesses.weakConstantRow),
  weakSettings: list(weaknesses.weakSettingRow),
  synthesis: list(synthesisRow),
});

/** data/shared/secret-names.yml: which names mean a secret. Words are lower case; names are split at case changes, digits and `_`, `-`, `.`. */
export const secretNamesFile = z.strictObject({
  secretNames: z.array(
    z.strictObject({
      ...rowKeys,
      what: rowText,
      words: z.array(z.string()).min(1),
      /** False: in an answer to its owner it is where it belongs. */
      leaksInResponse: z.boolean().default(true),
    }),
  ),
  /** A name with one of these words anywhere is none. */
  exceptWords: z.array(z.string()),
  /** A name that ends with one of these words is none: it names the secret, not holds it. */
  exceptLastWords: z.array(z.string()),
  /** A name that starts with one of these words is none. */
  exceptFirstWords: z.array(z.string()),
  /** What a method of the tree is called that gives back something else for a secret. */
  /** Names of what is kept with an account and never shown: they go before the exceptions. */
  keptWords: z.array(z.strictObject({ what: rowText, words: z.array(z.string()).min(1) })),
  maskingWords: z.array(z.string()),
  /** Only values of these types can hold a secret. */
  valueTypes: typeNames,
});

/** data/shared/dependency-classes.yml: what metric E1 counts. Patterns are `group:name` with `*`. */
export const dependencyClassesFile = z.strictObject({
  dependencyClasses: z.strictObject({
    baseline: z.array(z.strictObject({ ...rowKeys, match: names })),
    security: z.array(z.strictObject({ ...rowKeys, match: names })),
    /** Words in a dependency's name that mean cryptography; home-made where no known library has the name. */
    cryptoWords: memberNames,
  }),
});

export type FrameworkFile = z.output<typeof frameworkFile>;
export type SecretNames = z.output<typeof secretNamesFile>;
export type DependencyClassRows = z.output<typeof dependencyClassesFile>['dependencyClasses'];
export type AnnotationTypeRow = z.output<typeof annotationRow>;
export type AliasAnnotationRow = z.output<typeof aliasAnnotationRow>;
export type LibraryTypeRow = z.output<typeof typeRow>;
