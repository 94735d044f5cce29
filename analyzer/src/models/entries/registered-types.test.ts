import { describe, expect, it } from 'vitest';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';

const RESOURCES = `package org.clinic.rest;
import jakarta.ws.rs.*;
@Path("visits") public class Visits { @GET public String all() { return ""; } }
@Path("drafts") class Drafts { @GET public String all() { return ""; } }
`;
const LISTED = 'GET /visits Visits.all';
const FREE = 'GET /drafts Drafts.all';
const LEFT_OUT = 'GET /drafts Drafts.all dormant';

/** Routes of two resources beside a class that sets the application up. */
async function routes(setUp: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const labels = await labelledFiles({
    'src/main/java/org/clinic/rest/Visits.java': RESOURCES,
    'src/main/java/org/clinic/App.java': `package org.clinic;
import jakarta.ws.rs.core.Application;
import org.glassfish.jersey.server.ResourceConfig;
import org.clinic.rest.*;
import java.util.*;
${setUp}`,
    ...more,
  });
  return routesOf(labels);
}

describe('resources of a JAX-RS application', () => {
  it('are those that getClasses lists, and all where it lists none', async () => {
    const listing =
      'class App extends Application { @Override public Set<Class<?>> getClasses() { Set<Class<?>> all = new HashSet<>(); all.add(Visits.class); return all; } }';
    expect(await routes(listing)).toEqual([LISTED, LEFT_OUT]);
    expect(await routes('class App extends Application {}')).toEqual([LISTED, FREE]);
  });

  it.each([
    ['a set made at once', 'public Set<Class<?>> getClasses() { return Set.of(Visits.class); }'],
    [
      'objects kept in a field',
      'private final Set<Object> all = new HashSet<>(); App() { all.add(new Visits()); } public Set<Object> getSingletons() { return all; }',
    ],
    [
      'a method of its own',
      'public Set<Class<?>> getClasses() { Set<Class<?>> all = new HashSet<>(super.getClasses()); all.addAll(more()); return all; } private List<Class<?>> more() { return Arrays.asList(Visits.class); }',
    ],
    [
      'an injected object',
      'private Visits visits; public Set<Object> getSingletons() { return Collections.singleton(visits); }',
    ],
  ])('are read from %s', async (_, members) => {
    expect(await routes(`class App extends Application { ${members} }`)).toEqual([LISTED, LEFT_OUT]);
  });

  it('are also those that code adds to the list, and all where there is no list', async () => {
    const adding = (call: string) =>
      `class More { org.jboss.resteasy.spi.Registry registry; void more(Class<?> found) { registry.${call}; } }`;
    const listing =
      'class App extends Application { public Set<Class<?>> getClasses() { return Set.of(Visits.class); } }';
    expect(await routes(`${listing} ${adding('addPerRequestResource(Drafts.class)')}`)).toEqual([
      LISTED,
      FREE,
    ]);
    expect(await routes(`${listing} ${adding('addSingletonResource(new Drafts())')}`)).toEqual([
      LISTED,
      FREE,
    ]);
    expect(await routes(`${listing} ${adding('addPerRequestResource(found)')}`)).toEqual([LISTED, FREE]);
    expect(await routes(`${listing} ${adding('removeRegistrations(Drafts.class)')}`)).toEqual([
      LISTED,
      LEFT_OUT,
    ]);
    expect(await routes(adding('addPerRequestResource(Visits.class)'))).toEqual([LISTED, FREE]);
  });

  it.each([
    ['a scan', 'public Set<Class<?>> getClasses() { return org.scan.Scanner.scan("org.clinic"); }'],
    [
      'a parameter',
      'private final Set<Class<?>> all; App(Set<Class<?>> given) { all = given; } public Set<Class<?>> getClasses() { return all; }',
    ],
  ])('may be all where the list comes from %s', async (_, members) => {
    expect(await routes(`class App extends Application { ${members} }`)).toEqual([LISTED, FREE]);
  });

  it('are those that are registered by class, object or package', async () => {
    const inConstructor = (call: string) => `class App extends ResourceConfig { App() { ${call}; } }`;
    expect(await routes(inConstructor('register(Visits.class)'))).toEqual([LISTED, LEFT_OUT]);
    expect(await routes(inConstructor('registerInstances(new Visits())'))).toEqual([LISTED, LEFT_OUT]);
    expect(await routes(inConstructor('super(Visits.class)'))).toEqual([LISTED, LEFT_OUT]);
    expect(await routes(inConstructor('packages("org.clinic.rest")'))).toEqual([LISTED, FREE]);
    expect(await routes(inConstructor('packages("org.other")'))).toEqual([`${LISTED} dormant`, LEFT_OUT]);
  });

  it('may be all where something is registered that nobody can read', async () => {
    const beans =
      'class App extends ResourceConfig { App(Map<String, Object> beans) { register(Visits.class); beans.values().forEach(this::register); } }';
    expect(await routes(beans)).toEqual([LISTED, FREE]);
    const config = 'class App extends ResourceConfig { App(Helper helper) { helper.addTo(this); } }';
    expect(await routes(config)).toEqual([LISTED, FREE]);
  });

  it('are those of the Dropwizard environment', async () => {
    const run =
      'class App { void run(io.dropwizard.core.setup.Environment environment) { io.dropwizard.jersey.setup.JerseyEnvironment jersey = environment.jersey(); jersey.register(new Visits()); } }';
    expect(await routes(run)).toEqual([LISTED, LEFT_OUT]);
  });

  it('are found by the servlet that web.xml tells where to look', async () => {
    const listing = 'class App extends ResourceConfig { App() { register(Visits.class); } }';
    const webXml = `<web-app><servlet><init-param><param-name>jersey.config.server.provider.packages</param-name>
<param-value>org.clinic.rest</param-value></init-param></servlet></web-app>`;
    expect(await routes(listing, { 'src/main/webapp/WEB-INF/web.xml': webXml })).toEqual([LISTED, FREE]);
  });

  it('of another program of the tree are not limited by this one', async () => {
    const pom = (name: string, dependency = '') =>
      `<project><modelVersion>4.0.0</modelVersion><groupId>org.clinic</groupId><artifactId>${name}</artifactId><version>1</version>${dependency}</project>`;
    const labels = await labelledFiles({
      'pom.xml': pom('all').replace(
        '</project>',
        '<packaging>pom</packaging><modules><module>a</module><module>b</module></modules></project>',
      ),
      'a/pom.xml': pom('a'),
      'b/pom.xml': pom('b'),
      'a/src/main/java/org/clinic/App.java':
        'package org.clinic; class App extends org.glassfish.jersey.server.ResourceConfig { App() { register(Own.class); } }\n@jakarta.ws.rs.Path("own") class Own { @jakarta.ws.rs.GET public String all() { return ""; } }',
      'b/src/main/java/org/clinic/rest/Visits.java': RESOURCES,
    });
    expect(routesOf(labels)).toEqual(['GET /own Own.all', LISTED, FREE]);
  });
});
