import type { EntryDraft } from '../entries/entry-draft.ts';
import type { Application } from './applications.ts';
import type { AccessRequest } from './path-matchers/request-matcher.ts';

/** A handler without verbs of its own answers these; OPTIONS and TRACE are answered by the framework. */
const EVERY_VERB = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const MOST_REQUESTS = 200;

/** The kinds of request that reach an entry point, as rules of the application see them: without the context path. */
export function requestsOf(entry: EntryDraft, application: Application): readonly AccessRequest[] {
  const verbs = entry.verbs.length === 0 || entry.verbs.includes('*') ? EVERY_VERB : entry.verbs;
  const paths = pathsOf(entry, application);
  return paths.flatMap((path) => verbs.map((verb) => ({ path, verb }))).slice(0, MOST_REQUESTS);
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

function contextPath({ settings }: Application): string {
  const keys = ['server.servlet.context-path', 'server.context-path', 'spring.webflux.base-path'];
  const value =
    keys.map((key) => settings.find(key)?.value).find((each) => each !== undefined && each !== '/') ?? '';
  return value.replace(/\/$/u, '');
}
