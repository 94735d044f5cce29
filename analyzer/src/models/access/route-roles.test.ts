import { describe, expect, it } from 'vitest';
import { accessOf, pomWith } from '../../../test/access-of.ts';

const ROUTES = `app.get("/open", Api::serve, Role.ANYONE);
    app.get("/admin", Api::serve, Role.ADMIN);
    app.get("/none", Api::serve);`;

/** Who may call `open`, `admin` and `none` behind this check. */
async function verdictsOf(check: string, created = 'Javalin.create()') {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('io.javalin:javalin'),
    'Role.java':
      'package org.sample; public enum Role implements io.javalin.security.RouteRole { ANYONE, ADMIN }',
    'Api.java': `package org.sample;
import io.javalin.Javalin;
import io.javalin.http.*;
public class Api {
  public static void main(String[] args) {
    Javalin app = ${created};
    ${check}
    ${ROUTES}
  }
  static void serve(Context context) { context.result("done"); }
  static Role roleOf(Context context) { return context.sessionAttribute("role"); }
}`,
  });
  return ['open', 'admin', 'none'].map((path) => verdicts[`GET /${path}`]);
}

describe('roles at a route', () => {
  it('are asked for by the function before it, which lets everybody on for some', async () => {
    expect(
      await verdictsOf(`app.beforeMatched(context -> {
      if (context.routeRoles().contains(Role.ANYONE)) { return; }
      if (!context.routeRoles().contains(roleOf(context))) { throw new UnauthorizedResponse(); }
    });`),
    ).toEqual(['public', 'authorized ADMIN', 'authenticated']);
    expect(
      await verdictsOf(`app.beforeMatched(context -> {
      var roles = context.routeRoles();
      if (!roles.isEmpty() && !roles.contains(Role.ANYONE) && !roles.contains(roleOf(context))) { throw new UnauthorizedResponse(); }
    });`),
    ).toEqual(['public', 'authorized ADMIN', 'public']);
  });

  it('are nothing where no function asks for them', async () => {
    expect(await verdictsOf('')).toEqual(['public', 'public', 'public']);
    expect(
      await verdictsOf(
        'app.beforeMatched(context -> { context.attribute("roles", context.routeRoles()); });',
      ),
    ).toEqual(['public', 'public', 'public']);
  });

  it('do not open a route to a function that asks everybody', async () => {
    expect(
      await verdictsOf(
        'app.before(context -> { if (context.sessionAttribute("user") == null) { throw new UnauthorizedResponse(); } });',
      ),
    ).toEqual(['authenticated', 'authenticated', 'authenticated']);
  });

  it('leave the verdict open where an older manager of access is given them', async () => {
    const manager = `Javalin.create(config -> {
      config.accessManager((handler, context, roles) -> {
        if (roles.contains(Role.ANYONE) || roles.contains(roleOf(context))) { handler.handle(context); }
        else { context.status(401).result("who are you?"); }
      });
    })`;
    const found = await verdictsOf('', manager);
    expect(found.map((verdict) => verdict?.split(' by ')[0])).toEqual(
      ['open', 'admin', 'none'].map(() => 'unknown a manager of access decides'),
    );
  });
});
