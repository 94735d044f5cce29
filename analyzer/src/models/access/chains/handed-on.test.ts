import { describe, expect, it } from 'vitest';
import { accessOf, configurationWith, controllerFor, MAIN_CLASS } from '../../../../test/access-of.ts';

const PATHS = ['GET /a', 'GET /open/b'];

async function verdictsOf(security: string, files: Readonly<Record<string, string>> = {}) {
  const { verdicts } = await accessOf({
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor(...PATHS),
    'Security.java': configurationWith(security),
    ...files,
  });
  return PATHS.map((path) => verdicts[path]);
}

const chain = (body: string, parameters = '') => `
  @Bean SecurityFilterChain chain(HttpSecurity http${parameters}) throws Exception {
    ${body}
    return http.build();
  }`;
const SOURCE = {
  'Rules.java': `package org.sample;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
public interface Rules { void add(HttpSecurity http); }`,
  'Second.java': `package org.sample;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
@org.springframework.stereotype.Component @org.springframework.core.annotation.Order(2) public class Second implements Rules {
  public void add(HttpSecurity http) { http.authorizeHttpRequests(r -> r.anyRequest().authenticated()); }
}`,
};
const FIRST = `
  @Bean @Order(1) Rules first() { return http -> http.authorizeHttpRequests(r -> r.requestMatchers("/open/**").permitAll()); }`;

describe('a builder that is handed on', () => {
  it.each([
    [
      'a stream of a provider',
      'rules.orderedStream().forEach(each -> each.add(http));',
      ', org.springframework.beans.factory.ObjectProvider<Rules> rules',
    ],
    ['a loop over a list', 'for (Rules each : rules) each.add(http);', ', List<Rules> rules'],
  ])('gets the rules of every object of %s, in their order', async (_what, body, parameters) => {
    expect(await verdictsOf(`${FIRST}${chain(body, parameters)}`, SOURCE)).toEqual([
      'authenticated',
      'public',
    ]);
    expect(await verdictsOf(chain(body, parameters), SOURCE)).toEqual(['authenticated', 'authenticated']);
  });

  it('may have got rules nobody knows of, where it got none that are read', async () => {
    expect((await verdictsOf(chain('org.elsewhere.Company.rules(http);')))[0]).toMatch(
      /^unknown .*may add rules/u,
    );
    expect((await verdictsOf(chain('http.csrf(c -> c.disable());')))[0]).toBe('public');
    const own =
      'org.elsewhere.Company.rules(http); http.authorizeHttpRequests(r -> r.anyRequest().authenticated());';
    expect((await verdictsOf(chain(own)))[0]).toBe('authenticated');
  });
});

describe('rules from settings', () => {
  const LOOP = chain(
    'for (String url : open.getUrls()) http.authorizeHttpRequests(r -> r.requestMatchers(url).permitAll()); http.authorizeHttpRequests(r -> r.anyRequest().authenticated());',
    ', Open open',
  );
  const open = (annotation: string) => ({
    'Open.java': `package org.sample;
import java.util.*;
@org.springframework.stereotype.Component ${annotation} public class Open {
  private List<String> urls = new ArrayList<>();
  public List<String> getUrls() { return urls; }
}`,
  });
  const BOUND = open(
    '@org.springframework.boot.context.properties.ConfigurationProperties(prefix = "gate.open")',
  );
  const settings = (text: string) => ({ 'src/main/resources/application.properties': text });

  it('are those that the files of the application name', async () => {
    const listed = settings('gate.open.urls[0]=/x\ngate.open.urls[1]=/open/**');
    expect(await verdictsOf(LOOP, { ...BOUND, ...listed })).toEqual(['authenticated', 'public']);
    expect(await verdictsOf(LOOP, { ...BOUND, ...settings('gate.open.urls=/a') })).toEqual([
      'public',
      'authenticated',
    ]);
    expect(await verdictsOf(LOOP, BOUND)).toEqual(['authenticated', 'authenticated']);
  });

  it('are those of settings in settings, and the parts of a text that is split', async () => {
    const nested = {
      'Gate.java': `package org.sample;
@org.springframework.stereotype.Component @org.springframework.boot.context.properties.ConfigurationProperties("gate")
public class Gate {
  private Login login = new Login();
  public Login getLogin() { return login; }
  public static class Login { private String open; public String getOpen() { return open; } }
}`,
    };
    const splitAt = (separator: string) =>
      chain(
        `for (String url : gate.getLogin().getOpen().split("${separator}")) http.authorizeHttpRequests(r -> r.requestMatchers(url).permitAll()); http.authorizeHttpRequests(r -> r.anyRequest().authenticated());`,
        ', Gate gate',
      );
    const listed = settings('gate.login.open=/a, /x');
    expect(await verdictsOf(splitAt(','), { ...nested, ...listed })).toEqual(['public', 'authenticated']);
    expect((await verdictsOf(splitAt('[^/a-z]+'), { ...nested, ...listed }))[1]).toMatch(/^unknown/u);
    expect((await verdictsOf(splitAt(','), nested))[0]).toMatch(/^unknown/u);
  });

  it('are those that a method of the tree gives', async () => {
    const given = (body: string) => ({
      'Open.java': `package org.sample;
import java.util.*;
@org.springframework.stereotype.Component public class Open {
  private static final String[] PUBLIC = { "/a" };
  public List<String> getUrls() { ${body} }
}`,
    });
    expect(await verdictsOf(LOOP, given('return Arrays.asList(PUBLIC);'))).toEqual([
      'public',
      'authenticated',
    ]);
    const either = 'if (PUBLIC.length > 3) return List.of("/x"); return List.of("/a");';
    expect((await verdictsOf(LOOP, given(either)))[1]).toMatch(/^unknown/u);
  });

  it('are undecided where they come from outside, or from code', async () => {
    expect((await verdictsOf(LOOP, { ...BOUND, ...settings('gate.open.urls=${OPEN}') }))[0]).toMatch(
      /^unknown/u,
    );
    expect((await verdictsOf(LOOP, open('')))[0]).toMatch(/^unknown/u);
  });

  it('do not open a path whose variable takes numbers to patterns with letters', async () => {
    const page = (type: string) => ({
      'More.java': `package org.sample;
import org.springframework.web.bind.annotation.*;
@RestController public class More { @GetMapping("/rows/{id}") public String row(@PathVariable ${type} id) { return ""; } }`,
    });
    const html = chain(
      'http.authorizeRequests().antMatchers("/**/*.html").permitAll().anyRequest().authenticated();',
    );
    const of = async (type: string) =>
      (await accessOf({ 'App.java': MAIN_CLASS, ...page(type), 'Security.java': configurationWith(html) }))
        .verdicts;
    expect(await of('Long')).toEqual({ 'GET /rows/{id}': 'authenticated' });
    expect(await of('Integer[]')).toEqual({ 'GET /rows/{id}': 'authenticated' });
    expect(await of('java.util.List<Long>')).toEqual({ 'GET /rows/{id}': 'authenticated' });
    expect(await of('String')).toEqual({ 'GET /rows/{id}': 'public' });
    expect(await of('String[]')).toEqual({ 'GET /rows/{id}': 'public' });
  });
});
