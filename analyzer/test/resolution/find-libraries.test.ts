import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dependency } from '../../src/inventory/inventory.ts';
import { createNodeSourceReader } from '../../src/inventory/node-source-reader.ts';
import { takeInventory } from '../../src/inventory/take-inventory.ts';
import type { Component } from '../../src/resolution/class-path.ts';
import type { MavenOptions } from '../../src/resolution/maven/maven-options.ts';
import { findLibraries } from '../../src/stages/find-libraries.ts';
import { scratchDirectory, scratchTree } from '../e2e/scratch-tree.ts';
import { standInMaven } from './stand-in-maven.ts';

const dependency = (group: string, name: string, version: string): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`;

const shop: Readonly<Record<string, string>> = {
  'pom.xml': `<project><groupId>org.shop</groupId><artifactId>shop</artifactId><version>\${revision}</version>
<packaging>pom</packaging><properties><revision>1.0</revision></properties>
<modules><module>core</module><module>web</module></modules>
<repositories><repository><id>theirs</id><url>http://internal.example/</url></repository></repositories>
<build><extensions><extension><groupId>org.evil</groupId><artifactId>runs</artifactId><version>1</version></extension></extensions></build>
</project>`,
  'core/pom.xml': `<project><parent><groupId>org.shop</groupId><artifactId>shop</artifactId><version>\${revision}</version></parent>
<artifactId>core</artifactId><dependencies>
${dependency('org.text', 'text', '1.9')}
</dependencies></project>`,
  'web/pom.xml': `<project><parent><groupId>org.shop</groupId><artifactId>shop</artifactId><version>\${revision}</version></parent>
<artifactId>web</artifactId><dependencies>
${dependency('org.shop', 'core', '${project.version}')}
${dependency('org.lang', 'lang', '3.8')}
</dependencies></project>`,
  '.mvn/extensions.xml': '<extensions><extension><artifactId>runs-too</artifactId></extension></extensions>',
  'core/src/main/java/A.java': 'class A {}',
};

/** Answers as Maven does for the shop, with a version of its own management in the place of one that web declares. */
const ANSWERS = `
const answers = {
  m0: ['csqa.probe:m0:pom:0', '\\\\- org.shop:core:pom:1.0:compile', '   \\\\- org.text:text:jar:1.9:compile', '      \\\\- org.lang:lang:jar:3.11:compile'],
  m1: ['csqa.probe:m1:pom:0', '\\\\- org.shop:web:pom:1.0:compile', '   +- org.shop:core:jar:1.0:compile', '   |  \\\\- org.text:text:jar:1.9:compile',
    '   |     \\\\- (org.lang:lang:jar:3.11:compile - omitted for conflict with 3.8)', '   +- org.lang:lang:jar:3.8:compile', '   \\\\- org.test:test:jar:1:test'],
};
for (const name of asked) writeFileSync(name + '/tree.txt', answers[name].join('\\n'));
`;

async function search(
  files: Readonly<Record<string, string>>,
  parts: {
    mode?: 'fast' | 'full';
    maven?: MavenOptions;
    advisories?: string;
    onLog?: (text: string) => void;
  } = {},
) {
  const root = scratchTree(files);
  const reader = createNodeSourceReader({ root, maxFileBytes: 1_000_000 });
  const inventory = await takeInventory({ root });
  const { maven, advisories = null, mode = 'full', onLog = () => undefined } = parts;
  const found = await findLibraries({
    ...{ inventory, reader, mode, onLog },
    ...(maven === undefined && advisories === null
      ? {}
      : { libraries: { maven: maven ?? standInMaven('process.exit(1)', { command: null }), advisories } }),
  });
  return { ...found, inventory };
}

const shown = (found: Dependency & { readonly through?: Component['through'] }): string => {
  const { group, name, version, module, file, line, through = [] } = found;
  return `${group}:${name}:${version} in ${module} by ${file}:${line}${through.map((by) => ` < ${by}`).join('')}`;
};

describe('libraries in the mode full', () => {
  it('are those that Maven puts on the class path, with what brings them', async () => {
    const { libraries, diagnostics } = await search(shop, { maven: standInMaven(ANSWERS) });
    expect(diagnostics).toEqual([]);
    expect(libraries.present.map(shown)).toEqual([
      'org.lang:lang:3.11 in core by core/pom.xml:3 < org.text:text:1.9',
      'org.text:text:1.9 in core by core/pom.xml:3',
      'org.shop:core:1.0 in web by web/pom.xml:3',
      'org.text:text:1.9 in web by web/pom.xml:3 < org.shop:core:1.0',
      'org.lang:lang:3.8 in web by web/pom.xml:4',
    ]);
    expect(libraries.classPath.conflicts).toMatchObject([
      { name: 'lang', chosen: '3.8', wanted: '3.11', by: 'org.text:text:1.9', isOlderThanWanted: true },
    ]);
  });

  it('are asked for without anything of the tree that Maven would load, run or fetch from', async () => {
    const seen = join(scratchDirectory(), 'seen');
    const look = `
