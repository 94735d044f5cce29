import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../test/sample-report.ts';
import { treeReport } from '../../test/two-trees.ts';
import type { Meta, Report } from '../schema/report.ts';
import { comparability } from './comparability.ts';

const base = treeReport();

function withMeta(changes: Partial<Meta>): Report {
  return { ...base, meta: { ...base.meta, revision: null, ...changes } };
}

function told(before: Report, after: Report): string[] {
  const { verdict, issues } = comparability(before, after);
  return [verdict, ...issues.map(({ code }) => code)];
}

describe('whether reports can be compared', () => {
  it.each([
    ['another version', { version: '0.2.0' }, ['not-comparable', 'different-version']],
    ['another mode', { mode: 'full' }, ['not-comparable', 'different-mode']],
    ['another project', { project: 'shop' }, ['not-comparable', 'different-project']],
    ['another depth', { config: { ...base.meta.config, depth: 3 } }, ['not-comparable', 'different-config']],
    [
      'other weights',
      { config: { ...base.meta.config, weights: { B1: 1 } } },
      ['limited', 'different-weights'],
    ],
    ['another scoring model', { model: 'csqa-1' }, ['comparable', 'different-model']],
    ['another gate', { config: { ...base.meta.config, gate: { failOn: 'high' } } }, ['comparable']],
    ['a suppression', { config: { ...base.meta.config, suppress: [{}] } }, ['comparable']],
    ['another language', { config: { ...base.meta.config, language: 'ru' } }, ['comparable']],
    ['another commit', { revision: 'abc' }, ['comparable']],
  ] as const)('is told for %s', (_, changes, expected) => {
    expect(told(withMeta({}), withMeta(changes))).toEqual(expected);
  });

  it('is said of two reports of one commit', () => {
    expect(told(withMeta({ revision: 'abc' }), withMeta({ revision: 'abc' }))).toEqual([
      'comparable',
      'same-revision',
    ]);
  });

  it('needs files that were analysed on both sides', () => {
    const empty = { ...base, files: { ...base.files, analysed: 0 } };
    expect(told(empty, withMeta({}))).toContain('nothing-analysed');
  });

  it('needs something in common: a method, or files of the same names where all packages were renamed', () => {
    const renamed = {
      ...withMeta({}),
      methods: base.methods.map((method) => ({ ...method, id: method.id.replace('org.clinic', 'com.vet') })),
    };
    expect(told(base, renamed)).toEqual(['comparable']);
    const strange = {
      ...renamed,
      methods: renamed.methods.map((one, at) => ({ ...one, file: `shop/Shop${at}.java` })),
    };
    expect(told(base, strange)).toEqual(['not-comparable', 'nothing-in-common']);
  });

  it('is limited where a report does not tell what it was made from', () => {
    expect(told(sampleReport(), { ...sampleReport(), meta: withMeta({}).meta })).toEqual([
      'limited',
      'no-sources',
    ]);
  });
});
