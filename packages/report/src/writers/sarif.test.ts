import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { githubObjections } from '../../test/github-sarif.ts';
import { reportOf, reportSaying } from '../../test/hostile-report.ts';
import { hostileText } from '../../test/hostile-text.ts';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import { compareReports } from '../compare/compare-reports.ts';
import { RULE_IDS } from '../rules/rule-ids.ts';
import type { Report, ReportDiagnostic } from '../schema/report.ts';
import { renderSarif, renderSarifWithin } from './sarif.ts';
import type { RenderOptions } from './writer.ts';

const schemaFile = new URL('../../test/fixtures/sarif-2.1.0.schema.json', import.meta.url);
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
);

const english: RenderOptions = { lang: 'en' };

function runOf(report: Report, options: RenderOptions = english): Log['runs'][number] {
  const [run] = (JSON.parse(renderSarif(report, options)) as Log).runs;
  if (run === undefined) throw new Error('expected a run');
  return run;
}

function onlyResult(report: Report, options: RenderOptions = english): Result {
  const [result] = runOf({ ...report, suppressed: [] }, options).results ?? [];
  if (result === undefined) throw new Error('expected a result');
  return result;
}

function noticesOf(report: Report): string[] {
  const [invocation] = runOf(report).invocations ?? [];
  const notices = invocation?.toolConfigurationNotifications ?? [];
  return notices.map(({ descriptor }) => String(descriptor?.id));
}

function expectValid(text: string): void {
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(githubObjections(text)).toEqual([]);
}

const sourceLine = '    public String create(@Valid OwnerForm form) {';
const finding = sampleFinding({
  excerpt: { startLine: 40, lines: ['    @PostMapping("/owners")', sourceLine, '        save(form);'] },
});

