import { METRIC_IDS, METRIC_WEIGHTS } from '@csqa/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differences,
  type Figure,
  type Figures,
  figuresOf,
  reportOf,
  ruleCounts,
  type Tree,
} from './measured-tree.ts';
import { POM } from './render-configuration.ts';
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

/** What csqa-1 says by comparing guards with each other, so that taking the best one away evens them out. */
const COMPARING = ['B3', 'B4', 'D2', 'F2', 'index'];

/**
 * `figure before → after` for each that says less risk than before, the index among them. A check that fails open is what
 * B4 is about: with it goes a place that fails open, so that there the other fourteen are held, and the index over them.
 * So are the others, and the index over them, where the change has to move metrics that are named as `moving`.
 */
async function lowered(
  before: SpringProject,
  after: SpringProject,
  moving: readonly string[] = [],
): Promise<string[]> {
  const [old, now] = [await figuresFor(before), await figuresFor(after)];
  const aside = ['B4', ...moving];
  const exempt = openPlaces(now) < openPlaces(old) ? aside : moving;
  const falls = Object.keys(old).flatMap((id) => {
    const [left, right] = [old[id], now[id]];
    const isHeld = !exempt.includes(id) && (id !== 'index' || exempt.length === 0);
    const isPublished = !(COMPARING.includes(id) || moving.includes(id)) && isLess(right?.csqa1, left?.csqa1);
    return (isHeld && isLess(right?.csqa2, left?.csqa2)) || isPublished
      ? [`${id} ${left?.csqa1}, ${left?.csqa2} → ${right?.csqa1}, ${right?.csqa2}`]
      : [];
  });
  const [whole, left] = [indexWithout(aside, old), indexWithout(aside, now)];
  return left < whole - 1e-9 ? [...falls, `index without ${aside} ${whole} → ${left}`] : falls;
}

/** Places that answer a failure of security-relevant code and do not shut the door. */
function openPlaces(figures: Figures): number {
  const bars = figures.B4?.distribution ?? [];
  return bars
    .filter((bar) => !bar.startsWith('closed '))
    .reduce((sum, bar) => sum + Number(bar.slice(bar.lastIndexOf(' ') + 1)), 0);
}

/** The index of csqa-2 over all metrics but some. */
function indexWithout(metrics: readonly string[], figures: Figures): number {
  const rows = Object.entries(METRIC_WEIGHTS).flatMap(([id, weight]) => {
    const value = figures[id]?.csqa2;
    return metrics.includes(id) || value === null || value === undefined ? [] : [{ weight, value }];
  });
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  return rows.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
}

async function figuresFor(project: SpringProject): Promise<Figures> {
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
          expect(await lowered(project, after, ['F1'])).toEqual([]);
          expect(await lowered(permittedAfter(project, rule), after)).toEqual([]);
        }),
        { numRuns: 2 * RUNS },
      ),
    TIMEOUT,
  );
});

describe('a check that fails open', () => {
  const sample = (check: string) => ({
    'pom.xml': POM,
    'src/main/java/org/acme/Bills.java': `package org.acme;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.*;
import org.springframework.jdbc.core.JdbcTemplate;
@RestController
class Bills {
  private final JdbcTemplate jdbc;
  Bills(JdbcTemplate jdbc) { this.jdbc = jdbc; }
  @DeleteMapping("/bills/{id}")
  void remove(@PathVariable long id) {
    ${check}
    jdbc.update("delete from bill where id = ?", id);
  }
  private void check() {
    if (!"root".equals(SecurityContextHolder.getContext().getAuthentication().getName())) throw new AccessDeniedException("no");
  }
}
`,
  });

  it('takes what B4 is about with it when it is taken away: no law can hold there, and every other figure holds', async () => {
    const open = figuresOf(
      await reportOf(sample('try { check(); } catch (RuntimeException e) { System.out.println("go on"); }')),
    );
    const bare = figuresOf(await reportOf(sample('')));
    // If no lost guard lowered B4, code without any check would read 1, however harmless it is.
    expect([open.B4?.csqa2, bare.B4?.csqa2]).toEqual([1, null]);
    const others = METRIC_IDS.filter((id) => !['B4', 'A2', 'F1'].includes(id));
    expect(others.filter((id) => isLess(bare[id]?.csqa2, open[id]?.csqa2))).toEqual([]);
  });
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
