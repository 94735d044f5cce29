import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../../base/ids.ts';
import type { DependencyFacts } from './ecosystem.ts';
import { gradle } from './gradle.ts';
import { scopeOfConfiguration } from './gradle-notation.ts';

const read = (files: Readonly<Record<string, string>>) =>
  gradle.read(
    Object.entries(files).flatMap(([name, text]) => {
      const path = relativePath(name);
      const format = gradle.formatOf(path);
      return format === null ? [] : [{ path, format, text }];
    }),
  );

const shown = ({ group, name, version, scope, line }: DependencyFacts): string =>
  `${line} ${group ?? '-'}:${name}:${version ?? '?'} ${scope}`;

describe('gradle dependencies', () => {
  it('reads the notations of Groovy, each on its own line', () => {
    const { dependencies } = read({
      'build.gradle': `plugins {
  id 'java'
  id 'org.springframework.boot' version '3.2.1'
}
// implementation 'no:comment:1'
ext { jwtVersion = '0.12.5' }
def gson = "2.10"
dependencies {
  implementation 'org.a:a:1.0', 'org.b:b:2.0'
  implementation group: 'org.c', name: 'c', version: '3.0'
  api "io.jsonwebtoken:jjwt-api:\${jwtVersion}"
  runtimeOnly "com.google:gson:$gson"
  compileOnly('org.d:d:1') { exclude group: 'x', module: 'y' }
  annotationProcessor 'org.e:e:1'
  testImplementation 'org.f:f:1@jar'
  implementation platform('org.g:bom:5')
  implementation 'org.h:' + 'h:' + jwtVersion
  implementation files('libs/local.jar')
  implementation 'org.i:i'
  if (project.hasProperty('x')) {
    implementation 'org.j:j:1'
  }
  constraints { implementation 'no:constraint:1' }
}`,
    });
    expect(dependencies.map(shown)).toEqual([
      '3 org.springframework.boot:org.springframework.boot.gradle.plugin:3.2.1 build',
      '9 org.a:a:1.0 runtime',
      '9 org.b:b:2.0 runtime',
      '10 org.c:c:3.0 runtime',
      '11 io.jsonwebtoken:jjwt-api:0.12.5 runtime',
      '12 com.google:gson:2.10 runtime',
      '13 org.d:d:1 provided',
      '14 org.e:e:1 build',
      '15 org.f:f:1 test',
      '16 org.g:bom:5 platform',
      '17 org.h:h:0.12.5 runtime',
      '19 org.i:i:? runtime',
      '21 org.j:j:1 runtime',
    ]);
  });

  it('reads the notations of Kotlin', () => {
    const { dependencies } = read({
      'build.gradle.kts': `plugins {
    kotlin("jvm") version "2.0.0"
    id("io.spring.dependency-management") version "1.1.7"
}
val ktor: String = "2.3.0"
extra["netty"] = "4.1"
val jwt by extra("0.9")
dependencies {
    implementation("io.ktor:ktor-core:$ktor")
    implementation(kotlin("reflect"))
    implementation("io.netty", "netty-all", "4.1")
    runtimeOnly("io.netty:netty:\${property("netty")}")
    implementation("io.jsonwebtoken:jjwt:$jwt") {
        exclude(group = "x", module = "y")
    }
    add("testImplementation", "org.t:t:1")
    "kapt"("org.k:k:1")
    implementation(
        group = "org.n",
        name = "n",
    )
    testImplementation(platform("org.junit:junit-bom:5"))
}`,
    });
    expect(dependencies.map(shown)).toEqual([
      '2 org.jetbrains.kotlin.jvm:org.jetbrains.kotlin.jvm.gradle.plugin:2.0.0 build',
      '3 io.spring.dependency-management:io.spring.dependency-management.gradle.plugin:1.1.7 build',
      '9 io.ktor:ktor-core:2.3.0 runtime',
      '10 org.jetbrains.kotlin:kotlin-reflect:? runtime',
      '11 io.netty:netty-all:4.1 runtime',
      '12 io.netty:netty:4.1 runtime',
      '13 io.jsonwebtoken:jjwt:0.9 runtime',
      '16 org.t:t:1 test',
      '17 org.k:k:1 build',
      '19 org.n:n:? runtime',
      '22 org.junit:junit-bom:5 test',
    ]);
  });

  it('follows version catalogs: references, rich versions, bundles and plugins', () => {
    const { dependencies } = read({
      'gradle/libs.versions.toml': `[versions]
boot = "3.3.0"
rich = { strictly = "[1,2[", prefer = "1.5" }
[libraries]
boot-web = { module = "org.boot:web", version.ref = "boot" }
boot_jpa = { group = "org.boot", name = "jpa", version.ref = "boot" }
plain = "org.p:p:1"
rich = { module = "org.r:r", version.ref = "rich" }
bom = { module = "org.boot:bom", version.ref = "boot" }
[bundles]
boot = ["boot-web", "boot_jpa"]
[plugins]
boot = { id = "org.boot", version.ref = "boot" }`,
      'build.gradle.kts': `plugins { alias(libs.plugins.boot) }
dependencies {
    implementation(libs.bundles.boot)
    implementation(libs.plain)
    implementation(libs.rich)
    implementation(platform(libs.bom))
    implementation("org.q:q:\${libs.versions.boot.get()}")
    implementation(libs.unknown)
    compileOnly(plugin(libs.plugins.boot))
}`,
    });
    expect(dependencies.map(shown)).toEqual([
      '1 org.boot:org.boot.gradle.plugin:3.3.0 build',
      '3 org.boot:web:3.3.0 runtime',
      '3 org.boot:jpa:3.3.0 runtime',
      '4 org.p:p:1 runtime',
      '5 org.r:r:[1,2[ runtime',
      '6 org.boot:bom:3.3.0 platform',
      '7 org.q:q:3.3.0 runtime',
      '9 org.boot:org.boot.gradle.plugin:3.3.0 provided',
    ]);
  });

  it('places projects by the settings and links them', () => {
    const { dependencies, modules } = read({
      'settings.gradle': `rootProject.name = 'shop'
include ':core', 'apps:web'
include 'tool'
project(':tool').projectDir = file('misc/tool')`,
      'build.gradle': `allprojects { group = 'org.acme'; version = '1.1' }
project(':core') { dependencies { implementation 'org.a:a:1' } }`,
      'core/build.gradle': '',
      'apps/web/build.gradle': `dependencies {
  implementation project(':core')
  testImplementation(project(path: ':tool', configuration: 'x'))
  implementation projects.core
}`,
    });
    expect(modules.map(({ dir, name, parent, version }) => [dir, name, parent, version])).toEqual([
      ['.', 'shop', null, '1.1'],
      ['apps', ':apps', '.', '1.1'],
      ['apps/web', ':apps:web', '.', '1.1'],
      ['core', ':core', '.', '1.1'],
      ['misc/tool', ':tool', '.', '1.1'],
    ]);
    expect(dependencies.map(({ name, module, target, scope }) => [name, module, target, scope])).toEqual([
      ['a', 'core', null, 'runtime'],
      ['core', 'apps/web', 'core', 'runtime'],
      ['tool', 'apps/web', 'misc/tool', 'test'],
      ['core', 'apps/web', 'core', 'runtime'],
    ]);
  });

  it('finds a project that the settings rename in a loop, and calls any project internal', () => {
    const { dependencies } = read({
      'settings.gradle': "include 'core', 'web'\nrootProject.children.each { it.name = \"shop-${it.name}\" }",
      'web/build.gradle': "dependencies { implementation project(':shop-core'), project(':made-up') }",
    });
    expect(dependencies.map(({ name, target, own }) => [name, target, own])).toEqual([
      ['shop-core', 'core', true],
      ['made-up', null, true],
    ]);
  });

  it('reads gradle.properties, applied scripts and maps of libraries', () => {
    const { dependencies } = read({
      'gradle.properties': 'okVersion = 4.12\n',
      'gradle/libraries.gradle':
        'ext.libraries = [ok: "com.ok:ok:$okVersion", guava: \'com.google:guava:33\']',
      'app/build.gradle': 'dependencies { implementation libraries.ok\n implementation libraries.guava }',
    });
    expect(dependencies.map(shown)).toEqual(['1 com.ok:ok:4.12 runtime', '2 com.google:guava:33 runtime']);
  });

  it('does not believe a variable that two scripts elsewhere define differently', () => {
    const { dependencies } = read({
      'a/x.gradle': "ext.v = '1'",
      'b/x.gradle': "ext.v = '2'",
      'c/build.gradle': 'dependencies { implementation "g:n:$v" }',
    });
    expect(dependencies[0]?.version).toBeNull();
  });

  it('gives versions from dependency management and plugin management', () => {
    const { dependencies } = read({
      'settings.gradle': "pluginManagement { plugins { id 'org.p' version '9' } }",
      'build.gradle': `plugins { id 'org.p' }
dependencyManagement {
  imports { mavenBom "org.cloud:bom:2024" }
  dependencies { dependency 'org.m:m:7' }
}
dependencies { implementation 'org.m:m' }`,
    });
    expect(dependencies.map(shown)).toEqual([
      '1 org.p:org.p.gradle.plugin:9 build',
      '3 org.cloud:bom:2024 platform',
      '6 org.m:m:7 runtime',
    ]);
  });

  it('does not take the group of a task for that of the project', () => {
    const { ownGroups } = read({
      'build.gradle': "allprojects { group = 'org.acme' }\ntask smoke { group = 'verification' }",
      'app/build.gradle': "tasks.register('x') {\n  group = 'checks'\n}",
    });
    expect(new Set(ownGroups.map(({ group }) => group))).toEqual(new Set(['org.acme']));
  });

  it('reports a broken catalog with its line and goes on', () => {
    const { dependencies, diagnostics } = read({
      'gradle/libs.versions.toml': '[versions]\nboot = "3\n',
      'build.gradle': "dependencies { implementation 'a:b:1' }",
    });
    expect(dependencies).toHaveLength(1);
    expect(diagnostics).toMatchObject([
      { code: 'manifest-unreadable', file: 'gradle/libs.versions.toml', line: 2 },
    ]);
  });

  it('never fails and always ends, whatever the script says', () => {
    const piece = fc.constantFrom(
      'dependencies {',
      '}',
      '{',
      'implementation ',
      '"a:b:$v"',
      "'",
      '"',
      '(',
      ')',
      '[',
      ']',
      '\n',
      'def v = ',
      '"$v"',
      '+',
      '//',
      '/*',
      '*/',
      'project(',
      ':x',
      'libs.a',
      'ext.v = ',
      ',',
      'plugins {',
      'id ',
      'version ',
      'group: ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        const first = read({ 'build.gradle': parts.join('') });
        expect(read({ 'build.gradle': parts.join('') })).toEqual(first);
      }),
    );
  });
});

describe('scopeOfConfiguration', () => {
  it.each([
    ['implementation', 'runtime'],
    ['api', 'runtime'],
    ['compile', 'runtime'],
    ['runtimeOnly', 'runtime'],
    ['mainImplementation', 'runtime'],
    ['compileOnly', 'provided'],
    ['providedRuntime', 'provided'],
    ['testImplementation', 'test'],
    ['testRuntimeOnly', 'test'],
    ['androidTestImplementation', 'test'],
    ['integrationTestImplementation', 'test'],
    ['annotationProcessor', 'build'],
    ['kapt', 'build'],
    ['classpath', 'build'],
    ['developmentOnly', 'build'],
    ['checkstyle', 'build'],
    ['optional', 'optional'],
  ])('%s is %s', (configuration, scope) => {
    expect(scopeOfConfiguration(configuration)).toBe(scope);
  });
});
