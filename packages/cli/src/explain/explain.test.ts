import { type Language, reportIn, textsOf } from '@csqa/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../report/test/hostile-text.ts';
import { sampleFinding, sampleReport } from '../../../report/test/sample-report.ts';
import { plainLook } from '../../test/plain-look.ts';
import { cliTextsOf } from '../text/texts-of.ts';
import { findSubject } from './find-subject.ts';
import { findingPage } from './finding-page.ts';
import { metricPage } from './metric-page.ts';
import type { PageContext } from './page.ts';
import { rulePage } from './rule-page.ts';

const report = sampleReport({
  findings: [
    sampleFinding({
      asvs: ['8.2.1'],
      owasp: ['A01:2021', 'A10:2025', 'API5:2023'],
      excerpt: { startLine: 40, lines: ['  @PostMapping', '\tString create(OwnerForm form) {', '}'] },
      related: [
        { file: 'src/main/java/org/clinic/VetController.java', line: 9, symbol: null, label: 'POST /vets' },
      ],
    }),
    sampleFinding({ id: 'F-3f9b22', severity: 'high', line: 90 }),
    sampleFinding({
      id: 'X-long-id',
      rule: 'CSQA-C3-secret-in-log',
      severity: 'low',
      fingerprint: '5195cd5606dafaa5',
    }),
  ],
});

const context = (language: Language = 'en'): PageContext => ({
  report: reportIn(report, language),
  words: textsOf(language),
  texts: cliTextsOf(language),
  look: plainLook(80),
});
const page = (lines: readonly string[]): string => `\n${lines.map((line) => line.trimEnd()).join('\n')}\n`;

describe('an id', () => {
  it.each([
    ['F-3f9a1c', { kind: 'finding', finding: { id: 'F-3f9a1c' } }],
    ['f-3F9A', { kind: 'finding', finding: { id: 'F-3f9a1c' } }],
    ['b2:9d5c0b7e', { kind: 'finding', finding: { id: 'F-3f9a1c' } }],
    ['5195cd56', { kind: 'finding', finding: { id: 'X-long-id' } }],
    ['F-77aa01', { kind: 'finding', finding: { id: 'F-77aa01', suppression: { source: 'comment' } } }],
    ['F-3f9', { kind: 'ambiguous', ids: ['F-3f9a1c', 'F-3f9b22'] }],
    ['CSQA-B1-thin-defence', { kind: 'rule', rule: 'CSQA-B1-thin-defence' }],
    ['b1-thin-defence', { kind: 'rule', rule: 'CSQA-B1-thin-defence' }],
    ['c1', { kind: 'metric', metric: 'C1' }],
    [' M1 ', { kind: 'metric', metric: 'M1' }],
    ['F-', { kind: 'unknown' }],
  ])('%j is found', (id, subject) => expect(findSubject(id, report)).toMatchObject(subject));

  it('that is misspelt gets the closest ones', () => {
    expect(findSubject('B1-thin-defense', report)).toMatchObject({ closest: ['CSQA-B1-thin-defence'] });
    expect(findSubject('X-long-1d', report)).toMatchObject({ closest: ['X-long-id'] });
    expect(findSubject('A9', null)).toMatchObject({
      kind: 'unknown',
      closest: expect.arrayContaining(['A1']),
    });
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(hostileText, (id) => findSubject(id, report).kind !== undefined),
      { numRuns: 40 },
    );
  });
});

describe('the page of a finding that shares its cause with others', () => {
  const root = sampleFinding({ id: 'F-root', line: 10 });
  const lesser = Array.from({ length: 12 }, (_, at) =>
    sampleFinding({
      ...{ id: `F-less-${at}`, rule: 'CSQA-C3-secret-in-log', line: 20 + at, sameCauseAs: 'F-root' },
    }),
  );
  const shared: PageContext = { ...context(), report: sampleReport({ findings: [root, ...lesser] }) };
  const textOf = (finding: ReturnType<typeof sampleFinding>) => page(findingPage(finding, shared));

  it('names the finding that is to be mended', () => {
    const text = textOf(lesser[0] ?? root);
    expect(text).toContain('Same root cause, mended together with');
    expect(text).toContain('OwnerController.java:10  F-root');
  });

  it('lists the first of those that are mended with it', () => {
    const text = textOf(root);
    expect(text).toContain('Same root cause, mended as well: 12 more findings');
    expect(text).toContain('F-less-9');
    expect(text).not.toContain('F-less-10');
  });

  it('says nothing of it where there is none, or it is not in the report', () => {
    expect(page(findingPage(sampleFinding({ id: 'F-alone' }), shared))).not.toContain('Same root cause');
    const gone = sampleFinding({ id: 'F-x', sameCauseAs: 'F-gone' });
    expect(page(findingPage(gone, shared))).not.toContain('Same root cause');
  });
});

