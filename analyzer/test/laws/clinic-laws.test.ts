import { fileURLToPath } from 'node:url';
import type { Report } from '@csqa/report';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { differences, reportOf, type Tree, treeAt } from './measured-tree.ts';
import {
  addUnreachable,
  type Choices,
  comment,
  reformat,
  rename,
  renameable,
  reorder,
  split,
} from './transformations.ts';

const TIMEOUT = 60_000;
const clinic = treeAt(fileURLToPath(new URL('../../../examples/clinic', import.meta.url)));

describe('the figures of the clinic do not change', () => {
  let before: Report;
  let names: ReadonlySet<string>;
  let own: ReadonlySet<string>;

  beforeAll(async () => {
    before = await reportOf(clinic, (program) => {
      names = renameable(program, clinic);
      own = new Set(
        program.methods.flatMap(({ declaration, name }) => (declaration?.kind === 'method' ? [name] : [])),
      );
    });
  }, TIMEOUT);

  /** One sample of what the property tests try on generated projects; the seed is in the title of a failure. */
  const expectUnchanged = (change: (tree: Tree, chosen: Choices) => Tree) =>
    fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat({ max: 9999 })), async (stream) => {
        const after = change(clinic, () => stream.next().value ?? 0);
        expect(after).not.toEqual(clinic);
        expect(differences(before, await reportOf(after))).toEqual([]);
      }),
      { numRuns: 1 },
    );

  it('by layout', () => expectUnchanged(reformat), TIMEOUT);
  it('by comments', () => expectUnchanged(comment), TIMEOUT);
  it('by the order of files', () => expectUnchanged(reorder), TIMEOUT);
  it('by a class that nothing uses', () => expectUnchanged(addUnreachable), TIMEOUT);

  it(
    'by moving types to files of their own',
    async () => {
      expect(differences(before, await reportOf(split(clinic)))).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    'by other names of methods',
    async () => {
      expect(names.size).toBeGreaterThan(own.size / 3);
      await expectUnchanged((tree) => rename(tree, names));
    },
    TIMEOUT,
  );
});
