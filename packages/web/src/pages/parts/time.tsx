import type { PageContext } from '../page-context.ts';
import { moment, relative } from '../times.ts';

/** When something was or will be; the exact moment is in the title. */
export function Time({ at, page }: { readonly at: Date; readonly page: PageContext }) {
  return (
    <time dateTime={at.toISOString()} title={moment(at, page.language)}>
      {relative(at, page.now, page.language)}
    </time>
  );
}
