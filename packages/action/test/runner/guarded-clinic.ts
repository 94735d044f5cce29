const pom = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.clinic</groupId><artifactId>clinic</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId><version>3.3.0</version></dependency>
    <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-security</artifactId><version>3.3.0</version></dependency>
    <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-data-jpa</artifactId><version>3.3.0</version></dependency>
  </dependencies>
</project>
`;

const security = `package org.clinic;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
@EnableMethodSecurity
class SecurityConfig {
  @Bean
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
  }
}
`;

function controller(guard: string): string {
  return `package org.clinic;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OwnerController {
  private final OwnerService owners;

  OwnerController(OwnerService owners) {
    this.owners = owners;
  }

  @DeleteMapping("/owners/{id}")${guard === '' ? '' : `\n  ${guard}`}
  void remove(@PathVariable Long id) {
    owners.remove(id);
  }
}
`;
}

const service = `package org.clinic;

import org.springframework.stereotype.Service;

@Service
class OwnerService {
  private final OwnerRepository repository;

  OwnerService(OwnerRepository repository) {
    this.repository = repository;
  }

  void remove(Long id) {
    repository.deleteById(id);
  }
}
`;

const repository = `package org.clinic;

import org.springframework.data.jpa.repository.JpaRepository;

interface OwnerRepository extends JpaRepository<Owner, Long> {}
`;

const owner = `package org.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Owner {
  @Id Long id;
}
`;

const source = 'src/main/java/org/clinic';

/** A service whose one request that deletes something needs a role, below a directory or at the root. */
export function guardedClinic(directory = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries({
      'pom.xml': pom,
      [`${source}/SecurityConfig.java`]: security,
      [`${source}/OwnerController.java`]: controller(`@PreAuthorize("hasRole('VET')")`),
      [`${source}/OwnerService.java`]: service,
      [`${source}/OwnerRepository.java`]: repository,
      [`${source}/Owner.java`]: owner,
    }).map(([path, text]) => [directory + path, text]),
  );
}

/** The change that takes the role away. */
export function withoutGuard(directory = ''): Readonly<Record<string, string>> {
  return { [`${directory}${source}/OwnerController.java`]: controller('') };
}
