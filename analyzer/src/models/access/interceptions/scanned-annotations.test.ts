import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

const SCAN = 'org.springframework.boot.web.servlet.ServletComponentScan';
const COMPONENT = '@org.springframework.stereotype.Component';

const filter = (annotations: string) => `package org.sample.web;
import jakarta.servlet.*;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.*;
import java.io.IOException;
${annotations}
public class Gate implements Filter {
  @Override public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain) throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    if (request.getHeader("Authorization") == null) { ((HttpServletResponse) answer).sendError(401); return; }
    chain.doFilter(asked, answer);
  }
}`;

/** Who may call `/api/x` and `/other`. */
async function verdictsOf(
  gate: string,
  {
    scan = '',
    files = {},
  }: { readonly scan?: string; readonly files?: Readonly<Record<string, string>> } = {},
) {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web'),
    'App.java': MAIN_CLASS.replace('@SpringBootApplication\n', `@SpringBootApplication\n${scan}\n`),
    'Pages.java': controllerFor('GET /api/x', 'GET /other'),
    'src/main/java/org/sample/web/Gate.java': filter(gate),
    ...files,
  });
  return [verdicts['GET /api/x'], verdicts['GET /other']];
}

describe('@WebFilter in a program with a server of its own', () => {
  it('is found where a scan is asked for, on its paths', async () => {
    expect(await verdictsOf('@WebFilter("/api/*")', { scan: `@${SCAN}` })).toEqual([
      'authenticated',
      'public',
    ]);
    expect(await verdictsOf('@WebFilter("/api/*")', { scan: `@${SCAN}("org.sample.web")` })).toEqual([
      'authenticated',
      'public',
    ]);
  });

  it('is not found without a scan, or by one of other packages', async () => {
    expect(await verdictsOf('@WebFilter("/api/*")')).toEqual(['public', 'public']);
    expect(await verdictsOf('@WebFilter("/api/*")', { scan: `@${SCAN}("org.sample.jobs")` })).toEqual([
      'public',
      'public',
    ]);
  });

  it('says nothing of the paths of a bean, which stands before all', async () => {
    expect(await verdictsOf(`@WebFilter("/api/*") ${COMPONENT}`)).toEqual(['authenticated', 'authenticated']);
    expect(await verdictsOf(`@WebFilter("/api/*") ${COMPONENT}`, { scan: `@${SCAN}` })).toEqual([
      'authenticated',
      'authenticated',
    ]);
  });

  it('adds nothing to what a call registers', async () => {
    const registration = `package org.sample;
import org.sample.web.Gate;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.*;
@Configuration public class Registrations {
  @Bean FilterRegistrationBean<Gate> gate() {
    FilterRegistrationBean<Gate> bean = new FilterRegistrationBean<>(new Gate());
    bean.addUrlPatterns("/other");
    return bean;
  }
}`;
    expect(
      await verdictsOf('@WebFilter("/api/*")', { files: { 'Registrations.java': registration } }),
    ).toEqual(['public', 'authenticated']);
  });

  it('is not guessed where the program may also be deployed to a web server', async () => {
    const starter = `package org.sample;
import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;
public class Deployed extends SpringBootServletInitializer {}`;
    const [inside, outside] = await verdictsOf('@WebFilter("/api/*")', {
      files: { 'Deployed.java': starter },
    });
    expect(inside).toMatch(/^unknown Gate is found where a web server runs the program/u);
    expect(outside).toBe('public');
  });
});

it('@WebFilter needs no scan in a program that a web server runs', async () => {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('jakarta.servlet:jakarta.servlet-api').replace(
      '<version>1</version>',
      '<version>1</version><packaging>war</packaging>',
    ),
    'Page.java': `package org.sample;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;
@WebServlet("/api/x") public class Page extends HttpServlet {
  @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
}`,
    'src/main/java/org/sample/web/Gate.java': filter('@WebFilter("/api/*")'),
  });
  expect(verdicts).toEqual({ 'GET /api/x': 'authenticated' });
});
