import type { ComponentChildren } from 'preact';

interface ScrollableProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ComponentChildren;
}

/** A box that scrolls sideways where its content is wider, by keyboard too. */
export function Scrollable({ label, className = 'scroll', children }: ScrollableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable).
    <section class={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
