import { describe, expect, it } from 'vitest';
import { takeInventory } from './take-inventory.ts';
import { temporaryTree } from './test/temporary-tree.ts';
import { createNodeTreeLister, type TreeLister } from './tree-lister.ts';

const pom = (artifact: string, body = ''): string =>
  `<project><groupId>org.acme</groupId><artifactId>${artifact}</artifactId><version>1</version>\n${body}</project>`;
const dependency = (group: string, name: string): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>1</version></dependency>`;

const SHOP = {
  'pom.xml': pom('shop', '<modules><module>core</module><module>web</module></modules>'),
  'core/pom.xml': pom('core'),
  'core/src/main/java/org/acme/Order.java': 'package org.acme;\nclass Order {}\n',
  'core/src/test/java/org/acme/OrderTest.java': 'package org.acme;\nclass OrderTest {}\n',
  'web/pom.xml': pom(
    'web',
    `<dependencies>${dependency('org.acme', 'core')}${dependency('org.other', 'lib')}</dependencies>`,
  ),
  'web/src/main/kotlin/App.kt': 'fun main() {}\n',
  'web/src/main/resources/application.yml': 'server:\n  port: 8080\n',
  'web/src/main/resources/static/app.js': 'let a = 1;\n',
  'web/src/main/resources/static/app.min.js': 'let a=1;\n',
  'web/src/main/resources/broken.bin.java': 'class A\0',
  'integration-tests/pom.xml': pom('it', `<dependencies>${dependency('org.test', 'tool')}</dependencies>`),
  'docs/Sample.java': 'class Sample {}\n',
};

describe('takeInventory', () => {
  it('tells languages, roles and modules apart', async () => {
    const inventory = await takeInventory({ root: temporaryTree(SHOP) });
    expect(
      inventory.languages
        .filter((use) => use.kind === 'programming')
        .map(({ language, role, files, lines }) => `${language} ${role} ${files} ${lines}`),
    ).toEqual([
      'java production 2 2',
      'java sample 1 1',
      'java test 1 2',
      'javascript production 1 1',
      'javascript vendored 1 1',
      'kotlin production 1 1',
    ]);
    expect(inventory.files.find((file) => file.path.endsWith('.bin.java'))).toMatchObject({
      unparsed: 'binary',
      lines: null,
    });
    expect(
      inventory.modules.map(({ id, parent, mainRoots, testRoots, dependsOn }) => [
        id,
        parent,
        mainRoots,
        testRoots,
        dependsOn,
      ]),
    ).toEqual([
      ['.', null, [], [], []],
      ['core', '.', ['core/src/main/java'], ['core/src/test/java'], []],
      ['integration-tests', null, [], [], []],
      ['web', '.', ['web/src/main/kotlin'], [], ['core']],
    ]);
    expect(inventory.modules.at(-1)?.resourceRoots).toEqual(['web/src/main/resources']);
  });

  it('warns of code that holds NUL bytes, which a compiler may still take, and of nothing else that is binary', async () => {
    const { diagnostics } = await takeInventory({
      root: temporaryTree({
        'src/Hidden.java': '/* \0 */ class Hidden {}\n',
        'src/Wide.java': Buffer.from('class Wide {}', 'utf16le'),
        'src/Told.java': Buffer.from('\ufeffclass Told {}', 'utf16le'),
        'src/._Told.java': '\0\u0005\u0016\u0007',
        'src/logo.png': '\0png',
        'src/data.json': '{\0}',
        'src/static/app.min.js': 'let a;\0',
      }),
    });
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'binary-source src/Hidden.java',
      'binary-source src/Wide.java',
    ]);
  });

  it('knows whom a module depends on by what it inherits', async () => {
    const dependsOn = async (files: Readonly<Record<string, string>>) => {
      const { modules } = await takeInventory({ root: temporaryTree(files) });
      return Object.fromEntries(modules.map((module) => [module.id, module.dependsOn.join(' ')]));
    };
    const child = (artifact: string, parent: string, path = '..') =>
      `<project><parent><groupId>org.acme</groupId><artifactId>${parent}</artifactId><version>1</version>
      <relativePath>${path}</relativePath></parent><artifactId>${artifact}</artifactId></project>`;
    expect(
      await dependsOn({
        'pom.xml': pom(
          'shop',
          '<modules><module>core</module><module>api</module><module>web</module></modules>',
        ),
        'core/pom.xml': child('core', 'shop'),
        'api/pom.xml': pom('api', `<dependencies>${dependency('org.acme', 'core')}</dependencies>`),
        'api/local/pom.xml': child('local', 'api'),
        'web/pom.xml': child('web', 'shop'),
      }),
    ).toEqual({ '.': '', api: 'core', 'api/local': 'core', core: '', web: '' });
    expect(
      await dependsOn({
        'settings.gradle': "include 'core', 'api', 'web'",
        'build.gradle': `dependencies { implementation project(':web') }
