import { isIP } from 'node:net';
import { type HttpLimits, httpLimitsFrom } from './http-limits.ts';
import { invalidSetting, oneOf, type ReadSetting, wholeNumber } from './settings.ts';

/** What this process does: everything, analyses alone, or the pages and the API alone. */
const ROLES = ['all', 'pipeline', 'dashboard'] as const;
export type Role = (typeof ROLES)[number];

/** What is written into the log: of `info`, every request. */
const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** How the app is reached. */
export interface HttpConfig {
  /** The token of the operator; null serves this machine alone, and asks nobody for anything. */
  readonly token: string | null;
  readonly host: string;
  readonly port: number;
  /** `` or `/csqa`. */
  readonly basePath: string;
  /** Addresses of proxies whose word on the address and protocol of a visitor is taken; false for none. */
  readonly trustProxy: string[] | false;
  readonly limits: HttpLimits;
  readonly logLevel: LogLevel;
}

const USUAL_PORT = 8080;
const LAST_PORT = 65_535;
/** `localhost` is both 127.0.0.1 and ::1. */
const LOOPBACK = 'localhost';
const EVERYWHERE = '0.0.0.0';
const LONGEST_TOKEN = 200;

/** First segments of our own paths: a token of that name would hide them. */
const RESERVED: ReadonlySet<string> = new Set([
  ...[
    '.',
    '..',
    'api',
    'assets',
    'badges',
    'compare',
    'docs',
    'events',
    'favicon.ico',
    'health',
    'hooks',
    'live',
    'metrics',
  ],
  ...[
    'projects',
    'queue',
    'ready',
    'reports',
    'robots.txt',
    'runs',
    'share',
    'sign-in',
    'sign-out',
    'tokens',
    'workers',
  ],
]);

/**
 * Reads `CSA_WEB_TOKEN`, `PORT` (`8080`; `APP_HTTP_PORT` is an alias), `CSA_BASE_PATH`, `CSQA_TRUST_PROXY` (addresses of
 * proxies by commas, or `loopback`, `linklocal`, `uniquelocal`) and
 * `CSQA_LOG_LEVEL` (`info`), and what http-limits.ts names. Throws CONFIG_INVALID.
 */
export function httpConfigFrom(read: ReadSetting): HttpConfig {
  const token = tokenFrom(read('CSA_WEB_TOKEN'));
  return {
    token,
    host: token === null ? LOOPBACK : EVERYWHERE,
    port: portFrom(read),
    basePath: basePathFrom(read('CSA_BASE_PATH')),
    trustProxy: proxiesFrom(read('CSQA_TRUST_PROXY')),
    limits: httpLimitsFrom(read),
    logLevel: oneOf('CSQA_LOG_LEVEL', read('CSQA_LOG_LEVEL') ?? 'info', LOG_LEVELS),
  };
}

/** Reads `APP_MODE`. */
export function roleFrom(text = 'all'): Role {
  return oneOf('APP_MODE', text, ROLES);
}

/** The token is a segment of paths, and stands in a header. It is never repeated. */
function tokenFrom(token: string | undefined): string | null {
  if (token === undefined) return null;
  if (!/^[\x21-\x7e]+$/u.test(token) || /[/?#\\]/u.test(token) || token.length > LONGEST_TOKEN) {
    const wanted = `1 to ${LONGEST_TOKEN} letters, digits and signs other than / ? # \\, without spaces`;
    throw invalidSetting('CSA_WEB_TOKEN', wanted, 'something else');
  }
  if (RESERVED.has(token)) throw invalidSetting('CSA_WEB_TOKEN', 'something else', 'the name of a page');
  return token;
}

/** Names that stand for ranges of addresses, as Express and Fastify know them. */
const PROXY_RANGES: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

function proxiesFrom(text: string | undefined): string[] | false {
  if (text === undefined) return false;
  const proxies = text.split(',').map((each) => each.trim());
  const wrong = proxies.find((each) => !PROXY_RANGES.has(each) && !isAddressOrRange(each));
  if (wrong === undefined) return proxies;
  const expected = `addresses or ranges by commas, or ${[...PROXY_RANGES].join(', ')}`;
  throw invalidSetting('CSQA_TRUST_PROXY', expected, wrong.slice(0, 50));
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function portFrom(read: ReadSetting): number {
  for (const name of ['PORT', 'APP_HTTP_PORT']) {
    const port = wholeNumber(name, read(name), { least: 0, most: LAST_PORT });
    if (port !== undefined) return port;
  }
  return USUAL_PORT;
}

function basePathFrom(text: string | undefined): string {
  const path = (text ?? '').replace(/^\/+|\/+$/gu, '');
  if (path === '') return '';
  if (/^[\w.~-]+(?:\/[\w.~-]+)*$/u.test(path) && !/(?:^|\/)\.{1,2}(?:\/|$)/u.test(path)) return `/${path}`;
  throw invalidSetting('CSA_BASE_PATH', 'a path such as /csqa', text?.slice(0, 100) ?? '');
}
