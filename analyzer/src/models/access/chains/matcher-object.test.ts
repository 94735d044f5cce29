import { describe, expect, it } from 'vitest';
import { accessOf, configurationWith, controllerFor, MAIN_CLASS } from '../../../../test/access-of.ts';

const MATCHERS = 'org.springframework.security.web.util.matcher';

/** Verdicts for two pages where `rules` come before "everybody who has logged in". */
async function verdicts(rules: string, members = '', more: Readonly<Record<string, string>> = {}) {
  const found = await accessOf({
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor('GET /open', 'GET /mine'),
    'Security.java': configurationWith(`${members}
  @Bean org.springframework.security.web.SecurityFilterChain chain(org.springframework.security.config.annotation.web.builders.HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(requests -> requests.${rules}.anyRequest().authenticated());
    return http.build();
  }`),
    ...more,
  });
  return [found.verdicts['GET /open'], found.verdicts['GET /mine']];
}

const path = (written: string) => `new ${MATCHERS}.AntPathRequestMatcher("${written}")`;
const OPEN = 'requestMatchers(OPEN).permitAll()';
const FIELD = `private static final ${MATCHERS}.RequestMatcher OPEN =`;

describe('a matcher that is written elsewhere', () => {
  it('is what a field is given once', async () => {
    expect(await verdicts(OPEN, `${FIELD} ${path('/open')};`)).toEqual(['public', 'authenticated']);
    const list = `new ${MATCHERS}.OrRequestMatcher(java.util.List.of(${path('/a')}, ${path('/open')}));`;
    expect(await verdicts(OPEN, `${FIELD} ${list}`)).toEqual(['public', 'authenticated']);
    const narrow = `new ${MATCHERS}.AndRequestMatcher(java.util.Arrays.asList(${path('/**')}, ${path('/open')}));`;
    expect(await verdicts(OPEN, `${FIELD} ${narrow}`)).toEqual(['public', 'authenticated']);
    const other = {
      'Paths.java': `package org.sample; public class Paths { ${FIELD.replace('private', 'public')} ${path('/mine')}; }`,
    };
    expect(await verdicts('requestMatchers(Paths.OPEN).permitAll()', '', other)).toEqual([
      'authenticated',
      'public',
    ]);
  });

  it('is not known where a field is given several', async () => {
    const field = `private ${MATCHERS}.RequestMatcher OPEN = ${path('/open')};`;
    const setter = `void open(boolean all) { if (all) OPEN = ${path('/**')}; }`;
    expect((await verdicts(OPEN, field + setter))[1]).toMatch(/^unknown/u);
  });

  it('is what a method returns', async () => {
    const method = (body: string) => `private static ${MATCHERS}.RequestMatcher open() { ${body} }`;
    const asked = 'requestMatchers(open()).permitAll()';
    const local = `${MATCHERS}.RequestMatcher made = ${path('/open')}; return made;`;
    expect(await verdicts(asked, method(local))).toEqual(['public', 'authenticated']);
    const either = `if (System.getenv("ALL") != null) return ${path('/**')}; return ${path('/open')};`;
    expect((await verdicts(asked, method(either)))[1]).toMatch(/^unknown/u);
    expect((await verdicts(asked, method('return open();')))[1]).toMatch(/^unknown/u);
  });

  it('opens to everybody who says so where it asks for a header', async () => {
    const header = `new ${MATCHERS}.RequestHeaderRequestMatcher("X-Internal")`;
    expect(await verdicts(`requestMatchers(${header}).permitAll()`)).toEqual(['public', 'public']);
    const both = `new ${MATCHERS}.AndRequestMatcher(${path('/open')}, ${header})`;
    expect(await verdicts(`requestMatchers(${both}).permitAll()`)).toEqual(['public', 'authenticated']);
    expect(await verdicts(`requestMatchers(${both}).denyAll()`)).toEqual(['authenticated', 'authenticated']);
  });
});
