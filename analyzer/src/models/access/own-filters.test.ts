import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

/** The verdict of a page behind a filter of the application with these methods. */
async function behind(base: string, methods: string, name = 'jwt') {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web', 'org.apache.shiro:shiro-spring'),
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor('GET /x', 'GET /login'),
    'TokenFilter.java': `package org.sample;
import jakarta.servlet.*;
import jakarta.servlet.http.*;
import org.apache.shiro.web.filter.AccessControlFilter;
import org.apache.shiro.web.filter.authc.*;
public class TokenFilter extends ${base} { ${methods} }`,
    'Shiro.java': `package org.sample;
import jakarta.servlet.Filter;
import java.util.*;
import org.apache.shiro.spring.web.ShiroFilterFactoryBean;
import org.springframework.context.annotation.*;
@Configuration public class Shiro {
  @Bean public ShiroFilterFactoryBean filter() {
    ShiroFilterFactoryBean bean = new ShiroFilterFactoryBean();
    Map<String, Filter> filters = new HashMap<>();
    filters.put("jwt", new TokenFilter());
    bean.setFilters(filters);
    Map<String, String> map = new LinkedHashMap<>();
    map.put("/login", "anon");
    map.put("/**", "noSessionCreation, ${name}");
    bean.setFilterChainDefinitionMap(map);
    return bean;
  }
}`,
  });
  expect(verdicts['GET /login']).toBe('public');
  return verdicts['GET /x'];
}

const allowed = (body: string) =>
  `@Override protected boolean isAccessAllowed(ServletRequest request, ServletResponse response, Object mapped) { ${body} }`;
const denied = (body: string) =>
  `@Override protected boolean onAccessDenied(ServletRequest request, ServletResponse response) throws Exception { ${body} }`;
const TOKEN = 'String token = ((HttpServletRequest) request).getHeader("Authorization");';
const REFUSING = `${TOKEN} if (token == null) { ((HttpServletResponse) response).sendError(401); return false; }
  return executeLogin(request, response);`;

describe("an application's own filter of Shiro", () => {
  it('asks for a login where it lets nobody on who brings nothing', async () => {
    expect(await behind('AccessControlFilter', allowed('return false;') + denied(REFUSING))).toBe(
      'authenticated',
    );
    expect(await behind('AuthenticatingFilter', denied(REFUSING))).toBe('authenticated');
    expect(
      await behind('BasicHttpAuthenticationFilter', allowed('return executeLogin(request, response);')),
    ).toBe('authenticated');
  });

  it('asks for nothing where it lets strangers on', async () => {
    const lax = allowed(`${TOKEN} if (token != null) { executeLogin(request, response); } return true;`);
    expect(await behind('BasicHttpAuthenticationFilter', lax)).toBe('public');
    expect(await behind('AccessControlFilter', allowed('return false;') + denied('return true;'))).toBe(
      'public',
    );
  });

  it('asks for a login where the login itself throws, and what catches it answers with a refusal', async () => {
    const LOGIN = `@Override protected boolean executeLogin(ServletRequest request, ServletResponse response) throws Exception {
      String token = ((HttpServletRequest) request).getHeader("X-Token");
      getSubject(request, response).login(new org.apache.shiro.authc.BearerToken(token));
      return true;
    }`;
    const trying = (caught: string, first = '') =>
      LOGIN +
      allowed(
        `try { ${first} executeLogin(request, response); return true; } catch (Exception e) { ${caught} }`,
      );
    const base = 'BasicHttpAuthenticationFilter';
    const refusing = '((HttpServletResponse) response).setStatus(401); return false;';
    expect(await behind(base, trying(refusing))).toBe('authenticated');
    expect(await behind(base, trying('return true;'))).toBe('public');
    const skipped = (path: string) =>
      `if ("${path}".equals(((HttpServletRequest) request).getServletPath())) { return true; }`;
    expect(await behind(base, trying(refusing, skipped('/x')))).toBe('public');
    expect(await behind(base, trying(refusing, skipped('/y')))).toBe('authenticated');
    const listed =
      'if (OpenPages.contains(((HttpServletRequest) request).getServletPath())) { return true; }';
    expect(await behind(base, trying(refusing, listed))).toMatch(/^unknown/u);
  });

  it('leaves the verdict open where nothing says what its name stands for', async () => {
    expect(await behind('AccessControlFilter', allowed('return false;') + denied(REFUSING), 'other')).toMatch(
      /^unknown the filter "noSessionCreation, other"/u,
    );
  });
});
