/**
 * How the outside makes the method run. Lists that begin with `other` grow with the tool: a reader that meets a value it
 * does not know reads `other` instead of refusing the report.
 */
export const ENTRY_KINDS = ['other', 'http', 'graphql', 'websocket', 'grpc', 'mq', 'job', 'cli'] as const;

/** Who may come in, decided from the source. `unknown` carries its reason and never counts as protected. */
export const ACCESS_VERDICTS = ['public', 'authenticated', 'authorized', 'denied', 'unknown'] as const;

/** Where a parameter's value comes from; `framework` is no input of the outside. */
export const PARAMETER_SOURCES = [
  'other',
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
  'framework',
] as const;

/** Looseness classes of accepted values (metric A3), loosest last. */
export const ENTROPY_CLASSES = ['bounded', 'string', 'untyped', 'binary'] as const;
