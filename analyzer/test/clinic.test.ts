import { fileURLToPath } from 'node:url';
import { type Report, RULE_IDS } from '@csqa/report';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../src/config/analyzer-config.ts';
import { analyze } from '../src/pipeline.ts';
import { compareExpectations, readExpectations } from './expectations.ts';

const clinic = fileURLToPath(new URL('../../examples/clinic', import.meta.url));

describe('the clinic, an application that is wrong on purpose', () => {
  let report: Report;

  beforeAll(async () => {
    report = await analyze({
      root: clinic,
      config: DEFAULT_CONFIG,
      configFile: '.csqa.yml',
      mode: 'fast',
      revision: null,
      version: '0.0.0',
      onStage: () => undefined,
      onProgress: () => undefined,
    });
  }, 300_000);

  it('yields exactly the findings that its comments expect', async () => {
    const expectations = await readExpectations(clinic, RULE_IDS);
    const comparison = compareExpectations(report.findings, expectations);
    expect(comparison).toEqual({
      missing: [],
      unexpectedSilentViolations: [],
      promotedKnownMisses: [],
      unmarked: [],
    });
  });
});