describe('the page', () => {
  it('of a finding tells all of it', () => {
    const [finding] = report.findings;
    expect(page(finding === undefined ? [] : findingPage(finding, context()))).toMatchInlineSnapshot(`
      "
      critical  Privileged operation close to a public entry point
      src/main/java/org/clinic/OwnerController.java:41
      org.clinic.OwnerController#create(org.clinic.OwnerForm)

      What
        POST /owners reaches db.write Owner after one call, and needs no login.

      Why it matters
        Anybody who can send a request can change stored data.

      Fix
        Require a role: @PreAuthorize("hasRole('VET')") on OwnerController.create.

      Path
        1  POST /owners
           src/main/java/org/clinic/OwnerController.java:41
        2  OwnerService.save
           src/main/java/org/clinic/OwnerService.java:22
           guards: validation

      Source
        40    @PostMapping
      → 41      String create(OwnerForm form) {
        42  }

      See also
        1  POST /vets
           src/main/java/org/clinic/VetController.java:9

      References
        CWE-306     https://cwe.mitre.org/data/definitions/306.html
        A01:2021    https://owasp.org/Top10/2021/A01_2021-Broken_Access_Control/
        A10:2025    https://owasp.org/Top10/2025/A10_2025-Mishandling_of_Exceptional_Conditions/
        API5:2023   https://owasp.org/API-Security/editions/2023/en/0xa5-broken-function-level-authorization/
        ASVS 8.2.1  https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x17-V8-Authorization.md

      CSQA-B2-privileged-near-public · B2 · Confidence: high · F-3f9a1c · b2:9d5c0b7e
      "
    `);
  });

  it('of a suppressed finding in Russian says who suppressed it', () => {
    const [finding] = reportIn(report, 'ru').suppressed;
    const text = page(finding === undefined ? [] : findingPage(finding, context('ru')));
    expect(text).toContain('! Подавлено комментарием до 2027-01-31: A public form');
    expect(text).toContain('доходит до db.write Owner за один вызов');
  });

  it('of a rule lists its findings, the worst first', () => {
    expect(page(rulePage('CSQA-B2-privileged-near-public', context()))).toMatchInlineSnapshot(`
      "
      Privileged operation close to a public entry point
      Rule CSQA-B2-privileged-near-public

      What
        An entry point open to everyone writes, deletes, runs or sends something
        within three calls; critical within one. It says more than the finding on the
        open entry point and the one on thin defence with the same cause, which both
        refer to it.

      Fix
        Demand authentication and a right for this operation before the handler runs,
        or move it behind a guarded entry point.

      Severity
        critical, high

      References
        CWE-306     https://cwe.mitre.org/data/definitions/306.html
        CWE-749     https://cwe.mitre.org/data/definitions/749.html
        A07:2021    https://owasp.org/Top10/2021/A07_2021-Identification_and_Authentication_Failures/
        A01:2025    https://owasp.org/Top10/2025/A01_2025-Broken_Access_Control/
        A07:2025    https://owasp.org/Top10/2025/A07_2025-Authentication_Failures/
        API5:2023   https://owasp.org/API-Security/editions/2023/en/0xa5-broken-function-level-authorization/
        ASVS 8.2.1  https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x17-V8-Authorization.md

      B2 Privilege proximity
      How few steps lead from a stranger to a privileged operation?

        Fewest calls from an entry point without login to a privileged operation. 1 is
        in the handler itself, 0 is that none can be reached or that ten calls lie
        between.

      2 findings of this rule in the report
        F-3f9a1c  critical  src/main/java/org/clinic/OwnerController.java:41
        F-3f9b22  high      src/main/java/org/clinic/OwnerController.java:90
      "
    `);
  });

  it('of a metric tells its value and what moved it', () => {
    expect(page(metricPage('C1', context('ru')))).toMatchInlineSnapshot(`
      "
      C1 Непроверенный путь
      Как далеко уходят входные данные, прежде чем на них кто-то посмотрит?

        Самая длинная цепочка вызовов от ввода до операции без валидации и санитизации
        самого значения. 0 — проверяется сразу, 1 — десять вызовов и больше.

      В этом отчёте
        0,35 (csqa-1 0,35, csqa-2 0,35), вес 0,0667, Достоверность 93 %

      Из чего складывается
        0..1  3

      Что на неё влияет
               1  POST /owners
                  src/main/java/org/clinic/OwnerController.java:41
      "
    `);
  });

  it('of a metric that was not measured says why', () => {
    expect(page(metricPage('B4', context()))).toContain(
      'In this report\n  not measured: No catch block guards security-relevant code.',
    );
  });

  it('of the map counts it', () => {
    expect(page(metricPage('M1', context()))).toContain('2 nodes, 1 edge');
  });

  it('lets nothing through that the analysed tree put into a name', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const text = hostile.slice(0, 300);
        const hop = { file: text, line: 1, symbol: text, label: text };
        const finding = sampleFinding({
          id: text,
          file: text,
          what: text,
          why: text,
          fix: text,
          symbol: text,
          path: [hop],
        });
        const lines = findingPage(
          { ...finding, related: [hop], excerpt: { startLine: 1, lines: [text, `\t${text}`] } },
          context(),
        );
        return lines.every((line) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(line));
      }),
    );
  });
});
