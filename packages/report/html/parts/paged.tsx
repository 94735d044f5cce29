import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../page-state.ts';

/** Items put on the page at once, on screen and on paper. */
const PAGE_SIZE = 60;
const PRINTED = 500;

interface PagedProps<Item> {
  readonly items: readonly Item[];
  /** Another list starts at its beginning again. */
  readonly list: string;
  readonly children: (shown: readonly Item[]) => ComponentChildren;
  readonly pageSize?: number;
}

/** The first items of a list, and a button for more: a report of a large tree has thousands. */
export function Paged<Item>({ items, list, children, pageSize = PAGE_SIZE }: PagedProps<Item>) {
  const { page, printing } = usePage();
  const [pages, setPages] = useState(1);
  useEffect(() => setPages(1), [list]);
  const limit = printing ? PRINTED : pages * pageSize;
  const rest = items.length - limit;
  return (
    <>
      {items.length === 0 ? <p class="empty">{page.nothing}</p> : children(items.slice(0, limit))}
      {rest <= 0 ? null : (
        <p class="more">
          <button type="button" onClick={() => setPages(pages + 1)}>
            {page.showMore(Math.min(rest, pageSize))}
          </button>
          <span class="muted">{page.shown(limit, items.length)}</span>
        </p>
      )}
    </>
  );
}
