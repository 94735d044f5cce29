import { expect, it } from 'vitest';
import { accessOf, pomWith } from '../../../test/access-of.ts';

const pom = (name: string, ...dependencies: string[]) =>
  pomWith(
    'org.springframework.boot:spring-boot-starter-web',
    'org.springframework.boot:spring-boot-starter-security',
    ...dependencies,
  ).replace('<artifactId>app<', `<artifactId>${name}<`);

const application = (rule: string) => `package org.sample;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
@SpringBootApplication
public class App {
  public static void main(String[] args) { SpringApplication.run(App.class, args); }
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(rules -> rules.anyRequest().${rule}).build();
  }
}`;

const pages = (path: string) => `package org.sample;
@org.springframework.web.bind.annotation.RestController
public class Pages {
  @org.springframework.web.bind.annotation.GetMapping("${path}") public String page() { return ""; }
}`;

it('keeps applications apart whose classes have the same names', async () => {
  const { verdicts, evidence } = await accessOf({
    'pom.xml': `<project><modelVersion>4.0.0</modelVersion><groupId>org.sample</groupId><artifactId>all</artifactId>
<version>1</version><packaging>pom</packaging><modules><module>shop</module><module>admin</module></modules></project>`,
    'shop/pom.xml': pom('shop'),
    'shop/src/main/java/org/sample/App.java': application('permitAll()'),
    'shop/src/main/java/org/sample/Pages.java': pages('/shop'),
    'admin/pom.xml': pom('admin'),
    'admin/src/main/java/org/sample/App.java': application('hasRole("ADMIN")'),
    'admin/src/main/java/org/sample/Pages.java': pages('/admin'),
  });
  expect(verdicts).toEqual({ 'GET /admin': 'authorized hasRole("ADMIN")', 'GET /shop': 'public' });
  expect(evidence['GET /shop']?.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['shop/src/main/java/org/sample/App.java']),
  );
});

it('leads the file of a module to the class that the module means', async () => {
  const servlet = `package org.sample;
public class Visits extends javax.servlet.http.HttpServlet { @Override protected void doGet(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response) {} }`;
  const webXml = (
    path: string,
  ) => `<web-app><servlet><servlet-name>v</servlet-name><servlet-class>org.sample.Visits</servlet-class></servlet>
<servlet-mapping><servlet-name>v</servlet-name><url-pattern>${path}</url-pattern></servlet-mapping></web-app>`;
  const { verdicts } = await accessOf({
    'pom.xml': `<project><modelVersion>4.0.0</modelVersion><groupId>org.sample</groupId><artifactId>all</artifactId>
<version>1</version><packaging>pom</packaging><modules><module>a</module><module>b</module></modules></project>`,
    'a/pom.xml': pomWith('javax.servlet:javax.servlet-api').replace('>app<', '>a<'),
    'a/src/main/java/org/sample/Visits.java': servlet,
    'a/src/main/webapp/WEB-INF/web.xml': webXml('/a'),
    'b/pom.xml': pomWith('javax.servlet:javax.servlet-api').replace('>app<', '>b<'),
    'b/src/main/java/org/sample/Visits.java': servlet,
    'b/src/main/webapp/WEB-INF/web.xml': webXml('/b'),
  });
  expect(Object.keys(verdicts)).toEqual(['GET /a', 'GET /b']);
});

it('gives the handlers of each program of a module the settings that this program names', async () => {
  const program = (name: string, rule: string) => ({
    [`src/main/java/org/${name}/App.java`]: application(rule)
      .replaceAll('org.sample', `org.${name}`)
      .replace(
        '@SpringBootApplication\n',
        `@SpringBootApplication @org.springframework.context.annotation.PropertySource("classpath:application-${name}.properties")\n`,
      ),
    [`src/main/java/org/${name}/Pages.java`]: pages(`/${name}/mail`).replace('org.sample', `org.${name}`),
    [`src/main/resources/application-${name}.properties`]: `server.servlet.context-path=\${CONTEXT:/${name}}\n`,
  });
  const { verdicts } = await accessOf({
    'pom.xml': pom('app'),
    ...program('shop', 'authenticated()'),
    ...program('admin', 'denyAll()'),
  });
  expect(verdicts).toEqual({
    'GET /admin/admin/mail': 'denied',
    'GET /shop/shop/mail': 'authenticated',
  });
});
