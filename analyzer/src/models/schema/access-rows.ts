import { z } from 'zod';
import { beans, handlerList, orderConstant } from './bean-rows.ts';
import {
  argumentResolver,
  interception,
  methods,
  patternStyle,
  preparation,
  registration,
  routeCheck,
} from './interception-rows.ts';
import { rowText } from './row-text.ts';
import { memberNames, names, rowKeys, typeNames } from './vocabulary.ts';

/** What passing a rule takes. `anonymous`: not having logged in. `expression`: the argument says it. `inverts`: the next word means its opposite. */
const terminal = z.strictObject({
  method: memberNames,
  asks: z.enum([
    'public',
    'anonymous',
    'authenticated',
    'authorized',
    'denied',
    'expression',
    'inverts',
    'variable',
  ]),
});

/** A configuration language of rules that are read in order, one chain a builder object. */
const pathRules = z.strictObject({
  ...rowKeys,
  on: z.literal('path-rules'),
  /** Type whose methods configure one chain. */
  builder: typeNames,
  /** Bean methods with one of these return types make a chain. */
  chainBeans: z.union([typeNames, z.array(z.never())]),
  /** Overridden methods that are given the builder; `order` where the class says none. */
  chainMethods: z
    .array(z.strictObject({ type: typeNames, method: memberNames, order: z.number() }))
    .default([]),
  /** The builder is itself the list of rules: what holds where none matches. */
  list: z.enum(['denied', 'public']).optional(),
  /** Rows of entry points that the rules are about; absent: everything that comes over the web. */
  entries: names.optional(),
  /** Methods that open the list of rules, and what holds where none matches; `needsIdentity`: nobody passes a rule without an identity, be it an anonymous one. */
  openers: z
    .array(
      z.strictObject({
        method: memberNames,
        unmatched: z.enum(['denied', 'public']),
        needsIdentity: z.boolean().default(false),
      }),
    )
    .default([]),
  /** Part of the builder that gives those an identity who did not log in. */
  anonymous: memberNames.optional(),
  /** Makes a customizer that changes nothing. */
  defaults: memberNames.optional(),
  /** Methods of the builder that limit the chain to some requests; without arguments they open a group of matchers. */
  scopes: z.array(z.strictObject({ method: memberNames, style: patternStyle })),
  /** Methods of the list that start a rule. */
  matchers: z.array(z.strictObject({ method: memberNames, style: patternStyle })),
  everything: memberNames,
  /** Matchers of dispatches that no request from outside makes. */
  otherDispatches: memberNames.optional(),
  terminals: z.array(terminal).min(1),
  /** Puts a path before the patterns of the rule. */
  prefixes: memberNames.optional(),
  /** Methods of the list that put something else in the place of what decides by the rules: it itself, or an object that calls one of `sets` on the filter. */
  decidedBy: z.strictObject({ managers: memberNames, processors: memberNames, sets: memberNames }).optional(),
  /** Leads back to the builder. */
  back: memberNames,
  /** Puts a filter into the chain; the filter is the first argument. */
  filters: memberNames.optional(),
  /** Parts of the builder whose own pages can be let through: `formLogin(form -> form.permitAll())`. */
  pages: z
    .array(z.strictObject({ method: memberNames, urls: memberNames, otherwise: names, opens: memberNames }))
    .default([]),
  /** Requests that pass by all chains: bean types, overridden methods, and the method that lists them. */
  bypass: z
    .strictObject({
      builder: typeNames,
      beans: typeNames,
      chainMethods: z.array(methods).default([]),
      method: memberNames,
    })
    .optional(),
  /** Applies a configurer object to the builder. */
  configurers: memberNames.optional(),
});

/** Entry points that path rules of the web do not see: they come another way, or their path is not in the source. */
const transport = z.strictObject({
  ...rowKeys,
  on: z.literal('transport'),
  /** Ids of rows of entry points. */
  entries: names,
  /**
   * `endpoint`: all come by one path, `path`. `registered-path`: by the path of a registration where there is one.
   * `connection`: by a connection of their own, to which the handler itself says who may speak.
   */
  web: z.enum(['none', 'path-unknown', 'registered-path', 'endpoint', 'connection']),
  path: z.strictObject({ properties: names, otherwise: z.string() }).optional(),
});

/** Signs that a program is deployed as it is in the tree, so that what its source does not protect is open. */
const deployment = z.strictObject({
  ...rowKeys,
  on: z.literal('deployment'),
  annotation: typeNames,
  subtypes: typeNames,
  /** `group:name` of plugins and runtimes that make a program of a module. */
  dependency: names,
  packaging: names,
  /** Why nobody can tell where there is none of these. */
  missing: rowText,
});

