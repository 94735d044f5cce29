import { z } from 'zod';
import { ENTRY_KINDS, PARAMETER_SOURCES } from '../kinds.ts';
import {
  argument,
  callKeys,
  memberNames,
  names,
  OWNER_EXPECTED,
  rowId,
  rowKeys,
  typeNames,
} from './vocabulary.ts';

/** Attributes of an annotation, read in this order and joined to one list. */
const attributesOf = { annotation: typeNames, attributes: names };

/** Where the paths (topics, names) of an entry point come from. */
const pathRule = z.strictObject({
  /** Annotation that is read; absent: the one that the row matched. */
  annotation: typeNames.optional(),
  attributes: names.optional(),
  /** On the type: put before every path of the method (cartesian). */
  prefix: z.strictObject(attributesOf).optional(),
  /** Before everything: an annotation anywhere in the same module, or a property. */
  base: z
    .strictObject({
      annotation: typeNames.optional(),
      attributes: names.optional(),
      properties: names.optional(),
    })
    .optional(),
  /** `slash`: URL paths, one slash between parts. `plain`: names, joined as they are. */
  join: z.enum(['slash', 'plain']).default('slash'),
  /** When no attribute says it. */
  otherwise: z.enum(['method-name', 'type-name', 'nothing']).default('nothing'),
  /** Form of the result, `{}` stands for the path: `Query.{}`. */
  template: z.string().includes('{}').optional(),
});

const verbRule = z.strictObject({
  /** Annotation that is read; absent: the one that the row matched. */
  annotation: typeNames.optional(),
  attributes: names.optional(),
  /** The type's annotation adds its verbs: both sets hold. */
  prefix: z.strictObject(attributesOf).optional(),
  otherwise: names.optional(),
});

const entryKeys = {
  ...rowKeys,
  kind: z.enum(ENTRY_KINDS),
  /** Id of the parameter set that says what each parameter is. */
  parameters: rowId,
  /** Conditions of which one must hold; where none does, the entry is marked dormant. */
  needs: z.array(rowId).optional(),
};

/** Methods that carry an annotation, directly, through a composed annotation, or inherited from what they override. */
const annotatedEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('annotation'),
  annotation: typeNames,
  /** `overridden`: also where only an overridden method carries it. `unless-own`: only where the method has no annotation of its own. */
  inherit: z.enum(['overridden', 'unless-own', 'no']).default('no'),
  /** The class must carry one of these (composed or inherited). */
  ownerAnnotation: typeNames.optional(),
  /** Or be one of these types. */
  ownerType: typeNames.optional(),
  /** Clients look alike: a type that carries one of these is outbound. */
  unlessOwnerAnnotation: typeNames.optional(),
  paths: pathRule.optional(),
  verbs: verbRule.optional(),
  /** The method hands on to its return type, whose own methods continue the path (sub-resources). */
  locator: z.strictObject({ annotation: typeNames, attributes: names }).optional(),
});

/** Methods of a subtype that the framework calls. */
const overridingEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('override'),
  type: typeNames,
  unlessType: typeNames.optional(),
  methods: z
    .array(
      z.strictObject({
        name: memberNames,
        verb: names.optional(),
        /** Simple names of the parameter types, `*` for any type; absent: any parameters. */
        parameters: z.array(z.string()).optional(),
        /** Simple name of the last parameter's type. */
        lastParameter: z.string().optional(),
      }),
    )
    .min(1),
  paths: pathRule.optional(),
  /** `web-xml`: servlet mappings of web.xml name the class. */
  configuration: z.enum(['web-xml']).optional(),
  /** `main` of a program that only starts a framework takes no input: it calls one of these. */
  unlessCalls: z.array(z.strictObject({ type: typeNames, method: memberNames })).optional(),
});

/** Static methods by signature: `main`. */
const signatureEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('signature'),
  method: memberNames,
  static: z.boolean(),
  /** Erased parameter types. */
  parameterTypes: z.array(z.string()),
  unlessCalls: z.array(z.strictObject({ type: typeNames, method: memberNames })).optional(),
});

/** Public methods of a type that carries an annotation. */
const memberEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('members'),
  typeAnnotation: typeNames,
  unlessAnnotation: typeNames.optional(),
  paths: pathRule.optional(),
});

