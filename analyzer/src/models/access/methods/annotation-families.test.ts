import { describe, expect, it } from 'vitest';
import { accessOf, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

describe('an annotation on a handler', () => {
  it('replaces the one on its class where the library says so, whatever its kind', async () => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith('io.quarkus:quarkus-rest', 'io.quarkus:quarkus-oidc'),
      'Rows.java': `package org.sample;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.*;
import jakarta.ws.rs.*;
@Path("/rows") @Authenticated public class Rows {
  @GET public String all() { return ""; }
  @GET @Path("/open") @PermitAll public String open() { return ""; }
  @GET @Path("/admin") @RolesAllowed("admin") public String admin() { return ""; }
}`,
    });
    expect(verdicts).toEqual({
      'GET /rows': 'authenticated',
      'GET /rows/open': 'public',
      'GET /rows/admin': 'authorized admin',
    });
  });

  it('names the rules of Micronaut by constants of the library', async () => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith(
        'io.micronaut:micronaut-http-server-netty',
        'io.micronaut.security:micronaut-security-jwt',
      ),
      'Rows.java': `package org.sample;
import io.micronaut.http.annotation.*;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.annotation.security.PermitAll;
import static io.micronaut.security.rules.SecurityRule.DENY_ALL;
@Controller("/rows") @Secured(SecurityRule.IS_AUTHENTICATED) public class Rows {
  @Get public String all() { return ""; }
  @Get("/open") @Secured(SecurityRule.IS_ANONYMOUS) public String open() { return ""; }
  @Get("/free") @PermitAll public String free() { return ""; }
  @Get("/shut") @Secured(DENY_ALL) public String shut() { return ""; }
  @Get("/admin") @Secured({"ADMIN", "OWNER"}) public String admin() { return ""; }
}`,
    });
    expect(verdicts).toEqual({
      'GET /rows': 'authenticated',
      'GET /rows/open': 'public',
      'GET /rows/free': 'public',
      'GET /rows/shut': 'denied',
      'GET /rows/admin': 'authorized ADMIN, OWNER',
    });
  });

  it('of a token library acts where something validates tokens', async () => {
    const of = async (enable: string) => {
      const { verdicts } = await accessOf({
        'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web'),
        'App.java': MAIN_CLASS.replace('@SpringBootApplication', `@SpringBootApplication ${enable}`),
        'Rows.java': `package org.sample;
import no.nav.security.token.support.core.api.*;
import org.springframework.web.bind.annotation.*;
@RestController @ProtectedWithClaims(issuer = "azure") public class Rows {
  @GetMapping("/rows") public String all() { return ""; }
  @Unprotected @GetMapping("/open") public String open() { return ""; }
}`,
      });
      return [verdicts['GET /rows']?.split(' ')[0], verdicts['GET /open']];
    };
    expect(await of('@no.nav.security.token.support.spring.api.EnableJwtTokenValidation')).toEqual([
      'authorized',
      'public',
    ]);
    expect(await of('')).toEqual(['public', 'public']);
  });

  it('of Sa-Token keeps an interceptor from checking it, and no filter', async () => {
    const of = async (file: Readonly<Record<string, string>>) => {
      const { verdicts } = await accessOf({
        'pom.xml': pomWith(
          'org.springframework.boot:spring-boot-starter-web',
          'cn.dev33:sa-token-spring-boot3-starter',
        ),
        'App.java': MAIN_CLASS,
        'Rows.java': `package org.sample;
import cn.dev33.satoken.annotation.SaIgnore;
import org.springframework.web.bind.annotation.*;
@RestController public class Rows {
  @GetMapping("/rows") public String all() { return ""; }
  @SaIgnore @GetMapping("/open") public String open() { return ""; }
}`,
        ...file,
      });
      return [verdicts['GET /rows'], verdicts['GET /open']];
    };
    const interceptor = `package org.sample;
import cn.dev33.satoken.interceptor.SaInterceptor;
import cn.dev33.satoken.stp.StpUtil;
import org.springframework.web.servlet.config.annotation.*;
@org.springframework.context.annotation.Configuration public class Web implements WebMvcConfigurer {
  @Override public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new SaInterceptor(handle -> StpUtil.checkLogin())).addPathPatterns("/**");
  }
}`;
    const filter = `package org.sample;
import cn.dev33.satoken.filter.SaServletFilter;
import cn.dev33.satoken.stp.StpUtil;
import org.springframework.context.annotation.*;
@Configuration public class Filters {
  @Bean public SaServletFilter gate() {
    return new SaServletFilter().addInclude("/**").setAuth(given -> StpUtil.checkLogin());
  }
}`;
    expect(await of({ 'Web.java': interceptor })).toEqual(['authenticated', 'public']);
    expect(await of({ 'Filters.java': filter })).toEqual(['authenticated', 'authenticated']);
  });
});
