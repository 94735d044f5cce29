import { describe, expect, it } from 'vitest';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';

const SPEC = `openapi: 3.0.1
info: { title: Clinic Api, version: '1' }
servers: [{ url: 'https://clinic.example/v1' }]
paths:
  /owners/{ownerId}:
    get: { operationId: getOwner, tags: [owners], parameters: [{ name: ownerId, in: path, schema: { type: integer } }] }
    delete: { tags: [owners] }
  /oops:
    get: { operationId: fail-always, tags: [broken] }
`;

const application = `package org.clinic;
@org.springframework.boot.autoconfigure.SpringBootApplication
class Clinic { public static void main(String[] args) { org.springframework.boot.SpringApplication.run(Clinic.class, args); } }`;

function pom(configuration: string): string {
  return `<project><modelVersion>4.0.0</modelVersion><groupId>org.clinic</groupId><artifactId>clinic</artifactId><version>1</version>
<properties><spec>src/main/resources/openapi.yml</spec></properties>
<build><plugins><plugin><groupId>org.openapitools</groupId><artifactId>openapi-generator-maven-plugin</artifactId>
<executions><execution><configuration><inputSpec>\${project.basedir}/\${spec}</inputSpec><generatorName>spring</generatorName>
${configuration}</configuration></execution></executions></plugin></plugins></build></project>`;
}

async function routes(implementer: string, build: Readonly<Record<string, string>>): Promise<string[]> {
  const labels = await labelledFiles({
    'src/main/resources/openapi.yml': SPEC,
    'src/main/java/org/clinic/Clinic.java': application,
    'src/main/java/org/clinic/Owners.java': `package org.clinic;
import org.clinic.api.*;
import org.clinic.api.OwnersApi; import org.clinic.api.OwnersApiDelegate; import org.clinic.api.PetsApi;
${implementer}`,
    ...build,
  });
  return routesOf(labels).filter((route) => !route.includes('Clinic.main'));
}

const controller = '@org.springframework.web.bind.annotation.RestController';

describe('operations of an OpenAPI description', () => {
  it('run in the class that implements the generated interface, and never where nobody implements it', async () => {
    const build = {
      'pom.xml': pom(
        '<configOptions><interfaceOnly>true</interfaceOnly><useTags>true</useTags></configOptions>',
      ),
    };
    const found = await routes(
      `${controller} class Owners implements OwnersApi { public String getOwner(Integer ownerId) { return ""; } }`,
      build,
    );
    expect(found).toEqual([
      'GET /owners/{ownerId} Owners.getOwner',
      expect.stringMatching(/^DELETE \/owners\/\{ownerId\} .* harmless$/u),
      expect.stringMatching(/^GET \/v1\/oops .*failAlways dormant$/u),
    ]);
  });

  it('belong to the interface of their tag: the same method elsewhere handles none', async () => {
    const build = {
      'pom.xml': pom(
        '<configOptions><interfaceOnly>true</interfaceOnly><useTags>true</useTags></configOptions>',
      ),
    };
    const found = await routes(
      `${controller} class Pets implements PetsApi { public String getOwner(Integer ownerId) { return ""; } }`,
      build,
    );
    expect(found.filter((route) => route.includes('Pets.'))).toEqual([]);
    expect(found.filter((route) => route.includes('dormant'))).toHaveLength(3);
  });

  it('are answered by generated controllers, which hand on to delegates that carry no mapping', async () => {
    const build = {
      'build.gradle': `plugins { id 'org.openapi.generator' version '7.4.0' }
openApiGenerate {
  generatorName = "spring"
  inputSpec = "$rootDir/src/main/resources/openapi.yml"
  configOptions = [delegatePattern: "true", useTags: "true"]
}`,
      'src/main/resources/application.properties': 'openapi.clinicApi.base-path=/base\n',
    };
    const found = await routes(
      '@org.springframework.stereotype.Service class Owners implements OwnersApiDelegate { public String getOwner(Integer ownerId) { return ""; } }',
      build,
    );
    expect(found).toEqual([
      'GET /base/owners/{ownerId} Owners.getOwner',
      expect.stringMatching(/^DELETE \/base\/owners\/\{ownerId\} .* harmless$/u),
      expect.stringMatching(/^GET \/base\/oops .*failAlways harmless$/u),
    ]);
  });

  it('of a description that clients are generated from are none', async () => {
    const build = { 'pom.xml': pom('<library>spring-cloud</library>') };
    expect(
      await routes(
        `${controller} class Owners implements OwnersApi { public String getOwner(Integer ownerId) { return ""; } }`,
        build,
      ),
    ).toEqual([]);
  });

  it('count by the name of the method alone where no build file says what is generated', async () => {
    expect(
      await routes(
        `${controller} class Owners implements OwnersApi { public String getOwner(Integer ownerId) { return ""; } }`,
        {},
      ),
    ).toEqual(['GET /v1/owners/{ownerId} Owners.getOwner']);
  });

  describe('from which a JAX-RS generator makes interfaces', () => {
    const generated = (name: string, settings = '') =>
      pom(`<configOptions>${settings}</configOptions>`).replace('>spring<', `>${name}<`);
    const body = '{ public String getOwner(Integer ownerId) { return ""; } }';

    it('run in the class that implements one, below the path of the application', async () => {
      const application =
        '@jakarta.ws.rs.ApplicationPath("/rest") class App extends jakarta.ws.rs.core.Application {}';
      const build = { 'pom.xml': generated('jaxrs-spec', '<interfaceOnly>true</interfaceOnly>') };
      const found = await routes(`${application} class Owners implements OwnersApi ${body}`, build);
      expect(found).toContain('GET /rest/owners/{ownerId} Owners.getOwner');
    });

    it('run in the service that a generated resource hands on to', async () => {
      const service =
        'class OwnersApiServiceImpl extends org.clinic.api.OwnersApiService { public jakarta.ws.rs.core.Response getOwner(Integer ownerId, jakarta.ws.rs.core.SecurityContext caller) { return null; } }';
      expect(await routes(service, { 'pom.xml': generated('jaxrs-jersey') })).toContain(
        'GET /v1/owners/{ownerId} OwnersApiServiceImpl.getOwner',
      );
    });

    it('are none where the build makes a client, or says nothing of a generator', async () => {
      const owners = `class Owners implements OwnersApi ${body}`;
      const client = await routes(owners, { 'pom.xml': generated('jaxrs-cxf-client') });
      expect([...client, ...(await routes(owners, {}))]).toEqual([]);
    });
  });
});
