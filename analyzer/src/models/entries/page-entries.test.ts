import { describe, expect, it } from 'vitest';
import { accessOf, configurationWith, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

const PAGE = '<%@ page language="java" %><p>hello</p>';
const WAR = (...dependencies: string[]) =>
  pomWith('javax.servlet:javax.servlet-api', ...dependencies).replace(
    '</project>',
    '<packaging>war</packaging></project>',
  );

/** Verdicts of the pages of a sample, by path. */
async function pages(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const { verdicts } = await accessOf({ 'src/main/webapp/index.jsp': PAGE, 'pom.xml': WAR(), ...files });
  return verdicts;
}

describe('pages of a web folder', () => {
  it('are run by their path, unless they stand in a hidden folder or are parts of others', async () => {
    const found = await pages({
      'src/main/webapp/admin/users.jsp': PAGE,
      'src/main/webapp/WEB-INF/views/secret.jsp': PAGE,
      'src/main/webapp/head.jspf': PAGE,
      'src/main/java/org/sample/notes.jsp': PAGE,
    });
    expect(found).toEqual({ '* /admin/users.jsp': 'public', '* /index.jsp': 'public' });
  });

  it('are found in any folder that has a hidden one', async () => {
    const found = await pages({ 'WebContent/WEB-INF/web.xml': '<web-app/>', 'WebContent/old.jsp': PAGE });
    expect(Object.keys(found)).toEqual(['* /old.jsp', '* /index.jsp']);
  });

  it('are behind the constraints of the descriptor', async () => {
    const found = await pages({
      'src/main/webapp/admin/users.jsp': PAGE,
      'src/main/webapp/WEB-INF/web.xml': `<web-app><security-constraint>
<web-resource-collection><url-pattern>/admin/*</url-pattern></web-resource-collection>
<auth-constraint><role-name>admin</role-name></auth-constraint></security-constraint></web-app>`,
    });
    expect(found['* /admin/users.jsp']).toMatch(/^authorized/u);
    expect(found['* /index.jsp']).toBe('public');
  });

  it('are behind the chain of the application, which runs them only with a compiler for them', async () => {
    const spring = [
      'org.springframework.boot:spring-boot-starter-web',
      'org.springframework.boot:spring-boot-starter-security',
    ];
    const files = {
      'App.java': MAIN_CLASS,
      'Security.java': configurationWith(`
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(r -> r.requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().permitAll()).build();
  }`),
      'src/main/webapp/admin/users.jsp': PAGE,
    };
    const jasper = 'org.apache.tomcat.embed:tomcat-embed-jasper';
    expect(await pages({ ...files, 'pom.xml': pomWith(...spring, jasper) })).toEqual({
      '* /admin/users.jsp': 'authorized hasRole("ADMIN")',
      '* /index.jsp': 'public',
    });
    expect(await pages({ ...files, 'pom.xml': pomWith(...spring) })).toEqual({});
  });
});
