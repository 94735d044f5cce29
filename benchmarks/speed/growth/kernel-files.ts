import type { SourceFile } from './service-tree.ts';

/** Where the Java files of the tree lie. */
export const SOURCES = 'src/main/java/com/example/shop';
export const TESTS = 'src/test/java/com/example/shop';

/** What there is once: the build file, settings, security, and the code that all modules share. */
export function kernelFiles(modules: readonly string[]): SourceFile[] {
  return [
    { path: 'pom.xml', text: POM },
    { path: 'src/main/resources/application.yml', text: SETTINGS },
    { path: `${SOURCES}/kernel/Audit.java`, text: AUDIT },
    { path: `${SOURCES}/kernel/Policy.java`, text: POLICY },
    { path: `${SOURCES}/kernel/PolicyCheck.java`, text: POLICY_CHECK },
    { path: `${SOURCES}/kernel/Texts.java`, text: TEXTS },
    { path: `${SOURCES}/kernel/NotFound.java`, text: NOT_FOUND },
    { path: `${SOURCES}/kernel/Failures.java`, text: FAILURES },
    { path: `${SOURCES}/kernel/Security.java`, text: security(modules) },
  ];
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>shop</artifactId>
  <version>1.0.0</version>
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>3.5.0</version>
  </parent>
  <dependencies>
${['web', 'data-jpa', 'jdbc', 'security', 'validation', 'test']
  .map(
    (starter) =>
      `    <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-${starter}</artifactId></dependency>`,
  )
  .join('\n')}
  </dependencies>
</project>
`;

const SETTINGS = `spring:
  datasource:
    url: jdbc:postgresql://db/shop
server:
  error:
    include-message: never
`;

const AUDIT = `package com.example.shop.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
public class Audit {
    private static final Logger log = LoggerFactory.getLogger(Audit.class);
    private final JdbcTemplate jdbc;

    public Audit(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void record(String what, Long id) {
        log.info("{} {}", what, id);
        jdbc.update("insert into audit(what, id) values (?, ?)", what, id);
    }
}
`;

const POLICY = `package com.example.shop.kernel;

public interface Policy {
    boolean allows(String owner, long amount);

    default String reason(String owner) {
        return "not allowed for " + owner;
    }
}
`;

const POLICY_CHECK = `package com.example.shop.kernel;

import java.util.List;
import org.springframework.stereotype.Component;

@Component
public class PolicyCheck {
    private final List<Policy> policies;

    public PolicyCheck(List<Policy> policies) {
        this.policies = policies;
    }

    public void require(String owner, long amount) {
        for (Policy policy : policies) {
            if (!policy.allows(owner, amount)) {
                throw new IllegalArgumentException(policy.reason(owner));
            }
        }
    }
}
`;

const TEXTS = `package com.example.shop.kernel;

import java.util.Locale;

public final class Texts {
    private Texts() {
    }

    public static String tidy(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder tidy = new StringBuilder();
        for (char each : text.trim().toCharArray()) {
            tidy.append(Character.isLetterOrDigit(each) ? each : '-');
        }
        return tidy.toString().toLowerCase(Locale.ROOT);
    }
}
`;

const NOT_FOUND = `package com.example.shop.kernel;

public class NotFound extends RuntimeException {
    public NotFound(String what, Long id) {
        super(what + " " + id);
    }
}
`;

const FAILURES = `package com.example.shop.kernel;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
public class Failures {
    @ExceptionHandler(NotFound.class)
    public ResponseEntity<String> notFound(NotFound problem) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(problem.getMessage());
    }
}
`;

/** Rules by path for every eighth module; the others are behind the last rule. */
function security(modules: readonly string[]): string {
  const rules = modules
    .filter((_, index) => index % 8 === 0)
    .slice(0, 12)
    .map((name) => `            .requestMatchers("/${name.toLowerCase()}/**").hasRole("STAFF")`)
    .join('\n');
  return `package com.example.shop.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
@EnableWebSecurity
@EnableMethodSecurity
public class Security {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
${rules}
            .anyRequest().authenticated()).build();
    }
}
`;
}
