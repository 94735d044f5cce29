import type { PageContext } from '../page-context.ts';
import { Copyable } from './copyable.tsx';

interface BadgeProps {
  readonly page: PageContext;
  readonly model: {
    readonly badgePath: string;
    readonly badgeUrl: string;
    readonly projectUrl: string;
    readonly project: { readonly name: string };
  };
}

/** The badge of a project with the Markdown that shows it in a README. */
export function Badge({ page, model }: BadgeProps) {
  const { words } = page;
  const alt = words.project.badgeAlt(model.project.name);
  const markdown = `[![${forMarkdown(alt)}](${model.badgeUrl})](${model.projectUrl})`;
  return (
    <section class="card" aria-labelledby="badge">
      <h2 id="badge">{words.project.badge}</h2>
      <p class="badge-line">
        <img src={model.badgePath} alt={alt} height={20} />{' '}
        <span class="muted small">{words.project.badgeHint}</span>
      </p>
      <Copyable text={markdown} name={words.project.badge} page={page} />
    </section>
  );
}

/** A name must not end the text of the link that it stands in. */
function forMarkdown(text: string): string {
  return text.replace(/[\\[\]<>&!`*_]/gu, '\\$&').replace(/\s+/gu, ' ');
}
