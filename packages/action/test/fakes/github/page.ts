import type { FastifyReply, FastifyRequest } from 'fastify';

const BY_DEFAULT = 30;
const MOST = 100;

/** One page of a list, with the links to the others. */
export function page<Item>(
  items: readonly Item[],
  request: FastifyRequest,
  reply: FastifyReply,
): readonly Item[] {
  const query = request.query as { per_page?: string; page?: string };
  const size = Math.min(MOST, Math.max(1, Number(query.per_page ?? BY_DEFAULT) || BY_DEFAULT));
  const number = Math.max(1, Number(query.page ?? 1) || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string): string => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    url.searchParams.set('page', String(to));
    return `<${url.href}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev'), link(1, 'first')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
  ];
  if (links.length > 0) reply.header('link', links.join(', '));
  return items.slice((number - 1) * size, number * size);
}
