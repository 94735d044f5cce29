import { renderHtml } from '../html/render-html.ts';
import { renderBadge } from './badge.ts';
import { renderCsv } from './csv.ts';
import { renderGitlab } from './gitlab.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderComment, renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';
import { renderShields } from './shields.ts';
import type { Writer } from './writer.ts';

/** All formats. A new one is one file and one line here. */
export const WRITERS = {
  json: { fileName: 'report.json', mediaType: 'application/json', render: renderJson },
  markdown: { fileName: 'summary.md', mediaType: 'text/markdown; charset=utf-8', render: renderMarkdown },
  comment: { fileName: 'comment.md', mediaType: 'text/markdown; charset=utf-8', render: renderComment },
  sarif: { fileName: 'report.sarif', mediaType: 'application/sarif+json', render: renderSarif },
  gitlab: { fileName: 'gl-code-quality-report.json', mediaType: 'application/json', render: renderGitlab },
  junit: { fileName: 'csqa-junit.xml', mediaType: 'application/xml', render: renderJunit },
  csv: { fileName: 'findings.csv', mediaType: 'text/csv; charset=utf-8; header=present', render: renderCsv },
  badge: { fileName: 'badge.svg', mediaType: 'image/svg+xml', render: renderBadge },
  shields: { fileName: 'badge.json', mediaType: 'application/json', render: renderShields },
  html: { fileName: 'report.html', mediaType: 'text/html; charset=utf-8', render: renderHtml },
} as const satisfies Record<string, Writer>;

/** Name of a format. */
export type WriterName = keyof typeof WRITERS;

/** Whether there is a format of that name. */
export function isWriterName(name: string): name is WriterName {
  return Object.hasOwn(WRITERS, name);
}
