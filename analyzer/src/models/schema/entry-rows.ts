import { z } from 'zod';
import { ROUTE_FORMATS } from '../kinds.ts';
import { entryKeys } from './entry-keys.ts';
import { rowText } from './row-text.ts';
import { exportedEntry, forwardedEntry, pageEntry, suppliedEntry } from './supplied-entry-rows.ts';
import { argument, callKeys, memberNames, names, OWNER_EXPECTED, typeNames } from './vocabulary.ts';

/** Attributes of an annotation, read in this order and joined to one list; those of annotations in it with dots between. */
const attributesOf = { annotation: typeNames, attributes: names };

/** What a server or a framework puts before paths: a property, or an annotation anywhere in the same module. */
const baseStep = z.strictObject({
  annotation: typeNames.optional(),
  attributes: names.optional(),
  properties: names.optional(),
  /** Where nothing says it. */
  otherwise: z.string().optional(),
});

/** Where the paths (topics, names) of an entry point come from. */
export const pathRule = z.strictObject({
  /** Annotation that is read; absent: the one that the row matched. */
  annotation: typeNames.optional(),
  attributes: names.optional(),
  /** A call of the configuration that puts a prefix before the paths of all classes that a test holds for. */
  added: z
    .strictObject({
      type: typeNames,
      method: memberNames,
      prefix: argument,
      test: argument,
      /** Calls that make tests: of an annotation, of packages by name or by a class in them, of a supertype, of nothing. */
      tests: z.strictObject({
        annotation: memberNames,
        package: memberNames,
        packageOf: memberNames,
        below: memberNames,
        any: memberNames,
      }),
    })
    .optional(),
  /** Elements of Spring's XML files (by local name) that serve the classes of the beans in them below an address. */
  served: z.strictObject({ element: z.string(), address: z.string(), services: names }).optional(),
  /** On the type: put before every path of the method (cartesian). */
  prefix: z.strictObject(attributesOf).optional(),
  /** Before everything, one after the other: what each says of the first that is set. */
  base: z
    .union([baseStep, z.array(baseStep).min(1)])
    .transform((steps) => (Array.isArray(steps) ? steps : [steps]))
    .optional(),
  /** `slash`: URL paths, one slash between parts. `plain`: names, joined as they are. */
  join: z.enum(['slash', 'plain']).default('slash'),
  /** When no attribute says it. */
  otherwise: z.enum(['method-name', 'type-name', 'nothing']).default('nothing'),
  /** Form of the result, `{}` stands for the path: `Query.{}`. */
  template: z.string().includes('{}').optional(),
});

export const verbRule = z.strictObject({
  /** Annotation that is read; absent: the one that the row matched. */
  annotation: typeNames.optional(),
  attributes: names.optional(),
  /** The type's annotation adds its verbs: both sets hold. */
  prefix: z.strictObject(attributesOf).optional(),
  otherwise: names.optional(),
});

/** Methods that carry an annotation, directly, through a composed annotation, or inherited from what they override. */
const annotatedEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('annotation'),
  annotation: typeNames,
  /** A method that carries one of these is another row's. */
  unlessAnnotation: typeNames.optional(),
  /** No entry point where the annotation has this attribute set to `true`. */
  unlessTrue: z.string().optional(),
  /** `overridden`: also where only an overridden method carries it. `unless-own`: only where the method has no annotation of its own. */
  inherit: z.enum(['overridden', 'unless-own', 'no']).default('no'),
  /** The class must carry one of these (composed or inherited). */
  ownerAnnotation: typeNames.optional(),
  /** And one of these too. */
  ownerAlso: typeNames.optional(),
  /** Or be one of these types. */
  ownerType: typeNames.optional(),
  /** Or carry an annotation that such a method of the tree asks for: it decides which classes hold handlers. */
  handlerTests: z.strictObject({ type: typeNames, method: memberNames }).optional(),
  /** Clients look alike: a type that carries one of these is outbound. */
  unlessOwnerAnnotation: typeNames.optional(),
  paths: pathRule.optional(),
  verbs: verbRule.optional(),
  /** Properties that name which prefixes are served, and which are where nobody says it; others are dormant. */
  exposure: z.strictObject({ include: z.string(), exclude: z.string(), usual: names }).optional(),
  /**
   * What an application registers limits which classes have handlers: objects or classes in `calls`, `packages` by name, or
   * what `lists` of a class of the `type` give, with what `fills` their collections. `open` calls and `settings` of web.xml
   * leave the choice to the library.
   */
  registered: z
    .strictObject({
      type: typeNames,
      lists: memberNames,
      fills: z.array(z.strictObject({ type: typeNames, method: memberNames })),
      calls: z.array(z.strictObject({ type: typeNames, method: memberNames })),
      /** Calls that add to what is listed, and are no list by themselves. */
      adds: z.array(z.strictObject({ type: typeNames, method: memberNames })).default([]),
      packages: z.array(z.strictObject({ type: typeNames, method: memberNames })),
      open: z.array(z.strictObject({ ...callKeys })),
      settings: names,
    })
    .optional(),
  /** The method hands on to its return type, whose own methods continue the path (sub-resources). */
  locator: z.strictObject({ annotation: typeNames, attributes: names }).optional(),
});