/** A call that registers a handler: `router.get("/visits", this::list)`. */
const registeredEntry = z
  .strictObject({
    ...entryKeys,
    on: z.literal('call'),
    ...callKeys,
    /** `member`: the called name is the verb. */
    verbs: z.union([z.literal('member'), z.array(z.string())]),
    /** Where the path stands; `predicate` reads it from a call that makes one: `GET("/visits")`. */
    path: z.strictObject({ argument, predicate: z.boolean().default(false) }).optional(),
    /** Where the handler stands; `last` is the last argument; `chained` is the argument of a later call on the result. */
    handler: z.union([
      z.strictObject({ argument: z.union([argument, z.literal('last')]) }),
      z.strictObject({ chained: memberNames }),
    ]),
    /** Calls around it whose lambda holds the registration and whose argument is a prefix. */
    nesting: z
      .array(z.strictObject({ type: typeNames.optional(), method: memberNames, path: argument }))
      .default([]),
  })
  .refine((row) => row.type !== undefined, { error: OWNER_EXPECTED });

/** Methods of a generated interface: an OpenAPI description of the tree says what they are. */
const describedEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('openapi'),
  /** Names that generators of servers of this kind have in build files, `*` allowed. */
  generators: names,
  /** Libraries for which the same generators make clients. */
  clientLibraries: z.array(z.string()).default([]),
  /** Names of generated interfaces (one that is in the tree is not meant), and what classes that implement them carry. */
  owners: z.array(z.strictObject({ generatedType: typeNames, ownerAnnotation: typeNames.optional() })).min(1),
  paths: pathRule,
  /** Property that replaces the server's path before generated controllers; `{}` stands for the description's title. */
  basePathProperty: z.string().includes('{}').optional(),
});

const endpointVerbs = z.array(z.string()).min(1);

/** Endpoints that a library of the application answers by itself. */
const suppliedEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('supplied'),
  /** `group:name` of what brings them. */
  dependency: names,
  /** Property that switches them on, and what holds where nobody sets it. */
  enabled: z.strictObject({ property: z.string(), values: names, otherwise: z.boolean() }).optional(),
  /** Path before theirs: of a property, with its usual value. */
  base: z.strictObject({ property: z.string().optional(), otherwise: z.string() }),
  /** Properties that name which of them are there, and which are where nobody says it. */
  exposure: z.strictObject({ include: z.string(), exclude: z.string(), usual: names }).optional(),
  endpoints: z
    .array(
      z.strictObject({
        name: z.string(),
        path: z.string(),
        verbs: endpointVerbs,
        /** Only where this is declared too. */
        dependency: names.optional(),
        /** Tells no more than that the application is up, unless a property has one of the values. */
        harmless: z.strictObject({ unless: z.strictObject({ key: z.string(), values: names }) }).optional(),
        /** Only where the property is set, to one of the values. */
        property: z.strictObject({ key: z.string(), values: names.optional() }).optional(),
      }),
    )
    .min(1),
});

/** Repositories that a library puts on the web without any handler. */
const exportedEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('exported'),
  dependency: names,
  /** Interfaces below these. */
  type: typeNames,
  /** Names the path, or says that it is not exported. */
  annotation: typeNames,
  unlessAnnotation: typeNames,
  base: z.strictObject({ property: z.string(), otherwise: z.string() }),
  endpoints: z.array(z.strictObject({ name: z.string(), path: z.string(), verbs: endpointVerbs })).min(1),
});

export const entryRow = z.discriminatedUnion('on', [
  exportedEntry,
  suppliedEntry,
  describedEntry,
  annotatedEntry,
  overridingEntry,
  signatureEntry,
  memberEntry,
  registeredEntry,
]);

/** What the parameters of a kind of handler are: annotations first, then types, then the rest. */
export const parameterSet = z.strictObject({
  ...rowKeys,
  annotations: z
    .array(
      z.strictObject({
        annotation: typeNames,
        /** Only parameters of these types. */
        type: typeNames.optional(),
        source: z.enum(PARAMETER_SOURCES),
      }),
    )
    .default([]),
  types: z.array(z.strictObject({ type: typeNames, source: z.enum(PARAMETER_SOURCES) })).default([]),
  otherwise: z.strictObject({
    /** Numbers, text, dates, enums … */
    simple: z.enum(PARAMETER_SOURCES),
    complex: z.enum(PARAMETER_SOURCES),
  }),
  /** A parameter without annotation that a path template names comes from the path. */
  pathByName: z.boolean().default(false),
});

export type AnnotatedEntryRow = z.output<typeof annotatedEntry>;
export type OverridingEntryRow = z.output<typeof overridingEntry>;
export type SignatureEntryRow = z.output<typeof signatureEntry>;
export type MemberEntryRow = z.output<typeof memberEntry>;
export type DescribedEntryRow = z.output<typeof describedEntry>;
export type SuppliedEntryRow = z.output<typeof suppliedEntry>;
export type ExportedEntryRow = z.output<typeof exportedEntry>;
export type RegisteredEntryRow = z.output<typeof registeredEntry>;
export type PathRule = z.output<typeof pathRule>;
export type VerbRule = z.output<typeof verbRule>;
export type ParameterSet = z.output<typeof parameterSet>;
