import { describe, expect, it } from 'vitest';
import {
  AUDIT,
  CONTROLLER,
  HANDLER,
  ROAD_FINDING,
  SAVE,
  SECURITY,
  SERVICE,
  SERVICE_GUARD,
  type TreeChanges,
  treeReport,
} from '../../test/two-trees.ts';
import { compareReports } from './compare-reports.ts';

/** What the finding of the head is told to come from: its origin, and each cause in short. */
function explained(base: TreeChanges, head: TreeChanges): string[] {
  const { findings } = compareReports(treeReport(base), treeReport({ findings: [ROAD_FINDING], ...head }));
  const [found] = findings.filter(({ state }) => state === 'new');
  const causes = (found?.causes ?? []).map(({ kind, side, file, line, distance }) =>
    [kind, side, `${file}:${line}`, ...(distance === null ? [] : [`${distance} away`])].join(' '),
  );
  return [found?.origin ?? 'not new', ...causes];
}

const serviceChanged = { contents: { [SERVICE]: 's2' }, methods: { [SAVE]: 's2' } };
const otherGuard = { ...SERVICE_GUARD, method: AUDIT, file: 'src/Audit.java' };

describe('a new finding in a file that nobody touched', () => {
  it('comes from the guard that is gone from its road, and from no guard elsewhere', () => {
    expect(explained({ guards: [SERVICE_GUARD] }, serviceChanged)).toEqual([
      'ripple',
      `guard-removed base ${SERVICE}:20`,
    ]);
    expect(explained({ guards: [otherGuard] }, serviceChanged)).toEqual([
      'ripple',
      `code-changed head ${SERVICE}:10`,
    ]);
  });

  it('does not come from a guard that was inert, moved to another line, or is written with other space', () => {
    const written = { ...SERVICE_GUARD, text: '@Guard(role = "VET")' };
    const spaced = { ...written, line: 90, text: '@Guard(role =\n    "VET")' };
    for (const [before, after] of [
      [{ ...SERVICE_GUARD, state: 'inert' as const }, []],
      [written, [spaced]],
    ] as const) {
      expect(explained({ guards: [before] }, { ...serviceChanged, guards: after })).toEqual([
        'ripple',
        `code-changed head ${SERVICE}:10`,
      ]);
    }
  });

  it('comes from the rule that lets more in, named where it was and is no more', () => {
    const head = {
      verdict: 'public',
      rule: 'anyRequest().permitAll()',
      contents: { [SECURITY]: 'x2' },
    } as const;
    expect(explained({}, head)).toEqual(['ripple', `access-changed base ${SECURITY}:5`]);
    const asGuard = { ...SERVICE_GUARD, carrier: 'entry', entryPoint: 'http POST /owners' } as const;
    const chain = { ...asGuard, method: HANDLER, file: SECURITY, line: 5 };
    expect(explained({ guards: [chain] }, head)).toEqual(['ripple', `access-changed base ${SECURITY}:5`]);
    expect(explained({ guards: [{ ...chain, line: 9 }] }, head)).toEqual([
      'ripple',
      `guard-removed base ${SECURITY}:9`,
      `access-changed base ${SECURITY}:5`,
    ]);
    const stricter = { ...head, verdict: 'authorized' } as const;
    expect(explained({}, stricter)).toEqual(['ripple', `configuration-changed head ${SECURITY}:5`]);
  });

  it('comes from a call that was not there, and not from one that was', () => {
    expect(explained({ edges: [] }, { contents: { [SERVICE]: 's2' } })).toEqual([
      'ripple',
      `call-added head ${CONTROLLER}:12`,
    ]);
    expect(explained({}, serviceChanged)).toEqual(['ripple', `code-changed head ${SERVICE}:10`]);
  });

  it('comes from a file of its road that was touched outside of methods, and from no file beside it', () => {
    expect(explained({}, { contents: { [SERVICE]: 's2' } })).toEqual([
      'ripple',
      `file-changed head ${SERVICE}:null`,
    ]);
    expect(explained({}, { contents: { 'src/Audit.java': 'a2' } })).toEqual(['ripple']);
  });

  it('comes from the nearest changed method of the call graph where its own road is as it was', () => {
    const edges = [
      [HANDLER, SAVE],
      [SAVE, AUDIT],
    ] as const;
    const auditChanged = { contents: { 'src/Audit.java': 'a2' }, methods: { [AUDIT]: 'a2' } };
    expect(explained({ edges }, { edges, ...auditChanged })).toEqual([
      'ripple',
      'code-nearby head src/Audit.java:10 1 away',
    ]);
    expect(explained({}, auditChanged)).toEqual(['ripple']);
  });

  it('comes from a touched file without methods where no code changed, such as a test that is gone', () => {
    const withTest = { contents: { 'test/OwnerTest.java': 't' } };
    expect(explained(withTest, {})).toEqual(['ripple', 'file-changed base test/OwnerTest.java:null']);
    expect(explained(withTest, withTest)).toEqual(['ripple']);
  });

  it('has no more causes than can be read', () => {
    const guards = Array.from({ length: 30 }, (_, at) => ({ ...SERVICE_GUARD, text: `@Guard${at}` }));
    expect(explained({ guards }, serviceChanged)).toHaveLength(1 + 8);
  });
});

