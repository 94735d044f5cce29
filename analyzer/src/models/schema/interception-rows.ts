import { z } from 'zod';
import { ENTRY_KINDS } from '../kinds.ts';
import { rowText } from './row-text.ts';
import { argument, memberNames, names, rowId, rowKeys, typeNames } from './vocabulary.ts';

/** Members of a type. */
export const methods = z.strictObject({ type: typeNames, method: memberNames });

/** Reads of what tells the caller; `named` where only those count whose first argument is called so (in lower case). */
const credentials = z.array(z.strictObject({ ...methods.shape, named: names.optional() })).default([]);

export const patternStyle = z.enum(['ant', 'mvc', 'path-pattern', 'servlet', 'exact', 'regex']);

/** Code that every request passes before a handler: filters, interceptors. */
export const interception = z.strictObject({
  ...rowKeys,
  on: z.literal('interception'),
  type: typeNames,
  /** Methods that see the request. */
  method: memberNames,
  /** Methods of the same class that say with true which requests it leaves alone. */
  skips: memberNames.optional(),
  /** `call`: goes on by a continuation call. `true`: by returning true. `return`: by returning at all. Throwing and refusals stop it. */
  goesOn: z.enum(['call', 'true', 'return']),
  /** Reads what tells the caller: headers, cookies, session, security context, tokens. */
  credentials,
  /** An object of the type that is a bean takes every path. */
  everywhereAsBean: z.boolean().default(false),
  /** Paths by annotation; none: every path. */
  annotations: z
    .array(
      z.strictObject({
        annotation: typeNames,
        attributes: names.optional(),
        /** A program with an application class finds it by a scan that such an annotation asks for; the web server itself does where a class below these hands the program to it. */
        scanned: z.strictObject({ by: typeNames, orDeployedBy: typeNames }).optional(),
      }),
    )
    .default([]),
  /** Where an object of the type is registered is not read: it stands before some handlers, and this says so to people. */
  unread: rowText.optional(),
  /** Annotations on the class of handlers that name interceptors which stand before these handlers. */
  namedBy: z.array(z.strictObject({ annotation: typeNames, attributes: names })).default([]),
  /** Annotations with one of these on them bind it to handlers that carry them too. */
  bindings: typeNames.optional(),
  /** The row of entry points whose list of registered classes also says which annotated interceptors are there. */
  registeredAs: rowId.optional(),
  /** Kinds of entry points that it stands before. */
  kinds: z.array(z.enum(ENTRY_KINDS)).default(['http']),
  /** Entry frameworks it stands before; absent: all http entries of the application. */
  frameworks: names.optional(),
  /** Elements of bean files that register it: a list, its items with paths of their own, and the elements of these paths. */
  xml: z
    .strictObject({ list: z.string(), each: z.string(), includes: z.string(), excludes: z.string() })
    .optional(),
  /** `filter` elements of web.xml. */
  webXml: z.boolean().default(false),
});

/** A call or bean that registers an interception for paths. */
export const registration = z.strictObject({
  ...rowKeys,
  on: z.literal('registration'),
  type: typeNames,
  /** Calls that take the object; `new` where the constructor does. */
  takes: memberNames,
  /** The argument before it is the object with handlers, and it stands before no others: `intercept(service, gate)`. */
  only: argument.optional(),
  /** Calls on the same object that add paths, and that take paths away. */
  adds: memberNames,
  removes: memberNames.optional(),
  /** Turns it off with `false`. */
  enables: memberNames.optional(),
  /** `receiver`: the paths are added to the object that takes. `result`: to what the call returns. */
  chained: z.enum(['receiver', 'result']),
  style: patternStyle,
  /** Types of libraries may refuse anybody, for all that anyone can read: which interceptions they are (a row's id), and those that are known to let everybody on. */
  foreign: z.strictObject({ as: z.string(), harmless: typeNames }).optional(),
});

/** A call that puts a function before routes: `router.route("/api/*").handler(gate)`, `app.before("/api/*", gate)`. */
export const routeCheck = z.strictObject({
  ...rowKeys,
  on: z.literal('route-check'),
  ...methods.shape,
  /** The argument with the path, where it is not the function itself; without one the function stands before every path. */
  path: argument,
  /** The function: the last argument, or the argument of later calls on the result, one function each. */
  handler: z.union([
    z.literal('last'),
    /** Every argument but the path; the last one of a call that names a verb answers there. */
    z.literal('arguments'),
    z.strictObject({ chained: memberNames }),
  ]),
  /** Calls on a router that give the router back, so that what follows in the chain is called on it too. */
  fluent: memberNames.default([]),
  /** Routers that a method is handed to put its own routes on: what it puts before them stands before no others. */
  parts: typeNames.default([]),
  /**
   * `earlier`: before the routes that are registered after it. `all`: before all routes. `group`: before all routes of the
   * builder that it is called on, wherever they stand. `made`: before the routes that are in what it is called on.
   */
  stands: z.enum(['earlier', 'all', 'group', 'made']),
  /** How the function lets a request on: by a continuation call, or by returning. */
  goesOn: z.enum(['call', 'return']),
  credentials,
  /** Objects of a library that ask for a caller by themselves, by the type that makes them, and by a call on it; the first that fits. */
  checks: z
    .array(
      z.strictObject({
        type: typeNames,
        method: memberNames.optional(),
        asks: z.enum(['authentication', 'authorization']),
      }),
    )
    .default([]),
  /** Roles stand at the route, from this argument on; the function asks for those that it may have by such calls, or is given them. */
  roles: z.strictObject({ from: argument, asks: memberNames }).optional(),
  /** Types of what the function gets, in order, where no signature of the library tells them. */
  given: z.array(z.string().min(1)).default([]),
  /** It decides whatever else stands there: why it is not known where it cannot be read. */
  unread: rowText.optional(),
  nesting: z.array(z.strictObject({ method: memberNames, path: argument })).default([]),
  mounts: z.array(z.strictObject({ method: memberNames, path: argument, router: argument })).default([]),
  /** Rows of the routes. */
  entries: names,
});

/** Objects that give handlers their parameters, and may turn the caller away. */
export const argumentResolver = z.strictObject({
  ...rowKeys,
  on: z.literal('argument-resolver'),
  type: typeNames,
  /** Says with true which parameters it gives. */
  supports: memberNames,
  /** Gives them: throws, or returns. */
  resolves: memberNames,
  /** Parameters of `resolves` by which anything of the request can be read. */
  requests: typeNames,
  /** What it is asked about a parameter: by annotation, and by type. */
  asksAnnotation: memberNames,
  asksType: memberNames,
  /** Overridden methods that are given the list of such objects, and calls on it that take one. */
  registering: z.array(methods).min(1),
  adds: memberNames,
  /** Element of bean files that lists them. */
  xml: z.string().optional(),
  credentials,
  frameworks: names,
});

/** Methods that run before the handlers of their class and of those below it, or before the handlers of many classes. */
export const preparation = z.strictObject({
  ...rowKeys,
  on: z.literal('preparation'),
  annotation: typeNames,
  /** A handler itself. */
  unlessAnnotation: typeNames,
  /** On a class whose methods run before handlers of other classes, with attributes that limit which: those of packages, of packages of classes, below types, with annotations. */
  everywhere: typeNames,
  limits: z.strictObject({ packages: names, packagesOf: names, types: names, annotations: names }),
  credentials,
  frameworks: names,
});
