import { describe, expect, it } from 'vitest';
import { at, entry, figures, inventoryOf, measureOn, method, path, road, sink } from '../../test/view-of.ts';
import { typeName } from '../base/ids.ts';
import type { ClassSummary, Guard } from '../flow/security-view.ts';
import type { Dependency, Inventory, LanguageUse } from '../inventory/inventory.ts';
import { technologyBoundaries } from './d1-technology-boundaries.ts';
import { dependencyStructure } from './e1-dependency-structure.ts';
import { fixComplexity } from './f1-fix-complexity.ts';
import { securityRegression } from './f2-security-regression.ts';
import type { DependencyClass } from './metric.ts';

function speaking(
  ...uses: readonly [LanguageUse['language'], LanguageUse['role'], LanguageUse['kind']?][]
): Inventory {
  return inventoryOf({
    languages: uses.map(([language, role, kind]) => ({
      language,
      kind: kind ?? 'programming',
      platform: null,
      role,
      files: 3,
      lines: 100,
      bytes: 1000,
    })),
    files: uses.map(([language, role]) => ({
      path: path(`src/${language}/file`),
      language,
      role,
      bytes: 10,
      lines: 1,
      module: '.',
      unparsed: null,
    })),
  });
}

describe('D1 technology boundaries', () => {
  it('counts languages of production code less one', () => {
    const inventory = speaking(
      ['java', 'production'],
      ['python', 'production'],
      ['go', 'test'],
      ['ruby', 'generated'],
    );
    expect(figures(measureOn(technologyBoundaries, {}, { inventory }))).toMatchObject({
      raw: 1,
      csqa1: 0.25,
      rules: [],
    });
  });

  it('finds four technologies medium and five high', () => {
    const four = speaking(
      ['java', 'production'],
      ['python', 'production'],
      ['go', 'production'],
      ['kotlin', 'production'],
    );
    expect(figures(measureOn(technologyBoundaries, {}, { inventory: four })).rules).toEqual([
      'D1-many-technologies medium',
    ]);
    const five = speaking(
      ['java', 'production'],
      ['python', 'production'],
      ['go', 'production'],
      ['kotlin', 'production'],
      ['ruby', 'production'],
    );
    expect(figures(measureOn(technologyBoundaries, {}, { inventory: five })).rules).toEqual([
      'D1-many-technologies high',
    ]);
  });

  it('does not count markup', () => {
    const inventory = speaking(['java', 'production'], ['html', 'production', 'markup']);
    expect(figures(measureOn(technologyBoundaries, {}, { inventory })).raw).toBe(0);
  });
});

describe('E1 dependency structure', () => {
  const dependency = (name: string, parts: Partial<Dependency> = {}): Dependency => ({
    ecosystem: 'maven',
    group: 'org.example',
    name,
    version: '1.0',
    scope: 'runtime',
    kind: 'external',
    file: path('pom.xml'),
    line: 10,
    module: '.',
    targetModule: null,
    ...parts,
  });
  const withManifest = (dependencies: readonly Dependency[]) =>
    inventoryOf({ dependencies, manifests: [{ path: path('pom.xml'), format: 'maven-pom', module: '.' }] });
  const byName = (classes: Readonly<Record<string, DependencyClass>>) => (item: Dependency) =>
    classes[item.name] ?? 'other';

  it('weighs runtime dependencies by their class and counts each library once', () => {
    const inventory = withManifest([
      dependency('starter'),
      dependency('csv'),
      dependency('csv', { module: 'b', file: path('b/pom.xml') }),
      dependency('jasypt', { line: 20 }),
      dependency('own', { kind: 'internal' }),
      dependency('junit', { scope: 'test' }),
    ]);
    const classifyDependency = byName({ starter: 'baseline', jasypt: 'security', own: 'internal' });
    expect(figures(measureOn(dependencyStructure, {}, { inventory, classifyDependency }))).toMatchObject({
      raw: 0 + 1 + 2 + 0,
      csqa1: 3 / 50,
      rules: ['E1-unusual-security-library medium'],
    });
  });

  it('counts what is on the class path, and how much of it is in conflict, where that is known', () => {
    const inventory = withManifest([dependency('starter'), dependency('csv', { module: 'b' })]);
    const brought = { ...dependency('netty'), version: '4.1', through: ['org.example:starter:1.0'] };
    const conflict = {
      ...{ group: 'org.example', name: 'netty', module: '.', chosen: '4.1', wanted: '4.2' },
      ...{ by: null, isOlderThanWanted: true, file: path('pom.xml'), line: 10 },
    };
    const classPath = { components: [brought], conflicts: [conflict], modules: ['.'], diagnostics: [] };
    const libraries = { present: [brought, dependency('csv', { module: 'b' })], classPath, vulnerable: [] };
    const result = measureOn(dependencyStructure, {}, { inventory, libraries });
    expect(figures(result)).toMatchObject({ raw: 2 });
    expect(result.kind === 'measured' ? result.distribution.at(-1) : null).toMatchObject({
      label: { en: 'with version conflicts' },
      value: 1,
    });
  });

  it.each([
    [20, []],
    [21, ['E1-many-dependencies medium']],
    [41, ['E1-many-dependencies high']],
  ])('judges %d libraries outside the baseline', (count, rules) => {
    const inventory = withManifest(
      Array.from({ length: count }, (_, index) => dependency(`lib${index}`, { line: index + 1 })),
    );
    expect(figures(measureOn(dependencyStructure, {}, { inventory })).rules).toEqual(rules);
  });

  it('counts a class of home-made crypto once, whatever its methods', () => {
    const sign = { en: 'bit arithmetic in a loop', ru: 'поразрядная арифметика в цикле' };
    const found = { label: 'Cipher.encrypt', location: at(5), sign };
    const homeMadeCrypto = [
      { ...found, method: method('encrypt').id },
      { ...found, method: method('decrypt').id },
    ];
    expect(
      figures(measureOn(dependencyStructure, { homeMadeCrypto }, { inventory: withManifest([]) })),
    ).toMatchObject({
      raw: 3,
      rules: ['E1-home-made-crypto high'],
    });
  });

  it('is not applicable without a manifest', () => {
    expect(measureOn(dependencyStructure, {}).kind).toBe('notApplicable');
  });
});

