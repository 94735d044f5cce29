import { describe, expect, it } from 'vitest';
import { accessOf, pomWith } from '../../../test/access-of.ts';

const ROUTES = `app.get("/open", Api::serve, Role.ANYONE);
    app.get("/admin", Api::serve, Role.ADMIN);
    app.get("/none", Api::serve);`;

/** Who may call `open`, `admin` and `none` behind this check. */
async function verdictsOf(check: string, created = 'Javalin.create()', more = '') {
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
}
${more}`,
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

  const managed = (code: string, parameters = '(handler, context, roles) ->') =>
    verdictsOf('', `Javalin.create(config -> { config.accessManager(${parameters} ${code}); })`);

  it.each([
    `{
      if (roles.contains(Role.ANYONE) || roles.contains(roleOf(context))) { handler.handle(context); }
      else { context.status(401).result("who are you?"); }
    }`,
    `{
      if (roles.contains(Role.ANYONE)) { handler.handle(context); return; }
      if (!roles.contains(roleOf(context))) { throw new UnauthorizedResponse(); }
      handler.handle(context);
    }`,
    `{
      String user = context.header("User");
      if (roles.contains(Role.ANYONE) || user != null) { handler.handle(context); }
    }`,
  ])('are asked for by an older manager of access, which lets everybody on for some: %s', async (code) => {
    expect(await managed(code)).toEqual(['public', 'authorized ADMIN', 'authenticated']);
  });

  it('are asked for by a manager that is a method, or a class', async () => {
    const body = `{
      if (roles.contains(Role.ANYONE) || roles.contains(Api.roleOf(context))) { handler.handle(context); }
      else { throw new ForbiddenResponse(); }
    }`;
    const verdicts = ['public', 'authorized ADMIN', 'authenticated'];
    const parameters = 'io.javalin.http.Handler handler, Context context, java.util.Set<Role> roles';
    const gate = `class Gate implements io.javalin.security.AccessManager { public void manage(${parameters}) ${body} }`;
    expect(await verdictsOf('', 'Javalin.create(c -> c.accessManager(new Gate()))', gate)).toEqual(verdicts);
    const check = `class Check { static void manage(${parameters}) ${body} }`;
    expect(await verdictsOf('', 'Javalin.create(c -> c.accessManager(Check::manage))', check)).toEqual(
      verdicts,
    );
  });

  it('are nothing to a manager that lets everybody on', async () => {
    expect(await managed('handler.handle(context)')).toEqual(['public', 'public', 'public']);
  });

  it.each([
    ['manager', ''],
    ['Managers.get()', ''],
    ['{ if (Gates.isOpen(context, roles)) { handler.handle(context); } }', '(handler, context, roles) ->'],
  ])(
    'leave the verdict open where an older manager of access cannot be read: %s',
    async (code, parameters) => {
      const found = await managed(code, parameters);
      expect(found.map((verdict) => verdict?.split(' by ')[0])).toEqual(
        ['open', 'admin', 'none'].map(() => 'unknown a manager of access decides'),
      );
    },
  );
});
