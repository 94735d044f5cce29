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

describe('annotations of Sa-Token', () => {
  const of = async (registration: string, dependency = 'cn.dev33:sa-token-spring-boot3-starter') => {
    const { verdicts, inertGuards } = await accessOf({
      'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web', dependency),
      'App.java': MAIN_CLASS,
      'Pages.java': `package org.sample;
import cn.dev33.satoken.annotation.*;
import org.springframework.web.bind.annotation.*;
@RestController public class Pages {
  @SaCheckLogin @GetMapping("/api/in") public String in() { return ""; }
  @SaCheckRole("admin") @GetMapping("/other") public String other() { return ""; }
}`,
      'Web.java': `package org.sample;
import cn.dev33.satoken.interceptor.SaInterceptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.*;
import org.springframework.web.servlet.config.annotation.*;
@Configuration public class Web implements WebMvcConfigurer {
  @Value("\${checks}") private boolean checks;
  @Override public void addInterceptors(InterceptorRegistry registry) { ${registration} }
}`,
    });
    return [verdicts['GET /api/in'], verdicts['GET /other'], inertGuards.length];
  };
  const registered = (made: string, paths: string) => `registry.addInterceptor(${made})${paths};`;

  it('act on the paths of an interceptor that looks at them, and on no others', async () => {
    expect(await of(registered('new SaInterceptor()', '.addPathPatterns("/**")'))).toEqual([
      'authenticated',
      'authorized admin',
      0,
    ]);
    expect(await of(registered('new SaInterceptor()', '.addPathPatterns("/api/**")'))).toEqual([
      'authenticated',
      'public',
      1,
    ]);
    expect(
      await of(registered('new SaInterceptor()', '.addPathPatterns("/**").excludePathPatterns("/other")')),
    ).toEqual(['authenticated', 'public', 1]);
  });

  it('are inert where the interceptor is told to leave them', async () => {
    const paths = '.addPathPatterns("/**")';
    expect(await of(registered('new SaInterceptor().isAnnotation(false)', paths))).toEqual([
      'public',
      'public',
      2,
    ]);
    expect(await of(registered('new SaInterceptor().isAnnotation(true)', paths))).toEqual([
      'authenticated',
      'authorized admin',
      0,
    ]);
    const [inside] = await of(registered('new SaInterceptor().isAnnotation(checks)', paths));
    expect(inside).toMatch(/^unknown/u);
  });

  it('act everywhere with the module that weaves them in', async () => {
    expect(await of('', 'cn.dev33:sa-token-spring-aop')).toEqual(['authenticated', 'authorized admin', 0]);
  });
});
