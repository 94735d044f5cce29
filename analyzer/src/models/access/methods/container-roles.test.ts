import { describe, expect, it } from 'vitest';
import { accessOf, pomWith } from '../../../../test/access-of.ts';

const RESOURCE = `package org.sample;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.*;
@Path("/visits") public class Visits { @GET @RolesAllowed("vet") public String all() { return ""; } }`;

const API = `package org.sample;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
@ApplicationPath("/") public class Api extends Application {}`;

const war = (dependency: string) =>
  pomWith(dependency).replace('<version>1</version>', '<version>1</version><packaging>war</packaging>');

async function verdictOf(dependency: string, files: Readonly<Record<string, string>>) {
  const { verdicts, inertGuards } = await accessOf({
    'pom.xml': war(dependency),
    'Visits.java': RESOURCE,
    'Api.java': API,
    ...files,
  });
  return [verdicts['GET /visits'], inertGuards.length];
}

const webXml = (content: string) => ({ 'src/main/webapp/WEB-INF/web.xml': `<web-app>${content}</web-app>` });
const parameter = (element: string, name: string, value: string) =>
  `<${element}><param-name>${name}</param-name><param-value>${value}</param-value></${element}>`;

describe('@RolesAllowed on a resource', () => {
  it('acts under RESTEasy where web.xml switches it on', async () => {
    const of = (value: string) =>
      verdictOf(
        'org.jboss.resteasy:resteasy-core',
        webXml(parameter('context-param', 'resteasy.role.based.security', value)),
      );
    expect(await of('true')).toEqual(['authorized vet', 0]);
    expect(await of('false')).toEqual(['public', 1]);
    expect(await verdictOf('org.jboss.resteasy:resteasy-core', {})).toEqual(['public', 1]);
  });

  it('acts under Jersey where its feature is registered, in web.xml or in code', async () => {
    const jersey = 'org.glassfish.jersey.containers:jersey-container-servlet';
    const feature = 'org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature';
    const servlet = (providers: string) =>
      webXml(`<servlet><servlet-name>api</servlet-name>
<servlet-class>org.glassfish.jersey.servlet.ServletContainer</servlet-class>
${parameter('init-param', 'jersey.config.server.provider.classnames', providers)}</servlet>`);
    expect(await verdictOf(jersey, servlet(`org.sample.Visits, ${feature}`))).toEqual(['authorized vet', 0]);
    expect(await verdictOf(jersey, servlet('org.sample.Visits'))).toEqual(['public', 1]);
    const registering = (registered: string) => ({
      'Api.java': `package org.sample;
@jakarta.ws.rs.ApplicationPath("/") public class Api extends org.glassfish.jersey.server.ResourceConfig {
  public Api() { packages("org.sample"); ${registered} }
}`,
    });
    expect(await verdictOf(jersey, registering(`register(${feature}.class);`))).toEqual([
      'authorized vet',
      0,
    ]);
    expect(await verdictOf(jersey, registering('register(Visits.class);'))).toEqual(['public', 1]);
  });

  it('acts where the container is told how users log in by tokens', async () => {
    const login = '@org.eclipse.microprofile.auth.LoginConfig(authMethod = "MP-JWT") @ApplicationPath';
    expect(
      await verdictOf('org.eclipse.microprofile:microprofile', {
        'Api.java': API.replace('@ApplicationPath', login),
      }),
    ).toEqual(['authorized vet', 0]);
  });
});

describe('@RolesAllowed on an enterprise bean', () => {
  it('acts by the container itself, and on no other class', async () => {
    const library = 'jakarta.platform:jakarta.jakartaee-api';
    const bean = RESOURCE.replace('@Path', '@jakarta.ejb.Stateless @Path');
    expect(await verdictOf(library, { 'Visits.java': bean })).toEqual(['authorized vet', 0]);
    expect(await verdictOf(library, {})).toEqual(['public', 1]);
  });
});
