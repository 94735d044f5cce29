import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportOf, reportSaying } from '../../test/hostile-report.ts';
import { hostileText } from '../../test/hostile-text.ts';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import type { Report } from '../schema/report.ts';
import { SEVERITIES } from '../schema/vocabulary.ts';
import { renderGitlab } from './gitlab.ts';
import type { RenderOptions } from './writer.ts';

interface Violation {
  readonly check_name: string;
  readonly description: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function violationsOf(report: Report, options: RenderOptions = { lang: 'en' }): readonly Violation[] {
  return JSON.parse(renderGitlab(report, options)) as Violation[];
}

/** What GitLab's documentation asks of every violation. */
function expectAccepted(violations: readonly Violation[]): void {
  const bad = violations.filter(
    ({ description, check_name, fingerprint, severity, location }) =>
      !/^(?:info|minor|major|critical|blocker)$/.test(severity) ||
      [description, check_name, fingerprint, location.path].some((text) => typeof text !== 'string') ||
      description === '' ||
      /^(?:\.{0,2}\/|$)|(?:^|\/)\.\.(?:\/|$)/.test(location.path) ||
      !Number.isInteger(location.lines.begin) ||
      location.lines.begin < 1,
  );
  expect(bad).toEqual([]);
  expect(new Set(violations.map(({ fingerprint }) => fingerprint)).size).toBe(violations.length);
}

describe('the report for GitLab', () => {
  it('says what is wrong, what to do and where', () => {
    expect(violationsOf(sampleReport())).toEqual([
      {
        type: 'issue',
        check_name: 'CSQA-B2-privileged-near-public',
        description:
          'POST /owners reaches db.write Owner after one call, and needs no login. Fix: Require a role: @PreAuthorize("hasRole(\'VET\')") on OwnerController.create.',
        categories: ['Security'],
        severity: 'blocker',
        fingerprint: 'b2:9d5c0b7e',
        location: { path: 'src/main/java/org/clinic/OwnerController.java', lines: { begin: 41 } },
      },
    ]);
  });

  it('names files from the root of the repository, and leaves out those outside of it', () => {
    const findings = [sampleFinding({ file: 'a b/ü.java' }), sampleFinding({ file: '../etc/passwd' })];
    const options = { lang: 'en', pathPrefix: './services/clinic/' } as const;
    expect(violationsOf(sampleReport({ findings }), options).map(({ location }) => location.path)).toEqual([
      'services/clinic/a b/ü.java',
    ]);
  });

  it('has a word for every severity, worst first', () => {
    const findings = SEVERITIES.map((severity) => sampleFinding({ severity, fingerprint: severity }));
    expect(violationsOf(sampleReport({ findings })).map(({ severity }) => severity)).toEqual([
      'blocker',
      'critical',
      'major',
      'minor',
      'info',
    ]);
  });

  it('gives every violation a fingerprint of its own, the first of equal ones its own', () => {
    const findings = ['a', 'a#2', 'a', 'a'].map((fingerprint) => sampleFinding({ fingerprint }));
    expect(violationsOf(sampleReport({ findings })).map(({ fingerprint }) => fingerprint)).toEqual([
      'a',
      'a#2',
      'a#3',
      'a#4',
    ]);
  });

  it('is what GitLab takes for 0 to 30,000 findings of hostile text', () => {
    const texts = fc.array(hostileText, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 30_000), texts, (count, words) => {
        expectAccepted(violationsOf(reportOf(count, words)));
        for (const text of words) expectAccepted(violationsOf(reportSaying(text)));
      }),
      { numRuns: 6 },
    );
  });
});
