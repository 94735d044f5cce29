import { h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageContext } from './page-context.ts';

/** What a page is drawn from. */
export interface PageProps<Model> {
  readonly page: PageContext;
  readonly model: Model;
}

/** A page as the browser gets it. Whatever text is in its model stays text. */
export function renderPage<Model>(
  Page: (props: PageProps<Model>) => JSX.Element,
  props: PageProps<Model>,
): string {
  return `<!doctype html>${renderToString(h(Page, props))}`;
}
