import type { PathRule, SpringProject, Terminal } from './spring-project.ts';

const dependency = (group: string, name: string) =>
  `    <dependency><groupId>${group}</groupId><artifactId>${name}</artifactId></dependency>`;

const STARTERS = ['web', 'security', 'validation', 'data-jpa', 'jdbc', 'actuator'];

/** A build file with the starters that the projects use. */
export const POM = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.acme</groupId><artifactId>acme</artifactId><version>1</version>
  <dependencies>
${STARTERS.map((name) => dependency('org.springframework.boot', `spring-boot-starter-${name}`)).join('\n')}
${dependency('org.springframework.kafka', 'spring-kafka')}
${dependency('com.google.guava', 'guava')}
  </dependencies>
</project>
`;

const TERMINALS: Readonly<Record<Terminal, string>> = {
  permitAll: 'permitAll()',
  authenticated: 'authenticated()',
  role: 'hasRole("ADMIN")',
  denyAll: 'denyAll()',
};

/** The security configuration: path rules in order, and what the rest needs. */
export function configurationOf(project: SpringProject): string {
  const rules = project.rules.map((rule) => ruleOf(project, rule)).join('\n');
  return `package org.acme;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
@EnableWebSecurity
${project.methodSecurity ? '@EnableMethodSecurity\n' : ''}public class Security {
  @Bean
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(rules -> rules
${rules}
        .anyRequest().${TERMINALS[project.rest]});
    return http.build();
  }
}
`;
}

function ruleOf({ areas }: SpringProject, { area, verb, terminal }: PathRule): string {
  const noun = areas[area]?.noun.toLowerCase() ?? 'pet';
  const paths = `"/${noun}s/**", "/v2/${noun}s/**"`;
  const matched = verb === null ? paths : `HttpMethod.${verb}, ${paths}`;
  return `        .requestMatchers(${matched}).${TERMINALS[terminal]}`;
}