const { execFileSync } = require('node:child_process');
writeFileSync(${JSON.stringify(seen)}, execFileSync('grep', ['-rh', '', '..'], { encoding: 'utf8' }) + process.argv.join(' ') + JSON.stringify(process.env));
`;
    const mirror = { url: 'https://mirror.example/', username: 'me', password: 'pass&word' };
    await search(shop, { maven: standInMaven(look + ANSWERS, { mirror }) });
    const text = readFileSync(seen, 'utf8');
    expect(text).toContain('<mirrorOf>*</mirrorOf><url>https://mirror.example/</url>');
    expect(text).toContain('<password>pass&amp;word</password>');
    expect(text).not.toMatch(/org\.evil|runs-too|internal\.example|<plugin>|<repository>|<extension>/u);
    expect(text.slice(text.indexOf('--batch-mode'))).not.toContain('pass');
  });

  it('are asked for again where a managed version has overruled a declared one', async () => {
    const managed = `
const isPinned = pomOf(asked[0]).includes('<version>3.8</version>');
for (const name of asked) writeFileSync(name + '/tree.txt', [
  'csqa.probe:' + name + ':pom:0', '\\\\- org.shop:app:pom:1:compile', '   +- org.text:text:jar:1.9:compile',
  isPinned ? '   |  \\\\- (org.lang:lang:jar:3.8:compile - version managed from 3.11; omitted for duplicate)' : '   |  \\\\- (org.lang:lang:jar:3.12:compile - version managed from 3.11; omitted for duplicate)',
  isPinned ? '   \\\\- org.lang:lang:jar:3.8:compile (version managed from 3.8)' : '   \\\\- org.lang:lang:jar:3.12:compile (version managed from 3.8)',
].join('\\n'));
`;
    const app = {
      'pom.xml': `<project><groupId>org.shop</groupId><artifactId>app</artifactId><version>1</version><dependencies>${dependency('org.lang', 'lang', '3.8')}</dependencies></project>`,
    };
    const { libraries } = await search(app, { maven: standInMaven(managed) });
    expect(libraries.present.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'lang 3.8',
      'text 1.9',
    ]);
    expect(libraries.classPath.conflicts).toMatchObject([{ name: 'lang', chosen: '3.8', wanted: '3.11' }]);
  });

  it('keep what is declared where Maven cannot read a module, and say why and what to do', async () => {
    const refuses = `
const bad = asked.find((name) => pomOf(name).includes('<artifactId>core</artifactId>'));
if (bad) {
  console.log('[ERROR]   The project csqa.probe:' + bad + ':0 (/tmp/x/pom.xml) has 1 error');
  console.log('[ERROR]     Non-resolvable parent POM for org.shop:core:1.0: The following artifacts could not be resolved: com.corp:corp-parent:pom:7 (absent): Could not find artifact com.corp:corp-parent:pom:7 in central (https://mirror)');
  process.exit(1);
}
${ANSWERS}`;
    const { libraries, diagnostics } = await search(shop, { maven: standInMaven(refuses) });
    expect(libraries.classPath.modules).toEqual(['web']);
    expect(libraries.present.map(shown)).toContain('org.text:text:1.9 in core by core/pom.xml:3');
    expect(diagnostics).toMatchObject([
      {
        code: 'class-path-unresolved',
        file: 'core/pom.xml',
        message: {
          en: expect.stringContaining('parent pom com.corp:corp-parent:7 is not known'),
          ru: expect.stringContaining('com.corp:corp-parent:7'),
        },
        hint: { en: expect.stringContaining('CSQA_MAVEN_MIRROR') },
      },
    ]);
  });

  it.each([
    [
      'Could not transfer artifact a:b:pom:1 from/to central (https://x): Unknown host repo',
      'cannot be reached',
    ],
    [
      'Cannot access central (https://x) in offline mode and the artifact a:b:pom:1 has not been downloaded from it before',
      'there is no network, and a:b:1',
    ],
    ['transfer failed: PKIX path building failed', 'certificate'],
    ['authentication failed, status: 401 Unauthorized', 'refuses access'],
    ["'dependencies.dependency.version' for a:b:jar must be a valid version", 'cannot make sense of the pom'],
  ])('have one cause in one sentence: %s', async (said, expected) => {
    const fails = `
