import { describe, expect, it } from 'vitest';
import { accessOf, pomWith } from '../../../../test/access-of.ts';

const GATE = (annotations: string) => `package org.sample;
import jakarta.ws.rs.container.*;
import jakarta.ws.rs.core.Response;
${annotations} public class Gate implements ContainerRequestFilter {
  @Override public void filter(ContainerRequestContext request) {
    if (request.getHeaderString("Authorization") == null) request.abortWith(Response.status(401).build());
  }
}`;
const MARK = (binding: string) => `package org.sample;
${binding} @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Closed {}`;

async function verdictsOf(files: Readonly<Record<string, string>>) {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('jakarta.ws.rs:jakarta.ws.rs-api').replace(
      '</project>',
      '<packaging>war</packaging></project>',
    ),
    'Closed.java': MARK(''),
    'Rows.java': `package org.sample;
import jakarta.ws.rs.*;
@Path("/") public class Rows {
  @GET @Path("/a") @Closed public String a() { return ""; }
  @GET @Path("/b") public String b() { return ""; }
}`,
    ...files,
  });
  return [verdicts['GET /a'], verdicts['GET /b']];
}

describe('filters of JAX-RS', () => {
  it('stand before all handlers where a provider has no binding, and before bound ones where it has', async () => {
    const provider = '@jakarta.ws.rs.ext.Provider';
    expect(await verdictsOf({ 'Gate.java': GATE(provider) })).toEqual(['authenticated', 'authenticated']);
    const bound = {
      'Closed.java': MARK('@jakarta.ws.rs.NameBinding'),
      'Gate.java': GATE(`${provider} @Closed`),
    };
    expect(await verdictsOf(bound)).toEqual(['authenticated', 'public']);
    expect(await verdictsOf({ 'Gate.java': GATE('') })).toEqual(['public', 'public']);
  });

  it('that nothing marks are registered by name, among others', async () => {
    const listed = (calls: string) => ({
      'Gate.java': GATE(''),
      'Config.java': `package org.sample; class Config { void set(org.glassfish.jersey.server.ResourceConfig config) { ${calls}; } }`,
    });
    const closed = ['authenticated', 'authenticated'];
    expect(await verdictsOf(listed('config.registerClasses(Rows.class, Gate.class)'))).toEqual(closed);
    const made = 'var config = new org.glassfish.jersey.server.ResourceConfig(); config';
    const listedHere = (calls: string) => ({
      'Gate.java': GATE(''),
      'Config.java': `package org.sample; class Config { void set() { ${calls}; } }`,
    });
    expect(await verdictsOf(listedHere(`${made}.registerClasses(Rows.class, Gate.class)`))).toEqual(closed);
    const bean = 'var bean = new org.apache.cxf.jaxrs.JAXRSServerFactoryBean(); bean.setProvider';
    expect(await verdictsOf(listedHere(`${bean}(new Gate())`))).toEqual(closed);
    expect(await verdictsOf(listedHere(`${bean}(new Rows())`))).toEqual(['public', 'public']);
    expect(await verdictsOf(listed('config.registerInstances(new Rows(), new Gate())'))).toEqual(closed);
    expect(await verdictsOf(listed('config.registerClasses(Rows.class)'))).toEqual(['public', 'public']);
  });

  it('are there only where the application that lists its classes lists them', async () => {
    const provider = { 'Gate.java': GATE('@jakarta.ws.rs.ext.Provider') };
    const config = (calls: string) => ({
      ...provider,
      'Config.java': `package org.sample; class Config extends org.glassfish.jersey.server.ResourceConfig { Config() { ${calls}; } }`,
    });
    expect(await verdictsOf(config('register(Rows.class)'))).toEqual(['public', 'public']);
    expect(await verdictsOf(config('register(Rows.class).register(Gate.class)'))).toEqual([
      'authenticated',
      'authenticated',
    ]);
    for (const all of [
      'registerClasses(Rows.class, Gate.class)',
      'registerInstances(new Rows(), new Gate())',
    ])
      expect(await verdictsOf(config(all))).toEqual(['authenticated', 'authenticated']);
    expect(await verdictsOf(config('registerClasses(Rows.class, Closed.class)'))).toEqual([
      'public',
      'public',
    ]);
    expect(await verdictsOf(config('packages("org.sample")'))).toEqual(['authenticated', 'authenticated']);
  });

  it('are registered by a feature for handlers with an annotation, or for nobody knows which', async () => {
    const feature = (condition: string) => ({
      'Gate.java': GATE(''),
      'Gates.java': `package org.sample;
import jakarta.ws.rs.container.*;
import jakarta.ws.rs.core.FeatureContext;
@jakarta.ws.rs.ext.Provider public class Gates implements DynamicFeature {
  @Override public void configure(ResourceInfo info, FeatureContext context) {
    ${condition} context.register(Gate.class);
  }
}`,
    });
    expect(
      await verdictsOf(feature('if (info.getResourceMethod().isAnnotationPresent(Closed.class))')),
    ).toEqual(['authenticated', 'public']);
    expect(await verdictsOf(feature(''))).toEqual(['authenticated', 'authenticated']);
    const method = 'info.getResourceMethod()';
    for (const open of [
      `if (!${method}.isAnnotationPresent(Closed.class))`,
      `if (${method}.getAnnotation(Closed.class) == null)`,
      `if (${method}.isAnnotationPresent(Closed.class)) return;`,
      `var mark = ${method}.getAnnotation(Closed.class); if (mark != null) { System.out.println(mark); } else`,
    ])
      expect(await verdictsOf(feature(open))).toEqual(['public', 'authenticated']);
    expect(
      await verdictsOf(feature('if (info.getResourceClass().isAnnotationPresent(Closed.class))')),
    ).toEqual(['public', 'public']);
    const [marked, other] = await verdictsOf(
      feature(`if (${method}.isAnnotationPresent(Closed.class) && System.nanoTime() > 5)`),
    );
    expect([marked, other]).toEqual([expect.stringMatching(/^unknown/u), 'public']);
    expect((await verdictsOf(feature('if (System.nanoTime() > 5)')))[1]).toMatch(/^unknown/u);
  });

  it('refuse for the handlers that their own questions leave', async () => {
    const gate = (body: string) => ({
      'Gate.java': `package org.sample;
import jakarta.ws.rs.container.*;
import jakarta.ws.rs.core.*;
@jakarta.ws.rs.ext.Provider public class Gate implements ContainerRequestFilter {
  @Context ResourceInfo info;
  @Override public void filter(ContainerRequestContext request) {
    String caller = request.getHeaderString("Authorization");
    var method = info.getResourceMethod();
    ${body}
  }
}`,
    });
    const refuse = 'throw new jakarta.ws.rs.NotAuthorizedException("no caller");';
    const marked = 'method.isAnnotationPresent(Closed.class)';
    const refused = async (body: string) => await verdictsOf(gate(body));
    for (const body of [
      `if (caller == null && ${marked}) ${refuse}`,
      `if (caller == null) { if (${marked}) ${refuse} }`,
      `Closed mark = method.getAnnotation(Closed.class); if (mark != null) { if (caller == null) ${refuse} }`,
      `if (!${marked}) return; if (caller == null) ${refuse}`,
    ])
      expect(await refused(body)).toEqual(['authenticated', 'public']);
    for (const body of [
      `if (caller == null) { if (!${marked}) ${refuse} }`,
      `if (caller != null) { request.setProperty("caller", caller); } else { if (!${marked}) { ${refuse} } }`,
      `if (${marked}) return; if (caller == null) ${refuse}`,
    ])
      expect(await refused(body)).toEqual(['public', 'authenticated']);
    expect(await refused(`if (caller == null) ${refuse} if (!${marked} && caller == "") ${refuse}`)).toEqual([
      'authenticated',
      'authenticated',
    ]);
  });

  it('refuse for all paths where one refusal is for some of them, and another for the rest', async () => {
    const gate = (rest: string) => ({
      'Gate.java': `package org.sample;
import jakarta.ws.rs.container.*;
import jakarta.ws.rs.core.Response;
@jakarta.ws.rs.ext.Provider public class Gate implements ContainerRequestFilter {
  @Override public void filter(ContainerRequestContext request) {
    String caller = request.getHeaderString("Authorization");
    if (request.getUriInfo().getPath().startsWith("/a")) {
      if (caller == null) refuse(request);
      return;
    }
    ${rest}
  }
  private void refuse(ContainerRequestContext request) { request.abortWith(Response.status(401).build()); }
}`,
    });
    const closed = ['authenticated', 'authenticated'];
    expect(await verdictsOf(gate('if (caller == null) refuse(request);'))).toEqual(closed);
    expect(await verdictsOf(gate('System.out.println(caller);'))).toEqual(['authenticated', 'public']);
  });

  it('act on roles of annotations where the feature of the library is registered', async () => {
    const rows = `package org.sample;
import jakarta.ws.rs.*;
@Path("/") public class Rows {
  @GET @Path("/a") @jakarta.annotation.security.RolesAllowed("admin") public String a() { return ""; }
  @GET @Path("/b") public String b() { return ""; }
}`;
    const server = (registered: string) => `package org.sample;
public class Server extends org.glassfish.jersey.server.ResourceConfig {
  public Server() { register(${registered}); }
}`;
    const with_ = async (registered: string) =>
      await verdictsOf({ 'Rows.java': rows, 'Server.java': server(registered) });
    const library = 'org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature';
    expect(await with_(`${library}.class`)).toEqual(['authorized admin', 'public']);
    expect(await with_(`new ${library}()`)).toEqual(['authorized admin', 'public']);
    expect(await with_('Rows.class')).toEqual(['public', 'public']);
  });
});
