import type { EntryDraft } from '../entries/entry-draft.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { Application } from './applications.ts';
import type { AccessRequest } from './path-matchers/request-matcher.ts';

/** A handler without verbs of its own answers these; OPTIONS and TRACE are answered by the framework. */
const EVERY_VERB = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const MOST_REQUESTS = 200;

/** The kinds of request that reach an entry point, as rules of the application see them: without the context path. Where the path is not in the source, it stands for all. */
export function requestsOf(
  entry: EntryDraft,
  application: Application,
  transport?: AccessRowOf<'transport'>,
): readonly AccessRequest[] {
  if (transport?.path !== undefined) return [{ path: endpointOf(application, transport.path), verb: 'POST' }];
  const verbs = entry.verbs.length === 0 || entry.verbs.includes('*') ? EVERY_VERB : entry.verbs;
  const paths = hasUnknownPath(entry, transport)
    ? ['/{?}']
    : pathsOf(entry, application).map((path) => withNumbers(path, entry));
  return paths.flatMap((path) => verbs.map((verb) => ({ path, verb }))).slice(0, MOST_REQUESTS);
}

/** A name in the place of a path is where nothing registers the handler. */
function hasUnknownPath({ paths }: EntryDraft, transport: AccessRowOf<'transport'> | undefined): boolean {
  if (transport?.web === 'path-unknown') return true;
  const isPath = paths.length > 0 && paths.every((path) => path.startsWith('/'));
  return transport?.web === 'registered-path' && !isPath;
}

/**
 * What stands before the application's own paths is either the context path, which no rule sees, or the path of a servlet
 * inside the application, which rules do see.
 */
function pathsOf(entry: EntryDraft, application: Application): readonly string[] {
  const context = contextPath(application);
  const full = entry.paths.length > 0 ? entry.paths : entry.applicationPaths;
  const own = full.map((path) => {
    if (context === '' || (path !== context && !path.startsWith(`${context}/`))) return path;
    return path.slice(context.length) || '/';
  });
  return own.length > 0 ? own : ['/'];
}

/** The one path of a protocol. */
function endpointOf(
  { settings }: Application,
  { properties, otherwise }: NonNullable<AccessRowOf<'transport'>['path']>,
): string {
  const set = properties.map((key) => settings.find(key)).find((each) => each !== undefined);
  if (set === undefined) return otherwise;
  return set.known ? `/${set.value.replace(/^\//u, '')}` : '/{?}';
}

/** Types of which no value is written with letters that a pattern of a rule could ask for, alone or in a list. */
const NUMBERS =
  /(?:^|[\s.<])(?:[Ll]ong|[Ii]nteger|int|[Ss]hort|short|[Bb]yte|byte|[Dd]ouble|[Ff]loat|Big(?:Integer|Decimal)|UUID)(?:\[\]|>)?$/u;

/** A variable that only takes numbers stands as one: `/orders/{id}` is not asked for as `/orders/list.html`. */
function withNumbers(path: string, { parameters }: EntryDraft): string {
  const numbers = new Set(
    parameters.filter(({ source, type }) => source === 'path' && NUMBERS.test(type)).map(({ name }) => name),
  );
  return path.replaceAll(/\{(?<name>\w+)\}/gu, (whole, name: string) => (numbers.has(name) ? '7' : whole));
}

function contextPath({ settings }: Application): string {
  const keys = ['server.servlet.context-path', 'server.context-path', 'spring.webflux.base-path'];
  const value =
    keys.map((key) => settings.find(key)?.value).find((each) => each !== undefined && each !== '/') ?? '';
  return value.replace(/\/$/u, '');
}
