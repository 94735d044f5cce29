import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

const PATHS = ['GET /a', 'GET /admin/b', 'GET /login'];

async function verdictsOf(registration: string, members = '') {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith(
      'org.springframework.boot:spring-boot-starter-web',
      'cn.dev33:sa-token-spring-boot3-starter',
    ),
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor(...PATHS),
    'Web.java': `package org.sample;
import cn.dev33.satoken.filter.SaServletFilter;
import cn.dev33.satoken.interceptor.SaInterceptor;
import cn.dev33.satoken.router.SaRouter;
import cn.dev33.satoken.stp.StpUtil;
import org.springframework.context.annotation.*;
import org.springframework.web.servlet.config.annotation.*;
@Configuration public class Web implements WebMvcConfigurer {
  @Override public void addInterceptors(InterceptorRegistry registry) { ${registration} }
  ${members}
}`,
  });
  return PATHS.map((path) => verdicts[path]);
}

describe('checks of Sa-Token', () => {
  it('stand before the paths that they are registered for', async () => {
    const registered = (paths: string) =>
      `registry.addInterceptor(new SaInterceptor(handle -> StpUtil.checkLogin()))${paths};`;
    expect(await verdictsOf(registered('.addPathPatterns("/**").excludePathPatterns("/login")'))).toEqual([
      'authenticated',
      'authenticated',
      'public',
    ]);
    expect(await verdictsOf(registered('.addPathPatterns("/admin/**")'))).toEqual([
      'public',
      'authenticated',
      'public',
    ]);
    expect(await verdictsOf('registry.addInterceptor(new SaInterceptor()).addPathPatterns("/**");')).toEqual([
      'public',
      'public',
      'public',
    ]);
  });

  it('are all made in sequence, each for the requests that it names', async () => {
    const router = `registry.addInterceptor(new SaInterceptor(handle -> {
      SaRouter.match("/**").notMatch("/login").check(r -> StpUtil.checkLogin());
      SaRouter.match("/admin/**", r -> StpUtil.checkRole("admin"));
    })).addPathPatterns("/**");`;
    expect(await verdictsOf(router)).toEqual(['authenticated', 'authorized checkRole("admin")', 'public']);
    const shorter = `registry.addInterceptor(new SaInterceptor(handle ->
      SaRouter.match("/**", "/login", StpUtil::checkLogin))).addPathPatterns("/**");`;
    expect(await verdictsOf(shorter)).toEqual(['authenticated', 'authenticated', 'public']);
  });

  it('end where a statement stops them', async () => {
    const stopped = `registry.addInterceptor(new SaInterceptor(handle -> {
      SaRouter.match("/a").stop();
      StpUtil.checkLogin();
    })).addPathPatterns("/**");`;
    expect(await verdictsOf(stopped)).toEqual(['public', 'authenticated', 'authenticated']);
  });

  it('can stand in a filter, and are undecided where their paths are known only at run time', async () => {
    const filter = (include: string) => `@Bean public SaServletFilter gate() {
    return new SaServletFilter().addInclude(${include}).addExclude("/login").setAuth(obj -> StpUtil.checkLogin());
  }`;
    expect(await verdictsOf('', filter('"/**"'))).toEqual(['authenticated', 'authenticated', 'public']);
    expect((await verdictsOf('', filter('System.getenv("GATED")')))[0]).toMatch(/^unknown/u);
  });
});
