import type { IncomingMessage } from 'node:http';
import { TOKEN_PREFIX } from '../../data/tokens.ts';
import { isSameSecret } from '../keys.ts';

/** What the first segment of a path was, where it was a token. */
const found = new WeakMap<IncomingMessage, string>();

const SEGMENT = /^\/+([^/?#]+)(.*)$/su;

/** The token that stood in the path of a request. */
export function pathTokenOf(raw: IncomingMessage): string | undefined {
  return found.get(raw);
}

/**
 * Takes the base path and a token off the path of a request, before it is routed: `/csqa/{token}/runs` is `/runs`. A first
 * segment counts as a token where it is that of the operator or begins as named tokens do; whether a named one is known is
 * looked up later.
 */
export function pathRewriter(settings: {
  readonly basePath: string;
  readonly token: string | null;
}): (raw: IncomingMessage) => string {
  const { basePath, token } = settings;
  return (raw) => {
    const path = withoutBase(raw.url ?? '/', basePath);
    const [, segment = '', rest = ''] = SEGMENT.exec(path) ?? [];
    const given = decoded(segment);
    if (given === null) return path;
    if (!given.startsWith(TOKEN_PREFIX) && (token === null || !isSameSecret(given, token))) return path;
    found.set(raw, given);
    return rest.startsWith('/') ? rest : `/${rest}`;
  };
}

/** A proxy may have taken the base path off already. */
function withoutBase(url: string, basePath: string): string {
  if (basePath === '' || !url.startsWith(basePath)) return url;
  const rest = url.slice(basePath.length);
  if (rest === '') return '/';
  if (rest.startsWith('/')) return rest;
  return rest.startsWith('?') ? `/${rest}` : url;
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
