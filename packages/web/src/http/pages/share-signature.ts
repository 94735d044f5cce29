import type { FastifyRequest } from 'fastify';
import type { AppParts } from '../app-parts.ts';
import { isSameSecret, keyFor, signatureOf } from '../keys.ts';
import { linksUnder } from '../links.ts';

/** What stands in the address of a shared report: the id of the link, signed. */
function shareToken({ secret }: AppParts, id: string): string {
  return `${id}.${signatureOf(keyFor(secret, 'share'), id)}`;
}

/** The id of the link, where this app has signed it. */
export function readShareToken({ secret }: AppParts, token: string): string | undefined {
  const [id = '', signature = '', ...more] = token.split('.');
  const isOurs = more.length === 0 && isSameSecret(signature, signatureOf(keyFor(secret, 'share'), id));
  return isOurs ? id : undefined;
}

/** The whole address of a link, to be sent to somebody. */
export function fullShareLink(parts: AppParts, request: FastifyRequest, id: string): string {
  return `${originOf(request)}${linksUnder(parts.config.basePath)(`/share/${shareToken(parts, id)}`)}`;
}

/** Where the app is, as whoever asks sees it. */
export function originOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return `${protocol}://${host}`;
}
