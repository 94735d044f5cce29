import type { PageContext } from '../page-context.ts';

/** Shows the server that a form came from one of its own pages. */
export function CsrfField({ page }: { readonly page: PageContext }) {
  return <input type="hidden" name="_csrf" value={page.csrf} />;
}
