import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

const POM = pomWith('org.springframework:spring-web', 'jakarta.ws.rs:jakarta.ws.rs-api');
const LIBRARY =
  'unknown a library without an application class; the program that deploys it is not in the source';

async function verdictOf(files: Readonly<Record<string, string>> = {}) {
  const { verdicts } = await accessOf({ 'pom.xml': POM, 'Pages.java': controllerFor('GET /x'), ...files });
  return verdicts['GET /x'];
}

describe('handlers that nothing protects', () => {
  it('are undecided in a library, which somebody else deploys', async () => {
    expect(await verdictOf()).toBe(LIBRARY);
    const tool = 'package org.sample; public class Tool { public void main(String[] args) {} }';
    expect(await verdictOf({ 'Tool.java': tool })).toBe(LIBRARY);
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['starts itself', { 'App.java': MAIN_CLASS }],
    [
      'has a main method',
      { 'App.java': 'package org.sample; public class App { public static void main(String[] args) {} }' },
    ],
    ['has a web.xml', { 'src/main/webapp/WEB-INF/web.xml': '<web-app/>' }],
    [
      'is packaged for a container',
      { 'pom.xml': POM.replace('</project>', '<packaging>war</packaging></project>') },
    ],
    [
      'names its path as a JAX-RS application',
      {
        'App.java':
          'package org.sample; @jakarta.ws.rs.ApplicationPath("/") public class App extends jakarta.ws.rs.core.Application {}',
      },
    ],
    ['runs on Quarkus', { 'pom.xml': pomWith('io.quarkus:quarkus-rest', 'org.springframework:spring-web') }],
  ])('are open in a program that %s', async (_what, files) => {
    expect(await verdictOf(files)).toBe('public');
  });
});
