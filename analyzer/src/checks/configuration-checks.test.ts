import { describe, expect, it } from 'vitest';
import { at, entry, inputOf, inventoryOf, path } from '../../test/view-of.ts';
import { methodId, typeName } from '../base/ids.ts';
import type { Text } from '../base/text.ts';
import type { SecurityView } from '../flow/security-view.ts';
import type { Dependency, Inventory } from '../inventory/inventory.ts';
import { exposedManagement, inertGuards, shadowedRules } from './access-configuration.ts';
import type { Check } from './check.ts';
import { runChecks } from './run-checks.ts';
import { unpinnedDependencies } from './unpinned-dependencies.ts';

function run(check: Check, view: Partial<SecurityView>, inventory: Partial<Inventory> = {}) {
  return check.look(inputOf(view, { inventory: inventoryOf(inventory) }));
}

describe('inert guards', () => {
  const guard = (name: string, line: number, words = 'no @EnableMethodSecurity') => ({
    method: methodId(typeName('org.clinic.Visits'), name, []),
    annotation: typeName('org.springframework.security.access.prepost.PreAuthorize'),
    reason: { en: words, ru: 'не включено' },
    evidence: { ...at(line), text: '@PreAuthorize' },
  });

  it('make one finding for each class and reason, anchored at the first', () => {
    const found = run(inertGuards, {
      inertGuards: [guard('b', 30), guard('a', 20), guard('c', 40, 'the method is private')],
    });
    expect(
      found.map(({ location, facts }) => [location.line, (facts['reason'] as Text).en, facts['annotation']]),
    ).toEqual([
      [20, 'no @EnableMethodSecurity', 'PreAuthorize'],
      [40, 'the method is private', 'PreAuthorize'],
    ]);
  });

  it('that somebody outside may switch on accuse nobody', () => {
    expect(run(inertGuards, { inertGuards: [{ ...guard('a', 20), isUndecided: true }] })).toEqual([]);
  });

  it('that are none say nothing', () => {
    expect(run(inertGuards, {})).toEqual([]);
  });
});

describe('shadowed rules', () => {
  const rule = (isWeaker: boolean): SecurityView['shadowedRules'][number] => ({
    kind: 'rule',
    mechanism: 'spring-security-access.rules',
    evidence: { ...at(40), text: 'requestMatchers("/admin/**").hasRole("ADMIN")' },
    by: { ...at(39), text: 'requestMatchers("/**").permitAll()' },
    asks: 'authorized',
    gets: isWeaker ? 'public' : 'denied',
    isWeaker,
  });

  it('weigh where what was meant to be protected is open, and hardly where not', () => {
    const found = run(shadowedRules, { shadowedRules: [rule(true), rule(false)] });
    expect(found.map(({ severity, location }) => [severity, location.line])).toEqual([
      ['high', 40],
      ['low', 40],
    ]);
  });
});

describe('endpoints of libraries', () => {
  const supplied = (name: string, gives: 'harmless' | 'descriptive' | 'revealing' | 'dangerous' | 'data') =>
    entry(name, {
      supplied: gives,
      handler: methodId(typeName('framework:spring-supplied.actuator'), name, []),
    });

  it('make one finding for the line that opens them, as bad as the worst of them', () => {
    const [only, ...rest] = run(exposedManagement, {
      suppliedEntryPoints: [
        supplied('metrics', 'revealing'),
        supplied('heapdump', 'dangerous'),
        supplied('health', 'harmless'),
      ],
    });
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      severity: 'critical',
      facts: { endpoints: ['GET /heapdump', 'GET /metrics'] },
    });
  });

  it.each([
    ['only say that the application is up', supplied('health', 'harmless')],
    ['are stored data, which the metric reports', supplied('visits', 'data')],
    [
      'ask for a login',
      {
        ...supplied('env', 'dangerous'),
        access: { verdict: 'authenticated' as const, mechanism: 'path-rule', evidence: [] },
      },
    ],
    [
      'nobody could decide about',
      {
        ...supplied('env', 'dangerous'),
        access: { verdict: 'unknown' as const, mechanism: 'path-rule', evidence: [] },
      },
    ],
  ])('that %s are silent', (_, quiet) => {
    expect(run(exposedManagement, { suppliedEntryPoints: [quiet] })).toEqual([]);
  });
});

describe('versions of dependencies', () => {
  const dependency = (version: string | null, parts: Partial<Dependency> = {}): Dependency => ({
    ecosystem: 'maven',
    group: 'org.stock',
    name: 'client',
    version,
    scope: 'runtime',
    kind: 'external',
    file: path('pom.xml'),
    line: 12,
    module: '.',
    targetModule: null,
    ...parts,
  });

  it.each([
    ['maven', 'LATEST'],
    ['maven', 'RELEASE'],
    ['maven', '2.1-SNAPSHOT'],
    ['maven', '[1.0,2.0)'],
    ['maven', '1.+'],
    ['maven', 'latest.release'],
    ['npm', '*'],
    ['npm', 'latest'],
    ['npm', '>=1.2'],
  ] as const)('of %s that move are found: %s', (ecosystem, version) => {
    expect(
      run(unpinnedDependencies, {}, { dependencies: [dependency(version, { ecosystem })] }),
    ).toHaveLength(1);
  });

  it.each([
    ['one version', dependency('2.1.0')],
    ['a version that an outside platform sets', dependency(null)],
    ['a module of the tree itself', dependency('2.1-SNAPSHOT', { kind: 'internal' })],
    ['a test library', dependency('LATEST', { scope: 'test' })],
    ['what npm resolves within a major version', dependency('^1.2.0', { ecosystem: 'npm' })],
    ['an interval with an end', dependency('>=1 <2', { ecosystem: 'npm' })],
    ['exactly one version in brackets', dependency('[2.1.0]')],
  ])('are silent for %s', (_, quiet) => {
    expect(run(unpinnedDependencies, {}, { dependencies: [quiet] })).toEqual([]);
  });

  it('are silent where a lock file fixes them, and not where it is another module’s', () => {
    const lock = (file: string) => ({
      path: path(file),
      language: null,
      role: 'production' as const,
      bytes: 1,
      lines: 1,
      module: '.',
      unparsed: null,
    });
    const moving = dependency('latest', { ecosystem: 'npm', file: path('web/package.json') });
    const look = (file: string) =>
      run(unpinnedDependencies, {}, { dependencies: [moving], files: [lock(file)] });
    expect(look('web/package-lock.json')).toEqual([]);
    expect(look('pnpm-lock.yaml')).toEqual([]);
    expect(look('admin/package-lock.json')).toHaveLength(1);
  });

  it('make one finding for each manifest', () => {
    const [only, ...rest] = run(
      unpinnedDependencies,
      {},
      { dependencies: [dependency('LATEST', { line: 20 }), dependency('1.+', { name: 'other', line: 14 })] },
    );
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      location: { line: 14 },
      facts: { libraries: ['org.stock:other 1.+', 'org.stock:client LATEST'] },
    });
  });
});

describe('all checks', () => {
  it('find nothing in nothing', () => {
    expect(runChecks(inputOf({}))).toEqual([]);
  });
});
