import { describe, expect, it } from 'vitest';
import {
  accessOf,
  configurationWith,
  controllerFor,
  MAIN_CLASS,
  pomWith,
} from '../../../../test/access-of.ts';

async function verdictsOf(
  rules: string,
  requests: readonly string[],
  files: Readonly<Record<string, string>> = {},
) {
  const security = configurationWith(`
  static final String ADMIN = "ROLE_ADMIN";
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(r -> r${rules}).build();
  }`).replace(
    'import java.util.*;',
    `import java.util.*;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.autoconfigure.security.servlet.PathRequest;`,
  );
  const { verdicts } = await accessOf({
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor(...requests),
    'Security.java': security,
    ...files,
  });
  return requests.map((request) => verdicts[request]);
}

describe('matchers of Spring Boot', () => {
  it('know the endpoints of the management and where they are', async () => {
    const requests = ['GET /actuator/health', 'GET /actuator/env', 'GET /manage/env', 'GET /x'];
    const rules = `.requestMatchers(EndpointRequest.to("health")).permitAll()
      .requestMatchers(EndpointRequest.toAnyEndpoint()).hasAuthority(ADMIN).anyRequest().denyAll()`;
    expect(await verdictsOf(rules, requests)).toEqual([
      'public',
      'authorized hasAuthority("ROLE_ADMIN")',
      'denied',
      'denied',
    ]);
    const moved = {
      'src/main/resources/application.properties': 'management.endpoints.web.base-path=/manage',
    };
    expect((await verdictsOf(rules, requests, moved)).slice(1, 3)).toEqual([
      'denied',
      'authorized hasAuthority("ROLE_ADMIN")',
    ]);
  });

  it('know static resources and the console, and no other pages', async () => {
    const rules = `.requestMatchers(PathRequest.toStaticResources().atCommonLocations()).permitAll()
      .requestMatchers(PathRequest.toH2Console()).hasRole("DBA").anyRequest().authenticated()`;
    expect(
      await verdictsOf(rules, ['GET /css/site.css', 'GET /h2-console/x', 'GET /styles/site.css']),
    ).toEqual(['public', 'authorized hasRole("DBA")', 'authenticated']);
  });

  it('say nothing of requests where they name other dispatches, and nothing sure where they are code', async () => {
    const forwards =
      '.dispatcherTypeMatchers(jakarta.servlet.DispatcherType.FORWARD).permitAll().anyRequest().authenticated()';
    expect(await verdictsOf(forwards, ['GET /x'])).toEqual(['authenticated']);
    const code = '.requestMatchers(q -> q.getHeader("x") != null).permitAll().anyRequest().authenticated()';
    expect((await verdictsOf(code, ['GET /x']))[0]).toMatch(/^unknown/u);
    const same =
      '.requestMatchers(q -> q.getHeader("x") != null).authenticated().anyRequest().authenticated()';
    expect(await verdictsOf(same, ['GET /x'])).toEqual(['authenticated']);
  });
});

describe('GraphQL', () => {
  const of = async (rules: string, annotation = '', settings = '') => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith(
        'org.springframework.boot:spring-boot-starter-graphql',
        'org.springframework.boot:spring-boot-starter-security',
      ),
      'App.java': MAIN_CLASS,
      'src/main/resources/application.properties': settings,
      'Books.java': `package org.sample;
@org.springframework.stereotype.Controller public class Books {
  @org.springframework.graphql.data.method.annotation.QueryMapping ${annotation} public String book(String id) { return id; }
}`,
      'Security.java': configurationWith(
        `@Bean SecurityFilterChain chain(HttpSecurity http) throws Exception { return http.authorizeHttpRequests(r -> r${rules}).build(); }`,
        '@EnableMethodSecurity',
      ),
    });
    return Object.entries(verdicts).find(([key]) => key.startsWith('graphql'))?.[1];
  };
  const OPEN = '.requestMatchers("/graphql").permitAll().anyRequest().authenticated()';

  it('comes by one path for all fields, and by annotations for each', async () => {
    expect(await of(OPEN)).toBe('public');
    expect(await of('.requestMatchers("/graphql").hasRole("A").anyRequest().permitAll()')).toBe(
      'authorized hasRole("A")',
    );
    expect(await of(OPEN, '', 'spring.graphql.http.path=/api/g')).toBe('authenticated');
    expect(await of(OPEN, `@org.springframework.security.access.prepost.PreAuthorize("hasRole('B')")`)).toBe(
      "authorized hasRole('B')",
    );
  });
});
