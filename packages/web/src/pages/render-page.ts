import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page as the browser gets it. Whatever text is in its model stays text. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
