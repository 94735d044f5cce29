import { byNumber, byText, type Comparator, inOrder } from '../base/ordering.ts';
import type { LinkInput } from './program.ts';

/** Production code comes before generated and test code, so that it wins where a name is declared twice; then by path. */
export const compareInputs: Comparator<LinkInput> = inOrder(
  byNumber(({ role }) => (role === 'production' ? 0 : role === 'generated' ? 1 : 2)),
  byText(({ facts }) => facts.path),
);