/** What protects everything where the application declares no chain of its own. */
const protectsByDefault = z.strictObject({
  ...rowKeys,
  on: z.literal('default-protection'),
  /** `group:name` of dependencies that bring it. */
  dependency: names,
  /** Auto-configurations whose exclusion switches it off. */
  switchedOffBy: typeNames.optional(),
  properties: z.array(z.strictObject({ key: z.string(), value: z.string() })).default([]),
  /** Where nobody can read its rules: the verdict is unknown with this reason instead of authenticated. */
  unreadable: rowText.optional(),
});

/** An object that tells which requests it is about. `new` is a construction. */
const requestMatcher = z.strictObject({
  ...rowKeys,
  on: z.literal('request-matcher'),
  type: typeNames,
  method: memberNames,
  style: patternStyle.default('ant'),
  /** `arguments`: patterns and verb are the arguments. `fixed`: `patterns`. `endpoints`: management endpoints named. `either` and `both` join the arguments; `not` inverts; `any` takes all; `same`: the receiver. `dispatch`: kinds of dispatch, of which requests from outside are one. */
  how: z.enum([
    'arguments',
    'fixed',
    'endpoints',
    'either',
    'both',
    'not',
    'any',
    'chosen',
    'same',
    'dispatch',
  ]),
  patterns: names.optional(),
  /** Calls before it whose argument stands before all patterns. */
  prefixes: memberNames.optional(),
  /** Property that replaces the base of the patterns, with its usual value: `<base>` in the patterns. */
  base: z.strictObject({ property: z.string(), otherwise: z.string() }).optional(),
});

/** A bean whose text stands before all patterns of rules. */
const patternBase = z.strictObject({
  ...rowKeys,
  on: z.literal('pattern-base'),
  type: typeNames,
  method: memberNames,
  /** Styles of the patterns that it stands before. */
  styles: z.array(patternStyle).min(1),
});

/** An annotation under which a class or bean method is there at all. */
const beanCondition = z.strictObject({
  ...rowKeys,
  on: z.literal('bean-condition'),
  annotation: typeNames,
  test: z.enum([
    'profile',
    'property',
    'expression',
    'bean',
    'missing-bean',
    'class',
    'missing-class',
    'web',
    'unreadable',
  ]),
});

/** Annotations with roles on a servlet class. */
const servletConstraint = z.strictObject({
  ...rowKeys,
  on: z.literal('servlet-constraint'),
  annotation: typeNames,
});

/** Names in access expressions. */
const expressionNames = z.strictObject({
  ...rowKeys,
  on: z.literal('expression-names'),
  open: names,
  closed: names,
  authenticated: names,
  anonymous: names,
  caller: names,
});

/** A library of its own that guards paths from code nobody reads here. */
const unreadable = z.strictObject({
  ...rowKeys,
  on: z.literal('unreadable'),
  dependency: names,
  /** Only where production code has such a call or a type below one of these, or web.xml such a filter. */
  calls: z.array(methods).default([]),
  subtypes: typeNames.optional(),
  /** Classes of its own that web.xml may put before requests. */
  webXmlFilters: typeNames.optional(),
  /** Rows of entry points that it guards; absent: everything that comes over the web. */
  entries: names.optional(),
  reason: rowText,
});

/** Rules from a map of paths to filter names: `put("/x", "anon")`, `[urls]` of an ini file. */
const filterMap = z.strictObject({
  ...rowKeys,
  on: z.literal('filter-map'),
  /** Return types of bean methods that hold the map. */
  beans: typeNames,
  /** Calls with path and filter names. */
  puts: z.array(methods).min(1),
  /** Calls with all rules of another map. */
  gathers: z.array(methods).default([]),
  /** Calls with all rules as a text, one a line. */
  texts: z.array(methods).default([]),
  /** Properties of such beans in bean files that hold the rules. */
  xml: names.default([]),
  open: names,
  authenticated: names,
  authorized: names,
  ini: z.string().optional(),
  /** Filters of the application that the same calls put under a name: types, and methods that with true let a request on, the second where the first does not. */
  own: z
    .strictObject({
      type: typeNames,
      allows: memberNames,
      denies: memberNames,
      /** Types whose own methods let no stranger on. */
      strict: typeNames,
      credentials: z.array(methods).default([]),
    })
    .optional(),
});

