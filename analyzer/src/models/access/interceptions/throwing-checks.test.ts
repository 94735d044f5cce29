import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

/** The verdict of a page behind an interceptor with this body. */
async function behind(body: string, registration = '', tokens = '') {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web', 'com.auth0:java-jwt'),
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor('GET /x'),
    'Tokens.java': `package org.sample;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
public class Tokens {
  static void check(String token) { JWT.require(Algorithm.HMAC256(System.getenv("KEY"))).build().verify(token); }
  ${tokens}
}`,
    'Login.java': `package org.sample;
import jakarta.servlet.http.*;
import org.springframework.web.servlet.HandlerInterceptor;
public class Login implements HandlerInterceptor {
  @Override public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
    String token = request.getHeader("token");
    ${body}
  }
}`,
    'Web.java': `package org.sample;
import java.util.*;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.*;
@Configuration public class Web implements WebMvcConfigurer {
  @Override public void addInterceptors(InterceptorRegistry registry) {
    ${registration || 'registry.addInterceptor(new Login()).addPathPatterns("/**");'}
  }
}`,
  });
  return verdicts['GET /x'];
}

describe('a check in an interceptor that throws', () => {
  it('refuses where nobody catches it, also in a helper', async () => {
    expect(await behind('Tokens.check(token); return true;')).toBe('authenticated');
  });

  it('refuses where each catch ends the request, or leads to where it ends', async () => {
    expect(
      await behind(
        'try { Tokens.check(token); return true; } catch (Exception e) { response.setStatus(401); return false; }',
      ),
    ).toBe('authenticated');
    expect(
      await behind(`String said = "";
    try { Tokens.check(token); return true; }
    catch (IllegalStateException e) { said = "expired"; } catch (Exception e) { said = "wrong"; }
    response.getWriter().print(said); return false;`),
    ).toBe('authenticated');
  });

  it('refuses nobody where something is there that the caller need not bring', async () => {
    const sealed = (check: string) =>
      behind(`Sealed sealed = ((org.springframework.web.method.HandlerMethod) handler).getMethodAnnotation(Sealed.class);
    if (org.springframework.util.StringUtils.hasText(token)) { request.setAttribute("open", token); }
    else if (${check}) { response.setStatus(403); return false; }
    return true;`);
    expect(await sealed('sealed != null')).toBe('public');
    expect(await sealed('ObjectUtil.isNotNull(sealed)')).toBe('public');
    expect(await sealed('true')).toBe('authenticated');
  });

  it('refuses where an earlier interceptor has kept nobody for this request', async () => {
    const kept =
      'static final ThreadLocal<String> USER = new ThreadLocal<>(); static String user() { return USER.get(); }';
    const asked = 'if (Tokens.user() == null) { response.setStatus(401); return false; } return true;';
    expect(await behind(asked, '', kept)).toBe('authenticated');
    expect(await behind('Tokens.USER.set(token); return true;', '', kept)).toBe('public');
  });

  it.each([
    ['a catch goes on', 'try { Tokens.check(token); return true; } catch (Exception e) { return true; }'],
    ['a catch is empty', 'try { Tokens.check(token); } catch (Exception e) { } return true;'],
    ['it is asked of a token that is there only', 'if (token != null) { Tokens.check(token); } return true;'],
    ['the helper keeps what is thrown', 'Tokens.quiet(token); return true;'],
  ])('refuses nobody where %s', async (_what, body) => {
    const quiet = 'static void quiet(String token) { try { check(token); } catch (Exception e) { } }';
    expect(await behind(body, '', quiet)).toBe('public');
  });
});

describe('paths of a registration', () => {
  const CHECK = 'Tokens.check(token); return true;';

  it('may stand in a collection that is filled before', async () => {
    const filled = (open: string) => `List<String> open = new ArrayList<>(); open.add("${open}");
    registry.addInterceptor(new Login()).addPathPatterns("/**").excludePathPatterns(open);`;
    expect(await behind(CHECK, filled('/login'))).toBe('authenticated');
    expect(await behind(CHECK, filled('/x'))).toBe('public');
  });

  it('leave the verdict open where only run time knows them', async () => {
    const called = `List<String> open = new ArrayList<>(); for (String each : names()) { open.add(each); }
    registry.addInterceptor(new Login()).addPathPatterns("/**").excludePathPatterns(open);
  } String[] names() { return System.getenv("OPEN").split(",");`;
    expect(await behind(CHECK, called)).toBe(
      'unknown Login is registered for paths that only run time knows',
    );
  });
});