/** Methods of a subtype that the framework calls. */
const overridingEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('override'),
  type: typeNames,
  unlessType: typeNames.optional(),
  /** The class must carry one of these (composed or inherited). */
  ownerAnnotation: typeNames.optional(),
  /** Only what implements a method of a type of the tree below one of these. */
  declaredBelow: typeNames.optional(),
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
  /**
   * A program that starts itself finds the class by the annotation with its paths only where such a scan is asked for, or
   * where it is an object of the framework; a web server does, where a class below these hands the program to it.
   */
  scanned: z.strictObject({ by: typeNames, orDeployedBy: typeNames, why: rowText }).optional(),
  /** Calls that put an object or class of the type under paths, in arguments from `path` on or in a later call on the result. */
  registrations: z
    .array(
      z.strictObject({
        type: typeNames,
        method: memberNames,
        handler: argument,
        path: z.union([argument, z.strictObject({ chained: memberNames })]),
      }),
    )
    .default([]),
  /** Servlet mappings of web.xml, or routes of another configuration file, name the class with its paths. */
  configuration: z.enum(['web-xml', ...ROUTE_FORMATS]).optional(),
  /** `main` of a program that only starts a framework takes no input: it calls one of these. */
  unlessCalls: z.array(z.strictObject({ type: typeNames, method: memberNames })).optional(),
});

/** Functions that a factory method of the framework's beans returns, and classes of such a type. */
const beanEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('bean'),
  /** Of the factory method's result, or of the class. */
  type: typeNames,
  /** The one method of the type, for beans that are classes; absent: only what factory methods return. */
  method: memberNames.optional(),
  /** `group:name` of what makes entry points of them; absent: nothing needs to be there. */
  dependency: memberNames.optional(),
  verbs: z.array(z.string()).default([]),
  /** Properties that name the beans, joined by `|` and `;`; where none is set a single one is taken. */
  namedBy: names.optional(),
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
  /** Not where any method of the type carries one of these: then only those are meant, by another row. */
  unlessAnyAnnotation: typeNames.optional(),
  /** An annotation with this attribute set to `true` takes only its own method out. */
  unlessTrue: z.string().optional(),
  paths: pathRule.optional(),
});

