import { describe, expect, it } from 'vitest';
import {
  accessOf,
  configurationWith,
  controllerFor,
  MAIN_CLASS,
  pomWith,
} from '../../../../test/access-of.ts';

/** Verdicts of a sample with one security configuration. */
async function verdictsOf(
  security: string,
  requests: readonly string[],
  files: Readonly<Record<string, string>> = {},
) {
  const found = await accessOf({
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor(...requests),
    'Security.java': security,
    ...files,
  });
  return found;
}

const chain = (body: string, around = '') =>
  configurationWith(`${around}
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    ${body}
    return http.build();
  }`);

describe('path rules', () => {
  it('reads the lambda style in order, with verbs, arrays and constants', async () => {
    const { verdicts, evidence } = await verdictsOf(
      chain(
        `http.authorizeHttpRequests(rules -> rules
          .requestMatchers(OPEN).permitAll()
          .requestMatchers(HttpMethod.GET, BASE + "/news/**").permitAll()
          .requestMatchers(HttpMethod.DELETE).hasRole("ADMIN")
          .requestMatchers("/api/**").hasAnyAuthority("A", "B")
          .requestMatchers("/internal/**").denyAll()
          .anyRequest().authenticated());`,
        'private static final String[] OPEN = {"/css/**", "/about"}; static final String BASE = "/api";',
      ),
      [
        'GET /about',
        'GET /api/news/{id}',
        'POST /api/news',
        'DELETE /about/{id}',
        'GET /internal/x',
        'GET /me',
      ],
    );
    expect(verdicts).toEqual({
      'GET /about': 'public',
      'GET /api/news/{id}': 'public',
      'POST /api/news': 'authorized hasAnyAuthority("A", "B")',
      'DELETE /about/{id}': 'authorized hasRole("ADMIN")',
      'GET /internal/x': 'denied',
      'GET /me': 'authenticated',
    });
    expect(evidence['POST /api/news']?.map(({ text }) => text)).toEqual([
      'requestMatchers("/api/**").hasAnyAuthority("A", "B")',
      '@Bean SecurityFilterChain chain(HttpSecurity)',
    ]);
  });

  it('denies what no rule matches for authorizeHttpRequests and allows it for authorizeRequests', async () => {
    const modern = await verdictsOf(
      chain('http.authorizeHttpRequests(r -> r.requestMatchers("/a").permitAll());'),
      ['GET /b'],
    );
    const legacy = await verdictsOf(chain('http.authorizeRequests().antMatchers("/a").authenticated();'), [
      'GET /b',
      'GET /a',
    ]);
    expect(modern.verdicts).toEqual({ 'GET /b': 'denied' });
    expect(legacy.verdicts).toEqual({ 'GET /b': 'public', 'GET /a': 'authenticated' });
  });

  it('enforces nothing where a chain authorizes nothing', async () => {
    const { verdicts } = await verdictsOf(chain('http.csrf(csrf -> csrf.disable());'), ['GET /b']);
    expect(verdicts).toEqual({ 'GET /b': 'public' });
  });

  it('reads the chained style of an adapter and what it ignores', async () => {
    const { verdicts } = await verdictsOf(
      configurationWith('').replace(
        /public class Security \{\s*\}/u,
        `public class Security extends WebSecurityConfigurerAdapter {
  @Override protected void configure(HttpSecurity http) throws Exception {
    http.csrf().disable()
      .authorizeRequests()
        .antMatchers("/admin/**").hasRole("ADMIN")
        .antMatchers(HttpMethod.POST, "/orders").access("hasRole('CLERK') and isFullyAuthenticated()")
        .anyRequest().authenticated()
      .and()
      .formLogin().loginPage("/signin").permitAll()
      .and().httpBasic();
  }
  @Override public void configure(WebSecurity web) { web.ignoring().antMatchers("/status/**"); }
}`,
      ),
      ['GET /admin/x', 'POST /orders', 'GET /orders', 'GET /status/up', 'GET /signin'],
    );
    expect(verdicts).toEqual({
      'GET /admin/x': 'authorized hasRole("ADMIN")',
      'POST /orders': "authorized hasRole('CLERK') and isFullyAuthenticated()",
      'GET /orders': 'authenticated',
      'GET /status/up': 'public',
      'GET /signin': 'public',
    });
  });

  it('asks the chain with the lowest order that takes the request', async () => {
    const { verdicts } = await verdictsOf(
      configurationWith(`
  @Bean SecurityFilterChain web(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(r -> r.anyRequest().authenticated()).build();
  }
  @Bean @Order(1) SecurityFilterChain api(HttpSecurity http) throws Exception {
    return http.securityMatcher("/api/**").authorizeHttpRequests(r -> r.anyRequest().hasRole("API")).build();
  }
  @Bean @Order(2) SecurityFilterChain legacy(HttpSecurity http) throws Exception {
    return http.securityMatchers(m -> m.requestMatchers("/old/**", "/api/old")).build();
  }
  @Bean WebSecurityCustomizer files() { return web -> web.ignoring().requestMatchers("/files/**"); }`),
      ['GET /api/x', 'GET /old/x', 'GET /x', 'GET /files/x'],
    );
    expect(verdicts).toEqual({
      'GET /api/x': 'authorized hasRole("API")',
      'GET /old/x': 'public',
      'GET /x': 'authenticated',
      'GET /files/x': 'public',
    });
  });

  it('follows rules into helper methods, method references and customizers', async () => {
    const { verdicts } = await verdictsOf(
      chain(
        'open(http); http.authorizeHttpRequests(this::admin); http.authorizeHttpRequests(rest());',
        `private void open(HttpSecurity http) throws Exception { http.authorizeHttpRequests(r -> r.requestMatchers("/a").permitAll()); }
  private void admin(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry r) {
    r.requestMatchers("/admin/**").hasRole("ADMIN");
  }
  private Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> rest() {
    return r -> r.anyRequest().authenticated();
  }`,
      ),
      ['GET /a', 'GET /admin/x', 'GET /b'],
    );
    expect(verdicts).toEqual({
      'GET /a': 'public',
      'GET /admin/x': 'authorized hasRole("ADMIN")',
      'GET /b': 'authenticated',
    });
  });

  it('does not guess rules that a loop adds at run time, but reads a loop over constants', async () => {
    const { verdicts } = await verdictsOf(
      chain(
        `http.authorizeHttpRequests(rules -> {
      rules.requestMatchers("/first").hasRole("ADMIN");
      for (String path : List.of("/known", "/fixed/**")) rules.requestMatchers(path).permitAll();
      urls.getUrls().forEach(url -> rules.requestMatchers(url).permitAll());
      rules.anyRequest().authenticated();
    });`,
        'private final OpenUrls urls = null; static class OpenUrls { List<String> urls; List<String> getUrls() { return urls; } }',
      ),
      ['GET /first', 'GET /known', 'GET /other'],
    );
    expect(verdicts).toEqual({
      'GET /first': 'authorized hasRole("ADMIN")',
      'GET /known': 'public',
      'GET /other': 'unknown added in a loop over values known only at run time',
    });
  });

  it('reads matcher objects, negations and inversions', async () => {
    const { verdicts } = await verdictsOf(
      chain(`http.authorizeHttpRequests(r -> r
        .requestMatchers(new AntPathRequestMatcher("/a/**", "POST")).hasRole("A")
        .requestMatchers(AntPathRequestMatcher.antMatcher("/b/**")).hasRole("B")
        .requestMatchers(new OrRequestMatcher(new AntPathRequestMatcher("/c"), new AntPathRequestMatcher("/d"))).permitAll()
        .requestMatchers("/e").not().permitAll()
        .requestMatchers(new NegatedRequestMatcher(new AntPathRequestMatcher("/f/**"))).authenticated()
        .anyRequest().permitAll());`),
      ['POST /a/x', 'GET /a/x', 'GET /b/x', 'GET /d', 'GET /e', 'GET /f/x'],
    );
    expect(verdicts).toEqual({
      'POST /a/x': 'authorized hasRole("A")',
      'GET /a/x': 'authenticated',
      'GET /b/x': 'authorized hasRole("B")',
      'GET /d': 'public',
      'GET /e': 'denied',
      'GET /f/x': 'public',
    });
  });

  it('reads reactive rules', async () => {
    const security = `package org.sample;
import org.springframework.context.annotation.*;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
@Configuration
public class Security {
  @Bean SecurityWebFilterChain chain(ServerHttpSecurity http) {
    return http.authorizeExchange(e -> e.pathMatchers(HttpMethod.GET, "/open/**").permitAll().pathMatchers("/api/**").hasRole("A")).build();
  }
}`;
    const { verdicts } = await verdictsOf(security, ['GET /open/x', 'POST /open/x', 'GET /api/x']);
    expect(verdicts).toEqual({
      'GET /open/x': 'public',
      'POST /open/x': 'denied',
      'GET /api/x': 'authorized hasRole("A")',
    });
  });

  it('reads settings in code and in conditions, and does not guess what the environment decides', async () => {
    const security = configurationWith(`
  @Value("\${app.guard:true}") private boolean guard;
  @Value("\${app.base}") private String base;
  private final Environment environment = null;
  @Bean @ConditionalOnProperty(name = "app.strict", havingValue = "true") @Order(1)
  SecurityFilterChain strict(HttpSecurity http) throws Exception { return http.authorizeHttpRequests(r -> r.anyRequest().denyAll()).build(); }
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    if (guard) http.authorizeHttpRequests(r -> r.requestMatchers(base + "/open").permitAll().anyRequest().authenticated());
    return http.build();
  }`);
    const open = await verdictsOf(security, ['GET /v1/open', 'GET /x'], {
      'src/main/resources/application.properties': 'app.base=/v1\napp.strict=false\n',
    });
    const strict = await verdictsOf(security, ['GET /x'], {
      'src/main/resources/application.properties': 'app.base=/v1\napp.strict=true\n',
    });
    const outside = await verdictsOf(security, ['GET /x'], {
      'src/main/resources/application.properties': 'app.base=/v1\napp.strict=${STRICT}\n',
    });
    expect(open.verdicts).toEqual({ 'GET /v1/open': 'public', 'GET /x': 'authenticated' });
    expect(strict.verdicts).toEqual({ 'GET /x': 'denied' });
    expect(outside.verdicts['GET /x']).toMatch(/^unknown @ConditionalOnProperty/u);
  });

  it('reads expressions over settings, and does not guess what code decides', async () => {
    const security = (expression: string) =>
      configurationWith(`
  @Bean @org.springframework.boot.autoconfigure.condition.ConditionalOnExpression("${expression}") @Order(1)
  SecurityFilterChain strict(HttpSecurity http) throws Exception { return http.authorizeHttpRequests(r -> r.anyRequest().denyAll()).build(); }
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(r -> r.anyRequest().authenticated()).build();
  }`);
    const verdictUnder = async (expression: string) => {
      const found = await verdictsOf(security(expression), ['GET /x'], {
        'src/main/resources/application.properties': 'app.kind=core\napp.place=${PLACE}\n',
      });
      return found.verdicts['GET /x'];
    };
    const isCore = "'${app.kind:none}'=='core'";
    expect(await verdictUnder(`${isCore} && \${app.on:true}`)).toBe('denied');
    expect(await verdictUnder(`${isCore} && \${app.on:false}`)).toBe('authenticated');
    expect(await verdictUnder("'${app.place}'=='here'")).toMatch(/^unknown @ConditionalOnExpression/u);
    expect(await verdictUnder('@guards.wanted()')).toMatch(/^unknown @ConditionalOnExpression/u);
  });

  it('leaves the context path out of the match', async () => {
    const { verdicts } = await verdictsOf(
      chain(
        'http.authorizeHttpRequests(r -> r.requestMatchers("/open/**").permitAll().anyRequest().authenticated());',
      ),
      ['GET /open/x'],
      { 'src/main/resources/application.properties': 'server.servlet.context-path=/shop\n' },
    );
    expect(verdicts).toEqual({ 'GET /shop/open/x': 'public' });
  });
});

