import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, type Figure, figuresOf, reportOf, ruleCounts, type Tree } from './measured-tree.ts';
import { treeOf } from './render-project.ts';
import {
  guardsOf,
  permittedAfter,
  permittedBefore,
  type SpringProject,
  springProject,
  withCopiedEndpoint,
  withoutGuard,
} from './spring-project.ts';
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

/** Projects for each law; CSQA_LAW_RUNS asks for more. A failure names the seed and path that repeat it. */
const RUNS = Number(process.env.CSQA_LAW_RUNS ?? 8);
const TIMEOUT = 60_000 + 10_000 * RUNS;

const choices = fc.infiniteStream(fc.nat({ max: 9999 })).map(
  (stream): Choices =>
    () =>
      stream.next().value ?? 0,
);

/** Reads a tree before and after a change that may not show in any figure. */
async function expectNoChange(before: Tree, after: Tree): Promise<void> {
  const [first, second] = [await reportOf(before), await reportOf(after)];
  expect(differences(first, second)).toEqual([]);
  expect(ruleCounts(second)).toEqual(ruleCounts(first));
}

function forEachProject(law: (project: SpringProject, chosen: Choices) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(springProject, choices, law), { numRuns: RUNS });
}

describe('no figure and no finding changes', () => {
  it(
    'when the code is laid out in another way',
    () =>
      forEachProject((project, chosen) => expectNoChange(treeOf(project), reformat(treeOf(project), chosen))),
    TIMEOUT,
  );

  it(
    'when comments are added',
    () =>
      forEachProject((project, chosen) => expectNoChange(treeOf(project), comment(treeOf(project), chosen))),
    TIMEOUT,
  );

  it(
    'when the types of a file move to files of their own',
    () =>
      forEachProject((project) => {
        const after = split(treeOf(project));
        expect(Object.keys(after).length).toBeGreaterThan(Object.keys(treeOf(project)).length);
        return expectNoChange(treeOf(project), after);
      }),
    TIMEOUT,
  );

  it(
    'when files are read in another order',
    () =>
      forEachProject((project, chosen) => expectNoChange(treeOf(project), reorder(treeOf(project), chosen))),
    TIMEOUT,
  );

  it(
    'when methods have names that say nothing',
    () =>
      forEachProject(async (project) => {
        const tree = treeOf(project);
        let names: ReadonlySet<string> = new Set();
        const before = await reportOf(tree, (program) => {
          names = renameable(program, tree);
        });
        const after = await reportOf(rename(tree, names));
        expect(names.size).toBeGreaterThanOrEqual(project.areas.length);
        expect(differences(before, after)).toEqual([]);
        expect(ruleCounts(after)).toEqual(ruleCounts(before));
      }),
    TIMEOUT,
  );

  it(
    'when a class is added that nothing uses',
    () => forEachProject((project) => expectNoChange(treeOf(project), addUnreachable(treeOf(project)))),
    TIMEOUT,
  );
});

/**
 * Figures that measure guards against a fixed yardstick. The others compare guards with each other, so that taking the
 * best one away evens them out: B3 (the least with the most guarded road), D2 (only behind a check), F2 (tested guards
 * with all guards), B4 (blocks that shut the door with all around checks).
 */
const FIXED = ['A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2', 'C3', 'D1', 'E1', 'F1'] as const;

/** `metric before → after` for each figure that says less risk than before, in either scoring model. */
async function lowered(before: SpringProject, after: SpringProject): Promise<string[]> {
  const [old, now] = [await figuresFor(before), await figuresFor(after)];
  return FIXED.flatMap((id) => {
    const [left, right] = [old[id], now[id]];
    const falls = (['csqa1', 'csqa2'] as const).some((model) => isLess(right?.[model], left?.[model]));
    return falls ? [`${id} ${left?.csqa1}, ${left?.csqa2} → ${right?.csqa1}, ${right?.csqa2}`] : [];
  });
}

async function figuresFor(project: SpringProject): Promise<Readonly<Record<string, Figure>>> {
  return figuresOf(await reportOf(treeOf(project)));
}

/** What is no longer measured is less too. */
function isLess(right: number | null | undefined, left: number | null | undefined): boolean {
  if (left === null || left === undefined) return false;
  return right === null || right === undefined ? left > 0 : right < left;
}

describe('risk is never lower', () => {
  it(
    'when a guard is taken away',
    () =>
      fc.assert(
        fc.asyncProperty(springProject, fc.nat(), async (project, pick) => {
          const places = guardsOf(project);
          fc.pre(places.length > 0);
          const place = places[pick % places.length];
          if (place === undefined) throw new RangeError('no guard');
          expect(await lowered(project, withoutGuard(project, place))).toEqual([]);
        }),
        { numRuns: 3 * RUNS },
      ),
    TIMEOUT,
  );

  it(
    'when permitAll is put before a rule',
    () =>
      fc.assert(
        fc.asyncProperty(springProject, fc.nat(), async (project, pick) => {
          fc.pre(project.rules.length > 0);
          const rule = pick % project.rules.length;
          const after = permittedBefore(project, rule);
          // A line more is another shape of the code, which is F1; it is held against the same line where it has no say.
          expect((await lowered(project, after)).filter((fall) => !fall.startsWith('F1 '))).toEqual([]);
          expect(await lowered(permittedAfter(project, rule), after)).toEqual([]);
        }),
        { numRuns: 2 * RUNS },
      ),
    TIMEOUT,
  );
});

const SURFACE = 'A1';

describe('an endpoint that is there twice', () => {
  it(
    'moves only A1 where the same handlers answer under a second prefix',
    () =>
      forEachProject(async (project) => {
        // Every endpoint twice, no code twice: a mean over endpoints stays, a sum grows. F1 sees the new classes.
        const once = { ...project, listener: false };
        const [before, after] = [
          await reportOf(treeOf(once)),
          await reportOf(treeOf({ ...once, offeredTwice: true })),
        ];
        expect(after.entryPoints.length).toBe(2 * before.entryPoints.length);
        expect(moved(figuresOf(before), figuresOf(after), ['F1', 'index'])).toEqual([SURFACE]);
      }),
    TIMEOUT,
  );

  it(
    'moves no figure of the weakest road where its code is copied',
    () =>
      forEachProject(async (project) => {
        const [before, after] = [await figuresFor(project), await figuresFor(withCopiedEndpoint(project))];
        for (const id of ['B1', 'B2', 'B3', 'C1', 'D2']) {
          expect([id, after[id]?.csqa1, after[id]?.raw]).toEqual([id, before[id]?.csqa1, before[id]?.raw]);
        }
        expect(after[SURFACE]?.raw).toBeGreaterThan(before[SURFACE]?.raw ?? 0);
      }),
    TIMEOUT,
  );
});

/** Metrics whose values differ. */
function moved(
  before: Readonly<Record<string, Figure>>,
  after: Readonly<Record<string, Figure>>,
  except: readonly string[],
): string[] {
  const values = (figure: Figure | undefined) => JSON.stringify([figure?.csqa1, figure?.csqa2, figure?.raw]);
  return Object.keys(before).filter((id) => !except.includes(id) && values(before[id]) !== values(after[id]));
}
