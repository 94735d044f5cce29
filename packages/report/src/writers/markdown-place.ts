import type { Hop } from '../schema/finding.ts';
import { code } from './markdown-text.ts';
import { sourceUri } from './source-uri.ts';
import type { RenderOptions } from './writer.ts';

/** Where the files of a report can be looked at. */
export type LinkOptions = Pick<RenderOptions, 'sourceUrl' | 'pathPrefix'>;

/** A place as Markdown, linked where the source can be looked at and the file is one of the tree; safe in a paragraph, a list and a table. */
export function placeLink(
  { file, line }: Pick<Hop, 'file' | 'line'>,
  { sourceUrl, pathPrefix }: LinkOptions,
): string {
  const shown = code(`${file}:${line}`);
  const uri = sourceUrl === undefined ? null : sourceUri(file, pathPrefix);
  if (sourceUrl === undefined || uri === null) return shown;
  const base = sourceUrl.endsWith('/') ? sourceUrl : `${sourceUrl}/`;
  return `[${shown}](<${base.replaceAll(/[<>\\\s]/g, encodeURIComponent)}${uri}#L${line}>)`;
}
