import { describe, expect, it } from 'vitest';
import { accessOf, configurationWith, controllerFor, MAIN_CLASS } from '../../../../test/access-of.ts';

const PATHS = ['GET /a', 'GET /b', 'GET /c', 'GET /d'];

/** Verdicts under one chain, in the order of the paths. */
async function verdictsOf(body: string, beans = '') {
  const { verdicts } = await accessOf({
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor(...PATHS),
    'Security.java': configurationWith(`${beans}
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    ${body}
    return http.build();
  }`).replace(
      'import java.util.*;',
      'import java.util.*;\nimport org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;',
    ),
  });
  return PATHS.map((path) => verdicts[path]);
}

const RULES = `.requestMatchers("/a").anonymous().requestMatchers("/b").permitAll().requestMatchers("/c").hasRole("GUEST")`;

describe('callers without a login', () => {
  it('pass rules for them alone, and roles that they are given', async () => {
    const plain = `http.authorizeHttpRequests(r -> r${RULES});`;
    expect(await verdictsOf(plain)).toEqual(['public', 'public', 'authorized hasRole("GUEST")', 'denied']);
    expect(await verdictsOf(`${plain} http.anonymous(a -> a.authorities("ROLE_GUEST"));`)).toEqual([
      'public',
      'public',
      'public',
      'denied',
    ]);
    expect(await verdictsOf(`${plain} http.anonymous(Customizer.withDefaults());`)).toEqual([
      'public',
      'public',
      'authorized hasRole("GUEST")',
      'denied',
    ]);
  });

  it.each([
    'http.anonymous(AbstractHttpConfigurer::disable);',
    'http.anonymous(a -> a.disable());',
    'http.anonymous().disable();',
  ])('pass no rule for them alone after %s', async (off) => {
    expect(await verdictsOf(`http.authorizeHttpRequests(r -> r${RULES}); ${off}`)).toEqual([
      'denied',
      'public',
      'authorized hasRole("GUEST")',
      'denied',
    ]);
  });

  it('pass no rule at all of the older filter, which asks for an identity first', async () => {
    const rules = 'http.authorizeRequests().antMatchers("/b").permitAll();';
    expect((await verdictsOf(`${rules} http.anonymous().disable();`))[1]).toBe('authenticated');
    expect((await verdictsOf(rules))[1]).toBe('public');
  });
});

describe('a base of patterns', () => {
  const rules = (matcher: string) =>
    `http.authorizeHttpRequests(r -> r.requestMatchers(${matcher}).permitAll().anyRequest().authenticated());`;

  it('stands before patterns where the builder or a bean sets one', async () => {
    const made = (base: string) => `PathPatternRequestMatcher.withDefaults()${base}.matcher("/a")`;
    expect((await verdictsOf(rules(made('.basePath("/mvc")'))))[0]).toBe('authenticated');
    expect((await verdictsOf(rules(made(''))))[0]).toBe('public');
    const bean = (base: string) => `@Bean
  org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean builder() {
    var bean = new org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean();
    bean.setBasePath(${base});
    return bean;
  }`;
    expect((await verdictsOf(rules('"/a"'), bean('"/mvc"')))[0]).toBe('authenticated');
    expect((await verdictsOf(rules('"/a"'), bean('"/"')))[0]).toBe('public');
    expect((await verdictsOf(rules('"/a"'), bean('System.getenv("BASE")')))[0]).toMatch(/^unknown/u);
  });

  it('changes nothing in a customizer that is the default one', async () => {
    expect(
      (await verdictsOf(`${rules('"/a"')} http.authorizeHttpRequests(Customizer.withDefaults());`))[0],
    ).toBe('public');
    expect((await verdictsOf(`${rules('"/a"')} http.authorizeHttpRequests(elsewhere);`))[0]).toMatch(
      /^unknown/u,
    );
  });
});
