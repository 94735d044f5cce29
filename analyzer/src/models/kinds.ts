/** The closed vocabulary that framework models are written in. Rows with another word are refused with their file and line. */

export const ENTRY_KINDS = ['http', 'graphql', 'websocket', 'grpc', 'mq', 'job', 'cli'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Configuration files in which frameworks look up what to call for a path. */
export const ROUTE_FORMATS = ['struts-xml', 'struts-config', 'play-routes', 'spring-bean-names'] as const;
export type RouteFormat = (typeof ROUTE_FORMATS)[number];

export const GUARD_CATEGORIES = [
  'authentication',
  'authorization',
  'validation',
  'sanitization',
  'rate-limiting',
  'audit',
] as const;
export type GuardCategory = (typeof GUARD_CATEGORIES)[number];

export const SINK_KINDS = [
  'db',
  'fs',
  'exec',
  'http',
  'mq',
  'ldap',
  'template',
  'deserialization',
  'reflection',
  'response',
  'xml',
  'identity',
  'mail',
] as const;
export type SinkKind = (typeof SINK_KINDS)[number];

export const SINK_ACTIONS = [
  'read',
  'write',
  'delete',
  'raw',
  'execute',
  'send',
  'evaluate',
  'load',
  'bind',
] as const;
export type SinkAction = (typeof SINK_ACTIONS)[number];

export const PARAMETER_SOURCES = [
  'path',
  'query',
  'header',
  'cookie',
  'body',
  'form',
  'file',
  'session',
  'message',
  'argument',
  'raw',
  /** Handed in by the framework: no input of the outside. */
  'framework',
] as const;
export type ParameterSource = (typeof PARAMETER_SOURCES)[number];

/** Looseness classes of metric A3, loosest last. */
export const ENTROPY_CLASSES = ['bounded', 'string', 'untyped', 'binary'] as const;
export type EntropyClass = (typeof ENTROPY_CLASSES)[number];

export const ACCESS_VERDICTS = ['public', 'authenticated', 'authorized', 'denied', 'unknown'] as const;
export type AccessVerdictKind = (typeof ACCESS_VERDICTS)[number];

/** What is weak where it stands, whatever flows there. */
export const WEAKNESS_KINDS = [
  /** Certificates are accepted whoever signed them. */
  'any-certificate',
  /** A certificate is accepted for a host that it is not made for. */
  'any-host',
  /** The claims of a token are read without a look at its signature. */
  'unverified-token',
  /** Passwords are kept as they are, or under a hash that a graphics card tries by the billion. */
  'weak-password-storage',
  'hard-coded-secret',
  /** Details of failures are sent to clients. */
  'error-detail',
  /** Uploads have no upper limit. */
  'unbounded-upload',
  /** Who the caller is comes from a header that anybody can write. */
  'trusted-header',
  /** Forms of a session are accepted from other sites. */
  'csrf-off',
] as const;
export type WeaknessKind = (typeof WEAKNESS_KINDS)[number];

/** What a guard or sanitizer protects from; the words of CodeQL's shared sink kinds where they are equal. */
export const TAINT_KINDS = [
  'sql',
  'nosql',
  'command',
  'code',
  'html',
  'path',
  'ldap',
  'xpath',
  'log',
  'request-forgery',
  'url-redirection',
  'response-splitting',
  'template',
  'unsafe-deserialization',
  'xml',
  'jndi',
  'reflection',
] as const;
export type TaintKind = (typeof TAINT_KINDS)[number];

/** The two ways out of a folder, each of which a check can close alone: two dots, and a name that begins at the root. */
export const PATH_PARTS = ['path-way-up', 'path-from-root'] as const;
/** What a check of a value can rule out. */
export const CHECKED_DANGERS = [...TAINT_KINDS, ...PATH_PARTS] as const;
export type CheckedDanger = (typeof CHECKED_DANGERS)[number];

/** What a call does to the places of a list or map. */
export const ELEMENT_ACTIONS = [
  'make-list',
  'make-map',
  /** Makes a list of its arguments. */
  'list-of',
  'append',
  'prepend',
  /** Argument 0 is the index, 1 the value. */
  'insert',
  'replace',
  'read',
  'read-first',
  'read-last',
  'remove',
  'remove-first',
  'remove-last',
  /** Argument 0 is the key, 1 the value. */
  'put',
  'look-up',
  'take-out',
  'clear',
  /** Changes nothing and hands on no part of it that could be changed. */
  'inspect',
] as const;
export type ElementAction = (typeof ELEMENT_ACTIONS)[number];

/** What a call has to do with the text of an address. */
export const ADDRESS_ACTIONS = [
  /** Its arguments stand behind the text of the object. */
  'append',
  /** Its arguments stand in a text that begins like argument 0, or like the object where it has no text of its own there. */
  'format',
  /** Its arguments become parts behind the host: path, query, fragment. */
  'part',
  /** Gives the host of the address that the object stands for. */
  'host',
  /** Gives the path of a file that its last argument, or the object, stands for too. */
  'path',
  /** Gives the text of the object again, but for its case and the space around it. */
  'same',
] as const;
export type AddressAction = (typeof ADDRESS_ACTIONS)[number];

/** Verbs of HTTP that a rule or a mapping can name (RFC 9110, RFC 5789). */
export const HTTP_VERBS: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
]);

/** What an answer of a check means. */
export type Decision = 'grants' | 'denies';
