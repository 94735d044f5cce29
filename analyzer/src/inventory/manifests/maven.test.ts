import { describe, expect, it } from 'vitest';
import { relativePath } from '../../base/ids.ts';
import type { DependencyFacts } from './ecosystem.ts';
import { maven } from './maven.ts';

const read = (files: Readonly<Record<string, string>>) =>
  maven.read(
    Object.entries(files).map(([path, text]) => ({
      path: relativePath(path),
      format: 'maven-pom' as const,
      text,
    })),
  );

const shown = ({ group, name, version, scope, file, line }: DependencyFacts): string =>
  `${group}:${name}:${version ?? '?'} ${scope} ${file}:${line}`;

const dependency = (group: string, name: string, more = ''): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId>${more}</dependency>`;

describe('maven dependencies', () => {
  it('reads scopes and the line of each declaration', () => {
    const { dependencies } = read({
      'pom.xml': `<project>
  <groupId>org.acme</groupId><artifactId>shop</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.a</groupId><artifactId>a</artifactId><version>1.0</version>
    </dependency>
    ${dependency('org.b', 'b', '<scope>test</scope>')}
    ${dependency('org.c', 'c', '<scope>provided</scope>')}
    ${dependency('org.d', 'd', '<optional>true</optional><exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>')}
    ${dependency('org.e', 'e', '<scope>runtime</scope>')}
  </dependencies>
</project>`,
    });
    expect(dependencies.map(shown)).toEqual([
      'org.a:a:1.0 runtime pom.xml:4',
      'org.b:b:? test pom.xml:7',
      'org.c:c:? provided pom.xml:8',
      'org.d:d:? optional pom.xml:9',
      'org.e:e:? runtime pom.xml:10',
    ]);
  });

  it('takes versions, scopes and properties from parents in the tree', () => {
    const { dependencies, modules } = read({
      'pom.xml': `<project><groupId>org.acme</groupId><artifactId>root</artifactId><version>2.0</version>
        <packaging>pom</packaging><modules><module>core</module></modules>
        <properties><jackson>2.17.\${patch}</jackson><patch>1</patch></properties>
        <dependencyManagement><dependencies>
          ${dependency('com.fasterxml', 'jackson', '<version>${jackson}</version>')}
          ${dependency('org.junit', 'junit', '<version>5</version><scope>test</scope>')}
        </dependencies></dependencyManagement></project>`,
      'core/pom.xml': `<project><parent><groupId>org.acme</groupId><artifactId>root</artifactId><version>2.0</version></parent>
        <artifactId>core</artifactId><properties><patch>9</patch></properties><dependencies>
        ${dependency('com.fasterxml', 'jackson')}${dependency('org.junit', 'junit')}
        ${dependency('${project.groupId}', 'api', '<version>${project.version}</version>')}
        </dependencies></project>`,
      'api/pom.xml': `<project><parent><groupId>org.acme</groupId><artifactId>root</artifactId><version>2.0</version></parent>
        <artifactId>api</artifactId></project>`,
    });
    expect(dependencies.map(shown)).toEqual([
      'com.fasterxml:jackson:2.17.9 runtime core/pom.xml:3',
      'org.junit:junit:5 test core/pom.xml:3',
      'org.acme:api:2.0 runtime core/pom.xml:4',
    ]);
    expect(dependencies[2]?.target).toBe('api');
    expect(modules.map(({ dir, name, version, parent }) => [dir, name, version, parent])).toEqual([
      ['.', 'org.acme:root', '2.0', null],
      ['core', 'org.acme:core', '2.0', '.'],
      ['api', 'org.acme:api', '2.0', '.'],
    ]);
  });

  it('names an outside parent and an imported BOM as platforms and leaves their versions unknown', () => {
    const { dependencies } = read({
      'pom.xml': `<project>
