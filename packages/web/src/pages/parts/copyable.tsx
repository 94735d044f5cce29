import type { PageContext } from '../page-context.ts';

interface CopyableProps {
  readonly text: string;
  /** What it is, for who cannot see where it stands. */
  readonly name: string;
  readonly page: PageContext;
}

/** Text to be taken along: in a field that lets it be selected, and copied with a button where scripts run. */
export function Copyable({ text, name, page }: CopyableProps) {
  return (
    <div class="copyable">
      <input class="copy-text" type="text" readOnly value={text} aria-label={name} />
      <button type="button" hidden data-copy={text} data-copied={page.words.project.copied}>
        {page.words.project.copy}
      </button>
    </div>
  );
}
