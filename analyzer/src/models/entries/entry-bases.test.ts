import { describe, expect, it } from 'vitest';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';

const APPLICATION = `package org.clinic;
import org.springframework.web.bind.annotation.*;
@org.springframework.boot.autoconfigure.SpringBootApplication @RestController
class Clinic {
  void run() { org.springframework.boot.SpringApplication.run(Clinic.class); }
  @GetMapping("/visits") void visits() {}
}`;

const POM = `<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
<dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-actuator</artifactId>
<version>3.3.0</version></dependency></dependencies></project>`;

async function routes(settings: string): Promise<string[]> {
  const labels = await labelledFiles({
    'pom.xml': POM,
    'src/main/java/org/clinic/Clinic.java': APPLICATION,
    'src/main/resources/application.properties': settings,
  });
  return routesOf(labels).map((route) => route.split(' ')[1] ?? '');
}

describe('what stands before paths', () => {
  it('is the context path, and the path of the dispatcher behind it', async () => {
    const found = await routes('server.servlet.context-path=/clinic\nspring.mvc.servlet.path=/web\n');
    expect(found.toSorted()).toEqual(['/clinic/web/actuator/health', '/clinic/web/visits']);
  });

  it('is a base of its own where the actuator has a port of its own', async () => {
    const found = await routes(
      'server.servlet.context-path=/clinic\nmanagement.server.port=9001\nmanagement.server.base-path=/ops\n',
    );
    expect(found.toSorted()).toEqual(['/clinic/visits', '/ops/actuator/health']);
  });

  it('is nothing where nothing is set', async () => {
    expect((await routes('')).toSorted()).toEqual(['/actuator/health', '/visits']);
  });
});