describe('where a new finding stands', () => {
  it('is touched code where its own file has another content, or is new', () => {
    expect(explained({}, { contents: { [CONTROLLER]: 'c2' } })[0]).toBe('touched');
    const elsewhere = { ...ROAD_FINDING, file: 'src/New.java' };
    expect(explained({}, { contents: { 'src/New.java': 'n' }, findings: [elsewhere] })[0]).toBe('touched');
  });

  it('is untouched code where the file has another name and the same content', () => {
    const moved = { ...ROAD_FINDING, file: 'web/OwnerController.java' };
    const { [CONTROLLER]: _, ...kept } = { [CONTROLLER]: 'c', [SERVICE]: 's' };
    const rest = {
      sources: Object.entries({ ...kept, 'web/OwnerController.java': 'c' }).map(([file, hash]) => ({
        file,
        hash,
      })),
    };
    expect(explained({}, { findings: [moved], rest })[0]).toBe('ripple');
  });

  it('is not known where a report does not tell what it read, or not that file', () => {
    expect(explained({}, { rest: { sources: undefined } })[0]).toBe('unknown');
    expect(explained({}, { findings: [{ ...ROAD_FINDING, file: 'logo.png' }] })[0]).toBe('unknown');
  });
});

it('thirty thousand new findings are explained one by one', () => {
  const findings = Array.from({ length: 30_000 }, (_, index) => ({
    ...ROAD_FINDING,
    ...{ fingerprint: `f${index}`, id: `f${index}`, line: index + 1 },
  }));
  const head = treeReport({ findings, contents: { 'pom.xml': 'new' } });
  const { counts, findings: compared } = compareReports(treeReport(), head);
  expect(counts).toMatchObject({ new: 30_000, ripple: 30_000 });
  expect(compared.every(({ causes }) => causes[0]?.kind === 'file-changed')).toBe(true);
});

describe('a finding about a guard that is found no more', () => {
  const untested = {
    ...ROAD_FINDING,
    ...{ rule: 'CSQA-F2-untested-guard', file: SERVICE, line: 20, symbol: SAVE, path: [] },
  };
  const fixed = (base: TreeChanges, head: TreeChanges) =>
    compareReports(treeReport({ findings: [untested], ...base }), treeReport(head)).findings.map(
      ({ state, causes }) => [state, ...causes.map(({ kind, file, line }) => `${kind} ${file}:${line}`)],
    );

  it('says so where the guard itself is gone, and nothing where a test was written for it', () => {
    expect(fixed({ guards: [SERVICE_GUARD] }, serviceChanged)).toEqual([
      ['fixed', `guard-removed ${SERVICE}:20`],
    ]);
    expect(fixed({ guards: [SERVICE_GUARD] }, { guards: [SERVICE_GUARD] })).toEqual([['fixed']]);
  });

  it('says nothing where a test has come to the method, nor of findings about something else', () => {
    const other = { ...SERVICE_GUARD, line: 22, text: '@RolesAllowed("VET")' };
    const base = { guards: [SERVICE_GUARD, other] };
    expect(fixed(base, { guards: [{ ...other, tested: false }] })).toEqual([
      ['fixed', `guard-removed ${SERVICE}:20`],
    ]);
    expect(fixed(base, { guards: [{ ...other, tested: true }] })).toEqual([['fixed']]);
    const thin = { ...untested, rule: 'CSQA-B1-thin-defence' };
    expect(fixed({ guards: [SERVICE_GUARD], findings: [thin] }, serviceChanged)).toEqual([['fixed']]);
  });
});
