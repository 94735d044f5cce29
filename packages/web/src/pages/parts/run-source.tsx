import type { RunSource } from '../../data/schema.ts';
import type { PageContext } from '../page-context.ts';
import { Foreign } from './foreign.tsx';

/** What a run analyses, in one line. */
export function RunSourceText({ source, page }: { readonly source: RunSource; readonly page: PageContext }) {
  const { words } = page;
  switch (source.kind) {
    case 'git':
      return (
        <span>
          <Foreign text={source.url} />
          <span class="muted">
            {' '}
            · {source.ref === null ? words.run.defaultRef : <Foreign text={source.ref} />}
          </span>
        </span>
      );
    case 'archive':
      return <Foreign text={words.run.archive(source.name)} />;
    case 'ingested':
      return <span>{words.run.ingested}</span>;
  }
}

/** A commit, short. */
export function Commit({ revision }: { readonly revision: string | null }) {
  return revision === null ? null : <code title={revision}>{revision.slice(0, 10)}</code>;
}