subprojects { dependencies { implementation project(':core') } }
project(':web') { dependencies { implementation project(':api') } }`,
        'core/build.gradle': '',
        'api/build.gradle': '',
        'web/build.gradle': '',
      }),
    ).toEqual({ '.': 'web', api: 'core', core: '', web: 'api core' });
  });

  it('settles what a dependency is to this tree', async () => {
    const { dependencies, ownGroups } = await takeInventory({ root: temporaryTree(SHOP) });
    expect(ownGroups).toEqual(['org.acme']);
    expect(
      dependencies.map(({ name, kind, scope, module, targetModule }) => [
        name,
        kind,
        scope,
        module,
        targetModule,
      ]),
    ).toEqual([
      ['tool', 'external', 'test', 'integration-tests', null],
      ['core', 'internal', 'runtime', 'web', 'core'],
      ['lib', 'external', 'runtime', 'web', null],
    ]);
  });

  it('reads settings with their place', async () => {
    const { properties, configuration } = await takeInventory({ root: temporaryTree(SHOP) });
    expect(properties).toEqual([
      {
        key: 'server.port',
        value: '8080',
        file: 'web/src/main/resources/application.yml',
        line: 2,
        role: 'production',
        module: 'web',
        profile: null,
      },
    ]);
    expect(configuration).toMatchObject([{ kind: 'spring-yaml', module: 'web' }]);
  });

  it('settles what each application runs with, for the profiles that are asked for', async () => {
    const root = temporaryTree({
      'src/main/resources/application.yml':
        'guard:\n  enable-it: false\nurl: ${base:/}api\nspring.profiles.active: dev\n',
      'src/main/resources/application-prod.yml': 'guard.enableIt: true\n',
      'src/test/resources/application.yml': 'url: x\n',
    });
    const shownFor = async (profiles: readonly string[]) =>
      (await takeInventory({ root, profiles })).applications.map(({ module, profiles: active, settings }) => [
        module,
        active.join(),
        ...settings.map(
          ({ relaxedKey, resolved, property }) => `${relaxedKey}=${resolved} line ${property.line}`,
        ),
      ]);
    expect(await shownFor([])).toEqual([
      ['.', 'dev', 'guard.enableit=false line 2', 'spring.profiles.active=dev line 4', 'url=/api line 3'],
    ]);
    expect(await shownFor(['prod'])).toEqual([
      ['.', 'prod', 'guard.enableit=true line 1', 'spring.profiles.active=dev line 4', 'url=/api line 3'],
    ]);
  });

  it('does not call something internal because a test uses its group', async () => {
    const root = temporaryTree({
      'pom.xml': pom('a', `<dependencies>${dependency('com.example', 'lib')}</dependencies>`),
      'integration-tests/pom.xml':
        '<project><groupId>com.example</groupId><artifactId>it</artifactId></project>',
    });
    const { dependencies, ownGroups } = await takeInventory({ root });
    expect(ownGroups).toEqual(['org.acme']);
    expect(dependencies).toMatchObject([{ name: 'lib', kind: 'external' }]);
  });

  it('takes samples for the product where there is nothing else', async () => {
    const tree = {
      'examples/shop/pom.xml': pom('x', `<dependencies>${dependency('a', 'b')}</dependencies>`),
      'examples/shop/src/main/java/A.java': 'class A {}',
    };
    const alone = await takeInventory({ root: temporaryTree(tree) });
    expect(alone.files.map((file) => file.role)).toEqual(['production', 'production']);
    expect(alone.dependencies.map((one) => one.scope)).toEqual(['runtime']);
    const beside = await takeInventory({
      root: temporaryTree({ ...tree, 'src/main/java/B.java': 'class B {}' }),
    });
    expect(beside.files.map((file) => file.role)).toEqual(['sample', 'sample', 'production']);
    expect(beside.dependencies.map((one) => one.scope)).toEqual(['build']);
  });

  it('does not take a manifest among test data for a module', async () => {
    const root = temporaryTree({ 'pom.xml': pom('a'), 'src/test/resources/case/pom.xml': '<broken' });
    const { modules, diagnostics } = await takeInventory({ root });
    expect(modules.map((module) => module.id)).toEqual(['.']);
    expect(diagnostics).toEqual([]);
  });

  it('reads a header as C++ only where the tree has C++ and no C', async () => {
    const languagesIn = async (files: Readonly<Record<string, string>>) =>
      (await takeInventory({ root: temporaryTree(files) })).languages.map((use) => use.language);
    expect(await languagesIn({ 'a.h': '', 'a.cpp': '' })).toEqual(['cpp']);
    expect(await languagesIn({ 'a.h': '', 'a.c': '' })).toEqual(['c']);
  });

  it('counts a large file without reading it, and goes on after every kind of damage', async () => {
    const root = temporaryTree({
      'pom.xml': '<project><artifactId>a</artifactId><dependencies',
      'Large.java': `class A {}${' '.repeat(5_000)}`,
      'application.yml': 'a: [\n',
      'Latin.java': Buffer.from('// é', 'latin1').toString('latin1'),
      'Fine.java': 'class Fine {}\n',
    });
    const inventory = await takeInventory({ root, limits: { maxFileBytes: 4_096 } });
    expect(inventory.files.find((file) => file.path === 'Large.java')).toMatchObject({
      bytes: 5_010,
      unparsed: 'too-large',
    });
    expect(inventory.files.find((file) => file.path === 'Fine.java')).toMatchObject({
      unparsed: null,
      lines: 1,
    });
    expect(inventory.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'file-too-large Large.java',
      'configuration-unreadable application.yml',
      'manifest-unreadable pom.xml',
    ]);
  });

  it('is not asked for a tree that is not Java', async () => {
    const inventory = await takeInventory({
      root: temporaryTree({ 'go.mod': 'module x\nrequire a.b/c v1\n', 'main.go': 'package main\n' }),
    });
    expect(inventory.dependencies).toMatchObject([{ ecosystem: 'go', name: 'a.b/c', scope: 'runtime' }]);
  });

  it.each([
    ['an empty directory', {}, 'empty one'],
    ['a directory where everything is ignored', { '.git/config': '' }, 'ignored'],
  ])('fails with a hint on %s', async (_, files, words) => {
    await expect(takeInventory({ root: temporaryTree(files) })).rejects.toMatchObject({
      code: 'SOURCE_EMPTY',
      message: expect.stringContaining(words),
      hint: expect.any(String),
    });
  });

  it('gives byte-identical results in whatever order the tree is walked', async () => {
    const root = temporaryTree(SHOP);
    const reversing: TreeLister = {
      ...createNodeTreeLister(root),
      list: (directory, limit) => createNodeTreeLister(root).list(directory, limit)?.toReversed() ?? null,
    };
    expect(JSON.stringify(await takeInventory({ root, lister: reversing }))).toBe(
      JSON.stringify(await takeInventory({ root })),
    );
  });

  it('reports progress up to the number of files', async () => {
    const seen: string[] = [];
    await takeInventory({
      root: temporaryTree({ 'A.java': '' }),
      onProgress: ({ step, done, total }) => seen.push(`${step} ${done}/${total}`),
    });
    expect(seen).toEqual(['walk 0/null', 'read 0/1', 'read 1/1']);
  });
});
