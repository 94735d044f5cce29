import { WRITERS, type WriterName } from '@csqa/report';
import type { FastifyReply } from 'fastify';

/**
 * What the report as a page may do: run its own script and style, which stand in it, and nothing else. It is sandboxed without
 * `allow-same-origin`, so for the browser it is of no site at all: no cookie, no storage, no request of ours is within its reach.
 */
const REPORT_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** Anything else that is not ours to draw: nothing runs, nothing loads, wherever a browser is made to show it. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** Sends a report in a format. The page is shown, everything else is a file to keep. */
export function sendArtifact(reply: FastifyReply, format: WriterName, content: string): FastifyReply {
  const { mediaType, fileName } = WRITERS[format];
  if (format === 'html') {
    reply.header('content-security-policy', REPORT_POLICY).header('x-frame-options', 'SAMEORIGIN');
  } else asFile(reply, fileName);
  return reply.type(mediaType).serializer(String).send(content);
}

/** Headers of a file that is kept and not shown. */
export function asFile(reply: FastifyReply, fileName: string): FastifyReply {
  return reply
    .header('content-security-policy', FILE_POLICY)
    .header('content-disposition', `attachment; filename="${fileName}"`);
}