<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.4.0</version></parent>
<artifactId>app</artifactId>
<dependencyManagement><dependencies>
${dependency('org.cloud', 'cloud-bom', '<version>2024.0</version><type>pom</type><scope>import</scope>')}
</dependencies></dependencyManagement>
<dependencies>${dependency('org.springframework.boot', 'spring-boot-starter-web')}</dependencies></project>`,
    });
    expect(dependencies.map(shown)).toEqual([
      'org.springframework.boot:spring-boot-starter-parent:3.4.0 platform pom.xml:2',
      'org.cloud:cloud-bom:2024.0 platform pom.xml:5',
      'org.springframework.boot:spring-boot-starter-web:? runtime pom.xml:7',
    ]);
  });

  it('follows a BOM that is in the tree, its own properties included', () => {
    const { dependencies } = read({
      'bom/pom.xml': `<project><groupId>org.acme</groupId><artifactId>bom</artifactId><version>1</version>
        <properties><v>7.1</v></properties><dependencyManagement><dependencies>
        ${dependency('org.x', 'x', '<version>${v}</version>')}</dependencies></dependencyManagement></project>`,
      'app/pom.xml': `<project><groupId>org.acme</groupId><artifactId>app</artifactId><version>1</version>
        <dependencyManagement><dependencies>
        ${dependency('org.acme', 'bom', '<version>1</version><type>pom</type><scope>import</scope>')}
        </dependencies></dependencyManagement><dependencies>${dependency('org.x', 'x')}</dependencies></project>`,
    });
    expect(dependencies.map(shown)).toContain('org.x:x:7.1 runtime app/pom.xml:4');
  });

  it('counts a profile only where it is active by default', () => {
    const profile = (name: string, active: boolean): string =>
      `<profile><activation><activeByDefault>${active}</activeByDefault></activation><dependencies>${dependency('p', name)}</dependencies></profile>`;
    const { dependencies } = read({
      'pom.xml': `<project><artifactId>a</artifactId><profiles>${profile('on', true)}${profile('off', false)}</profiles></project>`,
    });
    expect(dependencies.map((one) => one.name)).toEqual(['on']);
  });

  it('counts plugins, their dependencies and annotation processors as build', () => {
    const { dependencies } = read({
      'pom.xml': `<project><artifactId>a</artifactId><build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId>
        <configuration><annotationProcessorPaths><path><groupId>org.mapstruct</groupId><artifactId>processor</artifactId></path></annotationProcessorPaths></configuration>
        <dependencies>${dependency('org.ow2', 'asm')}</dependencies></plugin></plugins></build></project>`,
    });
    expect(dependencies.map(({ group, name, scope }) => `${group}:${name} ${scope}`)).toEqual([
      'org.apache.maven.plugins:maven-compiler-plugin build',
      'org.ow2:asm build',
      'org.mapstruct:processor build',
    ]);
  });

  it('leaves a version unknown where a property has no value or names itself', () => {
    const { dependencies } = read({
      'pom.xml': `<project><artifactId>a</artifactId><properties><x>\${y}</x><y>\${x}</y></properties><dependencies>
        ${dependency('g', 'cyclic', '<version>${x}</version>')}${dependency('g', 'missing', '<version>${nobody}</version>')}</dependencies></project>`,
    });
    expect(dependencies.map((one) => one.version)).toEqual([null, null]);
  });

  it('ends on parents that name each other', () => {
    const pom = (own: string, parent: string): string =>
      `<project><parent><groupId>g</groupId><artifactId>${parent}</artifactId><version>1</version><relativePath>../${parent}</relativePath></parent><artifactId>${own}</artifactId></project>`;
    expect(read({ 'a/pom.xml': pom('a', 'b'), 'b/pom.xml': pom('b', 'a') }).modules).toHaveLength(2);
  });

  it('does not take a parent from outside the tree', () => {
    const { modules } = read({
      'pom.xml': `<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version><relativePath>../../../etc/pom.xml</relativePath></parent><artifactId>a</artifactId></project>`,
    });
    expect(modules[0]?.parent).toBeNull();
  });

  it('keeps what stands before a break and says where it is', () => {
    const { dependencies, diagnostics } = read({
      'pom.xml': `<project><artifactId>a</artifactId>\n<dependencies>\n${dependency('g', 'whole')}\n<dependency><broken</dependencies></project>`,
    });
    expect(dependencies.map((one) => one.name)).toEqual(['whole']);
    expect(diagnostics).toMatchObject([{ code: 'manifest-unreadable', file: 'pom.xml', line: 4 }]);
  });

  it('reads source directories that differ from the convention', () => {
    const { modules } = read({
      'pom.xml':
        '<project><artifactId>a</artifactId><build><sourceDirectory>src</sourceDirectory><testSourceDirectory>${basedir}/test</testSourceDirectory></build></project>',
    });
    expect(modules[0]).toMatchObject({ mainRoots: ['src'], testRoots: ['test'] });
  });
});
