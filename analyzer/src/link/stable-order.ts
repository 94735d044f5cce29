import { byNumber, byText, type Comparator, inOrder } from '../base/ordering.ts';
import type { NamedFile } from './homonyms.ts';

/** Production code comes before generated and test code, so that it wins where a name is declared twice; then by path. */
export const compareInputs: Comparator<NamedFile> = inOrder(
  byNumber(({ role }) => (role === 'production' ? 0 : role === 'generated' ? 1 : 2)),
  byText(({ facts }) => facts.path),
);
