import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

const BEANS = (body: string) => `<beans xmlns="http://www.springframework.org/schema/beans"
  xmlns:sec="http://www.springframework.org/schema/security">${body}</beans>`;
const CONTROLLER = `package org.sample;
import org.springframework.web.bind.annotation.*;
@RestController public class Rows {
  @org.springframework.security.access.prepost.PreAuthorize("hasRole('A')") @GetMapping("/a") public String a() { return ""; }
  @org.springframework.security.access.annotation.Secured("ROLE_B") @GetMapping("/b") public String b() { return ""; }
}`;

describe('what activates annotations', () => {
  it('is an element of a bean file, where the application loads that file', async () => {
    const of = async (element: string, imported = 'classpath:methods.xml') => {
      const { verdicts } = await accessOf({
        'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web'),
        'App.java': MAIN_CLASS.replace(
          '@SpringBootApplication',
          `@SpringBootApplication @org.springframework.context.annotation.ImportResource("${imported}")`,
        ),
        'Rows.java': CONTROLLER,
        'src/main/resources/methods.xml': BEANS(element),
        'src/main/resources/other.xml': BEANS(''),
      });
      return [verdicts['GET /a'], verdicts['GET /b']];
    };
    expect(await of('<sec:method-security/>')).toEqual(["authorized hasRole('A')", 'public']);
    expect(await of('<sec:method-security secured-enabled="true"/>')).toEqual([
      "authorized hasRole('A')",
      'authorized ROLE_B',
    ]);
    expect(await of('<sec:global-method-security secured-annotations="enabled"/>')).toEqual([
      'public',
      'authorized ROLE_B',
    ]);
    expect(await of('<sec:method-security/>', 'classpath:other.xml')).toEqual(['public', 'public']);
    expect(await of('<beans profile="dev"><sec:method-security/></beans>')).toEqual(['public', 'public']);
  });

  it('is asked of each application apart', async () => {
    const pom = pomWith('org.springframework.boot:spring-boot-starter-web');
    const module = (name: string, switched: boolean) => ({
      [`${name}/pom.xml`]: pom.replace('<artifactId>app<', `<artifactId>${name}<`),
      [`${name}/src/main/java/org/${name}/App.java`]: MAIN_CLASS.replaceAll('org.sample', `org.${name}`),
      [`${name}/src/main/java/org/${name}/Rows.java`]: CONTROLLER.replace('org.sample', `org.${name}`)
        .replace('"/a"', `"/${name}/a"`)
        .replace('"/b"', `"/${name}/b"`),
      ...(switched
        ? {
            [`${name}/src/main/java/org/${name}/Switch.java`]: `package org.${name};
@org.springframework.context.annotation.Configuration
@org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity public class Switch {}`,
          }
        : {}),
    });
    const { verdicts, inertGuards } = await accessOf({
      'pom.xml': `<project><modelVersion>4.0.0</modelVersion><groupId>o</groupId><artifactId>all</artifactId><version>1</version><packaging>pom</packaging><modules><module>on</module><module>off</module></modules></project>`,
      ...module('on', true),
      ...module('off', false),
    });
    expect(verdicts['GET /on/a']).toBe("authorized hasRole('A')");
    expect(verdicts['GET /off/a']).toBe('public');
    expect(inertGuards.map(({ evidence }) => evidence.file.split('/')[0])).toEqual(['off', 'off', 'on']);
  });

  it('is a construction in code that runs, for libraries that need one', async () => {
    const of = async (files: Readonly<Record<string, string>>) => {
      const { verdicts } = await accessOf({
        'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web', 'org.apache.shiro:shiro-core'),
        'App.java': MAIN_CLASS,
        'Pages.java': controllerFor('GET /x').replace(
          '  @RequestMapping',
          '  @org.apache.shiro.authz.annotation.RequiresRoles("admin") @RequestMapping',
        ),
        ...files,
      });
      return verdicts['GET /x'];
    };
    const advisor = (annotation: string) => ({
      'Advisor.java': `package org.sample;
import org.apache.shiro.spring.security.interceptor.AuthorizationAttributeSourceAdvisor;
import org.springframework.context.annotation.*;
@Configuration ${annotation} public class Advisor {
  @Bean AuthorizationAttributeSourceAdvisor advisor() { return new AuthorizationAttributeSourceAdvisor(); }
}`,
    });
    expect(await of(advisor(''))).toBe('authorized admin');
    expect(await of(advisor('@Profile("secured")'))).toBe('public');
    expect(await of({})).toBe('public');
  });
});
