import { fileURLToPath } from 'node:url';
import { type Report, RULE_IDS } from '@csqa/report';
import { isInOrder } from '@csqa/report/producer';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../src/config/default-config.ts';
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

  it('says of each entry point which operations it leads to, and of nothing where it leads nowhere', () => {
    const operations = new Map(report.sinks.map((sink) => [sink.id, sink.operation]));
    const leads = (path: string, verb: string) =>
      report.entryPoints
        .filter((entry) => entry.paths.includes(path) && entry.verbs.includes(verb))
        .map((entry) => entry.sinks?.map((sink) => operations.get(sink)));
    expect(leads('/api/public/appointments', 'POST')).toEqual([['db.write table appointment']]);
    expect(report.entryPoints.filter((entry) => entry.sinks?.length === 0)).not.toEqual([]);
  });

  it('says of each analysed file how much code it holds, and of no other', () => {
    const analysed = report.sources?.filter((source) => source.lines !== undefined) ?? [];
    expect(analysed).toHaveLength(report.files.analysed);
    const configuration = 'src/main/java/org/csqa/clinic/security/SecurityConfiguration.java';
    const source = analysed.find(({ file }) => file === configuration);
    expect(source).toMatchObject({ language: 'java', role: 'production' });
    expect(source?.lines).toBeGreaterThan(20);
    expect(report.sources?.find(({ file }) => file === 'pom.xml')).not.toHaveProperty('lines');
  });

  it('comes as the contract has it, so that no schema is loaded to write it', () => {
    expect(isInOrder('report', report)).toBe(true);
  });
});