describe('F1 fix complexity', () => {
  const type = (name: string, parts: Partial<ClassSummary> = {}): ClassSummary => ({
    name: typeName(`org.clinic.${name}`),
    location: at(3),
    abstract: false,
    role: 'production',
    module: '.',
    ...parts,
  });

  it('adds up its five parts by weight', () => {
    const tested = type('Tested');
    const result = figures(
      measureOn(fixComplexity, {
        methods: [method('a', { outDegree: 10, cognitiveComplexity: 6 }), method('b', { outDegree: 0 })],
        classes: [
          tested,
          type('Untested'),
          type('Shape', { abstract: true }),
          type('Port', { abstract: true }),
        ],
        testReferences: {
          hasTests: true,
          types: new Set([tested.name]),
          methods: new Set(),
          entries: new Set(),
        },
        duplication: { tokens: 200, duplicatedTokens: 50, blocks: [] },
      }),
    );
    expect(result.raw).toBeCloseTo(
      0.25 * (5 / 20) + 0.25 * (3 / 30) + 0.2 * 0.5 + 0.15 * 0.25 + 0.15 * 0.5,
      12,
    );
    expect(result.rules).toEqual([]);
  });

  it('leaves out classes that nothing uses, and their methods', () => {
    const plain = {
      methods: [method('a', { outDegree: 10, cognitiveComplexity: 6 })],
      classes: [type('VisitService')],
    };
    const idle = method('b', { owner: typeName('org.clinic.Old'), cognitiveComplexity: 30 });
    const withIdle = {
      methods: [...plain.methods, idle],
      classes: [...plain.classes, type('Old')],
      unusedTypes: new Set([idle.owner]),
    };
    expect(figures(measureOn(fixComplexity, withIdle)).raw).toBe(
      figures(measureOn(fixComplexity, plain)).raw,
    );
    const used = figures(measureOn(fixComplexity, { ...withIdle, unusedTypes: new Set() })).raw;
    expect(used).not.toBe(figures(measureOn(fixComplexity, plain)).raw);
  });

  it('finds a module that tests hardly touch beside one that they do', () => {
    const classes = [type('A', { module: 'bare' }), type('B', { module: 'tested' })];
    const types = new Set([typeName('org.clinic.B')]);
    const testReferences = { hasTests: true, types, methods: new Set<never>(), entries: new Set<string>() };
    const result = measureOn(fixComplexity, { classes, testReferences });
    expect(result.kind === 'measured' && result.evidence.map((evidence) => evidence.symbol)).toEqual([
      'bare',
    ]);
  });

  it('does not ask for tests of interfaces and abstract classes', () => {
    const abstract = { abstract: true };
    const classes = [type('A'), type('Port', abstract), type('Base', abstract), type('Other', abstract)];
    const types = new Set([typeName('org.clinic.A')]);
    const testReferences = { hasTests: true, types, methods: new Set<never>(), entries: new Set<string>() };
    const result = measureOn(fixComplexity, { classes, testReferences });
    expect(result.kind === 'measured' && result.evidence).toEqual([]);
  });

  it('finds much duplication at its largest block', () => {
    const blocks = [
      { location: at(10), other: at(90), tokens: 50 },
      { location: at(200), other: at(300), tokens: 80 },
    ];
    const result = measureOn(fixComplexity, {
      classes: [type('A')],
      testReferences: {
        hasTests: true,
        types: new Set([typeName('org.clinic.A')]),
        methods: new Set(),
        entries: new Set(),
      },
      duplication: { tokens: 100, duplicatedTokens: 31, blocks },
    });
    expect(result.kind === 'measured' && result.evidence).toMatchObject([
      { rule: 'F1-duplication', location: at(200) },
    ]);
  });
});

