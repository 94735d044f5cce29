import { describe, expect, it } from 'vitest';
import { MAIN_CLASS, pomWith } from '../../../test/access-of.ts';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';

const FOLDER = 'src/main/java/org/sample';

/** What a servlet beside classes of a program answers. */
async function answered(classes: Readonly<Record<string, string>>, marks = '@WebServlet("/visits")') {
  const files = Object.entries({
    'Visits.java': `package org.sample;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;
${marks} public class Visits extends HttpServlet {
  @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
}`,
    ...classes,
  }).map(([name, text]) => [`${FOLDER}/${name}`, text]);
  const pom = pomWith('org.springframework.boot:spring-boot-starter-web');
  return routesOf(await labelledFiles({ 'pom.xml': pom, ...Object.fromEntries(files) })).filter((route) =>
    route.startsWith('GET'),
  );
}

const SCANNING = MAIN_CLASS.replace(
  '@SpringBootApplication\n',
  '@SpringBootApplication @org.springframework.boot.web.servlet.ServletComponentScan\n',
);

describe('a servlet that is only annotated', () => {
  it('answers nothing in a program that brings its server and does not look for it', async () => {
    expect(await answered({ 'App.java': MAIN_CLASS })).toEqual(['GET /visits Visits.doGet dormant']);
  });

  it('answers where the program looks for it, or a web server may', async () => {
    expect(await answered({ 'App.java': SCANNING })).toEqual(['GET /visits Visits.doGet']);
    expect(await answered({})).toEqual(['GET /visits Visits.doGet']);
    const deployed = `package org.sample;
public class Deployment extends org.springframework.boot.web.servlet.support.SpringBootServletInitializer {}`;
    expect(await answered({ 'App.java': MAIN_CLASS, 'Deployment.java': deployed })).toEqual([
      'GET /visits Visits.doGet',
    ]);
  });

  it('answers where it is an object of the framework, or is registered', async () => {
    const bean = '@WebServlet("/visits") @org.springframework.stereotype.Component';
    expect(await answered({ 'App.java': MAIN_CLASS }, bean)).toEqual(['GET /visits Visits.doGet']);
    const registered = `package org.sample;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.*;
@Configuration public class Servlets {
  @Bean ServletRegistrationBean<Visits> visits() { return new ServletRegistrationBean<>(new Visits(), "/seen"); }
}`;
    expect(await answered({ 'App.java': MAIN_CLASS, 'Servlets.java': registered })).toEqual([
      'GET /seen Visits.doGet',
    ]);
  });
});
