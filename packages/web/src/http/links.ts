/** Makes the address of a place in the app: `/runs/1` under the base path. */
export type Link = (path: string) => string;

/** Links of an app that is served under a base path, `` or `/csqa`. */
export function linksUnder(basePath: string): Link {
  return (path) => `${basePath}${path}`;
}

const ELSEWHERE = /^[/\\]{2}|[\\\p{Cc}]/u;

/**
 * A path of this app that somebody else has named, to be gone to after signing in; `/` for anything that a browser could
 * take for another host (`//host`, `/\host`, `https:…`).
 */
export function localPath(given: string | undefined): string {
  if (given === undefined || !given.startsWith('/') || ELSEWHERE.test(given)) return '/';
  return given;
}
