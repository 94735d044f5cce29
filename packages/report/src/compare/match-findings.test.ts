import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryReport } from '../../test/arbitrary-report.ts';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import type { FindingState } from '../schema/comparison.ts';
import type { Finding } from '../schema/finding.ts';
import type { Report } from '../schema/report.ts';
import { compareReports } from './compare-reports.ts';

const MIRRORED: Readonly<Record<FindingState, FindingState>> = {
  new: 'fixed',
  fixed: 'new',
  reopened: 'suppressed',
  suppressed: 'reopened',
  moved: 'moved',
  unchanged: 'unchanged',
};

const method = 'org.clinic.Owners#create(int)';

function made(changes: Partial<Finding>): Finding {
  return sampleFinding({ symbol: method, path: [], ...changes });
}

function reportOf(findings: readonly Finding[], methods: readonly string[] = [method]): Report {
  return sampleReport({
    findings,
    suppressed: [],
    methods: methods.map((id) => ({
      ...{ id, file: 'Owners.java', line: 1, cognitiveComplexity: 0, distanceToEntry: 0 },
    })),
  });
}

/** `state rule what`, with what it was recognised by. */
function told(base: Report, head: Report): string[] {
  return compareReports(base, head).findings.map(({ state, matchedBy, finding }) =>
    [state, ...(matchedBy === null ? [] : [`by ${matchedBy}`]), finding.what].join(' '),
  );
}

describe('findings of two reports', () => {
  it('are the same though lines moved', () => {
    const base = reportOf([made({ what: 'x' })]);
    expect(told(base, reportOf([made({ what: 'x', line: 99 })]))).toEqual(['unchanged by fingerprint x']);
  });

  it('are the same though words changed, and others where the rule is another', () => {
    const base = reportOf([made({ what: 'one call' })]);
    expect(told(base, reportOf([made({ what: 'two calls' })]))).toEqual([
      'unchanged by fingerprint two calls',
    ]);
    const other = made({ what: 'one call', rule: 'CSQA-B1-thin-defence', fingerprint: 'other' });
    expect(told(base, reportOf([other]))).toEqual(['new one call', 'fixed one call']);
  });

  it('move with a file under another name, and not to another symbol', () => {
    const base = reportOf([made({ what: 'x', file: 'old/Owners.java', fingerprint: 'old' })]);
    const renamed = made({ what: 'x', file: 'new/Owners.java', fingerprint: 'new' });
    expect(told(base, reportOf([renamed]))).toEqual(['moved by symbol x']);
    const elsewhere = { ...renamed, symbol: 'org.clinic.Owners#remove(int)' };
    expect(told(base, reportOf([elsewhere], [method, 'org.clinic.Owners#remove(int)']))).toEqual([
      'new x',
      'fixed x',
    ]);
  });

  it('move with a method to another type, unless the old one is still there or there are two to choose from', () => {
    const moved = 'org.clinic.OwnerDesk#create(int)';
    const base = reportOf([made({ what: 'x', fingerprint: 'old' })]);
    const there = made({ what: 'x', fingerprint: 'new', file: 'OwnerDesk.java', symbol: moved });
    expect(told(base, reportOf([there], [moved]))).toEqual(['moved by member x']);
    expect(told(base, reportOf([there], [moved, method]))).toEqual(['new x', 'fixed x']);
    const second = { ...there, fingerprint: 'newer', symbol: 'org.clinic.FrontDesk#create(int)' };
    expect(told(base, reportOf([there, second], [moved]))).toEqual(['new x', 'new x', 'fixed x']);
  });

  it('that came before others like them do not pass for the old ones', () => {
    const [old, older] = [
      made({ what: 'a', fingerprint: '0' }),
      made({ what: 'b', fingerprint: '1', line: 50 }),
    ];
    const head = reportOf([
      made({ what: 'fresh', fingerprint: '0', line: 40 }),
      made({ what: 'a', fingerprint: '1', line: 45 }),
      made({ what: 'b', fingerprint: '2', line: 55 }),
    ]);
    expect(told(reportOf([old, older]), head)).toEqual([
      'new fresh',
      'unchanged by place a',
      'unchanged by place b',
    ]);
  });

  it('that weigh more are told as such, and those that weigh less are not', () => {
    const [mild, grave] = [reportOf([made({ severity: 'medium' })]), reportOf([made({ severity: 'high' })])];
    const [worse] = compareReports(mild, grave).findings;
    expect([worse?.state, worse?.worsened, worse?.before?.severity]).toEqual(['unchanged', true, 'medium']);
    expect(compareReports(grave, mild).counts).toMatchObject({ worsened: 0, unchanged: 1 });
  });

  it('that are suppressed or no longer suppressed are neither fixed nor new', () => {
    const finding = made({});
    const suppression = { source: 'config', reason: 'x', until: null, file: '.csqa.yml', line: 1 } as const;
    const open = reportOf([finding]);
    const closed = { ...reportOf([]), suppressed: [{ ...finding, suppression }] };
    expect(compareReports(open, closed).counts).toMatchObject({ suppressed: 1, fixed: 0 });
    expect(compareReports(closed, open).counts).toMatchObject({ reopened: 1, new: 0 });
    expect(compareReports(closed, closed).findings).toEqual([]);
  });
});

