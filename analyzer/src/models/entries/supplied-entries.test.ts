import { describe, expect, it } from 'vitest';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';

const CLOUD = 'org.springframework.cloud';

/** Paths that are answered without any handler of the tree. */
async function supplied(dependency: string, annotation: string, settings: string): Promise<string[]> {
  const [group = '', name = ''] = dependency.split(':');
  const labels = await labelledFiles({
    'pom.xml': `<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
<dependencies><dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>1</version></dependency></dependencies></project>`,
    'src/main/java/org/clinic/Clinic.java': `package org.clinic;
@org.springframework.boot.autoconfigure.SpringBootApplication ${annotation}
class Clinic { void run() { org.springframework.boot.SpringApplication.run(Clinic.class); } }`,
    'src/main/resources/application.properties': settings,
  });
  return routesOf(labels).map((route) => route.split(' ')[1] ?? '');
}

describe('endpoints that libraries answer by themselves', () => {
  it.each([
    [
      `${CLOUD}:spring-cloud-starter-netflix-eureka-server`,
      '@org.springframework.cloud.netflix.eureka.server.EnableEurekaServer',
      '',
      '/eureka/apps',
    ],
    [
      `${CLOUD}:spring-cloud-config-server`,
      '@org.springframework.cloud.config.server.EnableConfigServer',
      '',
      '/encrypt',
    ],
    [
      'de.codecentric:spring-boot-admin-starter-server',
      '@de.codecentric.boot.admin.server.config.EnableAdminServer',
      'spring.boot.admin.context-path=/admin\n',
      '/admin/instances',
    ],
    ['org.springdoc:springdoc-openapi-starter-webmvc-api', '', '', '/v3/api-docs'],
    ['io.springfox:springfox-boot-starter', '', '', '/v2/api-docs'],
    [
      'org.springframework.boot:spring-boot-starter-graphql',
      '',
      'spring.graphql.graphiql.enabled=true\n',
      '/graphiql',
    ],
  ])('are there with %s', async (...[dependency, annotation, settings, path]) => {
    expect(await supplied(dependency, annotation, settings)).toContain(path);
  });

  it.each([
    [`${CLOUD}:spring-cloud-starter-netflix-eureka-server`, '', ''],
    [
      `${CLOUD}:spring-cloud-config-client`,
      '@org.springframework.cloud.config.server.EnableConfigServer',
      '',
    ],
    ['org.springdoc:springdoc-openapi-starter-webmvc-api', '', 'springdoc.api-docs.enabled=false\n'],
    ['org.springframework.boot:spring-boot-starter-graphql', '', ''],
  ])('are not there where %s is not switched on', async (dependency, annotation, settings) => {
    expect(await supplied(dependency, annotation, settings)).toEqual([]);
  });
});