/** Path rules in the settings of an application: one group of keys below a prefix for each rule. */
const configuredRules = z.strictObject({
  ...rowKeys,
  on: z.literal('configured-rules'),
  /** `group:name` of dependencies that read them. */
  dependency: names,
  /** Setting that switches them off with false. */
  enabledBy: z.string(),
  prefix: z.string(),
  /** Last words of the keys that hold paths, verbs, and what the rule asks; in lower case without dashes. */
  patterns: names,
  verbs: names,
  asks: names,
  style: patternStyle,
  /** Which of several rules that match decides. */
  choose: z.enum(['first', 'longest']),
  /** Words that are no roles. */
  words: z
    .array(z.strictObject({ word: z.string(), is: z.enum(['public', 'authenticated', 'denied']) }))
    .default([]),
  /** Where the word of a rule names a policy: keys that hold the policy's roles. Absent: the words are roles. */
  policies: z.strictObject({ prefix: z.string(), roles: z.string() }).optional(),
  unmatched: z.enum(['public', 'denied']),
  /** Annotations on the handler decide before the rules, and alone. */
  annotationsFirst: z.boolean(),
  /** Settings that deny, with true, handlers without annotations. */
  deniesUnannotated: z.array(z.string()).default([]),
  frameworks: names,
});

/** Limits of how often paths may be asked for, in the settings of an application: one group of keys below a prefix for each. */
const configuredLimits = z.strictObject({
  ...rowKeys,
  on: z.literal('configured-limits'),
  /** `group:name` of dependencies that read them. */
  dependency: names,
  /** Setting that switches them off with false. */
  enabledBy: z.string(),
  prefix: z.string(),
  /** Last words of the keys that hold the paths, as a regular expression; in lower case without dashes. */
  patterns: names,
});

/** Functions that check requests by path, statement after statement: `SaRouter.match("/a/**").check(r -> …)`. */
const routerChecks = z.strictObject({
  ...rowKeys,
  on: z.literal('router-checks'),
  /** Types whose objects are made with such a function, or given one. */
  makers: typeNames,
  /** Calls on the object, or on what its registration gives, that add paths, take paths away, and set the function. */
  adds: memberNames,
  removes: memberNames,
  sets: memberNames,
  /** Annotations on a handler that keep what such a maker makes from checking it. */
  lifted: z.array(z.strictObject({ makers: typeNames, annotation: typeNames })).default([]),
  /** Makers whose objects look at annotations on handlers, unless such a call on the object says false. */
  annotated: z.array(z.strictObject({ makers: typeNames, switch: memberNames })).default([]),
  /** Type whose calls start a statement, and calls that narrow it to paths, away from paths, and that end all checks. */
  router: typeNames,
  matches: memberNames,
  excludes: memberNames,
  ends: memberNames,
  style: patternStyle,
});

/** Chains of rules that bean files declare as elements. */
const xmlRules = z.strictObject({
  ...rowKeys,
  on: z.literal('xml-rules'),
  /** Namespace that the file must name. */
  schema: z.string(),
  /** Element of a chain, and of a rule inside it. */
  chain: z.string(),
  rule: z.string(),
  /** Pattern languages by the name that the chain gives, and the usual one by major version, newest first. */
  styles: z.array(
    z.strictObject({ name: z.string(), style: patternStyle, ignoresCase: z.boolean().default(false) }),
  ),
  usualStyles: z.array(z.strictObject({ since: z.number().int(), style: patternStyle })),
  /** Major version since which what no rule matches is denied. */
  deniesSince: z.number().int(),
  /** Dependencies that tell the version; `ahead` is added to theirs. */
  versions: z.array(z.strictObject({ dependency: names, ahead: z.number().int() })),
  /** Classes that decide as the rules say. */
  usualDeciders: typeNames,
  /** What hands requests to the chains where no container does: a filter of web.xml, classes of the tree below these. */
  gateFilter: z.string(),
  /** Parameter of a filter under another name that names the bean. */
  gateParameter: z.string(),
  gateTypes: typeNames,
});

export const accessRow = z.discriminatedUnion('on', [
  pathRules,
  protectsByDefault,
  deployment,
  transport,
  requestMatcher,
  patternBase,
  beanCondition,
  interception,
  registration,
  servletConstraint,
  expressionNames,
  unreadable,
  filterMap,
  orderConstant,
  handlerList,
  configuredRules,
  configuredLimits,
  routerChecks,
  routeCheck,
  argumentResolver,
  preparation,
  xmlRules,
  beans,
]);

type AccessRow = z.output<typeof accessRow>;
/** One kind of access row. */
export type AccessRowOf<On extends AccessRow['on']> = Extract<AccessRow, { readonly on: On }>;
export type PathRulesRow = AccessRowOf<'path-rules'>;
export type RequestMatcherRow = AccessRowOf<'request-matcher'>;
export type InterceptionRow = AccessRowOf<'interception'>;