describe('a result', () => {
  it('says fact, risk, advice and id, and stands on the code of one line', () => {
    const result = onlyResult(sampleReport({ findings: [finding] }));
    expect(result.message.text).toBe(
      'POST /owners reaches db.write Owner after one call, and needs no login.\n' +
        'Anybody who can send a request can change stored data.\n' +
        'Fix: Require a role: @PreAuthorize("hasRole(\'VET\')") on OwnerController.create.\n' +
        'Finding F-3f9a1c.',
    );
    expect(result.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'src/main/java/org/clinic/OwnerController.java', uriBaseId: '%SRCROOT%' },
      region: { startLine: 41, startColumn: 5, endLine: 41, endColumn: sourceLine.length + 1 },
      contextRegion: { startLine: 40, endLine: 42 },
    });
    expect(result.level).toBe('error');
  });

  it('has the path hop by hop with the guards on it, and weaknesses from the taxonomy', () => {
    const run = runOf(sampleReport({ findings: [finding] }));
    const [result] = run.results ?? [];
    const steps = result?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(steps.map(({ location }) => location?.message?.text)).toEqual([
      'POST /owners.',
      'OwnerService.save.',
    ]);
    expect(steps[1]?.properties).toEqual({ guards: ['validation'] });
    const [taxon] = result?.taxa ?? [];
    expect(taxon).toMatchObject({ id: '306', toolComponent: { name: 'CWE', index: 0 } });
    expect(run.taxonomies?.[0]?.taxa?.[taxon?.index ?? -1]?.id).toBe('306');
  });

  it('shortens a path of more than a hundred hops in its middle', () => {
    const path = Array.from({ length: 300 }, (_, hop) => ({
      file: 'Owner.java',
      line: hop + 1,
      symbol: `hop${hop + 1}`,
    }));
    const result = onlyResult(sampleReport({ findings: [sampleFinding({ path })] }));
    const steps = result.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(steps).toHaveLength(100);
    expect(steps.at(-1)?.location?.message?.text).toBe('hop300.');
  });

  it('keeps its identity when lines, words and excerpts change, and gives equal ones numbers', () => {
    const hash = (report: Report): (string | undefined)[] =>
      (runOf(report).results ?? []).map(
        ({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash,
      );
    const moved = sampleFinding({ line: 99, what: 'Another wording.', path: [] });
    expect(hash(sampleReport({ findings: [moved], suppressed: [] }))).toEqual(['b2:9d5c0b7e:1']);
    expect(hash(sampleReport({ findings: [finding, moved], suppressed: [] }))).toEqual([
      'b2:9d5c0b7e:1',
      'b2:9d5c0b7e:2',
    ]);
  });

  it('carries a suppression with its reason, its end and whether it stands in the source', () => {
    const results = runOf(sampleReport()).results ?? [];
    expect(results.map(({ suppressions }) => suppressions?.length ?? 0)).toEqual([0, 1]);
    expect(results[1]?.suppressions?.[0]).toMatchObject({
      kind: 'inSource',
      status: 'accepted',
      justification: 'A public form',
      properties: { until: '2027-01-31' },
    });
  });

  it.each([
    ['src/main/Größe mit Leerzeichen.java', 'src/main/Gr%C3%B6%C3%9Fe%20mit%20Leerzeichen.java'],
    ['src/a#b?c%20.java', 'src/a%23b%3Fc%2520.java'],
    ['javascript:alert(1)', 'javascript%3Aalert%281%29'],
  ])('writes the path %s as a URI', (file, uri) => {
    const result = onlyResult(sampleReport({ findings: [sampleFinding({ file })] }));
    expect(result.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });

  it('names files from the root of the repository where the tree is a part of it', () => {
    const result = onlyResult(sampleReport(), { ...english, pathPrefix: 'services/clinic/' });
    expect(result.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(
      /^services\/clinic\/src\//,
    );
  });

  it.each(['/etc/passwd', '../outside.java', 'src/../../outside.java', 'C:\\Windows\\a.java', ''])(
    'is left out, and that is told, where its file is none of the tree: %j',
    (file) => {
      const report = sampleReport({ findings: [sampleFinding({ file })], suppressed: [] });
      expect(runOf(report).results).toEqual([]);
      expect(noticesOf(report)).toEqual(['findings-outside']);
    },
  );
});

describe('the run', () => {
  it('lists every rule with what code scanning needs, in both languages', () => {
    for (const lang of ['en', 'ru'] as const) {
      const { rules = [] } = runOf(sampleReport({ findings: [] }), { lang }).tool.driver;
      expect(rules.map(({ id }) => id)).toEqual([...RULE_IDS]);
      for (const { help } of rules)
        expect(help?.markdown).toContain(lang === 'en' ? '## How to fix' : '## Как исправить');
    }
  });

  it('says of a rule that it does not know only what its findings say', () => {
    const rule = 'CSQA-Z9-thought-of-later';
    const { rules = [] } = runOf(sampleReport({ findings: [sampleFinding({ rule })] })).tool.driver;
    expect(rules.at(-1)).toMatchObject({
      id: rule,
      name: 'ThoughtOfLater',
      properties: { precision: 'low', 'security-severity': '9.5' },
    });
  });

  it.each([
    ['Clinic & Sons', 'csqa/clinic-sons/'],
    ['a/b', 'csqa/a-b/'],
    ['../..', 'csqa/'],
    ['', 'csqa/'],
  ])('of the project %j has the category %s', (project, category) => {
    expect(runOf(sampleReport(), { ...english, project }).automationDetails?.id).toBe(category);
  });

  it('tells the problems of the analysis, and that nothing was analysed', () => {
    const empty = sampleReport({ files: { ...sampleReport().files, analysed: 0 } });
    const notices = runOf(empty).invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notices.map(({ level, descriptor }) => [level, descriptor?.id])).toEqual([
      ['error', 'nothing-analysed'],
      ['warning', 'syntax-error'],
    ]);
  });

  it('tells a problem and what to do about it on lines of their own', () => {
    const diagnostic = {
      code: 'x',
      stage: 'facts',
      severity: 'warning',
      message: 'A\nfile',
      hint: 'Save it.',
    };
    const report = sampleReport({ diagnostics: [diagnostic as ReportDiagnostic] });
    const [notice] = runOf(report).invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notice?.message.text).toBe('A file\nSave it.');
  });

  it('keeps the 5,000 most severe results, and says so', () => {
    const findings = [
      ...Array.from({ length: 5_500 }, (_, index) =>
        sampleFinding({ fingerprint: `low-${index}`, severity: 'low' }),
      ),
      ...Array.from({ length: 500 }, (_, index) =>
        sampleFinding({ fingerprint: `worse-${index}`, severity: 'high' }),
      ),
    ];
    const report = sampleReport({ findings });
    const results = runOf(report).results ?? [];
    expect(results).toHaveLength(5_000);
    expect(results.slice(0, 500).every(({ level }) => level === 'error')).toBe(true);
    expect(noticesOf(report)).toEqual(['results-truncated']);
  });

  it('leaves out excerpts, then paths, then results until it is small enough', () => {
    const findings = Array.from({ length: 60 }, (_, index) => ({
      ...finding,
      fingerprint: `print-${index}`,
    }));
    const report = sampleReport({ findings });
    const full = gzipSync(renderSarif(report, english)).length;
    const empty = gzipSync(renderSarif(sampleReport({ findings: [], suppressed: [] }), english)).length;
    const told = (gzipBytes: number): string => {
      const text = renderSarifWithin(report, english, { results: 5_000, gzipBytes, units: 1e9 });
      expect(gzipSync(text).length).toBeLessThanOrEqual(gzipBytes);
      const ids = text.matchAll(/"descriptor":\{"id":"([a-z-]+-(?:out|truncated))"/g);
      return [...ids].map(([, id]) => id).join();
    };
    expect(told(full)).toBe('');
    const room = full - empty - 400;
    const steps = Array.from({ length: 24 }, (_, at) => told(full - Math.ceil((at * room) / 23)));
    expect([...new Set(steps)]).toEqual([
      '',
      'excerpts-left-out',
      'excerpts-left-out,paths-left-out',
      'results-truncated,excerpts-left-out,paths-left-out',
    ]);
  });
});

describe('a run that is held against a baseline', () => {
  const old = sampleFinding({ id: 'old', fingerprint: 'old', symbol: 'a' });
  const added = sampleFinding({ id: 'added', fingerprint: 'added', symbol: 'b', severity: 'low' });
  const gone = sampleFinding({ id: 'gone', fingerprint: 'gone', symbol: 'c', rule: 'CSQA-A1-any-verb' });
  const base = sampleReport({ findings: [old, gone], suppressed: [] });
  const head = sampleReport({ findings: [old, added], suppressed: [] });
  const states = (options: RenderOptions): unknown[] =>
    (runOf(head, options).results ?? []).map(({ properties, baselineState }) => [
      (properties as { readonly id: string }).id,
      baselineState,
    ]);

  it('says what is new, keeps that first, and has nothing of what is gone', () => {
    expect(states({ ...english, comparison: compareReports(base, head) })).toEqual([
      ['added', 'new'],
      ['old', 'unchanged'],
    ]);
    expect(
      githubObjections(renderSarif(head, { ...english, comparison: compareReports(base, head) })),
    ).toEqual([]);
  });

  it('says nothing of the kind without one, and where the two cannot be compared', () => {
    const other = sampleReport({ meta: { ...base.meta, project: 'another' } });
    const comparison = compareReports(other, head);
    expect(comparison.comparability.verdict).toBe('not-comparable');
    for (const options of [english, { ...english, comparison }])
      expect(states(options)).toEqual([
        ['old', undefined],
        ['added', undefined],
      ]);
  });
});

describe('SARIF of any report', () => {
  it('fits the schema and what GitHub asks, whatever the texts are', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('en', 'ru'), (text, lang) => {
        expectValid(renderSarif(reportSaying(text), { lang }));
      }),
      { numRuns: 60 },
    );
  });

  it('fits them with 0 to 30,000 findings', () => {
    const counts = fc.constantFrom(0, 1, 50, 4_999, 5_000, 5_001, 30_000);
    fc.assert(
      fc.property(counts, fc.array(hostileText, { minLength: 1, maxLength: 20 }), (count, texts) => {
        expectValid(renderSarif(reportOf(count, texts), english));
      }),
      { numRuns: 8 },
    );
  });

  it('keeps its lists within bounds where every finding has a rule and weaknesses of its own', () => {
    const findings = Array.from({ length: 30_000 }, (_, index) =>
      sampleFinding({
        rule: `CSQA-Z9-${'later-'.repeat(15)}${index}`,
        fingerprint: `print-${index}`,
        cwe: Array.from({ length: 32 }, (__, at) => `CWE-${1_000 + index * 32 + at}`),
      }),
    );
    const text = renderSarif(sampleReport({ findings }), english);
    expectValid(text);
    const [run] = (JSON.parse(text) as Log).runs;
    expect(run?.tool.driver.rules?.length).toBe(RULE_IDS.length + 5_000);
    expect(run?.taxonomies?.[0]?.taxa?.length).toBe(2_000);
  });

  it('stays within its size where nothing can be compressed', () => {
    const noise = (seed: number): string => {
      let state = seed + 1;
      return Array.from({ length: 400 }, () => {
        state = (state * 48_271) % 2_147_483_647;
        return String.fromCodePoint(0x4e00 + (state % 20_000));
      }).join('');
    };
    const texts = Array.from({ length: 997 }, (_, seed) => noise(seed));
    for (const limits of [
      { results: 5_000, gzipBytes: 1_000_000, units: 1e9 },
      { results: 5_000, gzipBytes: 10_000_000, units: 1_000_000 },
    ]) {
      const text = renderSarifWithin(reportOf(1_000, texts), english, limits);
      expect(gzipSync(text).length).toBeLessThanOrEqual(limits.gzipBytes);
      expect(text.length).toBeLessThan(limits.units + 400_000);
      expect(githubObjections(text)).toEqual([]);
      expect(text).toContain('results-truncated');
    }
  });
});

