import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport, sampleRunRecord } from '../../test/sample-report.ts';
import { treeReport } from '../../test/two-trees.ts';
import { compareReports } from '../compare/compare-reports.ts';
import { type DocumentName, jsonSchemaOf } from './json-schemas.ts';

function accepts(name: DocumentName, document: unknown): boolean {
  const ajv = new Ajv2020({ strict: true, validateFormats: false, allowUnionTypes: true });
  return ajv.compile(jsonSchemaOf(name))(document);
}

const documents: readonly (readonly [DocumentName, unknown])[] = [
  ['report', sampleReport()],
  ['run', sampleRunRecord()],
  ['combined', { contract: 1, report: sampleReport(), orchestrator: sampleRunRecord() }],
  ['combined', { contract: 1, report: null, orchestrator: sampleRunRecord() }],
  ['comparison', compareReports(treeReport(), treeReport({ findings: [sampleFinding()] }))],
  [
    'event',
    {
      v: 1,
      seq: 3,
      ts: '2026-11-22T02:00:00Z',
      type: 'progress',
      phase: 'facts',
      done: 1,
      total: 47,
      unit: 'files',
    },
  ],
];

describe('the exported JSON Schema', () => {
  it.each(documents)('accepts what the zod schema of %s accepts', (name, document) => {
    expect(accepts(name, document)).toBe(true);
  });

  it.each(documents)('allows keys that %s does not have yet', (name, document) => {
    expect(accepts(name, { ...(document as object), addedLater: [1] })).toBe(true);
  });

  it('refuses what the zod schema refuses', () => {
    expect(accepts('report', sampleReport({ findings: [sampleFinding({ line: 0 })] }))).toBe(false);
    expect(accepts('report', { ...sampleReport(), coverage: {} })).toBe(false);
    expect(accepts('event', { v: 1, seq: 3, ts: '2026-11-22T02:00:00Z', type: 'progress' })).toBe(false);
  });
});