describe('without a chain', () => {
  const files = { 'App.java': MAIN_CLASS, 'Pages.java': controllerFor('GET /x') };

  it('asks for a login everywhere where a starter is on the class path', async () => {
    expect((await accessOf(files)).verdicts).toEqual({ 'GET /x': 'authenticated' });
  });

  it('protects nothing where the starter is switched off or missing', async () => {
    const off = MAIN_CLASS.replace(
      '@SpringBootApplication\n',
      '@SpringBootApplication(exclude = org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration.class)\n',
    );
    expect((await accessOf({ ...files, 'App.java': off })).verdicts).toEqual({ 'GET /x': 'public' });
    const crypto = pomWith(
      'org.springframework.boot:spring-boot-starter-web',
      'org.springframework.security:spring-security-crypto',
    );
    expect((await accessOf({ ...files, 'pom.xml': crypto })).verdicts).toEqual({ 'GET /x': 'public' });
  });

  it('reads one application without the rules of another', async () => {
    const other = (name: string, rule: string) => ({
      [`src/main/java/org/${name}/Main.java`]: MAIN_CLASS.replace(
        'package org.sample;',
        `package org.${name};`,
      ),
      [`src/main/java/org/${name}/Pages.java`]: controllerFor(`GET /${name}`).replace(
        'package org.sample;',
        `package org.${name};`,
      ),
      [`src/main/java/org/${name}/Security.java`]: chain(
        `http.authorizeHttpRequests(r -> r.anyRequest().${rule});`,
      ).replace('package org.sample;', `package org.${name};`),
    });
    const { verdicts } = await accessOf({
      ...other('shop', 'permitAll()'),
      ...other('desk', 'hasRole("DESK")'),
    });
    expect(verdicts).toEqual({ 'GET /shop': 'public', 'GET /desk': 'authorized hasRole("DESK")' });
  });
});

describe('hostile configuration', () => {
  it('ends on functions that run themselves and on matchers that stand in each other', async () => {
    const nested = Array.from({ length: 9 }, (_, index) => {
      const before = index === 0 ? 'new AntPathRequestMatcher("/a")' : `m${index - 1}`;
      return `RequestMatcher m${index} = new OrRequestMatcher(${Array(40).fill(before).join(', ')});`;
    });
    const security = chain(
      `${nested.join(' ')} http.authorizeHttpRequests(r -> { again(http); r.requestMatchers(m8).permitAll(); });`,
      `private void again(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(r -> again(http)); again(http); }`,
    );
    const { verdicts } = await verdictsOf(security, ['GET /b']);
    expect(verdicts['GET /b']).toMatch(/^unknown/u);
  });
});
