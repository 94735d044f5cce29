import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULE_IDS } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../src/config/default-config.ts';
import { analyze } from '../src/pipeline.ts';
import { NO_MAVEN } from '../src/resolution/maven/maven-options.ts';
import { compareExpectations, type Expectation, readExpectations } from './expectations.ts';

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const samples = folderOf('../fixtures/rules');
const trees = readdirSync(samples).filter((name) => name !== 'advisories');
/** Found at the first line of a file, above which no mark can stand: shown by the trees themselves. */
const AT_FIRST_LINE = 'CSQA-D1-many-technologies';
/** Only Maven's answer tells them: shown in src/checks/libraries.test.ts. */
const TOLD_BY_MAVEN = 'CSQA-E1-version-conflict';
const marksOf = (root: string): readonly Expectation[] => readExpectations(root, RULE_IDS);

async function findingsIn(root: string) {
  const report = await analyze({
    root,
    config: DEFAULT_CONFIG,
    configFile: '.csqa.yml',
    mode: 'fast',
    libraries: { maven: NO_MAVEN, advisories: `${samples}/advisories` },
    revision: null,
    version: '0.0.0',
    onStage: () => undefined,
    onProgress: () => undefined,
  });
  return report.findings;
}

describe('samples of rules', () => {
  it('show for every rule what it finds, and a near twin that it leaves alone', () => {
    const marks = [folderOf('../../examples/clinic'), ...trees.map((name) => `${samples}/${name}`)].flatMap(
      marksOf,
    );
    const without = (kind: Expectation['kind']) => {
      const shown = new Set(marks.filter((mark) => mark.kind === kind).map(({ rule }) => rule));
      return RULE_IDS.filter((rule) => !shown.has(rule) && rule !== AT_FIRST_LINE && rule !== TOLD_BY_MAVEN);
    };
    expect({ found: without('expect'), leftAlone: without('silent') }).toEqual({ found: [], leftAlone: [] });
  });

  it.each(trees)('%s: yields what its comments expect of the rules that they name', async (name) => {
    const root = `${samples}/${name}`;
    const marks = marksOf(root);
    const named = new Set(marks.map(({ rule }) => rule));
    const findings = (await findingsIn(root)).filter(({ rule }) => named.has(rule));
    expect(compareExpectations(findings, marks)).toEqual({
      missing: [],
      unexpectedSilentViolations: [],
      promotedKnownMisses: [],
      unmarked: [],
    });
  });

  it('show a tree of many languages, and one that has a single one', async () => {
    const [many, single] = await Promise.all(
      ['polyglot', 'warehouse'].map((name) => findingsIn(`${samples}/${name}`)),
    );
    expect(many?.map(({ rule }) => rule)).toContain(AT_FIRST_LINE);
    expect(single?.map(({ rule }) => rule)).not.toContain(AT_FIRST_LINE);
  });
});
