import { describe, expect, it } from 'vitest';
import { accessOf, pomWith } from '../../../../test/access-of.ts';

const SHIRO = 'org.apache.shiro.authz.annotation';
const ROWS = `package org.sample;
import jakarta.ws.rs.*;
import ${SHIRO}.*;
@Path("/rows") public class Rows {
  @GET @Path("/one") @RequiresPermissions("row:read") public String one() { return ""; }
  @GET @Path("/guests") @RequiresPermissions("row:read") @RequiresGuest public String guests() { return ""; }
  @GET @Path("/all") public String all() { return ""; }
}`;
const FILTER = `package org.sample;
import jakarta.ws.rs.container.*;
public class Gate implements ContainerRequestFilter {
  @Override public void filter(ContainerRequestContext request) {
    if (request.getHeaderString("Authorization") == null) throw new jakarta.ws.rs.ForbiddenException();
  }
}`;
const HANDLER = 'info.getResourceMethod()';

const feature = (body: string) => `package org.sample;
import jakarta.ws.rs.container.*;
import jakarta.ws.rs.core.FeatureContext;
import ${SHIRO}.*;
@jakarta.ws.rs.ext.Provider public class Gates implements DynamicFeature {
  @Override public void configure(ResourceInfo info, FeatureContext context) { ${body} }
}`;

/** Verdicts of the marked handler, of the one for guests too, and of the plain one, with how many marks do nothing. */
async function of(files: Readonly<Record<string, string>>) {
  const { verdicts, inertGuards } = await accessOf({
    'pom.xml': pomWith('org.glassfish.jersey.core:jersey-server', 'org.apache.shiro:shiro-core'),
    'App.java': `package org.sample;
@jakarta.ws.rs.ApplicationPath("/") public class App extends jakarta.ws.rs.core.Application {
  public static void main(String[] args) { }
}`,
    'Rows.java': ROWS,
    'Gate.java': FILTER,
    ...files,
  });
  const inert = inertGuards.filter(({ isUndecided }) => isUndecided !== true).length;
  return [verdicts['GET /rows/one'], verdicts['GET /rows/guests'], verdicts['GET /rows/all'], inert];
}

describe('an annotation that no library acts on', () => {
  it('is acted on by a filter that code of the tree registers for handlers with it', async () => {
    const marked = `if (${HANDLER}.isAnnotationPresent(RequiresPermissions.class)) context.register(new Gate());`;
    expect(await of({ 'Gates.java': feature(marked) })).toEqual([
      'authorized row:read',
      'authorized row:read',
      'public',
      0,
    ]);
    expect(await of({})).toEqual(['public', 'public', 'public', 2]);
  });

  it('asks nothing where another annotation lifts it', async () => {
    const lifted = `if (${HANDLER}.isAnnotationPresent(RequiresPermissions.class)) {
      if (!${HANDLER}.isAnnotationPresent(RequiresGuest.class)) context.register(new Gate());
    }`;
    expect(await of({ 'Gates.java': feature(lifted) })).toEqual([
      'authorized row:read',
      'public',
      'public',
      0,
    ]);
  });

  it('may be acted on by code that names its class', async () => {
    const reader = (annotation: string) => ({
      'Readers.java': `package org.sample;
public class Readers {
  boolean isClosed(java.lang.reflect.Method method) { return method.getAnnotation(${SHIRO}.${annotation}.class) != null; }
}`,
    });
    const doubt = 'unknown code of the application looks for @RequiresPermissions by itself (Readers:3)';
    expect(await of(reader('RequiresPermissions'))).toEqual([doubt, doubt, 'public', 0]);
    expect(await of(reader('RequiresRoles'))).toEqual(['public', 'public', 'public', 2]);
  });
});