describe('the check for GitHub', () => {
  const good = renderSarif(sampleReport({ findings: [finding] }), english);
  it.each([
    [
      'a category without a slash',
      '"automationDetails":{"id":"csqa/clinic/"}',
      '"automationDetails":{"id":"clinic"}',
    ],
    ['no fingerprint', '"primaryLocationLineHash"', '"lineHash"'],
    ['an absolute path', '"uri":"src/', '"uri":"/src/'],
    ['a blank in a path', '"uri":"src/', '"uri":"s rc/'],
    ['a region of two lines', '"endLine":41', '"endLine":42'],
    [
      'an empty description',
      '"shortDescription":{"text":"Public entry point"}',
      '"shortDescription":{"text":""}',
    ],
    ['no severity', '"security-severity":"6.8"', '"security-severity":6.8'],
    ['a wrong precision', '"precision":"high"', '"precision":"certain"'],
    ['a rule that is not there', '"ruleIndex":16', '"ruleIndex":3'],
    ['a link in a message', '"text":"POST /owners', '"text":"[x](https://evil.example) /owners'],
  ])('objects to %s', (_, right, wrong) => {
    expect(githubObjections(good)).toEqual([]);
    expect(good).toContain(right);
    expect(githubObjections(good.replaceAll(right, wrong))).not.toEqual([]);
  });
});
