import type { ComponentChildren } from 'preact';

/** What stands where a list has nothing in it yet, and what would put something there. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="nothing">
      <p class="nothing-title">{title}</p>
      {children === undefined ? null : <p class="muted">{children}</p>}
    </div>
  );
}
