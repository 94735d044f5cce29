import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import { CAPS } from './contract.ts';
import { reportSchema } from './report.ts';

/** Judges, dashboards and other people's scripts read these names: they may never go away. */
const promised: Readonly<Record<string, readonly string[]>> = {
  aggregate: ['model', 'index', 'band', 'csqa1', 'csqa2', 'confidence'],
  'metrics[]': ['id', 'status', 'value', 'raw', 'worst', 'distribution'],
  'entryPoints[]': ['kind', 'verbs', 'paths', 'handler', 'file', 'line', 'access', 'params'],
  'entryPoints[].access': ['verdict', 'mechanism', 'evidence'],
  'entryPoints[].access.evidence[]': ['file', 'line', 'text'],
  'entryPoints[].params[]': ['name', 'source', 'type', 'entropy', 'validated'],
  'sinks[]': ['kind', 'operation', 'privileged', 'owner', 'file', 'line', 'method'],
  'findings[]': [
    'id',
    'rule',
    'metric',
    'severity',
    'confidence',
    'file',
    'line',
    'symbol',
    'what',
    'why',
    'fix',
    'path',
    'cwe',
    'owasp',
    'fingerprint',
  ],
  topology: ['nodes', 'edges'],
  coverage: ['callSites', 'exact', 'narrowed', 'external', 'unresolved'],
  'methods[]': ['id', 'file', 'line', 'cognitiveComplexity', 'distanceToEntry'],
  meta: ['tool', 'version', 'model', 'config', 'revision'],
  '': ['diagnostics', 'timings'],
};

/** Follows `a[].b` through a document, taking the first element of a list. */
function at(document: unknown, path: string): unknown {
  return path
    .split('.')
    .filter((step) => step !== '')
    .reduce<unknown>((value, step) => {
      const field = (value as Record<string, unknown>)[step.replace('[]', '')];
      return step.endsWith('[]') ? (field as unknown[])[0] : field;
    }, document);
}

describe('the report schema', () => {
  it.each(Object.entries(promised))('keeps the promised names of %s', (path, names) => {
    const value = at(reportSchema.parse(sampleReport()), path);
    expect(Object.keys(value as object)).toEqual(expect.arrayContaining([...names]));
  });

  it.each(Object.entries(promised).flatMap(([path, names]) => names.map((name) => [path, name] as const)))(
    'refuses a report in which %s has no %s',
    (path, name) => {
      const report = structuredClone(sampleReport());
      delete (at(report, path) as Record<string, unknown>)[name];
      expect(reportSchema.safeParse(report).success).toBe(false);
    },
  );

  it('reads a report of a later version: unknown keys are ignored, unknown kinds are other', () => {
    const report = structuredClone(sampleReport()) as unknown as {
      entryPoints: Record<string, unknown>[];
      sinks: Record<string, unknown>[];
      [key: string]: unknown;
    };
    report.invented = { later: true };
    Object.assign(report.entryPoints[0] ?? {}, { kind: 'telepathy', weight: 3 });
    Object.assign(report.sinks[0] ?? {}, { kind: 'oracle' });
    const read = reportSchema.parse(report);
    expect(read).not.toHaveProperty('invented');
    expect(read.entryPoints[0]?.kind).toBe('other');
    expect(read.sinks[0]?.kind).toBe('other');
  });

  it('holds no value for a metric that is not applicable, and a reason', () => {
    const [absent] = sampleReport().metrics.filter(({ status }) => status === 'notApplicable');
    const withValue = sampleReport({ metrics: [{ ...absent, value: 0 } as never] });
    const withoutReason = sampleReport({ metrics: [{ ...absent, reason: undefined } as never] });
    expect(reportSchema.safeParse(withValue).success).toBe(false);
    expect(reportSchema.safeParse(withoutReason).success).toBe(false);
  });

  it.each([
    ['a line 0', { line: 0 }],
    ['an unknown severity', { severity: 'apocalyptic' }],
    ['a rule of another tool', { rule: 'S1234' }],
    ['a CWE that is none', { cwe: ['CWE-x'] }],
    ['a sentence over its cap', { what: 'x'.repeat(CAPS.text + 1) }],
    ['a symbol over its cap', { symbol: 'x'.repeat(CAPS.symbol + 1) }],
    ['too many hops', { path: Array.from({ length: CAPS.nested + 1 }, () => sampleFinding().path[0]) }],
  ])('refuses a finding with %s', (_, changes) => {
    const report = sampleReport({ findings: [sampleFinding(changes as never)] });
    expect(reportSchema.safeParse(report).success).toBe(false);
  });

  it('takes a finding whose texts are as long as they may be', () => {
    const finding = sampleFinding({ what: 'x'.repeat(CAPS.text), symbol: 'x'.repeat(CAPS.symbol) });
    expect(reportSchema.safeParse(sampleReport({ findings: [finding] })).success).toBe(true);
  });

  it('refuses a record with more keys than it may have', () => {
    const config = Object.fromEntries(
      Array.from({ length: CAPS.keys + 1 }, (_, index) => [`key${index}`, 1]),
    );
    const { meta } = sampleReport();
    expect(reportSchema.safeParse(sampleReport({ meta: { ...meta, config } })).success).toBe(false);
  });
});
