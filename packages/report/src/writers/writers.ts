import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';
import type { Writer } from './writer.ts';

/** All formats. A new one is one file and one line here. */
export const WRITERS = {
  json: { fileName: 'report.json', mediaType: 'application/json', render: renderJson },
  sarif: { fileName: 'report.sarif', mediaType: 'application/sarif+json', render: renderSarif },
  markdown: { fileName: 'summary.md', mediaType: 'text/markdown; charset=utf-8', render: renderMarkdown },
} as const satisfies Record<string, Writer>;

/** Name of a format. */
export type WriterName = keyof typeof WRITERS;

/** Whether there is a format of that name. */
export function isWriterName(name: string): name is WriterName {
  return Object.hasOwn(WRITERS, name);
}
