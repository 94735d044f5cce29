import { describe, expect, it } from 'vitest';
import { inputOf, inventoryOf, path } from '../../test/view-of.ts';
import { Facts } from '../findings/rule.ts';
import { RULES } from '../findings/rules.ts';
import type { BuildModule } from '../inventory/inventory.ts';
import type { MetricEvidence } from '../metrics/metric.ts';
import { type Component, UNKNOWN_CLASS_PATH, type VersionConflict } from '../resolution/class-path.ts';
import { declaredLibraries, type Libraries } from '../resolution/libraries.ts';
import type { Check } from './check.ts';
import { versionConflicts } from './version-conflicts.ts';
import { vulnerableComponents } from './vulnerable-components.ts';

const component = (parts: Partial<Component> = {}): Component => ({
  ecosystem: 'maven',
  group: 'org.lang',
  name: 'lang',
  version: '3.8',
  scope: 'runtime',
  kind: 'external',
  file: path('core/pom.xml'),
  line: 3,
  module: 'core',
  targetModule: null,
  through: [],
  ...parts,
});

const core: BuildModule = {
  id: 'core',
  dir: path('core'),
  tool: 'maven',
  name: 'org.shop:core',
  version: '1',
  packaging: 'jar',
  parent: null,
  mainRoots: [],
  testRoots: [],
  resourceRoots: [],
  dependsOn: [],
};

const conflict = (parts: Partial<VersionConflict> = {}): VersionConflict => ({
  group: 'org.lang',
  name: 'lang',
  module: 'core',
  chosen: '3.8',
  wanted: '3.11',
  by: 'org.text:text:1.9',
  isOlderThanWanted: true,
  file: path('core/pom.xml'),
  line: 3,
  ...parts,
});

function run(check: Check, libraries: Partial<Libraries>): readonly MetricEvidence[] {
  const all = { ...declaredLibraries(inventoryOf()), ...libraries };
  return check.look(inputOf({}, { libraries: all, inventory: inventoryOf({ modules: [core] }) }));
}

function inWords(evidence: MetricEvidence | undefined, part: 'what' | 'fix'): string[] {
  const rule = RULES.get(evidence?.rule ?? '');
  if (rule === undefined || evidence === undefined) return [];
  return (['en', 'ru'] as const).map((language) => rule[language][part](new Facts(evidence, language)));
}

describe('version conflicts', () => {
  const onPath = (components: readonly Component[], conflicts: readonly VersionConflict[] = []) =>
    run(versionConflicts, { classPath: { ...UNKNOWN_CLASS_PATH, components, conflicts } });
  /** The module core on the class path of another. */
  const coreIn = (module: string) =>
    component({
      group: 'org.shop',
      name: 'core',
      version: '1',
      kind: 'internal',
      module,
      file: path('web/pom.xml'),
    });

  it('are found where an older version won over a newer one', () => {
    const [found, ...rest] = onPath([component()], [conflict()]);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ severity: 'medium', location: { file: 'core/pom.xml', line: 3 } });
    expect(inWords(found, 'what')).toEqual([
      'org.lang:lang is on the class path as 3.8 (core); asked for and not there: 3.11 (org.text:text:1.9).',
      'org.lang:lang стоит в class path в версии 3.8 (core); нужны были и не попали: 3.11 (org.text:text:1.9).',
    ]);
  });

  it('weigh little where the newer one won, or modules differ', () => {
    const newer = conflict({ chosen: '3.11', wanted: '3.8', isOlderThanWanted: false });
    expect(onPath([component({ version: '3.11' })], [newer])[0]).toMatchObject({ severity: 'low' });
    const other = component({ version: '3.11', module: 'web', file: path('web/pom.xml') });
    expect(onPath([component(), other, coreIn('web')])[0]).toMatchObject({
      severity: 'low',
      facts: { chosen: ['3.8 (core)', '3.11 (web)'], wanted: [] },
    });
  });

  it('are none between modules that never meet on a class path', () => {
    const other = component({ version: '3.11', module: 'web', file: path('web/pom.xml') });
    expect(onPath([component(), other, coreIn('admin')])).toEqual([]);
  });

  it('are none where all modules have one version', () => {
    expect(
      onPath([component(), component({ module: 'web' }), component({ name: 'text', version: '1' })]),
    ).toEqual([]);
  });
});

describe('vulnerable components', () => {
  const known = { id: 'CVE-2022-42889', severity: 'critical', fixed: '1.10.0' } as const;
  const vulnerable = (parts: object = {}) => [
    { dependency: component(), version: '3.8', through: [], advisories: [known], fixed: '1.10.0', ...parts },
  ];

  it('are found with the CVE, its severity and the version that mends it', () => {
    const [found] = run(vulnerableComponents, { vulnerable: vulnerable() });
    expect(found).toMatchObject({ severity: 'critical', symbol: 'org.lang:lang' });
    expect(inWords(found, 'what')[0]).toBe('org.lang:lang 3.8 has known vulnerabilities: CVE-2022-42889.');
    expect(inWords(found, 'fix')[0]).toContain('Raise it to 1.10.0 or newer');
  });

  it('say what brings them, how many advisories more there are, and that none may be mended', () => {
    const many = Array.from({ length: 7 }, (_, at) => ({ ...known, id: `CVE-${at}` }));
    const parts = { through: ['org.text:text:1.9'], advisories: many, fixed: null };
    const [found] = run(vulnerableComponents, { vulnerable: vulnerable(parts) });
    expect(inWords(found, 'what')[0]).toContain(
      'brought by org.text:text:1.9, has known vulnerabilities: CVE-0',
    );
    expect(inWords(found, 'what')[0]).toContain('CVE-4 and 2 more.');
    expect(inWords(found, 'what')[1]).toContain('CVE-4 и ещё 2.');
    expect(inWords(found, 'fix')[0]).toContain('No version without all of them');
  });

  it('are of medium severity where no advisory says how bad it is, and none where there is no advisory', () => {
    const unknown = vulnerable({ advisories: [{ ...known, severity: null }] });
    expect(run(vulnerableComponents, { vulnerable: unknown })[0]).toMatchObject({ severity: 'medium' });
    expect(run(vulnerableComponents, {})).toEqual([]);
  });
});