describe('the laws of comparing', () => {
  it('nothing changes between a report and itself', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const { findings, counts, index, metrics, guards, topology, sinks, entryPoints } = compareReports(
          report,
          report,
        );
        expect(findings.every((one) => one.state === 'unchanged' && one.before === null)).toBe(true);
        expect(counts.unchanged).toBe(report.findings.length);
        expect(
          [index.delta, ...metrics.map(({ value }) => value.delta ?? 0)].every((delta) => delta === 0),
        ).toBe(true);
        const lists = [guards.added, guards.removed, sinks.added, sinks.removed, entryPoints.added];
        const lengths = [...lists, topology.opened, topology.callsAdded].map(({ items }) => items.length);
        expect(new Set(lengths)).toEqual(new Set([0]));
      }),
    );
  });

  it('what comes one way goes the other way', () => {
    fc.assert(
      fc.property(arbitraryReport, arbitraryReport, (base, head) => {
        const states = (from: Report, to: Report) =>
          compareReports(from, to).findings.map(({ state, matchedBy }) => [state, matchedBy]);
        const there = states(base, head).map(([state, by]) => `${MIRRORED[state as FindingState]} ${by}`);
        const back = states(head, base).map(([state, by]) => `${state} ${by}`);
        expect(there.toSorted()).toEqual(back.toSorted());
      }),
    );
  });

  it('every open finding of either side is told once', () => {
    fc.assert(
      fc.property(arbitraryReport, arbitraryReport, (base, head) => {
        const { counts, findings } = compareReports(base, head);
        expect(counts.new + counts.reopened + counts.moved + counts.unchanged).toBe(head.findings.length);
        expect(counts.fixed + counts.suppressed).toBeLessThanOrEqual(base.findings.length);
        const inHead = findings.filter(({ state }) => state !== 'fixed' && state !== 'suppressed');
        const fingerprints = inHead.map(({ finding }) => finding.fingerprint);
        expect(new Set(fingerprints)).toEqual(new Set(head.findings.map(({ fingerprint }) => fingerprint)));
        const matched = counts.moved + counts.unchanged;
        const wereOpen = base.findings.length - counts.fixed - counts.suppressed;
        expect(matched).toBe(wereOpen);
      }),
    );
  });

  it('the order of findings has no say', () => {
    fc.assert(
      fc.property(arbitraryReport, arbitraryReport, (base, head) => {
        const reversed = (report: Report): Report => ({
          ...report,
          findings: report.findings.toReversed(),
          suppressed: report.suppressed.toReversed(),
        });
        expect(compareReports(reversed(base), reversed(head)).findings).toEqual(
          compareReports(base, head).findings,
        );
      }),
    );
  });

  it('thirty thousand findings that are all alike are matched one by one', () => {
    const many = (offset: number) =>
      reportOf(
        Array.from({ length: 30_000 }, (_, index) =>
          made({
            fingerprint: `f${index + offset}`,
            id: `f${index + offset}`,
            line: index + 1,
            what: `${index}`,
          }),
        ),
      );
    const { counts } = compareReports(many(0), many(500));
    expect(counts).toMatchObject({ new: 0, fixed: 0, moved: 0, unchanged: 30_000 });
  });
});
