import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULE_IDS } from '@csqa/report';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  compareExpectations,
  type Expectation,
  parseExpectations,
  readExpectations,
} from './expectations.ts';

const PRIVILEGED = 'CSQA-B2-privileged-near-public';
const SECRET = 'CSQA-C3-secret-in-log';
const RULES = new Set([PRIVILEGED, SECRET]);

function problemsOf(text: string): readonly string[] {
  return parseExpectations('Visits.java', text, RULES).problems;
}

describe('parseExpectations', () => {
  it('places every mark of a run on the line under the run', () => {
    const text = [
      'class Visits {',
      '    @PostMapping',
      `    // expect ${PRIVILEGED}: the handler writes`,
      `    // silent ${SECRET}`,
      '    void open() {}',
      '}',
    ].join('\n');
    expect(parseExpectations('Visits.java', text, RULES)).toEqual({
      expectations: [
        { file: 'Visits.java', line: 5, kind: 'expect', rule: PRIVILEGED, reason: 'the handler writes' },
        { file: 'Visits.java', line: 5, kind: 'silent', rule: SECRET },
      ],
      problems: [],
    });
  });

  it.each([
    ['XML', `<!-- known-miss ${PRIVILEGED}: read by a plugin -->\n<dependency>`],
    ['YAML', `# known-miss ${PRIVILEGED}: read by a plugin\nkey: value`],
    ['Windows line ends', `// known-miss ${PRIVILEGED}: read by a plugin\r\nvoid open() {}\r\n`],
  ])('reads a mark in %s', (_, text) => {
    expect(parseExpectations('pom.xml', text, RULES)).toEqual({
      expectations: [
        { file: 'pom.xml', line: 2, kind: 'known-miss', rule: PRIVILEGED, reason: 'read by a plugin' },
      ],
      problems: [],
    });
  });

  it.each([
    ['a plural', `// expects ${PRIVILEGED}`],
    ['a capital', `// Expect ${PRIVILEGED}`],
    ['a colon after the word', `// expect: ${PRIVILEGED}`],
    ['swapped letters', `// exepct ${PRIVILEGED}`],
    ['a lost prefix', '// expect B2-privileged-near-public'],
    ['a lower-case prefix', '// silent csqa-B2-privileged-near-public'],
    ['no hyphen', `// known miss ${PRIVILEGED}: reflection`],
    ['an empty reason', `// expect ${PRIVILEGED}:`],
    ['two rules', `// expect ${PRIVILEGED}, ${SECRET}`],
    ['a mark behind code', `open(); // expect ${PRIVILEGED}`],
    ['a block comment', `/* expect ${PRIVILEGED} */`],
  ])('refuses %s', (_, line) => {
    expect(problemsOf(`${line}\nvoid open() {}`)).toEqual([
      expect.stringMatching(/^Visits\.java:1: expected a comment line/),
    ]);
  });

  it.each([
    ['an unknown rule', '// expect CSQA-B2-near-public\nvoid open() {}', 'no rule is called'],
    ['a known miss without a reason', `// known-miss ${PRIVILEGED}\nvoid open() {}`, 'needs a reason'],
    ['a mark above a blank line', `// expect ${PRIVILEGED}\n\nvoid open() {}`, 'directly above'],
    ['a mark above a comment', `// expect ${PRIVILEGED}\n// Opens.\nvoid open() {}`, 'directly above'],
    ['a mark at the end', `// expect ${PRIVILEGED}`, 'directly above'],
  ])('refuses %s', (_, text, fact) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(fact)]);
  });

  it('refuses two marks of one rule on one line', () => {
    expect(problemsOf(`// expect ${SECRET}\n// silent ${SECRET}\nlog();`)).toEqual([
      `Visits.java:2: line 3 has a mark for ${SECRET} already`,
    ]);
  });

  it.each([
    ['prose', '// We expect the caller to hold a lock.'],
    ['a word in code', 'expect(silent);'],
    ['a suppression', '// csqa-ignore CSQA-C3-secret-in-log until=2027-01-01 reason="test key"'],
  ])('leaves %s alone', (_, line) => {
    expect(parseExpectations('Visits.java', `${line}\nvoid open() {}`, RULES)).toEqual({
      expectations: [],
      problems: [],
    });
  });
});

