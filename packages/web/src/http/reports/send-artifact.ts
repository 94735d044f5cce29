import { WRITERS, type WriterName } from '@csqa/report';
import type { FastifyReply } from 'fastify';

/** The policy that the report names in itself: its own script and style by their hashes, and nothing else. */
const OWN_POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u;

/** What goes with it, which no `meta` can say. */
const FRAME_POLICY =
  "frame-ancestors 'self'; sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** Anything else that is not ours to draw: nothing runs, nothing loads, wherever a browser is made to show it. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** Sends a report in a format. The page is shown, everything else is a file to keep. */
export function sendArtifact(reply: FastifyReply, format: WriterName, content: string): FastifyReply {
  const { mediaType, fileName } = WRITERS[format];
  const named = format === 'html' ? asSandbox(reply, content) : asFile(reply, fileName);
  return named.type(mediaType).serializer(String).send(content);
}

/**
 * Headers of the report as a page. It is written from what a stranger's repository says, so it is sandboxed without
 * `allow-same-origin`: for the browser it is of no site at all, and no cookie, storage or request of ours is within its reach.
 */
function asSandbox(reply: FastifyReply, html: string): FastifyReply {
  const own = OWN_POLICY.exec(html)?.[1];
  if (own === undefined) throw new Error('expected the report to name its policy');
  // It has no origin that could be keyed, and a browser says so on its console where it is asked to.
  return reply
    .removeHeader('origin-agent-cluster')
    .header('content-security-policy', `${own}; ${FRAME_POLICY}`)
    .header('x-frame-options', 'SAMEORIGIN');
}

/** Headers of a file that is kept and not shown. */
export function asFile(reply: FastifyReply, fileName: string): FastifyReply {
  return reply
    .header('content-security-policy', FILE_POLICY)
    .header('content-disposition', `attachment; filename="${fileName}"`);
}