/** A call that registers a handler: `router.get("/visits", this::list)`. */
const registeredEntry = z
  .strictObject({
    ...entryKeys,
    on: z.literal('call'),
    ...callKeys,
    /** Every call of a chain that starts on the type gives the same object: calls further on count too. */
    fluent: z.boolean().default(false),
    /** `member`: the called name is the verb. */
    verbs: z.union([z.literal('member'), z.array(z.string())]),
    /** Where the path stands; `predicate` reads it from a call that makes one: `GET("/visits")`. */
    path: z.strictObject({ argument, predicate: z.boolean().default(false) }).optional(),
    /** How paths and prefixes are joined; `plain` for names and topics. */
    join: z.enum(['slash', 'plain']).default('slash'),
    /**
     * Where the handler stands; `last` is the last argument; `chained` is the argument of a later call on the result;
     * `caller` where the calling method itself goes on with what it gets; `members` are the public methods of an argument's class.
     */
    handler: z.union([
      z.strictObject({
        argument: z.union([argument, z.literal('last')]),
        /** Where the name of the handler's method stands, as text, if there is such an argument. */
        named: argument.optional(),
        /** Other overloads have something else there: only a lambda, a reference or an object of the tree is a handler. */
        codeOnly: z.boolean().default(false),
      }),
      z.strictObject({ chained: memberNames }),
      z.strictObject({ caller: z.literal(true) }),
      z.strictObject({ members: argument }),
    ]),
    /** Calls around it that hold the registration in a lambda or as an argument, and whose own argument is a prefix. */
    nesting: z.array(z.strictObject({ method: memberNames, path: argument })).default([]),
    /** Calls earlier in the same chain whose argument is a prefix. */
    before: z.array(z.strictObject({ method: memberNames, path: argument })).default([]),
    /**
     * Classes whose code registers routes of its own, and the calls that put such an object, or what makes one, behind the path
     * before it, if there is one.
     */
    services: z
      .strictObject({
        type: typeNames,
        registered: z.array(z.strictObject({ type: typeNames, method: memberNames })).min(1),
      })
      .optional(),
    /** Calls that take the object that the registration is made on, with the prefix; `-1`: of the call they are made on. */
    mounts: z.array(z.strictObject({ method: memberNames, path: argument, router: argument })).default([]),
  })
  .refine((row) => row.type !== undefined, { error: OWNER_EXPECTED });

/** The first of these properties that is set. */
const setting = z.strictObject({ properties: names, otherwise: z.string().default('') });

const toldGeneration = z.strictObject({
  /** `group:name` of the extension. */
  dependency: names,
  /** Folder of descriptions, below the module's own. */
  folder: setting,
  /** The only description that counts; where nothing names one, all do. */
  description: setting,
  /** Start of settings of one description, before its own name or that of its file: `api.spec.` in `api.spec.pets_yml.package`. */
  each: z.string(),
  package: setting,
  validation: setting,
  /** Which of its generators runs, and what each makes: `below` is the interfaces' package below the one that is set. */
  generator: setting,
  makes: z.record(
    z.string(),
    z.strictObject({ grouping: z.enum(['tag', 'path', 'word']), below: z.string().default('') }),
  ),
  suffix: z.string(),
});

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
  /** Only where a build file names the generator: the names of the types alone would say too little. */
  toldByBuild: z.boolean().default(false),
  /** How operations are grouped to interfaces: as the build says, or by tag or path whatever it says. */
  grouping: z.enum(['as-told', 'either']).default('as-told'),
  /** Settings of the application that say, instead of a build file, what an extension of the build generates. */
  told: toldGeneration.optional(),
  paths: pathRule,
  /** Property that replaces the server's path before generated controllers; `{}` stands for the description's title. */
  basePathProperty: z.string().includes('{}').optional(),
});

/** Methods that a configuration file names together with their paths. */
const configuredEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('configured'),
  format: z.enum(ROUTE_FORMATS),
  /** What is called where the file names only a class. */
  method: memberNames,
  paths: pathRule.default({ join: 'slash', otherwise: 'nothing' }),
});

export const entryRow = z.discriminatedUnion('on', [
  exportedEntry,
  suppliedEntry,
  forwardedEntry,
  pageEntry,
  describedEntry,
  annotatedEntry,
  overridingEntry,
  signatureEntry,
  memberEntry,
  registeredEntry,
  beanEntry,
  configuredEntry,
]);

export type AnnotatedEntryRow = z.output<typeof annotatedEntry>;
export type OverridingEntryRow = z.output<typeof overridingEntry>;
export type BeanEntryRow = z.output<typeof beanEntry>;
export type ConfiguredEntryRow = z.output<typeof configuredEntry>;
export type SignatureEntryRow = z.output<typeof signatureEntry>;
export type MemberEntryRow = z.output<typeof memberEntry>;
export type DescribedEntryRow = z.output<typeof describedEntry>;
export type ToldGeneration = z.output<typeof toldGeneration>;
export type RegisteredEntryRow = z.output<typeof registeredEntry>;
export type PathRule = z.output<typeof pathRule>;
export type VerbRule = z.output<typeof verbRule>;