describe('F2 security regression', () => {
  const guard = (name: string, category: Guard['category'] = 'authorization'): Guard => ({
    category,
    mechanism: 'method-security',
    carrier: { kind: 'method', method: method(name).id },
    evidence: { file: at(1).file, line: 30, text: '@PreAuthorize' },
    confidence: 'certain',
  });

  it('is the share of guards whose carrier no test exercises', () => {
    const guards = [guard('tested'), guard('bare'), guard('limited', 'rate-limiting')];
    const testReferences = {
      hasTests: true,
      types: new Set<never>(),
      methods: new Set([method('tested').id]),
      entries: new Set<string>(),
    };
    expect(figures(measureOn(securityRegression, { guards, testReferences }))).toMatchObject({
      raw: 0.5,
      rules: ['F2-untested-guard medium'],
    });
  });

  it('takes a request to an entry point as a test of the guards at its door', () => {
    const point = entry('save');
    const atDoor: Guard = {
      ...guard('save', 'validation'),
      carrier: { kind: 'entry', entry: point.id, handler: point.handler },
    };
    const testReferences = {
      hasTests: true,
      types: new Set<never>(),
      methods: new Set<never>(),
      entries: new Set([point.id]),
    };
    expect(figures(measureOn(securityRegression, { guards: [atDoor], testReferences })).raw).toBe(0);
  });

  it('leaves out what path rules say, which stands in the security configuration', () => {
    const point = entry('save');
    const carrier = { kind: 'entry', entry: point.id, handler: point.handler } as const;
    const rule: Guard = { ...guard('save'), carrier };
    expect(measureOn(securityRegression, { guards: [rule] }).kind).toBe('notApplicable');
    const checked: Guard = { ...guard('save', 'validation'), carrier };
    expect(figures(measureOn(securityRegression, { guards: [rule, checked] })).rules).toHaveLength(1);
  });

  it('counts several guards of one kind on one carrier once', () => {
    const result = measureOn(securityRegression, { guards: [guard('bare'), guard('bare')] });
    expect(result.kind === 'measured' && result.evidence).toHaveLength(1);
  });

  it('is not applicable where there is nothing to lose', () => {
    expect(measureOn(securityRegression, { guards: [guard('x', 'audit')] }).kind).toBe('notApplicable');
  });

  describe('in csqa-2', () => {
    const write = sink('db.write Visit');
    const points = ['held', 'behind', 'bare', 'open'].map((name) => entry(name));
    const roads = points.map((point) => road(point, write));
    const [held, behind] = points;
    const testReferences = {
      hasTests: true,
      types: new Set<never>(),
      methods: new Set([method('check').id]),
      entries: new Set(held ? [held.id] : []),
    };
    const pathRule: Guard = {
      ...guard('held'),
      carrier: { kind: 'entry', entry: held?.id ?? '', handler: held?.handler ?? method('held').id },
    };
    const calls = [
      {
        target: method('check').id,
        to: 0,
        how: 'static' as const,
        confidence: 'certain' as const,
        ...at(9),
      },
    ];
    const methods = [method('check'), { ...method('behind'), id: behind?.handler ?? method('x').id, calls }];
    const csqa2 = (guards: readonly Guard[]) =>
      figures(measureOn(securityRegression, { entryPoints: points, roads, guards, methods, testReferences }))
        .csqa2;

    it('is the share of entry points of which no guard on the way is tested', () => {
      expect(csqa2([pathRule, guard('check'), guard('bare')])).toBe(0.5);
    });

    it('never falls where a guard is taken away, tested or not', () => {
      expect(csqa2([pathRule, guard('check')])).toBe(0.5);
      expect(csqa2([pathRule, guard('bare')])).toBe(0.75);
      expect(csqa2([])).toBe(1);
    });
  });
});
