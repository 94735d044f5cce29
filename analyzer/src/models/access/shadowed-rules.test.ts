import { describe, expect, it } from 'vitest';
import { accessOf, configurationWith, controllerFor, MAIN_CLASS } from '../../../test/access-of.ts';

/** Shadowed rules of a sample: what stands there, what takes its requests, and whether that is weaker. */
async function shadowsOf(body: string, files: Readonly<Record<string, string>> = {}) {
  const { shadowedRules } = await accessOf({
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor('GET /api/x'),
    'Security.java': configurationWith(body),
    ...files,
  });
  return shadowedRules.map(({ kind, evidence, by, asks, gets, isWeaker }) => [
    kind,
    `${evidence.line} ${evidence.text}`,
    `${by.line} ${by.text}`,
    `${asks} gets ${gets}`,
    isWeaker,
  ]);
}

const chain = (rules: string) => `
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(r -> r
${rules}).build();
  }`;

describe('shadowed rules', () => {
  it('are those after a rule that takes all of their requests, with both lines', async () => {
    const shadows = await shadowsOf(
      chain(`      .requestMatchers("/api/**").permitAll()
      .requestMatchers(HttpMethod.POST, "/api/admin/{id}").hasRole("ADMIN")
      .requestMatchers("/api/*").permitAll()
      .anyRequest().authenticated()`),
    );
    expect(shadows).toEqual([
      [
        'rule',
        '23 requestMatchers(HttpMethod.POST, "/api/admin/{id}").hasRole("ADMIN")',
        '22 requestMatchers("/api/**").permitAll()',
        'authorized gets public',
        true,
      ],
      [
        'rule',
        '24 requestMatchers("/api/*").permitAll()',
        '22 requestMatchers("/api/**").permitAll()',
        'public gets public',
        false,
      ],
    ]);
  });

  it.each([
    ['a narrower rule before it', '.requestMatchers("/api/admin").permitAll().requestMatchers("/api/**")'],
    ['another verb', '.requestMatchers(HttpMethod.GET, "/api/**").permitAll().requestMatchers("/api/admin")'],
    [
      'a pattern with a condition',
      '.requestMatchers("/a/{id:[0-9]+}").permitAll().requestMatchers("/a/{id}")',
    ],
    [
      'a matcher nobody can read',
      '.requestMatchers(q -> q.getHeader("x") != null).permitAll().requestMatchers("/api/admin")',
    ],
    ['one of two paths left', '.requestMatchers("/api/**").permitAll().requestMatchers("/api/x", "/other")'],
  ])('are not those that have %s', async (_what, rules) => {
    expect(await shadowsOf(chain(`${rules}.hasRole("ADMIN").anyRequest().denyAll()`))).toEqual([]);
  });

  it('are not those that a setting only may put there', async () => {
    const rules = (condition: string) => `@Autowired Environment env;
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(r -> {
      if (${condition}) r.requestMatchers("/**").permitAll();
      r.requestMatchers("/api/**").hasRole("ADMIN");
    }).build();
  }`;
    expect(await shadowsOf(rules('System.currentTimeMillis() > 5'))).toEqual([]);
    expect(await shadowsOf(rules('true'))).toHaveLength(1);
  });

  it('include whole chains behind one that takes every request', async () => {
    const chains = (first: number) => `
  @Bean @Order(${first}) SecurityFilterChain open(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(r -> r.anyRequest().permitAll()).build();
  }
  @Bean @Order(5) SecurityFilterChain api(HttpSecurity http) throws Exception {
    return http.securityMatcher("/api/**").authorizeHttpRequests(r -> r.anyRequest().hasRole("API")).build();
  }`;
    expect(await shadowsOf(chains(1))).toEqual([
      [
        'chain',
        '23 @Bean SecurityFilterChain api(HttpSecurity)',
        '20 @Bean SecurityFilterChain open(HttpSecurity)',
        'authorized gets public',
        true,
      ],
    ]);
    expect(await shadowsOf(chains(9))).toEqual([]);
  });

  it('are found in a map of paths to filters too', async () => {
    const map = (paths: readonly string[]) => `
  @Bean org.apache.shiro.spring.web.config.ShiroFilterChainDefinition paths() {
    org.apache.shiro.spring.web.config.DefaultShiroFilterChainDefinition d = new org.apache.shiro.spring.web.config.DefaultShiroFilterChainDefinition();
    ${paths.map((each) => `d.addPathDefinition(${each});`).join('\n    ')}
    return d;
  }`;
    const open = '"/**", "anon"';
    const closed = '"/api/**", "authc, roles[admin]"';
    expect(await shadowsOf(map([open, closed]))).toEqual([
      ['rule', '23 /api/** = authc, roles[admin]', '22 /** = anon', 'authorized gets public', true],
    ]);
    expect(await shadowsOf(map([closed, open]))).toEqual([]);
  });
});