describe('readExpectations', () => {
  const roots: string[] = [];

  afterEach(() => {
    for (const root of roots.splice(0)) rmSync(root, { recursive: true });
  });

  function tree(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(join(tmpdir(), 'expectations-'));
    roots.push(root);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  }

  it('reads sample files in order and neither build output, prose nor what links lead to', () => {
    const mark = `// expect ${SECRET}\nlog();\n`;
    const root = tree({
      'web/Visits.java': mark,
      'Billing.java': mark,
      'target/Copy.java': mark,
      'README.md': `Write // expects ${SECRET}\n`,
    });
    symlinkSync(join(root, 'web'), join(root, 'linked'));
    expect(readExpectations(root, RULES).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'Billing.java:2',
      'web/Visits.java:2',
    ]);
  });

  it('names every mark that is wrong, with file and line', () => {
    const root = tree({
      'A.java': `// expects ${SECRET}\nlog();\n`,
      'b/B.java': `class B {}\n// known-miss ${SECRET}\nlog();\n`,
    });
    expect(() => readExpectations(root, RULES)).toThrow(
      /A\.java:1: expected[\s\S]*b\/B\.java:2: a known miss/,
    );
  });
});

describe('compareExpectations', () => {
  const at = (line: number, rule = SECRET) => ({ file: 'Visits.java', line, rule });
  const mark = (kind: Expectation['kind'], line: number, rule = SECRET): Expectation => ({
    ...at(line, rule),
    kind,
  });

  it('is content where findings are where the marks say', () => {
    const marks = [mark('expect', 3), mark('silent', 9), mark('known-miss', 12)];
    expect(compareExpectations([at(3), at(3)], marks)).toEqual({
      missing: [],
      unexpectedSilentViolations: [],
      promotedKnownMisses: [],
      unmarked: [],
    });
  });

  it('tells apart what is missing, what should be silent, what is found by now and what nobody marked', () => {
    const marks = [mark('expect', 3), mark('silent', 9), mark('known-miss', 12)];
    expect(compareExpectations([at(4), at(9), at(12), at(3, PRIVILEGED)], marks)).toEqual({
      missing: [mark('expect', 3)],
      unexpectedSilentViolations: [at(9)],
      promotedKnownMisses: [mark('known-miss', 12)],
      unmarked: [at(3, PRIVILEGED), at(4)],
    });
  });

  it('gives the same answer in whatever order findings and marks come', () => {
    const line = fc.integer({ min: 1, max: 4 });
    const kinds = fc.constantFrom<Expectation['kind']>('expect', 'silent', 'known-miss');
    const marks = fc.uniqueArray(fc.tuple(kinds, line), { selector: ([, where]) => where });
    fc.assert(
      fc.property(marks, fc.array(line), (rows, lines) => {
        const expectations = rows.map(([kind, where]) => mark(kind, where));
        const findings = lines.map((where) => at(where));
        expect(compareExpectations([...findings].reverse(), [...expectations].reverse())).toEqual(
          compareExpectations(findings, expectations),
        );
      }),
    );
  });
});

/** Rules that the clinic does not show, as its README says: weaknesses that have samples of their own in other tests. */
const NOT_IN_THE_CLINIC = [
  'CSQA-A1-shadowed-rule',
  'CSQA-A1-management-exposed',
  'CSQA-A1-csrf-disabled',
  'CSQA-A1-any-verb',
  'CSQA-A3-mass-assignment',
  'CSQA-A3-unbounded-upload',
  'CSQA-B1-no-owner-check',
  'CSQA-B1-no-rate-limit',
  'CSQA-B4-broad-catch',
  'CSQA-B4-trust-all-certificates',
  'CSQA-B4-unverified-host',
  'CSQA-B4-unverified-token',
  'CSQA-C1-nosql-injection',
  'CSQA-C1-command-injection',
  'CSQA-C1-code-injection',
  'CSQA-C1-template-injection',
  'CSQA-C1-unsafe-deserialization',
  'CSQA-C1-ssrf',
  'CSQA-C1-xss',
  'CSQA-C1-open-redirect',
  'CSQA-C1-header-injection',
  'CSQA-C1-ldap-injection',
  'CSQA-C1-xpath-injection',
  'CSQA-C1-xxe',
  'CSQA-C1-jndi-injection',
  'CSQA-C1-log-injection',
  'CSQA-C2-error-detail-configured',
  'CSQA-C3-hard-coded-secret',
  'CSQA-C3-weak-password-storage',
  'CSQA-D1-many-technologies',
  'CSQA-D2-trusted-identity-header',
  'CSQA-E1-many-dependencies',
  'CSQA-E1-unpinned-dependency',
  'CSQA-E1-version-conflict',
  'CSQA-E1-vulnerable-component',
  'CSQA-F1-duplication',
];

describe('the clinic', () => {
  it('carries well-formed marks for the rules it shows', () => {
    const clinic = fileURLToPath(new URL('../../examples/clinic', import.meta.url));
    const shown = readExpectations(clinic, RULE_IDS)
      .filter(({ kind }) => kind === 'expect')
      .map(({ rule }) => rule);
    expect(RULE_IDS.filter((rule) => !shown.includes(rule)).sort()).toEqual(NOT_IN_THE_CLINIC.toSorted());
  });
});
