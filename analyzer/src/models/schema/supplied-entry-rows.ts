import { z } from 'zod';
import { entryKeys } from './entry-keys.ts';
import { memberNames, names, typeNames } from './vocabulary.ts';

const endpointVerbs = z.array(z.string()).min(1);

/** Endpoints that a library of the application answers by itself. */
export const suppliedEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('supplied'),
  /** `group:name` of what brings them. */
  dependency: memberNames,
  /** Property that switches them on, and what holds where nobody sets it. */
  enabled: z.strictObject({ property: z.string(), values: names, otherwise: z.boolean() }).optional(),
  /** Path before theirs: of a property, with its usual value. */
  base: z.strictObject({ property: z.string().optional(), otherwise: z.string() }),
  /** A servlet beside the dispatcher answers them. */
  ownServlet: z.boolean().default(false),
  /** Where the port property is set, a server of their own with a base path of its own answers them. */
  ownServer: z.strictObject({ port: z.string(), base: z.string() }).optional(),
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
        /** What a stranger gets there. */
        gives: z.enum(['descriptive', 'revealing', 'dangerous', 'forwarded']).default('revealing'),
        /** Tells no more than that the application is up, unless a property has one of the values. */
        harmless: z.strictObject({ unless: z.strictObject({ key: z.string(), values: names }) }).optional(),
        /** Only where the property is set, to one of the values. */
        property: z.strictObject({ key: z.string(), values: names.optional() }).optional(),
      }),
    )
    .min(1),
});

/** Requests that a gateway hands on to other services: routes in settings, in code, or known at run time only. */
export const forwardedEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('forwarded'),
  /** `group:name` of the gateway. */
  dependency: memberNames,
  /** Settings that are lists of routes. */
  settings: names,
  /** Predicates whose arguments are paths, and verbs. */
  path: names,
  verb: names,
  /** Calls that build a route, and those on the parameter of their last argument that say what it is. */
  builder: z.strictObject({
    type: typeNames,
    method: memberNames,
    path: memberNames,
    verb: memberNames,
    target: memberNames,
    filters: memberNames,
  }),
  /** Filters that let only so many requests of one caller pass. */
  limiters: names,
  /** Classes below these give routes at run time. */
  atRunTime: typeNames,
});

/** Files of a web folder that the container compiles and runs by their path. */
export const pageEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('pages'),
  extensions: names,
  /** Where web folders usually stand; a folder with a hidden one in it is one too. */
  folders: names,
  /** Folders inside of it that are not served. */
  hidden: names,
  /** `group:name` of what compiles pages where the program brings its own server. */
  dependency: memberNames,
});

/** Repositories that a library puts on the web without any handler. */
export const exportedEntry = z.strictObject({
  ...entryKeys,
  on: z.literal('exported'),
  dependency: memberNames,
  /** Interfaces below these. */
  type: typeNames,
  /** Names the path, or says that it is not exported. */
  annotation: typeNames,
  unlessAnnotation: typeNames,
  base: z.strictObject({ property: z.string(), otherwise: z.string() }),
  /** What the path is named after where no annotation says it: the entity, in the plural, or the type without its suffix. */
  collection: z.enum(['entity-plural', 'type-name']).default('entity-plural'),
  endpoints: z.array(z.strictObject({ name: z.string(), path: z.string(), verbs: endpointVerbs })).min(1),
});

export type SuppliedEntryRow = z.output<typeof suppliedEntry>;
export type ForwardedEntryRow = z.output<typeof forwardedEntry>;
export type PageEntryRow = z.output<typeof pageEntry>;
export type ExportedEntryRow = z.output<typeof exportedEntry>;
