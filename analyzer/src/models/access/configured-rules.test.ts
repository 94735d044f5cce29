import { describe, expect, it } from 'vitest';
import { accessOf, pomWith } from '../../../test/access-of.ts';

const SETTINGS = 'src/main/resources/application.properties';

describe('path permissions of Quarkus', () => {
  const of = async (settings: string, annotation = '') => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith('io.quarkus:quarkus-rest', 'io.quarkus:quarkus-security'),
      [SETTINGS]: settings,
      'Rows.java': `package org.sample;
import jakarta.ws.rs.*;
@Path("/api") public class Rows {
  @GET @Path("/a") public String a() { return ""; }
  @POST @Path("/a") public String post() { return ""; }
  @GET @Path("/open/b") ${annotation} public String b() { return ""; }
  @GET @Path("/admin/c") public String c() { return ""; }
}`,
    });
    return verdicts;
  };

  it('are decided by the longest path, and by roles of named policies', async () => {
    expect(
      await of(`quarkus.http.auth.permission.all.paths=/api/*
quarkus.http.auth.permission.all.policy=authenticated
quarkus.http.auth.permission.open.paths=/api/open/*,/other
quarkus.http.auth.permission.open.policy=permit
quarkus.http.auth.permission.admin.paths=/api/admin/*
quarkus.http.auth.permission.admin.policy=admins
quarkus.http.auth.policy.admins.roles-allowed=root,admin
quarkus.http.auth.permission.off.paths=/api/a
quarkus.http.auth.permission.off.policy=deny
quarkus.http.auth.permission.off.enabled=false`),
    ).toEqual({
      'GET /api/a': 'authenticated',
      'POST /api/a': 'authenticated',
      'GET /api/open/b': 'public',
      'GET /api/admin/c': 'authorized root, admin',
    });
  });

  it('refuse the verbs that a path names no rule for, and are open where nothing matches', async () => {
    expect(
      await of(`quarkus.http.auth.permission.read.paths=/api/a
quarkus.http.auth.permission.read.methods=GET
quarkus.http.auth.permission.read.policy=permit`),
    ).toMatchObject({ 'GET /api/a': 'public', 'POST /api/a': 'denied', 'GET /api/admin/c': 'public' });
  });

  it('leave alone what an annotation speaks of where all other handlers are closed', async () => {
    const closed = 'quarkus.security.jaxrs.deny-unannotated-endpoints=true';
    expect(await of(closed, '@jakarta.annotation.security.PermitAll')).toMatchObject({
      'GET /api/a': 'denied',
      'GET /api/open/b': 'public',
    });
    expect(await of('', '@io.quarkus.security.Authenticated')).toMatchObject({
      'GET /api/a': 'public',
      'GET /api/open/b': 'authenticated',
    });
  });
});

describe('the url map of Micronaut', () => {
  const of = async (settings: string) => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith(
        'io.micronaut:micronaut-http-server-netty',
        'io.micronaut.security:micronaut-security-jwt',
      ),
      'src/main/resources/application.yml': settings,
      'Rows.java': `package org.sample;
import io.micronaut.http.annotation.*;
import io.micronaut.security.annotation.Secured;
@Controller("/") public class Rows {
  @Get("/open") public String open() { return ""; }
  @Get("/admin") public String admin() { return ""; }
  @Get("/other") public String other() { return ""; }
  @Get("/marked") @Secured("isAnonymous()") public String marked() { return ""; }
}`,
    });
    return verdicts;
  };
  const MAP = `micronaut:
  security:
    intercept-url-map:
      - pattern: /open
        access: isAnonymous()
      - pattern: /admin
        http-method: GET
        access:
          - ROLE_ADMIN
      - pattern: /marked
        access: ROLE_X
`;

  it('is asked after annotations, and refuses what nothing speaks of', async () => {
    expect(await of(MAP)).toEqual({
      'GET /open': 'public',
      'GET /admin': 'authorized ROLE_ADMIN',
      'GET /other': 'denied',
      'GET /marked': 'public',
    });
  });

  it('says nothing where security is switched off', async () => {
    expect(await of(MAP.replace('  security:\n', '  security:\n    enabled: false\n'))).toMatchObject({
      'GET /admin': 'public',
      'GET /other': 'public',
    });
  });
});
