import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

const POM = pomWith('org.springframework.boot:spring-boot-starter-web');

const sample = (requests: readonly string[], files: Readonly<Record<string, string>>) =>
  accessOf({ 'pom.xml': POM, 'App.java': MAIN_CLASS, 'Pages.java': controllerFor(...requests), ...files });

/** A servlet filter with this body. */
function filter(
  body: string,
  annotations = '@org.springframework.stereotype.Component',
  members = '',
): string {
  return `package org.sample;
import jakarta.servlet.*;
import jakarta.servlet.http.*;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
${annotations}
public class Gate extends OncePerRequestFilter {
  ${members}
  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    ${body}
  }
}`;
}

const REFUSING = `String token = request.getHeader("Authorization");
    if (token == null || !valid(token)) { response.sendError(401); return; }
    chain.doFilter(request, response);`;
const VALID = `private boolean valid(String token) { return token.length() > 20; }
  private String read(String header) { return header == null ? null : header.substring(7); }`;

describe('filters', () => {
  it('authenticate where they end requests without credentials', async () => {
    const { verdicts, evidence, guards } = await sample(['GET /x'], {
      'Gate.java': filter(REFUSING, undefined, VALID),
    });
    expect(verdicts).toEqual({ 'GET /x': 'authenticated' });
    expect(evidence['GET /x']?.[0]?.text).toBe('bean Gate before every path');
    expect(guards.map(({ category, mechanism }) => [category, mechanism])).toContainEqual([
      'authentication',
      'web-access.filter',
    ]);
  });

  it.each([
    [
      'lets on who brings no token',
      `String token = request.getHeader("Authorization");
    if (token == null) { chain.doFilter(request, response); return; }
    if (!valid(token)) { response.sendError(401); return; }
    chain.doFilter(request, response);`,
    ],
    [
      'checks only a token that is there',
      `String token = request.getHeader("Authorization");
    if (token != null && !valid(token)) { response.sendError(401); return; }
    chain.doFilter(request, response);`,
    ],
    [
      'goes on after its refusal',
      `String token = request.getHeader("Authorization");
    if (token == null) { response.sendError(401); }
    chain.doFilter(request, response);`,
    ],
    [
      'looks at no credentials',
      `if (request.getContentLength() > 1000) { response.sendError(413); return; }
    chain.doFilter(request, response);`,
    ],
    [
      'refuses a token that cannot be read, and then lets on who brings none',
      `String token;
    try { token = read(request.getHeader("Authorization")); }
    catch (IllegalArgumentException e) { response.sendError(401); return; }
    if (token == null) { chain.doFilter(request, response); return; }
    if (!valid(token)) { response.sendError(401); return; }
    chain.doFilter(request, response);`,
    ],
    ['only logs', 'log.info(request.getHeader("Authorization")); chain.doFilter(request, response);'],
  ])('protect nothing when one %s', async (_what, body) => {
    const { verdicts } = await sample(['GET /x'], { 'Gate.java': filter(body, undefined, VALID) });
    expect(verdicts).toEqual({ 'GET /x': 'public' });
  });

  it('refuse where what they cannot read ends the request and a missing token does too', async () => {
    const body = `String token;
    try { token = read(request.getHeader("Authorization")); }
    catch (IllegalArgumentException e) { response.sendError(401); return; }
    if (token != null && valid(token)) { chain.doFilter(request, response); return; }
    response.sendError(401);`;
    const { verdicts } = await sample(['GET /x'], { 'Gate.java': filter(body, undefined, VALID) });
    expect(verdicts).toEqual({ 'GET /x': 'authenticated' });
  });

  it('go on in one branch and refuse in the other', async () => {
    const body = `HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute("user") != null) { chain.doFilter(request, response); } else { response.sendRedirect("/login"); }`;
    const { verdicts } = await sample(['GET /x'], { 'Gate.java': filter(body) });
    expect(verdicts).toEqual({ 'GET /x': 'authenticated' });
  });

  it('let paths on that they compare the request with', async () => {
    const body = `if (request.getRequestURI().startsWith("/open")) { chain.doFilter(request, response); return; }
    ${REFUSING}`;
    const { verdicts } = await sample(['GET /open/a', 'GET /x'], {
      'Gate.java': filter(body, undefined, VALID),
    });
    expect(verdicts).toEqual({ 'GET /open/a': 'public', 'GET /x': 'authenticated' });
  });

  it('are not guessed where a setting of run time switches them', async () => {
    const body = `if (settings.isGuarded()) { if (request.getHeader("Authorization") == null) { response.sendError(401); return; } }
    chain.doFilter(request, response);`;
    const { verdicts } = await sample(['GET /x'], {
      'Gate.java': filter(body, undefined, 'private Settings settings;'),
      'Settings.java':
        'package org.sample; public class Settings { private boolean guarded; public boolean isGuarded() { return guarded; } }',
    });
    expect(verdicts).toEqual({ 'GET /x': 'unknown Gate checks only where settings.isGuarded()' });
  });

  it('limit rates where they answer 429', async () => {
    const body = `if (!bucket.tryConsume(1)) { response.sendError(429); return; }
    chain.doFilter(request, response);`;
    const { verdicts, guards } = await sample(['GET /x'], { 'Gate.java': filter(body) });
    expect(verdicts).toEqual({ 'GET /x': 'public' });
    expect(guards.flatMap(({ carrier, category }) => (carrier.kind === 'entry' ? [category] : []))).toEqual([
      'rate-limiting',
    ]);
  });

  it('stand before the paths they are registered for', async () => {
    const registration = `package org.sample;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.*;
@Configuration public class Registrations {
  @Bean FilterRegistrationBean<Gate> gate() {
    FilterRegistrationBean<Gate> bean = new FilterRegistrationBean<>();
    bean.setFilter(new Gate());
    bean.addUrlPatterns("/api/*", "/me");
    ENABLED
    return bean;
  }
}`;
    const gate = filter(REFUSING, '', VALID);
    const requests = ['GET /api/x', 'GET /me', 'GET /mine'];
    const on = await sample(requests, {
      'Gate.java': gate,
      'Registrations.java': registration.replace('ENABLED', ''),
    });
    const off = await sample(requests, {
      'Gate.java': gate,
      'Registrations.java': registration.replace('ENABLED', 'bean.setEnabled(false);'),
    });
    expect(on.verdicts).toEqual({
      'GET /api/x': 'authenticated',
      'GET /me': 'authenticated',
      'GET /mine': 'public',
    });
    expect(Object.values(off.verdicts)).toEqual(['public', 'public', 'public']);
  });
});

