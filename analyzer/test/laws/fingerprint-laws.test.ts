import { fileURLToPath } from 'node:url';
import { compareReports, type Report } from '@csqa/report';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportOf, type Tree, treeAt } from './measured-tree.ts';
import {
  type Choices,
  comment,
  moveDown,
  reformat,
  reorder,
  reorderMembers,
  split,
} from './transformations.ts';

const TIMEOUT = 120_000;
const clinic = treeAt(fileURLToPath(new URL('../../../examples/clinic', import.meta.url)));

/** States of the findings of both trees, with how often each is there. */
function statesOf(before: Report, after: Report): Readonly<Record<string, number>> {
  const { findings } = compareReports(before, after);
  const counts: Record<string, number> = {};
  for (const { state, matchedBy } of findings) {
    const key = `${state} by ${matchedBy}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe('the findings of the clinic are the same', () => {
  let before: Report;

  beforeAll(async () => {
    before = await reportOf(clinic);
    expect(before.findings.length).toBeGreaterThan(50);
  }, TIMEOUT);

  const changed = (change: (tree: Tree, chosen: Choices) => Tree, check: (after: Report) => void) =>
    fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat({ max: 9999 })), async (stream) => {
        const after = change(clinic, () => stream.next().value ?? 0);
        expect(after).not.toEqual(clinic);
        check(await reportOf(after));
      }),
      { numRuns: 2 },
    );

  const expectSameFingerprints = (after: Report) => {
    const fingerprints = ({ findings }: Report) => findings.map(({ fingerprint }) => fingerprint).toSorted();
    expect(fingerprints(after)).toEqual(fingerprints(before));
    expect(statesOf(before, after)).toEqual({ 'unchanged by fingerprint': before.findings.length });
  };
  /** The file takes part in who a finding is only where no method is at fault. */
  const ofMethods = ({ findings }: Report) =>
    findings.flatMap(({ symbol, fingerprint }) => (symbol?.includes('#') ? [fingerprint] : [])).toSorted();

  it('below inserted lines', () => changed(moveDown, expectSameFingerprints), TIMEOUT);
  it('in another layout', () => changed(reformat, expectSameFingerprints), TIMEOUT);
  it('between other comments', () => changed(comment, expectSameFingerprints), TIMEOUT);
  it('with methods in another order', () => changed(reorderMembers, expectSameFingerprints), TIMEOUT);

  it(
    'in files of other names, where they keep their fingerprints and have moved',
    () =>
      changed(reorder, (after) => {
        const { counts, sources } = compareReports(before, after);
        expect(ofMethods(after)).toEqual(ofMethods(before));
        expect(counts).toMatchObject({ new: 0, fixed: 0 });
        expect(counts.moved + counts.unchanged).toBe(before.findings.length);
        expect(counts.moved).toBeGreaterThan(50);
        expect(sources?.renamed.items.length).toBeGreaterThan(30);
      }),
    TIMEOUT,
  );

  it(
    'in files of their own for each type',
    async () => {
      const after = await reportOf(split(clinic));
      const { counts } = compareReports(before, after);
      expect(ofMethods(after)).toEqual(ofMethods(before));
      expect(counts).toMatchObject({ new: 0, fixed: 0 });
    },
    TIMEOUT,
  );

  it(
    'but not where a guard is gone: the near twin of all of these',
    async () => {
      const guarded = 'src/main/java/org/csqa/clinic/prescriptions/PrescriptionService.java';
      const text = clinic[guarded] ?? '';
      const open = text.replace('@PreAuthorize("hasRole(\'VET\')")', '');
      expect(open).not.toBe(text);
      const { counts } = compareReports(before, await reportOf({ ...clinic, [guarded]: open }));
      expect(counts.new).toBeGreaterThan(0);
      expect(counts.ripple).toBe(counts.new);
    },
    TIMEOUT,
  );
});
