import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

describe('annotations of other libraries', () => {
  it('ask for a login on a parameter of Dropwizard, where its feature is registered and it is not optional', async () => {
    const of = async (parameter: string, registered: string) => {
      const { verdicts } = await accessOf({
        'pom.xml': pomWith('io.dropwizard:dropwizard-core', 'io.dropwizard:dropwizard-auth'),
        'App.java': `package org.sample;
public class App extends io.dropwizard.core.Application<Object> {
  public static void main(String[] args) throws Exception { new App().run(args); }
  public void run(Object settings, io.dropwizard.core.setup.Environment environment) { ${registered} }
}`,
        'Rows.java': `package org.sample;
import jakarta.ws.rs.*;
import io.dropwizard.auth.Auth;
@Path("/x") public class Rows { @GET public String x(${parameter}) { return ""; } }`,
      });
      return verdicts['GET /x'];
    };
    const feature = 'environment.jersey().register(new io.dropwizard.auth.AuthDynamicFeature(null));';
    expect(await of('@Auth java.security.Principal user', feature)).toBe('authenticated');
    expect(await of('@Auth java.util.Optional<java.security.Principal> user', feature)).toBe('public');
    expect(await of('java.security.Principal user', feature)).toBe('public');
    expect(await of('@Auth java.security.Principal user', '')).toBe('public');
  });

  it('of Sa-Token act behind an interceptor only, those of Shiro behind a starter or an advisor', async () => {
    const of = async (
      annotation: string,
      dependency: string,
      files: Readonly<Record<string, string>> = {},
    ) => {
      const { verdicts } = await accessOf({
        'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web', dependency),
        'App.java': MAIN_CLASS,
        'Pages.java': controllerFor('GET /x').replace('  @RequestMapping', `  ${annotation} @RequestMapping`),
        ...files,
      });
      return verdicts['GET /x'];
    };
    const role = '@cn.dev33.satoken.annotation.SaCheckRole("admin")';
    const interceptor = {
      'Web.java': `package org.sample;
import org.springframework.web.servlet.config.annotation.*;
@org.springframework.context.annotation.Configuration public class Web implements WebMvcConfigurer {
  @Override public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new cn.dev33.satoken.interceptor.SaInterceptor()).addPathPatterns("/**");
  }
}`,
    };
    expect(await of(role, 'cn.dev33:sa-token-spring-boot3-starter', interceptor)).toBe('authorized admin');
    expect(await of(role, 'cn.dev33:sa-token-spring-boot3-starter')).toBe('public');
    const permission = '@org.apache.shiro.authz.annotation.RequiresPermissions("row:read")';
    expect(await of(permission, 'org.apache.shiro:shiro-spring-boot-web-starter')).toBe(
      'authorized row:read',
    );
    expect(await of(permission, 'org.apache.shiro:shiro-core')).toBe('public');
  });
});
