import { plain } from '@csqa/report';

/** Longest text of strangers that is shown in one place, in UTF-16 units. */
const MOST = 400;

/**
 * Text that comes from strangers: a name of a repository, a ref, a finding, a line of a log. What would change how the text
 * around it looks is shown as a replacement character.
 */
export function Foreign({ text }: { readonly text: string }) {
  return <bdi>{plain(text, MOST)}</bdi>;
}