for (const name of asked) console.log('[ERROR]   The project csqa.probe:' + name + ':0 (/p) has 1 error\\n[ERROR]     ' + ${JSON.stringify(said)});
process.exit(1);`;
    const { diagnostics } = await search(shop, { maven: standInMaven(fails) });
    expect(diagnostics.map(({ message }) => message.en)).toEqual([expect.stringContaining(expected)]);
    expect(diagnostics[0]?.message.en).toContain('2 modules');
  });

  it('are given up when Maven takes too long, and nothing of it stays', async () => {
    const pid = join(scratchDirectory(), 'pid');
    const hangs = `writeFileSync(${JSON.stringify(pid)}, String(process.pid) + ' ' + process.cwd()); setInterval(() => 0, 1000);`;
    const { diagnostics, libraries } = await search(shop, {
      maven: standInMaven(hangs, { timeoutSeconds: 1 }),
    });
    expect(diagnostics.map(({ message }) => message.en)).toEqual([
      expect.stringContaining('within its time'),
    ]);
    expect(libraries.present.map(({ name }) => name)).toEqual(['text', 'core', 'lang']);
    const [process_ = '', directory = ''] = readFileSync(pid, 'utf8').split(' ');
    expect(() => process.kill(Number(process_), 0)).toThrow();
    expect(existsSync(directory)).toBe(false);
  });

  it('are what is declared where Maven does not start', async () => {
    const { diagnostics, libraries } = await search(shop, {
      maven: standInMaven('', { command: '/nowhere/mvn' }),
    });
    expect(diagnostics.map(({ message }) => message.en)).toEqual([
      expect.stringContaining('2 modules bring along is not known: Maven cannot be started'),
    ]);
    expect(libraries.present.map(({ name }) => name)).toEqual(['text', 'core', 'lang']);
  });

  it('are not asked for where Maven may not be run', async () => {
    const { diagnostics } = await search(shop);
    expect(diagnostics.map(({ message }) => message.en)).toEqual([
      expect.stringContaining('Maven is run only in the image csqa-metrics:full'),
    ]);
  });

  it('bear a flood of output, and show no password in the log', async () => {
    const floods = `
for (let i = 0; i < 400; i++) process.stdout.write('secret-password, '.repeat(10000));
process.on('exit', () => 0);
${ANSWERS}`;
    let longest = '';
    const mirror = { url: 'https://mirror.example/', username: 'me', password: 'secret-password' };
    const { libraries } = await search(shop, {
      maven: standInMaven(floods, { mirror }),
      onLog: (text) => {
        longest += text;
      },
    });
    expect(libraries.classPath.modules).toEqual(['core', 'web']);
    expect(longest.length).toBeLessThan(20 * 1024 * 1024);
    expect(longest).not.toContain('secret-password');
  });
});

describe('a Gradle lock file', () => {
  const gradle: Readonly<Record<string, string>> = {
    'settings.gradle': "rootProject.name = 'app'",
    'build.gradle': "plugins { id 'java' }\ndependencies {\n  implementation 'org.text:text'\n}\n",
    'gradle.lockfile': [
      '# This is a Gradle generated file for dependency locking.',
      'org.lang:lang:3.11=compileClasspath,runtimeClasspath',
      'org.text:text:1.9=runtimeClasspath',
      'org.junit:junit:5=testRuntimeClasspath',
      'org.tool:tool:1=annotationProcessor',
      'empty=',
      '../../etc:passwd',
    ].join('\n'),
    'src/main/java/A.java': 'class A {}',
  };

  it('gives the class path in the mode full, placed where a library is declared or else where it is locked', async () => {
    const { libraries, diagnostics } = await search(gradle);
    expect(libraries.present.map(shown)).toEqual([
      'org.text:text:1.9 in . by build.gradle:3',
      'org.lang:lang:3.11 in . by gradle.lockfile:2',
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('changes no count in the mode fast, where build tools are compared by what is declared', async () => {
    const { libraries } = await search(gradle, { mode: 'fast' });
    expect(libraries.present.map(({ name }) => name)).toEqual(['text']);
    expect(libraries.classPath.components.map(({ name }) => name)).toEqual(['text', 'lang']);
  });

  it('may be one for each configuration, as before Gradle 7', async () => {
    const { 'gradle.lockfile': _, ...rest } = gradle;
    const { libraries } = await search({
      ...rest,
      'gradle/dependency-locks/runtimeClasspath.lockfile': 'org.text:text:1.9\norg.lang:lang:3.11\n',
      'gradle/dependency-locks/testRuntimeClasspath.lockfile': 'org.junit:junit:5\n',
    });
    expect(libraries.present.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'text 1.9',
      'lang 3.11',
    ]);
  });
});