const CONFIGURER = `package org.sample;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.*;
@Configuration public class Web implements WebMvcConfigurer {
  @Override public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Login()).addPathPatterns("/**").excludePathPatterns("/login", "/open/**");
  }
}`;

const interceptor = (body: string) => `package org.sample;
import jakarta.servlet.http.*;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.method.HandlerMethod;
public class Login implements HandlerInterceptor {
  @Override public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
    ${body}
  }
}`;

describe('interceptors', () => {
  it('authenticate the paths that are not taken out', async () => {
    const { verdicts } = await sample(['GET /x', 'GET /open/x', 'GET /login'], {
      'Web.java': CONFIGURER,
      'Login.java':
        interceptor(`if (request.getSession().getAttribute("user") == null) { response.sendRedirect("/login"); return false; }
    return true;`),
    });
    expect(verdicts).toEqual({ 'GET /x': 'authenticated', 'GET /open/x': 'public', 'GET /login': 'public' });
  });

  it('protect nothing when they always go on', async () => {
    const { verdicts } = await sample(['GET /x'], {
      'Web.java': CONFIGURER,
      'Login.java': interceptor(
        'request.setAttribute("user", request.getSession().getAttribute("user")); return true;',
      ),
    });
    expect(verdicts).toEqual({ 'GET /x': 'public' });
  });

  it('look only at handlers that carry their annotation', async () => {
    const { verdicts } = await sample(['GET /free'], {
      'Web.java': CONFIGURER,
      'LoginRequired.java':
        'package org.sample; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME) public @interface LoginRequired {}',
      'Guarded.java': `package org.sample;
import org.springframework.web.bind.annotation.*;
@RestController public class Guarded { @LoginRequired @GetMapping("/guarded") public String page() { return ""; } }`,
      'Login.java': interceptor(`if (!(handler instanceof HandlerMethod)) { return true; }
    LoginRequired required = ((HandlerMethod) handler).getMethodAnnotation(LoginRequired.class);
    if (required == null) { return true; }
    if (request.getHeader("token") == null) { throw new IllegalStateException("no token"); }
    return true;`),
    });
    expect(verdicts).toEqual({ 'GET /free': 'public', 'GET /guarded': 'authenticated' });
  });
});

describe('JAX-RS filters', () => {
  it('authenticate resources where they abort', async () => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith('jakarta.ws.rs:jakarta.ws.rs-api'),
      'Items.java': `package org.sample;
import jakarta.ws.rs.*;
@Path("/items") public class Items { @GET public String all() { return ""; } }`,
      'Gate.java': `package org.sample;
import jakarta.ws.rs.container.*;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
@Provider public class Gate implements ContainerRequestFilter {
  @Override public void filter(ContainerRequestContext context) {
    String token = context.getHeaderString("Authorization");
    if (token == null) { context.abortWith(Response.status(401).build()); }
  }
}`,
    });
    expect(verdicts).toEqual({ 'GET /items': 'authenticated' });
  });
});

describe('an interceptor of a library', () => {
  const registered = async (written: string) => {
    const { verdicts } = await sample(['GET /x', 'GET /open/y'], {
      'Web.java': `package org.sample;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.*;
@Configuration public class Web implements WebMvcConfigurer {
  @Override public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(${written}).addPathPatterns("/**").excludePathPatterns("/open/**");
  }
}`,
    });
    return [verdicts['GET /x'], verdicts['GET /open/y']];
  };

  it('may refuse anybody on its paths', async () => {
    expect(await registered('new com.vendor.sso.LoginInterceptor("key")')).toEqual([
      'unknown LoginInterceptor stands before it, which is code of a library and may refuse callers',
      'public',
    ]);
  });

  it.each([
    'new org.springframework.web.servlet.i18n.LocaleChangeInterceptor()',
    'new com.alibaba.csp.sentinel.adapter.spring.webmvc.SentinelWebInterceptor()',
  ])('refuses nobody where it is known for that: %s', async (written) => {
    expect(await registered(written)).toEqual(['public', 'public']);
  });
});
